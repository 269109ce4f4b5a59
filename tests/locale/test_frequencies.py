"""How common words are, and the lists that say so."""

import pytest

from geleerd.locale.catalogue import LANGUAGES
from geleerd.locale.frequencies import frequencies, words_above, zipf


@pytest.mark.parametrize("code", LANGUAGES)
def test_common_words_are_those_above_a_share(code):
    assert len(frequencies(code)) > 300_000
    for least in (3.8, 6.0):
        assert words_above(code, least) == {word for word in frequencies(code) if round(zipf(word, code), 2) > least}


def test_words_stand_in_order_and_all_of_them_share_what_is_said():
    shares = list(frequencies("nl").values())
    assert shares == sorted(shares, reverse=True)
    assert 0.9 < sum(shares) <= 1.01


def test_a_common_word_has_more_than_a_rare_one_and_an_unknown_one_none():
    assert zipf("de", "nl") > zipf("netwerk", "nl") > zipf("casusbespreking", "nl") >= 0
    assert zipf("xqzwvjk", "nl") == 0


def test_a_language_without_a_list_knows_no_word():
    assert (dict(frequencies("xx")), words_above("xx", 0)) == ({}, set())
