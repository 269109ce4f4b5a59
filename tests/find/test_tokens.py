"""Text as the words that a search compares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.find.tokens import folded, words_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De DSV's en de DSV", ["de", "dsv", "en", "de", "dsv"]),
        ("Cliënten, coördinator!", ["cliënten", "coördinator"]),
        ("domein-overstijgend (2023)", ["domein", "overstijgend", "2023"]),
        ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
        ("🎉 \u202e a", []),
        ("", []),
    ],
)
def test_words_are_cut_where_a_reader_would(text, expected):
    assert list(words_in(text)) == expected


@given(st.text(max_size=200))
def test_words_are_lower_case_and_cutting_them_again_changes_nothing(text):
    found = [folded(word) for word in words_in(text)]
    assert all(word == word.lower() for word in found)


def test_accents_do_not_matter():
    assert folded("Cliënt") == folded("CLIENT") == "client"
