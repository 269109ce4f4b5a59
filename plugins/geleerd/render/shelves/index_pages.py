"""Indices of entries: networks, themes and the other frame types, tags, years and moments, each with its number of items."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from markupsafe import Markup

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import FailurePattern, SuccessFactor
from geleerd.model.declarations.item_types import Phase
from geleerd.model.declarations.registry import LISTS
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf, indexed
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.pager import Pager, pager, weighed_sheets
from geleerd.render.shelves.margins import BESIDE_SHOWN

PER_INDEX_PAGE = 200
"""Most entries on one page of an index, those below others included; each is one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in an index: its name, a description, the number of its items, its drawing, and the entries below it.

    `more` is the number of entries below it that it leaves out, `all_href` where those are.
    """

    name: str
    href: str
    count: int
    note: str
    drawing: str
    children: tuple["Row", ...] = ()
    more: int = 0
    all_href: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Rows under one heading; a single cluster has no heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The view for the template of an index."""

    kind: str
    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    clusters: tuple[Cluster, ...]
    count: int
    pager: Pager


def index_pages(library: Library, introductions: Introductions) -> Iterator[Page]:
    """The index of every frame type, and of every kind of list; that of the success factors is a map, that of the patterns a finder."""
    for kind in (*library.declarations.frame_types, *LISTS):
        if kind not in {SuccessFactor.KEY, FailurePattern.KEY}:
            yield from _index(kind, library, introductions)


def _index(kind: str, library: Library, introductions: Introductions) -> Iterator[Page]:
    catalogue = library.catalogue

    def address(page: int) -> Address:
        return library.addresses.index(kind, page)

    introduction = introductions.at(address(1))
    title = introduction.title or catalogue.type_name(kind, plural=True)
    tops = indexed(kind, library.shelves)
    parts = weighed_sheets(tops, address, lambda shelf: 1 + min(_below(shelf, library), BESIDE_SHOWN), PER_INDEX_PAGE)
    for part in parts:
        first = part.number == 1
        view = IndexView(
            kind=kind,
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=(Link(catalogue.say("home"), relative(part.address, "")),),
            clusters=(Cluster("", tuple(_row(shelf, library, part.address) for shelf in part.entries)),) if part.entries else (),
            count=len(library.shelves[kind]) if kind in library.declarations.frame_types else len(tops),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else catalogue.say("page-of", title=title, number=part.number),
            description=introduction.description or catalogue.type_description(kind),
            shown=Shown("pages/index.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            breadcrumbs=view.breadcrumbs,
        )


def _row(shelf: Shelf, library: Library, address: Address) -> Row:
    """A line with all entries below it, or with the first of those right below it where there are many."""
    children = library.children[shelf.kind].get(shelf.slug, ())
    row = row_of(shelf, library, address)
    if _below(shelf, library) <= BESIDE_SHOWN:
        return replace(row, children=tuple(_row(child, library, address) for child in children))
    first = tuple(row_of(child, library, address) for child in children[:BESIDE_SHOWN])
    more = len(children) - len(first)
    all_href = relative(address, library.addresses.margin(shelf.kind, shelf.slug)) if more else ""
    return replace(row, children=first, more=more, all_href=all_href)


def _below(shelf: Shelf, library: Library) -> int:
    """The number of entries below one, at any depth."""
    return sum(1 + _below(child, library) for child in library.children[shelf.kind].get(shelf.slug, ()))


def row_of(shelf: Shelf, library: Library, address: Address) -> Row:
    """The line of an entry, without those below it."""
    return Row(
        name=shelf.name,
        href=relative(address, library.addresses.shelf(shelf.kind, shelf.slug)),
        count=len(shelf.items),
        note=_note(shelf, library),
        drawing=_drawing(shelf, library, address),
    )


def _drawing(shelf: Shelf, library: Library, address: Address) -> str:
    """The drawing of an entry or a moment; empty for others."""
    if shelf.kind == "phase":
        phases: tuple[str, ...] = get_args(Phase)
        return next(phase for phase in phases if library.catalogue.moment(phase) == shelf.slug)
    if shelf.kind not in library.declarations.frame_types:
        return ""
    return library.drawing_of(library.collection.frame[shelf.kind][shelf.slug].fields, address)


def _note(shelf: Shelf, library: Library) -> str:
    """One line about an entry, from its own file: what experts call it, and what it is about."""
    if shelf.kind not in library.declarations.frame_types:
        return ""
    fields = library.collection.frame[shelf.kind][shelf.slug].fields
    told = next((plain(str(text)) for key in ("definition", "meaning", "purpose", "region") if (text := getattr(fields, key, None))), "")
    return ": ".join(words for words in (shelf.also, told) if words)
