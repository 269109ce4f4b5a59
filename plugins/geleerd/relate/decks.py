"""Links to the printable cards of one work format, or of all work formats of a network, theme or moment."""

from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.places.decks import kinds_with_deck, work_formats


def deck_href(item: ItemEntry, library: Library, page: Address) -> str | None:
    """The link to the card of a work format."""
    if item.fields.type != "work-format" or item.fields.status != "published":
        return None
    return relative(page, library.addresses.deck(library.addresses.entry(item)))


def shelf_deck_href(kind: str, slug: str, library: Library) -> str | None:
    """The link from an entry's own page to its deck; None without work formats."""
    here = library.addresses.shelf(kind, slug)
    has_deck = kind in kinds_with_deck(library.declarations) and work_formats(library.shelves[kind][slug].items)
    return relative(here, library.addresses.deck(here)) if has_deck else None
