"""The figures of a knowledge base, for those who pay for it and those who keep it. Only published items count.

What happened (what came, who met, what others applied) follows a period; how things stand is of the day of the count.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from geleerd.model.declarations.frame_types import Network, Programme
from geleerd.model.declarations.item_types import Evidence, LearningQuestion
from geleerd.model.declarations.part_types import QuestionState
from geleerd.model.partial_dates import PartialDate
from geleerd.model.strings import Address, word_of
from geleerd.relate.figures.growth import Growth, growth_of
from geleerd.relate.figures.happened import HAPPENED, Days, Group, who_shared
from geleerd.relate.figures.scope import Scope, scope_of
from geleerd.relate.library import Library
from geleerd.relate.review import is_past_review
from geleerd.relate.selection import EVER, Selection
from geleerd.relate.shelves import Shelf, usual_spellings

GAPS = "gaps-"
"""How the key of a figure of gaps begins; the key of a frame type follows."""

COUNTED: dict[str, tuple[str, ...]] = {
    "overview": ("number",),
    "growth": ("came", "total"),
    Programme.KEY: ("items", "meetings", "answered", "applications"),
    Network.KEY: ("items", "meetings", "answered", "applications"),
    "year": ("items", "networks", "meetings", "answered", "applications"),
    "learning-question": ("questions",),
    "applied": ("applications", "applied"),
    "review": ("overdue", "later", "undated"),
}
"""What the columns of a figure count, for figures that do not simply count items."""

OVERVIEW = ("items", "organisations", "networks", "meetings", "answered", "applications")
"""What the figure with one number for everything tells."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts for one row of a figure. `address` is the page that shows what was counted, if there is one.

    `note` says more of the row; `rest` is for the row of what belongs to none of the others.
    """

    name: str
    counts: tuple[int, ...]
    address: Address | None = None
    note: str = ""
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A table of counts: `counts` are the keys of its columns and `counted` their names.

    `chart` is what shows beside the numbers: a bar in each row for the first column, one chart of growth, or nothing for rows of
    different things.
    """

    key: str
    title: str
    note: str
    of: str
    counts: tuple[str, ...]
    counted: tuple[str, ...]
    tallies: tuple[Tally, ...]
    chart: Literal["bars", "growth", "none"] = "bars"


def figures_of(library: Library, day: datetime.date, selection: Selection = EVER) -> tuple[Figure, ...]:
    """Every figure of a day, in the order in which readers meet them; of a selection, only what happened in its period and its networks."""
    scope = scope_of(library, selection, day)
    return tuple(_figure(key, scope) for key in library.declarations.figures)


def figure_rows(figure: Figure, day: datetime.date, library: Library) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """A figure as a table: the names of the columns, and the rows, each with its note, where rows have one, and the day of the count."""
    say, noted = library.catalogue.say, any(tally.note for tally in figure.tallies)
    header = (figure.of, *figure.counted, *([say("figure-remark")] if noted else []), say("counted-on"))
    return header, [(tally.name, *tally.counts, *([tally.note] if noted else []), day) for tally in figure.tallies]


def _figure(key: str, scope: Scope) -> Figure:
    catalogue = scope.library.catalogue
    gaps = key.startswith(GAPS)
    counts = ("missing",) if gaps else COUNTED.get(key, ("items",))
    rows = _gaps(key.removeprefix(GAPS), scope) if gaps else _ROWS.get(key, partial(_shelves, key))(scope)
    return Figure(
        key=key,
        title=catalogue.say(f"figure-{key}"),
        note=catalogue.say(f"figure-{key}-note"),
        of=catalogue.say(f"figure-{key}-of"),
        counts=counts,
        counted=tuple(catalogue.say(f"counted-{name}") for name in counts),
        tallies=tuple(rows),
        chart="none" if key == "overview" else "growth" if key == "growth" else "bars",
    )


def _counts(key: str, group: Group, days: Days) -> tuple[int, ...]:
    return tuple(HAPPENED[name](group, days) for name in COUNTED.get(key, ("items",)))


def _overview(scope: Scope) -> Iterator[Tally]:
    for name in OVERVIEW:
        yield Tally(scope.library.catalogue.say(f"overview-{name}"), (HAPPENED[name](scope.all, scope.days),))


def _growth(scope: Scope) -> Iterator[Tally]:
    for growth in growth_of([item.fields.date for item in scope.all.items if item.fields.date], scope.days):
        yield Tally(_in_words(growth, scope.library), (growth.came, growth.total))


def _in_words(growth: Growth, library: Library) -> str:
    return " – ".join(dict.fromkeys(library.catalogue.date(date) for date in growth.step))


def _types(key: str, scope: Scope) -> Iterator[Tally]:
    for kind in scope.library.declarations.item_types:
        group = scope.of_items(scope.library.shelves[kind][""].items)
        yield Tally(_plural(kind, scope.library), _counts(key, group, scope.days), scope.library.addresses.index(kind))


