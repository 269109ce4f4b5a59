"""What a page of the staff says about whether it is ready, and the problems with what nobody can be sure of: such a page stays offline."""

from collections.abc import Iterable, Iterator

from geleerd.locale.catalogue import catalogues
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.read.everyday.likeness import likeness

_CHOICES = ("draft", "published")
_NEAR = 80.0
"""Likeness to `status` (0–100) from which a key is that key misspelt; `state` is 73."""

_NOT = frozenset({"false", "no", "nee", "off", "none", ""})


def is_ready(page: Document) -> bool:
    """Whether a page is to go online: it says nothing about it, or that it is published, in words that we can read and are sure of."""
    said = _said(page, "status")
    return page.tree is not None and said in {"published", "", "none"} and not any(_unsure(page))


def unsure_of(pages: Iterable[Document]) -> Iterator[Problem]:
    """A problem for every line that may say that a page is a draft, but not as we read it."""
    for page in pages:
        for key, line in _unsure(page):
            yield Problem(page.place((key,)), Code.UNKNOWN_KEY, {"key": key, "suggestion": "status", "lines": (line,)})
        if (said := _said(page, "status")) not in {*_CHOICES, "", "none"}:
            lines = {"lines": ("status: draft",)} if said in _words_for("draft") else {}
            written = str((page.tree or {})["status"])[:80]
            yield Problem(
                page.place(("status",)), Code.BAD_CHOICE, {"key": "status", "value": written, "choices": ", ".join(_CHOICES), **lines}
            )


def _unsure(page: Document) -> Iterator[tuple[str, str]]:
    """The keys that may have been meant as the status, each with the line that says it."""
    for key in page.tree or {}:
        name, said = _bare(key), _said(page, key)
        if key != "status" and likeness(name, "status") >= _NEAR:
            yield key, f"status: {'published' if said in _words_for('published') else 'draft'}"
        elif (name in _words_for("draft") and said not in _NOT) or (name in _words_for("published") and said in _NOT):
            yield key, "status: draft"


def _said(page: Document, key: str) -> str:
    return _bare((page.tree or {}).get(key, ""))


def _bare(value: object) -> str:
    return str(value).strip().casefold()


def _words_for(value: str) -> frozenset[str]:
    """A status and what people call it, in any language of the catalogue."""
    meanings = (pair for words in catalogues() for pair in words.meanings("status"))
    return frozenset({value, *(_bare(text) for text, meant in meanings if isinstance(text, str) and meant == value)})
