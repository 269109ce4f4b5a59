"""Words that stood in for a text, and that somebody left: of `geleerd new`, or of the writer."""

import re
from collections.abc import Iterator
from functools import cache

from geleerd.commonmark.outline import outline_of
from geleerd.locale.catalogue import catalogues
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.validate.document_texts import values_of

STAND_INS = ("TODO", "TBD")
"""Abbreviations that stand in for a text."""

_LEFT = re.compile(r"TODO(?::.*)?|TBD|[xX]{3,}|[Ll]orem ipsum\b.*", re.DOTALL)
_AROUND = "[](){}<>*_"
_DOTS = re.compile(r"\.{3,}|…+")


def placeholders(document: Document) -> Iterator[Problem]:
    """A problem for every field, and every line of a body, that only stands in for a text. A draft may have them."""
    if (document.tree or {}).get("status") == "draft":
        return
    for place, text in (*values_of(document), *_body_texts(document)):
        if _stands_in(text.strip()):
            yield Problem(place, Code.PLACEHOLDER, {"value": text.strip()[:80]})


def _body_texts(document: Document) -> Iterator[tuple[Place, str]]:
    """The lines of a body; three dots count only where they are all of it, since a story may hold them."""
    lines = outline_of(document.body.text).lines
    for each in lines:
        if len(lines) == 1 or not _DOTS.fullmatch(each.text.strip()):
            yield Place(document.path, document.body.line + each.line), each.text


def _stands_in(text: str) -> bool:
    return bool(_LEFT.fullmatch(text.strip(_AROUND)) or _DOTS.fullmatch(text)) or text.startswith(_first_sentences())


@cache
def _first_sentences() -> tuple[str, ...]:
    """How the body of a new file begins, in every language."""
    return tuple(words.console("template-body").partition(". ")[0] for words in catalogues())
