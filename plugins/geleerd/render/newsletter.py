"""The newsletter: a page on which staff choose and copy, and a page for every month in which something was added."""

import datetime
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from geleerd.model.partial_dates import PartialDate
from geleerd.model.registry import FRAME_TYPES, ITEM_TYPES
from geleerd.model.strings import Address
from geleerd.model.values import ItemEntry
from geleerd.relate.artefacts import Link, Page, absolute, relative
from geleerd.relate.former import choices_since
from geleerd.relate.indices import Shelf
from geleerd.relate.library import Library
from geleerd.relate.selection import NARROWING
from geleerd.render.digest.as_html import block_of
from geleerd.render.digest.contents import MOST, Section, lasting, line_of, sections_of
from geleerd.render.introductions import Introductions
from geleerd.render.pager import Pager, Sheet, pager, sheets
from geleerd.render.site_facts import SiteFacts


@dataclass(frozen=True, slots=True)
class Choices:
    """A facet with what can be chosen of it: values and their names."""

    key: str
    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something was added."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Period:
    """A month to choose with one press: what that says, and its first and last day (ISO 8601)."""

    label: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a month that has more: what it says of itself, and the links to the others."""

    says: str
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NewsletterView:
    """Everything that the template of the newsletter page shows.

    The script begins with the first of the `periods`; `words` are its sentences, as JSON.
    `former` are the choices that were renamed, for links that still have their old names, as JSON too. `site` leads to the root of
    the site from here, `url` from anywhere.
    """

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    facets: tuple[Choices, ...]
    months: tuple[Month, ...]
    periods: tuple[Period, ...]
    words: str
    former: str
    site: str
    url: str
    subscribe: str


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
    sections: tuple[Section, ...]
    block: str
    block_says: str
    words: str
    pager: Pager


def newsletter_pages(library: Library, introductions: Introductions, env: Environment, facts: SiteFacts) -> Iterator[Page]:
    """The page for the staff, and the months, newest first."""
    yield _newsletter(library, introductions, env, facts)
    for month in library.shelves["newsletter"].values():
        yield from _month(month, library, introductions, env, facts)


def _newsletter(library: Library, introductions: Introductions, env: Environment, facts: SiteFacts) -> Page:
    catalogue = library.addresses.catalogue
    address = library.addresses.place("newsletter")
    introduction = introductions.at(address)
    months = library.shelves["newsletter"].values()
    view = NewsletterView(
        title=introduction.title or catalogue.say("newsletter"),
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        facets=tuple(choices for facet in NARROWING if (choices := _choices(facet, library)).values),
        months=tuple(Month(m.name, relative(address, library.addresses.shelf(m.kind, m.slug)), len(m.items)) for m in months),
        periods=tuple(_periods(months, library, facts.today)),
        words=_words(library),
        former=json.dumps(choices_since(library, NARROWING)),
        site=relative(address, ""),
        url=absolute(facts.url, "") if facts.url else "",
        subscribe=facts.newsletter,
    )
    description = introduction.description or catalogue.say("newsletter-description")
    content = env.get_template("pages/newsletter.html").render(page=view)
    return Page(
        address, view.title, description, content, introduction.source, head=_script(address, "newsletter"), breadcrumbs=view.breadcrumbs
    )


def _periods(months: Collection[Shelf], library: Library, today: datetime.date) -> Iterator[Period]:
    """The newest month in which something was added, and the one before it; a date still to come does not hide them."""
    say = library.addresses.catalogue.say
    begun = ((month, days) for month in months if (days := PartialDate.parse(month.slug)).first_day <= today)
    for key, (month, days) in zip(("newsletter-last-month", "newsletter-month-before"), begun, strict=False):
        yield Period(say(key, month=month.name), str(days.first_day), str(days.last_day))


def _choices(facet: str, library: Library) -> Choices:
    catalogue = library.addresses.catalogue
    if facet in FRAME_TYPES:
        filled = [shelf for shelf in library.shelves[facet].values() if shelf.items]
        return Choices(facet, catalogue.type_name(facet), tuple((shelf.slug, shelf.name) for shelf in filled))
    filled = [shelf for key in ITEM_TYPES for shelf in library.shelves[key].values() if shelf.items]
    return Choices(facet, catalogue.label(facet), tuple((shelf.kind, catalogue.type_name(shelf.kind, plural=True)) for shelf in filled))


def _month(month: Shelf, library: Library, introductions: Introductions, env: Environment, facts: SiteFacts) -> Iterator[Page]:
    def address(page: int) -> Address:
        return library.addresses.shelf(month.kind, month.slug, page)

    by_type = sorted(month.items, key=lambda item: list(ITEM_TYPES).index(item.fields.type))
    parts = sheets(by_type, address, per_page=MOST)
    catalogue = library.addresses.catalogue
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
            part=_part(part, parts, library, facts.url) if len(parts) > 1 else None,
            sections=_sections(part, library),
            block=_block(part.entries, library, env, facts.url),
            block_says=_block_says(part.number, len(parts), library),
            words=_words(library),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else catalogue.say("page-of", title=title, number=part.number),
            description=introduction.description or view.description,
            content=env.get_template("pages/newsletter-month.html").render(page=view),
            source=introduction.source if first else None,
            head=_script(part.address, "month") if view.block else "",
            meta={"title": title},
            breadcrumbs=view.breadcrumbs,
        )


def _part(part: Sheet[ItemEntry], parts: Sequence[Sheet[ItemEntry]], library: Library, site_url: str) -> Part:
    # On paper a link needs its address.
    say = library.addresses.catalogue.say
    before, count = MOST * (part.number - 1), sum(len(each.entries) for each in parts)
    return Part(
        say("newsletter-part", number=part.number, total=len(parts), first=before + 1, last=before + len(part.entries), count=count),
        tuple(
            Link(
                say("newsletter-part-name", number=other.number),
                relative(part.address, other.address),
                absolute(site_url, other.address) if site_url else None,
            )
            for other in parts
            if other.number != part.number
        ),
    )


def _block_says(number: int, total: int, library: Library) -> str:
    say = library.addresses.catalogue.say
    return say("newsletter-source-part", number=number, total=total) if total > 1 else say("newsletter-source-help")


def _above(page: Address, library: Library) -> tuple[Link, ...]:
    catalogue = library.addresses.catalogue
    return (
        Link(catalogue.say("home"), relative(page, "")),
        Link(catalogue.say("newsletter"), relative(page, library.addresses.place("newsletter"))),
    )


def _sections(part: Sheet[ItemEntry], library: Library) -> tuple[Section, ...]:
    addresses = library.addresses
    lines = (line_of(item, relative(part.address, addresses.entry(item)), addresses.catalogue) for item in part.entries)
    return sections_of(lines, addresses.catalogue)


def _block(items: Sequence[ItemEntry], library: Library, env: Environment, site_url: str) -> str:
    if not site_url:
        return ""
    catalogue = library.addresses.catalogue
    return block_of(sections_of((line_of(item, lasting(item, library, site_url), catalogue) for item in items), catalogue), env)


def _words(library: Library) -> str:
    return json.dumps(library.addresses.catalogue.newsletter(), ensure_ascii=False)


def _script(address: Address, name: str) -> str:
    return f'<script type="module" src="{relative(address, f"assets/scripts/newsletter/{name}.js")}"></script>'
