"""Marks of Markdown in fields of plain text, such as titles: readers see the marks."""

import re
from collections.abc import Iterator

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.validate.habits.habit import Habit
from geleerd.validate.habits.in_front import in_front

_MARKS = re.compile(
    r"\*\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*\*"
    r"|(?<!\w)__(?=[^\s_])([^_\n]{1,300})(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])"
    r"|!?\[([^\[\]\n]{1,300})\]\([^()\s]{1,300}\)"
)
"""Words in bold or in italics, and links, each with the words in a group."""

_AS_WRITTEN = {"reviewed", "aliases", "url", "file"}
"""Keys whose texts must be what they are."""


def marks_in_plain_fields(document: Document, fields: Declared) -> Iterator[Problem]:
    """A hint for every line of such a field with marks, with the line without them."""
    for path, text in _plain_texts(fields):
        for number, line in enumerate(text.split("\n")):
            if found := _MARKS.search(line):
                habit = Habit(Code.MARK_IN_PLAIN_FIELD, number, number, found[0][:80], (_MARKS.sub(_words, line),))
                place, lines = in_front(document, path, text, habit)
                words = {"lines": lines, "line": place.line} if lines else {}
                key = next(str(part) for part in reversed(path) if isinstance(part, str))
                yield Problem(place, habit.code, {"key": key, "value": habit.value, **words})


def _words(mark: re.Match[str]) -> str:
    return next(words for words in mark.groups() if words is not None)


def _plain_texts(fields: Declared) -> Iterator[tuple[KeyPath, str]]:
    """Every text that readers see without marks, with the way to it."""
    for spec in fields_of(type(fields)):
        if spec.key not in _AS_WRITTEN:
            yield from (((spec.key, *path), text) for path, text in _texts_in(getattr(fields, spec.attribute), spec))


def _texts_in(value: object, spec: FieldSpec) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Declared):
        yield from _plain_texts(value)
    elif isinstance(value, tuple):
        yield from (((number, *path), text) for number, part in enumerate(value) for path, text in _texts_in(part, spec))
    elif isinstance(value, str) and not (spec.markdown or spec.choices or spec.target):
        yield (), value
