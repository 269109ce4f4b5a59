"""The meeting planner: work formats and blocks of one's own in order, with clock times. The page and the data that its script needs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from itertools import chain
from typing import get_args

from markupsafe import Markup

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link, Page, Shown, TextFile
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.declarations.meeting_steps import MeetingStep, meeting_steps
from geleerd.model.declarations.part_types import Setting
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.introductions import Introductions

DATA = "assets/planner.json"


@dataclass(frozen=True, slots=True)
class PlannerView:
    """The view for the template of the planner, and the words of its script; the formats to choose from come with the data."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    settings: tuple[Link, ...]
    data: str
    site: str
    words: str
    offline: str
    formats_href: str


def planner_page(library: Library, introductions: Introductions) -> Page:
    """The page; without scripts it leads to the formats."""
    catalogue = library.catalogue
    address = library.addresses.place("planner")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("planner")
    view = PlannerView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        settings=tuple(Link(catalogue.value("setting", value), value) for value in get_args(Setting)),
        data=relative(address, DATA),
        site=relative(address, ""),
        words=json.dumps(catalogue.entries["planner"], ensure_ascii=False),
        offline=json.dumps(library.addresses.offline),
        formats_href=relative(address, library.addresses.index(WorkFormat.KEY)),
    )
    head = f'<script type="module" src="{relative(address, "assets/scripts/planner/planner.js")}"></script>'
    description = introduction.description or catalogue.say("planner-description")
    shown = Shown("pages/planner.html", Frozen({"page": view}))
    return Page(address, title, description, shown, introduction.source, head=head, breadcrumbs=view.breadcrumbs)


def planner_data(library: Library) -> TextFile:
    """What the script knows of the formats, of those that another took the place of, and of the steps with which a plan can begin."""
    formats = _formats(library)
    data = {
        "formats": {item.fields.id: _record(item, library) for item in formats},
        "moved": dict(_moved(library)),
        "beginnings": {item.fields.id: list(map(astuple, steps)) for item in formats if (steps := _beginning(item))},
        "choices": {
            "formats": [(item.fields.id, item.fields.title) for item in formats],
            "beginnings": list(chain.from_iterable(_beginnings(item, library) for item in formats)),
        },
    }
    return TextFile(DATA, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _formats(library: Library) -> tuple[ItemEntry, ...]:
    return library.shelves[WorkFormat.KEY][""].items


def _moved(library: Library) -> Iterator[tuple[str, str]]:
    """The items, of any type, that a work format took the place of, each with the next on the way to it."""
    for item in library.collection.items:
        here, seen = item, set[str]()
        while (later := here.fields.superseded_by) and later in library.by_id and later not in seen:
            seen.add(later)
            here = library.by_id[later]
        if item.fields.superseded_by and isinstance(here.fields, WorkFormat):
            yield item.fields.id, item.fields.superseded_by


def _record(item: ItemEntry, library: Library) -> Mapping[str, object]:
    fields = item.fields
    if not isinstance(fields, WorkFormat):
        return {}
    return {
        "title": fields.title,
        "address": library.addresses.entry(item),
        "minutes": fields.duration.span if fields.duration else None,
        "people": fields.group_size.span if fields.group_size else None,
        "setting": list(fields.setting),
        "phase": fields.phase,
        "materials": [plain(material) for material in fields.materials],
    }


def _beginning(item: ItemEntry) -> tuple[MeetingStep, ...]:
    return meeting_steps(item.fields) if isinstance(item.fields, WorkFormat) else ()


def _beginnings(item: ItemEntry, library: Library) -> Iterator[tuple[str, str]]:
    """A choice, its value and its name, for each length that the steps can have: the least, what they say, and the most."""
    steps = _beginning(item)
    lengths = {sum(step.least for step in steps), sum(step.minutes for step in steps), sum(step.most for step in steps)}
    for minutes in sorted(lengths) if steps else ():
        name = library.catalogue.say("planner-beginning", title=item.fields.title or "", count=minutes)
        yield f"*{item.fields.id}:{minutes}", name
