"""The card: how an item is shown wherever it is not the page itself."""

from dataclasses import dataclass

from geleerd.model.artefacts import Link
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.described_item import foreign_language_of


@dataclass(frozen=True, slots=True)
class Card:
    """An item in a list. `lang` is its language where that is not the site's; `reason` says why it stands there, if that is not plain.

    `editorial`: the desk added that reason.
    """

    type: str
    type_name: str
    title: str
    summary: str
    lang: str | None
    href: str
    date: str
    networks: tuple[Link, ...]
    reason: str | None = None
    editorial: bool = False


def card(item: ItemEntry, library: Library, page: Address, reason: str | None = None, *, editorial: bool = False) -> Card:
    """The card of an item, as seen from a page."""
    catalogue = library.catalogue
    fields = item.fields
    networks = library.shelves["network"]
    return Card(
        type=fields.type,
        type_name=catalogue.type_name(fields.type),
        title=fields.title or "",
        summary=fields.summary or "",
        lang=foreign_language_of(item, library),
        href=relative(page, library.addresses.entry(item)),
        date=catalogue.date(fields.date) if fields.date else "",
        networks=tuple(Link(networks[s].name, relative(page, library.addresses.shelf("network", s))) for s in fields.networks),
        reason=reason,
        editorial=editorial,
    )
