"""All places on the site: one line here for every kind of page, and for every file beside a page."""

import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping

from geleerd.model.collection import Collection
from geleerd.model.declarations.registry import LISTS, LISTS_AND_MONTHS
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.places.addresses import (
    FORMS,
    HOME,
    INTRODUCED,
    Addresses,
    addresses_by_path,
    feeds_of,
    markdown_of,
)
from geleerd.relate.places.decks import pages_with_deck
from geleerd.relate.places.fixed import FILES
from geleerd.relate.places.site_place import Kind, SitePlace
from geleerd.relate.sayings import sayings_of
from geleerd.relate.shelves import Shelves
from geleerd.relate.synonyms import joined_synonyms, synonyms_of


def places_of(collection: Collection, addresses: Addresses, shelves: Shelves) -> Iterator[SitePlace]:
    """Every place except the redirects from old addresses. Where two places have one address, the later one counts."""
    owners = {address: path for path, address in addresses_by_path(collection, addresses).items()}
    made = (*_overviews(addresses, owners, elsewhere=bool(collection.elsewhere)), *_shelves(shelves, addresses, owners))
    yield from (*FILES, *made, *_tools(addresses))
    for synonym in joined_synonyms(shelves["tag"], synonyms_of(collection)):
        yield SitePlace(addresses.shelf("tag", synonym), Kind.SYNONYM)
    yield from (SitePlace(addresses.saying_image(saying.anchor), Kind.FILE) for saying in sayings_of(collection))
    for item in collection.items:
        yield from _of_item(item, addresses)
    yield from _entries(collection, addresses)
    for page in pages_with_deck(shelves, addresses):
        yield SitePlace(addresses.deck(page), Kind.DECK, owners.get(page))
    yield from _staff_pages(collection.staff_pages, addresses, {place.address for place in made})


def _overviews(addresses: Addresses, owners: Mapping[Address, SourcePath], *, elsewhere: bool) -> Iterator[SitePlace]:
    def overview(address: Address, folder: str, *beside: Address) -> SitePlace:
        file = SourcePath(posixpath.join(addresses.content, folder, "index.md"))
        owner = owners.get(address)
        return SitePlace(address, Kind.OVERVIEW, owner, owner or file, beside)

    declared, word, agenda = addresses.declarations, addresses.catalogue.word, addresses.place("agenda")
    items, frames = ({key: addresses.index(key) for key in types} for types in (declared.item_types, declared.frame_types))
    yield overview(HOME, "", *feeds_of(HOME))
    yield from (overview(page, word(key), *feeds_of(page), markdown_of(page)) for key, page in items.items())
    yield from (overview(page, declared.folder(key), markdown_of(page)) for key, page in frames.items())
    yield from (overview(addresses.index(key), word(key)) for key in LISTS)
    yield overview(agenda, word("agenda"), addresses.calendar(agenda))
    yield from (overview(addresses.place(name), word(name)) for name in INTRODUCED if name != "agenda")
    if elsewhere:
        others = addresses.place("elsewhere")
        yield overview(others, word("elsewhere"), *feeds_of(others))
    yield from (SitePlace(addresses.figure(key), Kind.FILE) for key in declared.figures)


def _tools(addresses: Addresses) -> Iterator[SitePlace]:
    yield SitePlace(addresses.reference(), Kind.TOOL)
    yield from (SitePlace(addresses.form(way), Kind.TOOL) for way in FORMS)
    yield from (SitePlace(addresses.form("new", kind), Kind.TOOL) for kind in addresses.declarations.item_types)
    yield from (SitePlace(addresses.form("desk", kind), Kind.TOOL) for kind in addresses.declarations.desk_forms)


def _shelves(shelves: Shelves, addresses: Addresses, owners: Mapping[Address, SourcePath]) -> Iterator[SitePlace]:
    pages = (addresses.shelf(kind, slug) for kind in LISTS_AND_MONTHS for slug in shelves[kind])
    return (SitePlace(page, Kind.SHELF, owners.get(page), owners.get(page)) for page in pages)


def _of_item(item: ItemEntry, addresses: Addresses) -> Iterator[SitePlace]:
    item_id, page = item.fields.id, addresses.shelf(item.fields.type, item.slug)
    yield SitePlace(addresses.share_image(item_id), Kind.FILE)
    if item.fields.status == "withdrawn":
        yield SitePlace(page, Kind.WITHDRAWN, item.path)
        yield SitePlace(addresses.permalink(item_id), Kind.ITEM, item.path)
    else:
        yield SitePlace(addresses.permalink(item_id), Kind.PERMALINK, item.path)
        yield SitePlace(page, Kind.ITEM, item.path, beside=(markdown_of(page),))


def _entries(collection: Collection, addresses: Addresses) -> Iterator[SitePlace]:
    for kind, entries in collection.frame.items():
        for entry in entries.values():
            page = addresses.entry(entry)
            feeds = feeds_of(page) if kind in addresses.declarations.followed else ()
            calendar = (addresses.calendar(page),) if kind == "network" else ()
            yield SitePlace(page, Kind.ENTRY, entry.path, beside=(markdown_of(page), *feeds, *calendar))
            if kind == "network":
                yield SitePlace(addresses.learning_agenda(entry.slug), Kind.LEARNING_AGENDA, entry.path)


def _staff_pages(pages: Iterable[Document], addresses: Addresses, introducible: Container[Address]) -> Iterator[SitePlace]:
    """The staff pages, except those that introduce a page of the product: that page is in the list already."""
    for page in pages:
        address = addresses.page(page.path)
        if address not in introducible:
            yield SitePlace(address, Kind.STAFF_PAGE, page.path, page.path)
