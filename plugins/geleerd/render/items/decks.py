"""Pages with printable cards: of one work format, or of all work formats of a network or theme. Four cards fit on a sheet of A4."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from geleerd.guard import each
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.places.decks import kinds_with_deck, work_formats
from geleerd.render.items.quarters import Quarter, quarters_of
from geleerd.render.parts.described_item import foreign_language_of
from geleerd.render.parts.field_views import FieldView, FieldViews
from geleerd.render.parts.linked import LinksFrom
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets
from geleerd.render.parts.permalink_code import permalink_code
from geleerd.render.parts.time_bar import time_bar
from geleerd.texts.texts import SafeTexts

PER_DECK = 24
"""Most cards on one page: six sheets of A4 if every card is short."""


@dataclass(frozen=True, slots=True)
class DeckCard:
    """A work format on a card: what a facilitator needs in the room."""

    title: str
    drawing: str
    lang: str | None
    fields: Frozen[str, FieldView]
    quarters: tuple[Quarter, ...]
    permalink: Link
    qr: Markup


@dataclass(frozen=True, slots=True)
class DeckView:
    """Everything that the template of a deck shows."""

    title: str
    breadcrumbs: tuple[Link, ...]
    cards: tuple[DeckCard, ...]
    pager: Pager


def deck_pages(library: Library, texts: SafeTexts, site_url: str) -> Iterator[Page]:
    """A card for every work format, and a deck for every network, theme and moment that has some."""
    for item in library.shelves["work-format"][""].items:
        yield from _deck(item.fields.title or "", (item,), library.addresses.entry(item), library, texts, site_url)
    for kind in kinds_with_deck(library.declarations):
        for shelf in library.shelves[kind].values():
            if formats := work_formats(shelf.items):
                yield from _deck(shelf.name, formats, library.addresses.shelf(kind, shelf.slug), library, texts, site_url)


def _deck(name: str, items: Sequence[ItemEntry], base: Address, library: Library, texts: SafeTexts, site_url: str) -> Iterator[Page]:
    def address(page: int) -> Address:
        return library.addresses.deck(base, page)

    parts = sheets(items, address, per_page=PER_DECK)
    title, description = (library.catalogue.say(key, name=name) for key in ("deck-of", "deck-description"))
    for part in parts:
        above = (Link(library.catalogue.say("home"), relative(part.address, "")), Link(name, relative(part.address, base)))
        cards = each(partial(_card, part=part, library=library, texts=texts, site_url=site_url), part.entries)
        view = DeckView(title, above, cards, pager(part.number, len(parts), address))
        shown = Shown("pages/deck.html", Frozen({"page": view}))
        yield Page(part.address, title, description, shown, hidden=True, breadcrumbs=above)


def _card(item: ItemEntry, part: Sheet[ItemEntry], library: Library, texts: SafeTexts, site_url: str) -> DeckCard:
    fields = item.fields
    permalink = library.addresses.permalink(fields.id)
    views = FieldViews(library.catalogue, LinksFrom(library, part.address), texts.of(item.path, part.address))
    shown = views.of(fields, fields.type, fields.editorial)
    bar = time_bar(fields.steps) if isinstance(fields, WorkFormat) else ()
    return DeckCard(
        title=fields.title or "",
        drawing=library.drawing_of(fields, part.address),
        lang=foreign_language_of(item, library),
        fields=shown,
        quarters=quarters_of(fields.title or "", shown, bar),
        permalink=Link(f"/{permalink}", relative(part.address, permalink)),
        qr=permalink_code(fields.id, library, site_url),
    )