def _shelves(kind: str, scope: Scope) -> Iterator[Tally]:
    """The entries of a kind, those with most items first, and what belongs to none of them."""
    library = scope.library
    rows = [(_counts(kind, scope.of_shelf(shelf), scope.days), shelf) for shelf in library.shelves[kind].values()]
    for counts, shelf in sorted(rows, key=lambda row: -row[0][0]):
        if scope.is_everything or any(counts):
            yield Tally(shelf.name, counts, library.addresses.shelf(kind, shelf.slug))
    if any(counts := _counts(kind, scope.outside(kind), scope.days)):
        yield Tally(library.catalogue.say(f"without-{kind}"), counts, rest=True)


def _years(scope: Scope) -> Iterator[Tally]:
    """The years in which something came, somebody met, or others applied something, the oldest first."""
    shelves = scope.library.shelves["year"]
    for year in sorted(scope.years):
        days = scope.days.within(PartialDate(year).first_day, PartialDate(year).last_day)
        if any(counts := _counts("year", scope.all, days)):
            address = scope.library.addresses.shelf("year", str(year)) if str(year) in shelves else None
            yield Tally(str(year), counts, address)


def _organisations(scope: Scope) -> Iterator[Tally]:
    """The organisations that shared items, those with most items first, and what came without one."""
    came = [item for item in scope.all.items if scope.days.have(item.fields.date)]
    spellings = Counter(name for item in came for name in who_shared(item))
    for word, name in usual_spellings(spellings).items():
        yield Tally(name, (sum(count for spelling, count in spellings.items() if word_of(spelling) == word),))
    if without := sum(not who_shared(item) for item in came):
        yield Tally(scope.library.catalogue.say("without-organisation"), (without,), rest=True)


def _questions(scope: Scope) -> Iterator[Tally]:
    asked = [item.fields.state for item in scope.all.items if isinstance(item.fields, LearningQuestion)]
    for state in get_args(QuestionState):
        yield Tally(scope.library.catalogue.value("state", state), (asked.count(state),))


def _evidence(scope: Scope) -> Iterator[Tally]:
    """The items on every step of the ladder, from the lowest to the highest, and those that nobody judged."""
    judged = Counter(item.fields.evidence for item in scope.all.items if item.fields.TAKES_EVIDENCE)
    for step in get_args(Evidence):
        yield Tally(scope.library.catalogue.value("evidence", step), (judged[step],))
    if judged[None]:
        yield Tally(scope.library.catalogue.say("not-judged"), (judged[None],), rest=True)


def _gaps(kind: str, scope: Scope) -> Iterator[Tally]:
    """The entries of a kind that have no item of some types, those that lack most first, each with what it lacks."""
    library = scope.library
    rows = [(shelf, _lacking(shelf, scope)) for shelf in library.shelves[kind].values() if scope.has_entry(kind, shelf.slug)]
    for shelf, lacking in sorted(rows, key=lambda row: -len(row[1])):
        if lacking:
            note = ", ".join(_plural(key, library).lower() for key in lacking)
            yield Tally(shelf.name, (len(lacking),), library.addresses.shelf(kind, shelf.slug), note)


def _lacking(shelf: Shelf, scope: Scope) -> tuple[str, ...]:
    there = {item.fields.type for item in scope.of_items(shelf.items).items}
    return tuple(key for key in scope.library.declarations.item_types if key not in there)


def _review(scope: Scope) -> Iterator[Tally]:
    """How many items of every network are past their date of review, still have time, or have no such date."""
    library = scope.library
    for shelf in sorted(library.shelves[Network.KEY].values(), key=lambda shelf: -len(shelf.items)):
        if scope.has_entry(Network.KEY, shelf.slug):
            counts = _reviews(scope.of_items(shelf.items), scope.days.today)
            yield Tally(shelf.name, counts, library.addresses.shelf(Network.KEY, shelf.slug))
    if (outside := scope.outside(Network.KEY)).items:
        yield Tally(library.catalogue.say("without-network"), _reviews(outside, scope.days.today), rest=True)


def _reviews(group: Group, day: datetime.date) -> tuple[int, int, int]:
    overdue = sum(is_past_review(item, day) for item in group.items)
    dated = sum(item.fields.review_by is not None for item in group.items)
    return overdue, dated - overdue, len(group.items) - dated


def _plural(kind: str, library: Library) -> str:
    return library.catalogue.type_name(kind, plural=True)


_ROWS: dict[str, Callable[[Scope], Iterable[Tally]]] = {
    "overview": _overview,
    "growth": _growth,
    "type": partial(_types, "type"),
    "applied": partial(_types, "applied"),
    "year": _years,
    "organisation": _organisations,
    "learning-question": _questions,
    "evidence": _evidence,
    "review": _review,
}
"""The rows of a figure by its key; those of any other figure are the entries of a frame type."""
