"""The figures of a knowledge base, for those who pay for it and those who keep it. Only published items count."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import QuestionState
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.relate.library import Library
from geleerd.relate.review import is_past_review

Counting = Callable[[Sequence[ItemEntry]], int]


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts for one row of a figure. `address` is the page that shows what was counted, if there is one."""

    name: str
    counts: tuple[int, ...]
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A table of counts: `counts` are the keys of its columns and `counted` their names; the first is what a chart shows."""

    key: str
    title: str
    note: str
    of: str
    counts: tuple[str, ...]
    counted: tuple[str, ...]
    tallies: tuple[Tally, ...]


def figures_of(library: Library, day: datetime.date) -> tuple[Figure, ...]:
    """Every figure of a day, in the order in which readers meet them."""
    return (
        _figure("type", _types(library, _items), library),
        *(_figure(kind, _shelves(kind, library, _items), library) for kind in library.declarations.counted),
        _figure("year", reversed(list(_shelves("year", library, _items))), library),
        _figure("learning-question", _questions(library), library),
        _figure("applied", _types(library, _applications, _applied), library),
        _figure("review", _shelves("network", library, *_review(day)), library),
    )


def figure_rows(figure: Figure, day: datetime.date, library: Library) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """A figure as a table: the names of the columns, and the rows, each with the day of the count."""
    header = (figure.of, *figure.counted, library.catalogue.say("counted-on"))
    return header, [(tally.name, *tally.counts, day) for tally in figure.tallies]


def _figure(key: str, tallies: Iterable[Tally], library: Library) -> Figure:
    catalogue = library.catalogue
    counts = _COUNTED.get(key, ("items",))
    return Figure(
        key=key,
        title=catalogue.say(f"figure-{key}"),
        note=catalogue.say(f"figure-{key}-note"),
        of=catalogue.say(f"figure-{key}-of"),
        counts=counts,
        counted=tuple(catalogue.say(f"counted-{name}") for name in counts),
        tallies=tuple(tallies),
    )


_COUNTED = {"learning-question": ("questions",), "applied": ("applications", "applied"), "review": ("overdue", "later", "undated")}
"""What the columns of a figure count, for figures that do not simply count items."""


def _types(library: Library, *counts: Counting) -> Iterator[Tally]:
    addresses = library.addresses
    for key in library.declarations.item_types:
        shelf = library.shelves[key][""]
        yield Tally(library.catalogue.type_name(key, plural=True), _counted(shelf.items, counts), addresses.index(key))


def _shelves(kind: str, library: Library, *counts: Counting) -> Iterator[Tally]:
    """The entries of a kind, those with most items first (years: newest first), and the items that belong to none of them."""
    shelves = library.shelves[kind].values()
    ordered = shelves if kind == "year" else sorted(shelves, key=lambda shelf: -len(shelf.items))
    for shelf in ordered:
        yield Tally(shelf.name, _counted(shelf.items, counts), library.addresses.shelf(kind, shelf.slug))
    standing = library.shelf_slugs[kind]
    if without := [item for item in library.published if item.fields.id not in standing]:
        yield Tally(library.catalogue.say(f"without-{kind}"), _counted(without, counts))


def _questions(library: Library) -> Iterator[Tally]:
    asked = [item.fields.state for item in library.published if isinstance(item.fields, LearningQuestion)]
    for state in get_args(QuestionState):
        yield Tally(library.catalogue.value("state", state), (asked.count(state),))


def _counted(items: Sequence[ItemEntry], counts: Iterable[Counting]) -> tuple[int, ...]:
    return tuple(count(items) for count in counts)


def _items(items: Sequence[ItemEntry]) -> int:
    return len(items)


def _applications(items: Sequence[ItemEntry]) -> int:
    return sum(len(item.fields.applied_by) for item in items)


def _applied(items: Sequence[ItemEntry]) -> int:
    return sum(bool(item.fields.applied_by) for item in items)


def _review(day: datetime.date) -> tuple[Counting, ...]:
    """How many items are past their date of review, still have time, or have no such date."""

    def overdue(items: Sequence[ItemEntry]) -> int:
        return sum(is_past_review(item, day) for item in items)

    def later(items: Sequence[ItemEntry]) -> int:
        return sum(item.fields.review_by is not None for item in items) - overdue(items)

    def undated(items: Sequence[ItemEntry]) -> int:
        return sum(item.fields.review_by is None for item in items)

    return overdue, later, undated
