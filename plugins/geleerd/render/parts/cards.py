"""The card: an item in a list or beside a text, of our own or of another knowledge base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from geleerd.guard import each
from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import Theme
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import href_below, up_from
from geleerd.relate.elsewhere import LearnedElsewhere
from geleerd.relate.library import Library
from geleerd.render.parts.described_item import foreign_language_of


@dataclass(frozen=True, slots=True)
class Card:
    """An item in a list. `lang` is its language, if that is not the site's; `reason` says why it is listed, if that is not obvious.

    `address` is the item's page, `named` are the names and addresses of its networks, `drawn` is the drawing that belongs to it, `theme`
    the name and address of the theme that it was drawn for, if it was. `up` leads from the page that shows the card to the root of the
    site: `href`, `drawing` and `networks` are relative to that page. `crown` says how many networks learned it, if several did; `facts`
    what a work format takes. `editorial`: the desk added the reason.
    """

    type: str
    type_name: str
    title: str
    summary: str
    lang: str | None
    date: str
    address: Address
    named: tuple[tuple[str, Address], ...]
    crown: str = ""
    facts: str = ""
    drawn: str = ""
    theme: tuple[str, Address] | None = None
    up: str = ""
    reason: str | None = None
    editorial: bool = False

    def on(self, page: Address, reason: str | None = None, *, editorial: bool = False) -> "Card":
        """The same card, shown on a page, with the reason for that page."""
        return replace(self, up=up_from(page), reason=reason, editorial=editorial)

    def without(self, entry: Address) -> "Card":
        """The same card without the name of a network, or without the name and drawing of a theme, for its own page."""
        card = replace(self, named=tuple(named for named in self.named if named[1] != entry))
        return replace(card, theme=None, drawn="") if self.theme and self.theme[1] == entry else card

    @property
    def href(self) -> str:
        """The link to the item."""
        return href_below(self.up, self.address)

    @property
    def drawing(self) -> str:
        """The drawing that belongs to it: the name of one of the package, or the link to one of the knowledge base itself."""
        return href_below(self.up, self.drawn) if self.drawn.endswith(".svg") else self.drawn

    @property
    def networks(self) -> tuple[Link, ...]:
        """The links to its networks."""
        return tuple(Link(name, href_below(self.up, address)) for name, address in self.named)


Cards = Mapping[str, Card]
"""The cards of all items that are not withdrawn, by id."""


def cards_of(library: Library) -> Cards:
    """The cards of a site, made once for all pages that show them."""
    shown = (item for item in library.collection.items if item.fields.status != "withdrawn")
    return Frozen(each(lambda item: (item.fields.id, card_of(item, library)), shown))


def card_of(item: ItemEntry, library: Library) -> Card:
    """The card of an item."""
    addresses, fields = library.addresses, item.fields
    networks = library.shelves["network"]
    return Card(
        type=fields.type,
        type_name=library.catalogue.type_name(fields.type),
        title=fields.title or "",
        summary=fields.summary or "",
        lang=foreign_language_of(item, library),
        date=library.catalogue.date(fields.date) if fields.date else "",
        address=addresses.entry(item),
        crown=library.crown_of(item),
        facts=" · ".join(filter(None, (_certainty(item, library), library.format_facts(item)))),
        drawn=library.drawing_of(fields),
        theme=_drawn_theme(item, library),
        named=tuple((networks[slug].name, addresses.shelf("network", slug)) for slug in fields.networks),
    )


def _drawn_theme(item: ItemEntry, library: Library) -> tuple[str, Address] | None:
    entry = library.drawn_by(item.fields)
    return (entry.fields.shown_name, library.addresses.entry(entry)) if entry and isinstance(entry.fields, Theme) else None


def is_to_judge(item: ItemEntry) -> bool:
    """Whether it makes sense to ask how sure an item is: not of a failure, nor of a question until somebody judged its answer."""
    return item.fields.TAKES_EVIDENCE and not (isinstance(item.fields, LearningQuestion) and not item.fields.evidence)


def _certainty(item: ItemEntry, library: Library) -> str:
    """How often it was done, in words; that nobody judged it is an answer too."""
    if item.fields.evidence:
        return str(library.catalogue.value("evidence", item.fields.evidence))
    return library.catalogue.say("not-judged") if is_to_judge(item) else ""


@dataclass(frozen=True, slots=True)
class ForeignCard:
    """An item of another knowledge base in a list: `site` is the address of that one, `lang` the language, if it is not that of ours.

    `networks` are the names of its networks.
    """

    type: str
    type_name: str
    title: str
    summary: str
    lang: str | None
    href: str
    name: str
    site: str
    networks: tuple[str, ...] = ()


def foreign_cards(found: Iterable[LearnedElsewhere], library: Library) -> tuple[ForeignCard, ...]:
    """The cards. A type that only the other one has is called a contribution."""
    return tuple(_card(one, library) for one in found)


def foreign_language(language: str, library: Library) -> str | None:
    """A language, if that is not the language of the site."""
    return None if language.lower() == library.catalogue.language else language


def _card(one: LearnedElsewhere, library: Library) -> ForeignCard:
    item, catalogue = one.item, library.catalogue
    known = item.type in library.declarations.item_types
    return ForeignCard(
        type=item.type if known else "",
        type_name=catalogue.type_name(item.type) if known else catalogue.say("contribution"),
        title=item.title,
        summary=item.summary,
        lang=foreign_language(item.language, library),
        href=item.url,
        name=one.base.name,
        site=one.base.site,
        networks=item.networks,
    )
