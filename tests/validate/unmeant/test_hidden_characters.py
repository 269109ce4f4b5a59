"""Signs that nobody sees: every word that holds one is named."""

import pytest

from geleerd.model.documents import Body, Document
from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath
from geleerd.validate.unmeant.hidden_characters import hidden_characters


def said(text):
    document = Document(SourcePath("lessons/x.md"), Frozen(), Frozen(), Body(text))
    return [(problem.place.line, problem.parameters["value"], problem.parameters["character"]) for problem in hidden_characters(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een bijeen\u00adkomst", [(1, "bijeenkomst", "U+00AD")]),
        ("bijeen\u00adkomst en el\u200bkaar\nzaal\nweg\u2060", [(1, "bijeenkomst”, “elkaar", "U+00AD, U+200B"), (3, "weg", "U+2060")]),
        ("el\u00adkaar ziet el\u00adkaar", [(1, "elkaar", "U+00AD")]),
        ("een \u200b zaal", [(1, "een", "U+200B")]),
        ("\u200b", [(1, "", "U+200B")]),
        ("niets", []),
    ],
)
def test_every_word_with_such_a_sign_is_named_once_a_line(text, expected):
    assert said(text) == expected


def test_a_line_full_of_them_is_named_by_its_first_words():
    ((_, value, _),) = said(" ".join(f"w\u00ad{number}" for number in range(40)))
    assert value.split("”, “") == [*(f"w{number}" for number in range(20)), "…"]
