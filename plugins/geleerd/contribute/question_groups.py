"""The questions of a form in groups, and whom it asks which question."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from geleerd.commonmark.plain_text import plain
from geleerd.contribute.questions import Choices, Option, Question
from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import VOCABULARIES
from geleerd.model.documents import Entry
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_CHOICES
from geleerd.read.drawings.family import family
from geleerd.relate.library import Library
from geleerd.relate.shelves import place_in_lists

_ORIGIN = ("authors", "sources")

PICTURE = "image"
"""A contributor may send one along; the desk looks after the others that an item can have."""

ALWAYS_FIRST = "title"
"""Forms that have this question ask it first."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that stand together under one heading."""

    key: str
    inputs: tuple[Question, ...]


def choices_of(library: Library) -> Choices:
    """The choices for fields that name other entries, in the order in which readers meet them. Items are too many: people give links."""
    words = library.collection.words
    frame = {
        key: tuple(_choice(slug, entries[slug].fields) for slug in _in_place(entries) if entries[slug].fields.status == "published")
        for key, entries in library.collection.frame.items()
    }
    lists = {
        name: tuple(Option(slug, choice.name, plain(choice.description or "")) for slug, choice in words.vocabularies[name].items())
        for name in VOCABULARIES
    }
    drawings = tuple(Option(name, name) for name in sorted({*family(), *library.own_drawings}))
    return Frozen({**frame, **lists, "drawing": drawings})


def _in_place(entries: Mapping[str, Entry[FrameEntry]]) -> list[str]:
    return sorted(entries, key=lambda slug: place_in_lists(entries[slug]))


def _choice(slug: str, fields: FrameEntry) -> Option:
    """An entry as a choice: its name and, if it has one, its meaning, such as the definition of a theme."""
    note = getattr(fields, "definition", None) or getattr(fields, "meaning", None)
    return Option(slug, fields.shown_name or slug, plain(note or ""))


def with_long_lists_apart(inputs: tuple[Question, ...]) -> Iterator[Question]:
    """The questions, at every depth those with too many choices for a page without them, but with the file that has them."""
    for question in inputs:
        parts = tuple(with_long_lists_apart(question.parts))
        if question.target and len(question.choices) > MOST_CHOICES:
            yield replace(question, parts=parts, choices=(), more=_file_of(question.target))
        else:
            yield replace(question, parts=parts)


def long_lists(choices: Choices) -> Iterator[TextFile]:
    """The files with the choices that are too many for a page: the value, the name and the note of each."""
    for target, options in choices.items():
        if len(options) > MOST_CHOICES:
            rows = [(option.value, option.name, option.note) for option in options]
            yield TextFile(_file_of(target), json.dumps(rows, ensure_ascii=False, separators=(",", ":")))


def _file_of(target: str) -> str:
    return f"assets/choices/form/{target}.json"


def for_contributors(inputs: tuple[Question, ...]) -> Iterator[Question]:
    """The questions for a contributor: at no depth one for a field that the desk keeps, but for the picture."""
    for question in inputs:
        if not question.desk or question.key == PICTURE:
            as_text = question.quick and question.many and question.kind == "group"
            yield replace(question, parts=tuple(for_contributors(question.parts)), as_text=as_text, desk=False)


def groups_of(inputs: tuple[Question, ...], *, all_open: bool = False) -> Iterator[QuestionGroup]:
    """The questions in the order of a form: the quick ones, those of this type alone, those of all types, and those on the author."""
    shared = {*keys_of(Item), *keys_of(FrameEntry)}
    places: dict[str, list[Question]] = {"quick": [], "story": [], "picture": [], "place": [], "origin": [], "desk": []}
    for question in sorted(inputs, key=lambda question: question.key != ALWAYS_FIRST):
        places[_group(question, shared, all_open=all_open)].append(question)
    yield from (QuestionGroup(key, tuple(found)) for key, found in places.items() if found)


def _group(question: Question, shared: set[str], *, all_open: bool) -> str:
    if question.desk:
        return "desk"
    if question.key == PICTURE:
        return "picture"
    if question.quick or question.key in {ALWAYS_FIRST, "name"} or (all_open and question.key == "summary"):
        return "quick"
    if question.key in _ORIGIN:
        return "origin"
    return "place" if question.key in shared else "story"
