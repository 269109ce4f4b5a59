"""The months of the newsletter: a page for every month in which something was added, with the part of a newsletter to copy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute, relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.render.newsletter.digest.contents import MOST_IN_DIGEST, DigestSection, lasting, line_of, sections_of
from geleerd.render.newsletter.script import script, script_words
from geleerd.render.parts.introductions import Introduction, Introductions
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets

_MOST_PARTS = 12
"""Most links to other parts of a month, so that no page grows with the number of items; the pager leads to all parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a month with several pages: its own label, and the links to the other pages."""

    says: str
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The view for the template of a month. `block` is the part of a newsletter to copy; empty for a site without an address.

    `block_says` explains what to do with it. `part` is None when the month fits on one page. `words` are the script's sentences, as JSON.
    """

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    description: str
    count: int
    part: Part | None
    sections: tuple[DigestSection, ...]
    block: tuple[DigestSection, ...]
    block_says: str
    words: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class _Month:
    """A month cut into parts, and what the staff wrote above it."""

    name: str
    title: str
    introduction: Introduction
    parts: Sequence[Sheet[ItemEntry]]

    @property
    def count(self) -> int:
        """How many items were added."""
        return sum(len(part.entries) for part in self.parts)


def month_pages(library: Library, introductions: Introductions, settings: Settings) -> Iterator[Page]:
    """The pages of all months, newest first; the first page of a month has its own address."""
    for shelf in library.shelves["newsletter"].values():
        month = _month(shelf, library, introductions)
        for part in month.parts:
            yield _page(part, month, _view(part, month, library, settings.site_url), library)


def _month(shelf: Shelf, library: Library, introductions: Introductions) -> _Month:
    def address(page: int) -> Address:
        return library.addresses.shelf(shelf.kind, shelf.slug, page)

    order = list(library.declarations.item_types)
    by_type = sorted(shelf.items, key=lambda item: order.index(item.fields.type))
    introduction = introductions.at(address(1))
    title = introduction.title or library.catalogue.say("newsletter-of", month=shelf.name)
    return _Month(shelf.name, title, introduction, sheets(by_type, address, per_page=MOST_IN_DIGEST))


def _view(part: Sheet[ItemEntry], month: _Month, library: Library, site_url: str) -> MonthView:
    total = len(month.parts)
    return MonthView(
        title=month.title,
        intro=month.introduction.html if part.number == 1 else Markup(),
        breadcrumbs=_above(part.address, library),
        description=library.catalogue.say("newsletter-of-description", month=month.name),
        count=month.count,
        part=_part(part, month, library, site_url) if total > 1 else None,
        sections=_sections(part, library),
        block=_block(part.entries, library, site_url),
        block_says=_block_says(part.number, total, library),
        words=script_words(library),
        pager=pager(part.number, total, lambda number: month.parts[number - 1].address),
    )


def _page(part: Sheet[ItemEntry], month: _Month, view: MonthView, library: Library) -> Page:
    first = part.number == 1
    return Page(
        address=part.address,
        title=view.title if first else library.catalogue.say("page-of", title=view.title, number=part.number),
        description=month.introduction.description or view.description,
        shown=Shown("pages/newsletter-month.html", Frozen({"page": view})),
        source=month.introduction.source if first else None,
        head=script(part.address, "month") if view.block else "",
        breadcrumbs=view.breadcrumbs,
    )


def _part(part: Sheet[ItemEntry], month: _Month, library: Library, site_url: str) -> Part:
    # On paper a link needs its address.
    say = library.catalogue.say
    before, total = MOST_IN_DIGEST * (part.number - 1), len(month.parts)
    says = say("newsletter-part", number=part.number, total=total, first=before + 1, last=before + len(part.entries), count=month.count)
    others = [other for other in month.parts[: _MOST_PARTS + 1] if other.number != part.number][:_MOST_PARTS]
    names = (say("newsletter-part-name", number=other.number) for other in others)
    places = (absolute(site_url, other.address) if site_url else None for other in others)
    hrefs = (relative(part.address, other.address) for other in others)
    return Part(says, tuple(map(Link, names, hrefs, places)))


def _block_says(number: int, total: int, library: Library) -> str:
    say = library.catalogue.say
    return say("newsletter-source-part", number=number, total=total) if total > 1 else say("newsletter-source-help")


def _above(page: Address, library: Library) -> tuple[Link, ...]:
    catalogue = library.catalogue
    return (
        Link(catalogue.say("home"), relative(page, "")),
        Link(catalogue.say("newsletter"), relative(page, library.addresses.place("newsletter"))),
    )


def _sections(part: Sheet[ItemEntry], library: Library) -> tuple[DigestSection, ...]:
    addresses = library.addresses
    lines = (line_of(item, relative(part.address, addresses.entry(item)), library.catalogue) for item in part.entries)
    return sections_of(lines, library.declarations.item_types, library.catalogue)


def _block(items: Sequence[ItemEntry], library: Library, site_url: str) -> tuple[DigestSection, ...]:
    if not site_url:
        return ()
    catalogue = library.catalogue
    lines = (line_of(item, lasting(item, library, site_url), catalogue) for item in items)
    return sections_of(lines, library.declarations.item_types, catalogue)
