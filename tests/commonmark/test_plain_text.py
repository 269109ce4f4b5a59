"""Plain text: the words that a reader sees, without marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.commonmark.plain_text import plain


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Begin klein.", "Begin klein."),
        ("Begin  klein,\nen   **nu**.", "Begin klein, en nu."),
        ("Zie [de tip](y.md) en https://voorbeeld.nl.", "Zie de tip en https://voorbeeld.nl."),
        ("Dit zijn ze:\n- een\n- twee\n\nKlaar.", "Dit zijn ze: een twee Klaar."),
        ("1. een\n2. twee", "een twee"),
        ("- [x] klaar", "klaar"),
        ("# Kop\n\ntekst", "Kop tekst"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b 1 2"),
        ("`code` en ~~weg~~", "code en weg"),
        ("a <b>vet</b> <!-- niet --> z", "a vet z"),
        ("voor %%geheim%% na", "voor na"),
        ("![een boom](boom.png)", "een boom"),
        ("5 &lt; 6 \\* 2", "5 < 6 * 2"),
        ("een\\\ntwee  \ndrie", "een twee drie"),
        ("snake_case en 3 * 4 * 5", "snake_case en 3 * 4 * 5"),
        (">" * 300 + "a", ">" * 300 + "a"),
    ],
)
def test_what_a_reader_sees(written, seen):
    assert plain(written) == seen


@given(st.text("abc é,.!? 019", min_size=1).map(lambda words: f"x{words}"))
def test_words_without_signs_stay_as_they_are(words):
    assert plain(words) == " ".join(words.split())
