"""Signs inside words that nobody sees: they come along when people paste from a PDF or a website."""

from collections.abc import Iterator

from geleerd.model.characters import HIDDEN
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.validate.document_texts import body_lines, values_of


def hidden_characters(document: Document) -> Iterator[Problem]:
    """A hint for every text in a front matter, and every line of a body, with such a sign; with the word as it should be."""
    for place, text in (*values_of(document), *body_lines(document)):
        if found := HIDDEN.search(text):
            yield Problem(place, Code.HIDDEN_CHARACTER, {"character": f"U+{ord(found[0]):04X}", "value": _word_around(text, found.start())})


def _word_around(text: str, position: int) -> str:
    """The word that holds the sign, without it; with the one before it when it stands alone."""
    after, _, _ = text[position:].partition(" ")
    return HIDDEN.sub("", text[:position].rpartition(" ")[2] + after)[:80]
