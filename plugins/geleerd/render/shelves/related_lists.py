"""All that somebody related to an item, page by page, when its own page cannot show them all."""

from collections.abc import Iterator

from geleerd.model.artefacts import Page
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.relate.library import Library
from geleerd.render.items.related_cards import RELATED_SHOWN, related_ids
from geleerd.render.parts.cards import Cards
from geleerd.render.parts.pager import sheets
from geleerd.render.shelves.listings import Listing, list_pages


def related_lists(library: Library, cards: Cards) -> Iterator[Page]:
    """The further pages of every item to which more was related than its page shows."""
    for item in library.collection.items:
        if item.fields.status != "withdrawn" and len(found := related_ids(item, library, cards)) > RELATED_SHOWN:
            yield from _pages(item, [library.by_id[name] for name in found], library, cards)


def _pages(item: ItemEntry, related: list[ItemEntry], library: Library, cards: Cards) -> Iterator[Page]:
    catalogue, addresses, kind = library.catalogue, library.addresses, item.fields.type

    def address(page: int) -> Address:
        return addresses.shelf(kind, item.slug, page)

    title = item.fields.title or ""
    home = (catalogue.say("home"), Address(""))
    above = (home, (catalogue.type_name(kind, plural=True), addresses.index(kind)), (title, address(1)))
    listing = Listing(catalogue.say("all-related", name=title), above)
    yield from list_pages(listing, sheets(related, address, first=2), library, cards)
