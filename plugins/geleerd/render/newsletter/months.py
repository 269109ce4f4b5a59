"""The months of the newsletter: a page for every month in which something was added, with the part of a newsletter to copy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from geleerd.model.artefacts import Link, Page
from geleerd.model.documents import ItemEntry
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute, relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.render.newsletter.digest.as_html import block_of
from geleerd.render.newsletter.digest.contents import MOST_IN_DIGEST, DigestSection, lasting, line_of, sections_of
from geleerd.render.newsletter.script import script, script_words
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets

_MOST_PARTS = 12
"""Links to other parts of a month at most, so that no page grows with the number of items; the pager leads to all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a month that has more: what it says of itself, and the links to the others."""

    says: str
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """Everything that the template of a month shows. `block` is the part of a newsletter to copy; empty without an address.

    `block_says` is what to do with it. `part` is None where the month fits on one page. `words` are the sentences of the script, as JSON.
    """

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    description: str
    count: int
    part: Part | None
    sections: tuple[DigestSection, ...]
    block: str
    block_says: str
    words: str
    pager: Pager


def month_pages(month: Shelf, library: Library, introductions: Introductions, env: Environment, settings: Settings) -> Iterator[Page]:
    """The pages of a month, the first at its own address."""

    def address(page: int) -> Address:
        return library.addresses.shelf(month.kind, month.slug, page)

    order = list(library.declarations.item_types)
    by_type = sorted(month.items, key=lambda item: order.index(item.fields.type))
    parts = sheets(by_type, address, per_page=MOST_IN_DIGEST)
    catalogue = library.catalogue
    introduction = introductions.at(address(1))
    title = introduction.title or catalogue.say("newsletter-of", month=month.name)
    for part in parts:
        first = part.number == 1
        view = MonthView(
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=_above(part.address, library),
            description=catalogue.say("newsletter-of-description", month=month.name),
            count=len(month.items),
            part=_part(part, parts, library, settings.site_url) if len(parts) > 1 else None,
            sections=_sections(part, library),
            block=_block(part.entries, library, env, settings.site_url),
            block_says=_block_says(part.number, len(parts), library),
            words=script_words(library),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else catalogue.say("page-of", title=title, number=part.number),
            description=introduction.description or view.description,
            content=env.get_template("pages/newsletter-month.html").render(page=view),
            source=introduction.source if first else None,
            head=script(part.address, "month") if view.block else "",
            breadcrumbs=view.breadcrumbs,
        )


def _part(part: Sheet[ItemEntry], parts: Sequence[Sheet[ItemEntry]], library: Library, site_url: str) -> Part:
    # On paper a link needs its address.
    say = library.catalogue.say
    before, count = MOST_IN_DIGEST * (part.number - 1), sum(len(each.entries) for each in parts)
    says = say("newsletter-part", number=part.number, total=len(parts), first=before + 1, last=before + len(part.entries), count=count)
    others = [other for other in parts[: _MOST_PARTS + 1] if other.number != part.number][:_MOST_PARTS]
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


def _block(items: Sequence[ItemEntry], library: Library, env: Environment, site_url: str) -> str:
    if not site_url:
        return ""
    catalogue = library.catalogue
    lines = (line_of(item, lasting(item, library, site_url), catalogue) for item in items)
    return block_of(sections_of(lines, library.declarations.item_types, catalogue), env)
