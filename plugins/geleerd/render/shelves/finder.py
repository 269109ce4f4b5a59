"""Finds work formats by what a facilitator has: minutes, people, a place, a moment in the meeting."""

import json
from dataclasses import dataclass
from typing import get_args

from geleerd.model.artefacts import Link
from geleerd.model.declarations.item_types import Phase, WorkFormat
from geleerd.model.declarations.part_types import Setting
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.pager import Sheet

MINUTES_ASKED = (10, 15, 20, 30, 45, 60, 90, 120, 180, 240)
PEOPLE_ASKED = (2, 4, 6, 8, 10, 12, 15, 20, 25, 30, 50, 100)
"""What people choose from; an address may hold any other number."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What a work format needs, for a script: its id, its shortest and longest time in minutes and how many people, if known."""

    id: str
    minutes: tuple[int, int] | None
    people: tuple[int, int] | None
    setting: str
    phase: str


@dataclass(frozen=True, slots=True)
class Finder:
    """The choices, what the formats on this page need in their order, the lists with the other formats, and sentences for the script."""

    minutes: tuple[int, ...]
    people: tuple[int, ...]
    settings: tuple[Link, ...]
    phases: tuple[Link, ...]
    rows: tuple[Takes, ...]
    others: str
    words: str


def finder_of(part: Sheet[ItemEntry], parts: int, library: Library) -> Finder:
    """The finder for one page of the list of work formats."""
    catalogue = library.catalogue
    numbers = (number for number in range(1, parts + 1) if number != part.number)
    others = [relative(part.address, library.addresses.index(WorkFormat.KEY, number)) for number in numbers]
    words = {key: catalogue.say(f"fits-{key}") for key in ("one", "many", "none")}
    return Finder(
        minutes=MINUTES_ASKED,
        people=PEOPLE_ASKED,
        settings=tuple(Link(catalogue.value("setting", value), value) for value in get_args(Setting)),
        phases=tuple(Link(catalogue.value("phase", value), value) for value in get_args(Phase)),
        rows=tuple(takes_of(item) for item in part.entries),
        others=json.dumps(others),
        words=json.dumps(words, ensure_ascii=False),
    )


def takes_of(item: ItemEntry) -> Takes:
    """What a work format needs."""
    fields = item.fields
    if not isinstance(fields, WorkFormat):
        return Takes(fields.id, None, None, "", "")
    people = fields.group_size.span if fields.group_size else None
    return Takes(fields.id, fields.duration.span if fields.duration else None, people, " ".join(fields.setting), fields.phase or "")


def finder_script(address: Address) -> str:
    """The element that loads the script."""
    return f'<script type="module" src="{relative(address, "assets/scripts/finder.js")}"></script>'
