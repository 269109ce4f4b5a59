"""The pages that have a deck: their work formats as printable cards."""

from collections.abc import Iterable, Iterator

from geleerd.model.collection import Collection
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.shelves import Shelves


def kinds_with_deck(declarations: Declarations) -> tuple[str, ...]:
    """The kinds of shelf that can have a deck: some frame types, and the moments in a meeting."""
    return (*(key for key, declared in declarations.frame_types.items() if declared.DECK), "phase")


def work_formats(items: Iterable[ItemEntry]) -> tuple[ItemEntry, ...]:
    """The items that fit on a card."""
    return tuple(item for item in items if item.fields.type == "work-format")


def pages_with_deck(shelves: Shelves, addresses: Addresses) -> Iterator[Address]:
    """The pages that have a deck: every published work format, and every network, theme and moment that has some."""
    yield from (addresses.entry(item) for item in shelves["work-format"][""].items)
    for kind in kinds_with_deck(addresses.declarations):
        yield from (addresses.shelf(kind, shelf.slug) for shelf in shelves[kind].values() if work_formats(shelf.items))


def pages_once_with_deck(collection: Collection, shelves: Shelves, addresses: Addresses) -> Iterator[Address]:
    """The pages that may have had a deck before: all pages of those kinds, whether they have work formats today or not."""
    formats = work_formats(collection.items)
    yield from (addresses.entry(item) for item in formats if item.fields.status != "withdrawn")
    for kind in kinds_with_deck(addresses.declarations):
        yield from (addresses.shelf(kind, slug) for slug in shelves[kind])
