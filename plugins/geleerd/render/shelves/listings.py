"""Lists of items: the index of a type, a tag, a year, and the further pages of a frame entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from markupsafe import Markup

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.render.parts.cards import Card, Cards
from geleerd.render.parts.introductions import NO_INTRODUCTION, Introduction
from geleerd.render.parts.list_context import ListContext
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets
from geleerd.render.shelves.finder import MOST_LOOKED_THROUGH, Finder, finder_script, finders


@dataclass(frozen=True, slots=True)
class ListView:
    """The view for the template of a list. `search_href` leads to the search of a list that is too long for a finder; empty otherwise."""

    title: str
    intro: Markup
    description: str
    of_one: bool
    breadcrumbs: tuple[Link, ...]
    cards: tuple[Card, ...]
    count: int
    pager: Pager
    share_href: str
    search_href: str
    finder: Finder | None


Crumbs = tuple[tuple[str, Address], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its title, the pages above it, and the introduction and feeds, which only its first page shows.

    `kind` is the type of its items and `description` what that is; both are empty for a list with several types.
    """

    title: str
    above: Crumbs
    introduction: Introduction = NO_INTRODUCTION
    kind: str = ""
    description: str = ""
    feeds: tuple[Link, ...] = ()


def list_pages(listing: Listing, parts: Sequence[Sheet[ItemEntry]], library: Library, cards: Cards) -> Iterator[Page]:
    """One page for each part of a list."""
    introduction = listing.introduction
    addresses = {part.number: part.address for part in parts}
    # A frame entry's list starts on page 2; its page 1 is the entry itself.
    addresses.setdefault(1, listing.above[-1][1])
    last = parts[-1].number
    count = sum(len(part.entries) for part in parts)
    found = finders(parts, listing.kind, library) if listing.kind else repeat(None)
    for part, finder in zip(parts, found, strict=False):
        first = part.number == 1
        view = ListView(
            title=introduction.title or listing.title,
            intro=introduction.html if first else Markup(),
            description=listing.description,
            of_one=bool(listing.kind),
            breadcrumbs=tuple(Link(name, relative(part.address, to)) for name, to in listing.above),
            cards=tuple(cards[item.fields.id].on(part.address) for item in part.entries),
            count=count,
            pager=pager(part.number, last, addresses.__getitem__),
            share_href=relative(part.address, library.addresses.form("new")),
            search_href=_search_href(listing, parts, part.address, library),
            finder=finder,
        )
        page = _page(view, part, library)
        yield replace(page, source=introduction.source, feeds=listing.feeds) if first else page


def type_pages(library: Library, context: ListContext) -> Iterator[Page]:
    """The index of every type of item."""
    catalogue = library.catalogue
    for key in library.declarations.item_types:

        def address(page: int, kind: str = key) -> Address:
            return library.addresses.index(kind, page)

        title, description = catalogue.type_name(key, plural=True), catalogue.type_description(key)
        listing = Listing(
            title,
            _home(library),
            context.introductions.at(address(1)),
            key,
            description,
            context.feeds.get(address(1), ()),
        )
        yield from list_pages(listing, sheets(library.shelves[key][""].items, address), library, context.cards)


def _search_href(listing: Listing, parts: Sequence[Sheet[ItemEntry]], address: Address, library: Library) -> str:
    if not listing.kind or len(parts) <= MOST_LOOKED_THROUGH:
        return ""
    return f"{relative(address, library.addresses.place('search'))}?type={listing.kind}"


def shelf_pages(kind: str, library: Library, context: ListContext) -> Iterator[Page]:
    """The lists of one kind of shelf without frame entries, such as tags."""
    for shelf in library.shelves[kind].values():
        yield from _shelf(shelf, library, context)


def _shelf(shelf: Shelf, library: Library, context: ListContext) -> Iterator[Page]:
    catalogue = library.catalogue

    def address(page: int) -> Address:
        return library.addresses.shelf(shelf.kind, shelf.slug, page)

    above = (*_home(library), (catalogue.type_name(shelf.kind, plural=True), library.addresses.index(shelf.kind)))
    title = f"{catalogue.type_name(shelf.kind)}: {shelf.name}"
    listing = Listing(title, above, context.introductions.at(address(1)))
    yield from list_pages(listing, sheets(shelf.items, address), library, context.cards)


def _home(library: Library) -> Crumbs:
    return ((library.catalogue.say("home"), Address("")),)


def _description(view: ListView, catalogue: Catalogue) -> str:
    """The name of the list, its number of items and the first title, so that every list and every page has another description."""
    if not view.cards:
        return catalogue.say("nothing-here-yet")
    return catalogue.say("list-description", items=catalogue.say("items", count=view.count), name=view.title, first=view.cards[0].title)


def _page(view: ListView, part: Sheet[ItemEntry], library: Library) -> Page:
    say = library.catalogue.say
    title = view.title if part.number == 1 else say("page-of", title=view.title, number=part.number)
    return Page(
        address=part.address,
        title=title,
        description=view.description or _description(view, library.catalogue),
        shown=Shown("pages/list.html", Frozen({"page": view})),
        head=finder_script(part.address) if view.finder else "",
        breadcrumbs=view.breadcrumbs,
    )
