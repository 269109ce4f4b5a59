"""Which questions a form asks, of whom, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geleerd.contribute.questions import Choices, Option, Question
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import VOCABULARIES
from geleerd.relate.library import Library

_ORIGIN = ("authors", "sources")

ALWAYS_FIRST = "title"
"""Asked at the top of every form that has it."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that stand together under one heading."""

    key: str
    inputs: tuple[Question, ...]


def choices_of(library: Library) -> Choices:
    """What the fields that name other entries can choose from; items are too many and are named by their link."""
    words = library.collection.words
    frame = {
        key: tuple(_choice(slug, entry.fields) for slug, entry in entries.items() if entry.fields.status == "published")
        for key, entries in library.collection.frame.items()
    }
    lists = {
        name: tuple(Option(slug, choice.name, choice.description or "") for slug, choice in words.vocabularies[name].items())
        for name in VOCABULARIES
    }
    return {**frame, **lists}


def _choice(slug: str, fields: FrameEntry) -> Option:
    """An entry by its name, with what it means where it says so: a theme's definition, a pattern's meaning."""
    note = getattr(fields, "definition", None) or getattr(fields, "meaning", None)
    return Option(slug, fields.name or slug, note or "")


def for_contributors(inputs: tuple[Question, ...]) -> Iterator[Question]:
    """What a contributor is asked: nothing that the desk keeps, at any depth."""
    for question in inputs:
        if not question.desk:
            as_text = question.quick and question.many and question.kind == "group"
            yield replace(question, parts=tuple(for_contributors(question.parts)), as_text=as_text)


def groups_of(inputs: tuple[Question, ...], *, all_open: bool = False) -> Iterator[QuestionGroup]:
    """The questions as a form asks them: the quick ones first, then what only this type has, what all have, and whom it is from."""
    shared = {*keys_of(Item), *keys_of(FrameEntry)}
    places: dict[str, list[Question]] = {"quick": [], "story": [], "place": [], "origin": [], "desk": []}
    for question in sorted(inputs, key=lambda question: question.key != ALWAYS_FIRST):
        places[_group(question, shared, all_open=all_open)].append(question)
    yield from (QuestionGroup(key, tuple(found)) for key, found in places.items() if found)


def _group(question: Question, shared: set[str], *, all_open: bool) -> str:
    if question.desk:
        return "desk"
    if question.quick or question.key in {ALWAYS_FIRST, "name"} or (all_open and question.key == "summary"):
        return "quick"
    if question.key in _ORIGIN:
        return "origin"
    return "place" if question.key in shared else "story"
