"""Finds items in the list of a type by what a reader has or wants: minutes and people, a goal, a network, how sure it is."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import FailurePattern, Network, Theme
from geleerd.model.declarations.item_types import Phase, WorkFormat
from geleerd.model.declarations.part_types import Setting
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.facets import shown_of, values_in
from geleerd.relate.library import Library
from geleerd.render.parts.cards import is_to_judge
from geleerd.render.parts.field_views import LADDER
from geleerd.render.parts.pager import Sheet

MINUTES_ASKED = (10, 15, 20, 30, 45, 60, 90, 120, 180, 240)
PEOPLE_ASKED = (2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 50, 100)
"""What people choose from; an address may hold any other number."""

MOST_LOOKED_THROUGH = 24
"""Most pages of a list that its finder looks through. A longer list leads to the search, which has an index."""

NOT_JUDGED = "not-judged"
"""The choice of certainty for what nobody judged."""

_BY_SHELF = (Theme.KEY, FailurePattern.KEY, Network.KEY)
_BY_VALUE = ("state", "evidence")


@dataclass(frozen=True, slots=True)
class CountedChoice:
    """A value that a reader can choose: its name, and how many items of the list have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Choosing:
    """What a reader can choose by: its key in the address, its label and the choices, of which at least two have items."""

    key: str
    label: str
    choices: tuple[CountedChoice, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """The choices for one page of a list, what its items need in their order, the other pages of the list, and sentences for the script.

    `minutes`, `people` and `settings` are empty but for work formats. `orders` are the orders beside that of the site: key and name.
    """

    minutes: tuple[int, ...]
    people: tuple[int, ...]
    settings: tuple[Link, ...]
    choices: tuple[Choosing, ...]
    orders: tuple[tuple[str, str], ...]
    rows: tuple[Frozen[str, str], ...]
    others: str
    words: str


def finders(parts: Sequence[Sheet[ItemEntry]], kind: str, library: Library) -> Iterator[Finder | None]:
    """The finder for each page of the list of a type; none for a list of one, or one that is too long to look through."""
    items = [item for part in parts for item in part.entries]
    if len(items) < 2 or len(parts) > MOST_LOOKED_THROUGH:
        yield from (None for _ in parts)
        return
    catalogue, formats = library.catalogue, issubclass(library.declarations.item_types[kind], WorkFormat)
    choices = tuple(_choosings(items, library, formats=formats))
    sentences = "fits" if formats else "found"
    words = {key: catalogue.say(f"{sentences}-{key}") for key in ("one", "many", "none")} | {"other": catalogue.say("other")}
    places = {item.fields.id: str(place) for place, item in enumerate(items)}
    for part in parts:
        others = [relative(part.address, other.address) for other in parts if other is not part]
        yield Finder(
            minutes=MINUTES_ASKED if formats else (),
            people=PEOPLE_ASKED if formats else (),
            settings=tuple(Link(catalogue.value("setting", value), value) for value in get_args(Setting)) if formats else (),
            choices=choices,
            orders=tuple(_orders(choices, library, formats=formats)),
            rows=tuple(Frozen({"place": places[item.fields.id], **dict(_needs(item, library))}) for item in part.entries),
            others=json.dumps(others),
            words=json.dumps(words, ensure_ascii=False),
        )


def _choosings(items: Sequence[ItemEntry], library: Library, *, formats: bool) -> Iterator[Choosing]:
    """What a list can be chosen by. A facilitator asks for little, so that the first format that fits stays in sight on a phone."""
    if formats:
        values = ((value, library.catalogue.value("phase", value)) for value in get_args(Phase))
        yield Choosing("phase", library.catalogue.say("finder-phase"), tuple(CountedChoice(value, name, 0) for value, name in values))
        return
    for key in (*_BY_SHELF, *_BY_VALUE):
        counts = Counter(value for item in items for value in _values(item, key, library))
        choices = tuple(CountedChoice(value, name, counts[value]) for value, name in _named(key, counts, library))
        if len(choices) > 1:
            yield Choosing(key, library.catalogue.say(f"finder-{key}"), choices)


def _named(key: str, counts: Counter[str], library: Library) -> Sequence[tuple[str, str]]:
    """The values of which there are items, with their names."""
    catalogue = library.catalogue
    if key in _BY_SHELF:
        found = [(slug, shelf.name) for slug, shelf in library.shelves.get(key, {}).items() if counts[slug]]
        return shown_of(key, found, library)
    words = [(value, str(catalogue.value(key, value))) for value in catalogue.entries["values"][key] if counts[value]]
    return [*words, (NOT_JUDGED, catalogue.say(NOT_JUDGED))] if counts[NOT_JUDGED] else words


def _values(item: ItemEntry, key: str, library: Library) -> tuple[str, ...]:
    """The values of an item: of what it names itself first, then of what that belongs to."""
    if key in _BY_SHELF:
        named = item.fields.themes if key == Theme.KEY else ()
        return tuple(dict.fromkeys((*named, *library.shelf_slugs.get(key, {}).get(item.fields.id, ()))))
    values = values_in(getattr(item.fields, key, None))
    return values or ((NOT_JUDGED,) if key == "evidence" and is_to_judge(item) else ())


def _orders(choices: Sequence[Choosing], library: Library, *, formats: bool) -> Iterator[tuple[str, str]]:
    keys = {choosing.key for choosing in choices}
    wanted = {Theme.KEY: Theme.KEY in keys, "evidence": formats or "evidence" in keys, "minutes": formats, "title": True}
    yield from ((key, library.catalogue.say(f"order-{key}")) for key, is_there in wanted.items() if is_there)


def _needs(item: ItemEntry, library: Library) -> Iterator[tuple[str, str]]:
    """What the script knows of an item: its values by key, numbers as `least most`, and the step of its certainty."""
    fields = item.fields
    if isinstance(fields, WorkFormat):
        spans = {"minutes": fields.duration and fields.duration.span, "people": fields.group_size and fields.group_size.span}
        yield from ((key, f"{span[0]} {span[1]}") for key, span in spans.items() if span)
        yield "setting", " ".join(fields.setting)
        yield "phase", fields.phase or ""
    else:
        found = ((key, " ".join(_values(item, key, library))) for key in (*_BY_SHELF, *_BY_VALUE))
        yield from ((key, values) for key, values in found if values)
    if fields.evidence:
        yield "sure", str(LADDER.index(fields.evidence))


def finder_script(address: Address) -> str:
    """The element that loads the script."""
    return f'<script type="module" src="{relative(address, "assets/scripts/finder.js")}"></script>'
