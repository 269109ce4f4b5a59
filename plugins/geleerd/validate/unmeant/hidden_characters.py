"""Signs inside words that nobody sees: they come along when people paste from a PDF or a website."""

from collections.abc import Iterator
from itertools import pairwise

from geleerd.model.characters import HIDDEN
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.validate.document_texts import body_lines, values_of

_MOST_WORDS = 20
"""Words that one hint names; a line with more is pasted as a whole, and typed again as a whole."""


def hidden_characters(document: Document) -> Iterator[Problem]:
    """A hint for every text in a front matter, and every line of a body, with such signs; with all words as they should be."""
    for place, text in (*values_of(document), *body_lines(document)):
        if signs := dict.fromkeys(HIDDEN.findall(text)):
            words = [*dict.fromkeys(_words_with_signs(text))]
            named = "”, “".join((*words[:_MOST_WORDS], *(["…"] if len(words) > _MOST_WORDS else [])))
            yield Problem(place, Code.HIDDEN_CHARACTER, {"character": ", ".join(f"U+{ord(sign):04X}" for sign in signs), "value": named})


def _words_with_signs(text: str) -> Iterator[str]:
    """The words that hold a sign, without it; for signs that stand alone, the word before them."""
    for before, word in pairwise(("", *text.split())):
        if HIDDEN.search(word):
            yield (HIDDEN.sub("", word) or HIDDEN.sub("", before))[:80]
