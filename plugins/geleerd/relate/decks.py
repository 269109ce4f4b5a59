"""Which pages have their work formats as cards to print beside them."""

from collections.abc import Iterable, Iterator

from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library

WITH_DECK = ("network", "theme", "phase")
"""The kinds of shelf whose work formats can be printed together."""


def work_formats(items: Iterable[ItemEntry]) -> tuple[ItemEntry, ...]:
    """The items that fit on a card."""
    return tuple(item for item in items if item.fields.type == "work-format")


def pages_with_deck(library: Library) -> Iterator[Address]:
    """The pages that have a deck: every published work format, and every network, theme and moment that has some."""
    yield from (library.addresses.entry(item) for item in library.shelves["work-format"][""].items)
    for kind in WITH_DECK:
        yield from (library.addresses.shelf(kind, shelf.slug) for shelf in library.shelves[kind].values() if work_formats(shelf.items))


def pages_once_with_deck(library: Library) -> Iterator[Address]:
    """The pages that may have had a deck before: all of those kinds, whatever stands on them today."""
    formats = work_formats(library.collection.items)
    yield from (library.addresses.entry(item) for item in formats if item.fields.status != "withdrawn")
    for kind in WITH_DECK:
        yield from (library.addresses.shelf(kind, slug) for slug in library.shelves[kind])


def deck_href(item: ItemEntry, library: Library, page: Address) -> str | None:
    """The link to the card of a work format."""
    if item.fields.type != "work-format" or item.fields.status != "published":
        return None
    return relative(page, library.addresses.deck(library.addresses.entry(item)))


def shelf_deck_href(kind: str, slug: str, library: Library) -> str | None:
    """The link from an entry's own page to its deck; None without work formats."""
    here = library.addresses.shelf(kind, slug)
    has_deck = kind in WITH_DECK and work_formats(library.shelves[kind][slug].items)
    return relative(here, library.addresses.deck(here)) if has_deck else None
