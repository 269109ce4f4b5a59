"""What on the site helps with a success factor: work formats, lessons and open questions, the first of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geleerd.model.artefacts import Link
from geleerd.model.declarations.item_types import LearningQuestion, Lesson, Tip, WorkFormat
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library

SHOWN_OF_EACH = 3


@dataclass(frozen=True, slots=True)
class Helping:
    """The first items of one kind that help, under the name of their type."""

    name: str
    links: tuple[Link, ...]


def helping_with(items: Sequence[ItemEntry], library: Library, page: Address) -> tuple[Helping, ...]:
    """What helps among the items of a shelf: formats to do, lessons and tips to read, questions to take along."""
    formats = _of(items, (WorkFormat.KEY,))
    lessons = sorted(_of(items, (Lesson.KEY, Tip.KEY)), key=lambda item: (item.fields.type != Lesson.KEY, not library.crown_of(item)))
    groups = ((WorkFormat.KEY, formats), (Lesson.KEY, lessons), (LearningQuestion.KEY, _of(items, (LearningQuestion.KEY,))))
    found = ((key, found[:SHOWN_OF_EACH]) for key, found in groups if found)
    return tuple(Helping(library.catalogue.type_name(key, plural=True), _links(some, library, page)) for key, some in found)


def _of(items: Iterable[ItemEntry], types: Sequence[str]) -> list[ItemEntry]:
    return [item for item in items if item.fields.type in types]


def _links(items: Iterable[ItemEntry], library: Library, page: Address) -> tuple[Link, ...]:
    return tuple(Link(item.fields.title or "", relative(page, library.addresses.entry(item))) for item in items)
