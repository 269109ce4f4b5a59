"""Dictionary forms: those of the dictionary, but for nouns that it takes for a form of something rarer."""

import pytest

from geleerd.find.lemmas import lemmas

PLURALS = ("s", "en", "n")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("zonde", "zonde"),
        ("deelnemer", "deelnemer"),
        ("werkgever", "werkgever"),
        ("app", "app"),
        ("boete", "boete"),
        ("verslagen", "verslag"),
        ("stond", "staan"),
        ("leest", "lezen"),
        ("vertrouwd", "vertrouwen"),
        ("kaartje", "kaart"),
        ("lage", "laag"),
        ("geleerd", "leren"),
    ],
)
def test_a_common_noun_is_its_own_dictionary_form_and_a_form_of_a_verb_is_not(word, lemma):
    assert lemmas("nl", PLURALS)(word) == lemma


def test_without_plurals_the_dictionary_decides():
    assert lemmas("nl", ())("zonde") == "zenden"


def test_a_language_without_a_dictionary_keeps_its_words():
    assert lemmas("fy", PLURALS)("wurden") == "wurden"
