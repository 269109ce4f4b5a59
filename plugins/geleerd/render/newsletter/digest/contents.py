"""The contents of a digest, before they have a form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from geleerd.locale.catalogue import Catalogue
from geleerd.model.documents import ItemEntry
from geleerd.model.partial_dates import PartialDate
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.selection import Selection, selected
from geleerd.render.newsletter.digest.on_one_line import on_one_line

MOST_IN_DIGEST = 60
"""Most items in one digest. Nobody reads more in a mail; the page for newsletters shows them all."""


@dataclass(frozen=True, slots=True)
class DigestLine:
    """An item in a newsletter. `lang` is its language, if that is not the language of the newsletter."""

    type: str
    title: str
    summary: str
    href: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class DigestSection:
    """The items of one type under its name."""

    name: str
    lines: tuple[DigestLine, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The items added in a period: `lines` are the newest, newest first; `rest` is the number of the others; `all_href` links to all.

    `types` are the types in the order in which readers meet them.
    `nothing` is the sentence for a period without new items. `home` is the URL of the site.
    """

    title: str
    period: str
    site_name: str
    home: str
    lines: tuple[DigestLine, ...]
    rest: int
    all_href: str
    types: tuple[str, ...]
    nothing: str = ""

    @property
    def count(self) -> int:
        """The number of items that were added, including those left out."""
        return len(self.lines) + self.rest

    def first(self, most: int) -> "Digest":
        """The same digest with only its newest items."""
        return replace(self, lines=self.lines[:most], rest=self.rest + len(self.lines[most:]))


def digest_of(library: Library, selection: Selection, site_name: str, site_url: str) -> Digest:
    """The digest of a selection. Every link is a permalink under the address of the site."""
    catalogue = library.catalogue
    items = selected(library, selection)
    name = on_one_line(site_name)
    return Digest(
        title=catalogue.say("digest-title" if items else "digest-title-none", site=name),
        period=_period(selection, library),
        site_name=name,
        home=absolute(site_url, ""),
        lines=tuple(line_of(item, lasting(item, library, site_url), catalogue) for item in items),
        rest=0,
        all_href=_all_href(selection, library, site_url),
        types=tuple(library.declarations.item_types),
        nothing="" if items else _nothing(selection, library),
    ).first(MOST_IN_DIGEST)


def lasting(item: ItemEntry, library: Library, site_url: str) -> str:
    """The permalink of an item as an absolute URL, for use outside the site."""
    return absolute(site_url, library.addresses.permalink(item.fields.id))


def line_of(item: ItemEntry, href: str, catalogue: Catalogue) -> DigestLine:
    """An item as a line of a newsletter, with its link."""
    fields = item.fields
    lang = fields.language if fields.language != catalogue.language else None
    return DigestLine(fields.type, on_one_line(fields.title or ""), on_one_line(fields.summary or ""), href, lang)


def sections_of(lines: Iterable[DigestLine], types: Iterable[str], catalogue: Catalogue) -> tuple[DigestSection, ...]:
    """The lines by type, in the order in which readers meet the types."""
    lines = tuple(lines)
    by_type = ((key, tuple(line for line in lines if line.type == key)) for key in types)
    return tuple(DigestSection(catalogue.type_name(key, plural=True), found) for key, found in by_type if found)


def _period(selection: Selection, library: Library) -> str:
    catalogue = library.catalogue
    days = {"since": catalogue.date(selection.since), "until": catalogue.date(selection.until or selection.since)}
    key = "digest-since" if selection.until is None else "digest-on" if selection.until == selection.since else "digest-between"
    names = [on_one_line(_name(facet, value, library)) for facet, values in selection.facets.items() for value in values]
    about = [catalogue.say("digest-about", names=", ".join(names))] if names else []
    return " ".join((catalogue.say(key, **days), *about))


def _name(facet: str, value: str, library: Library) -> str:
    return library.catalogue.type_name(value, plural=True) if facet == "type" else library.shelves[facet][value].name


def _nothing(selection: Selection, library: Library) -> str:
    """The sentence that nothing was added, and when the newest item was: the period may be a mistake."""
    catalogue = library.catalogue
    ever = selected(library, replace(selection, since=date.min, until=None))
    newest = next((item.fields.date for item in ever if item.fields.date), None)
    return catalogue.say("digest-none-newest", date=catalogue.date(newest)) if newest else catalogue.say("digest-none")


def _all_href(selection: Selection, library: Library, site_url: str) -> str:
    """The link to all items: for a whole month, to its own page, which needs no script; else to the newsletter page with this selection."""
    addresses = library.addresses
    asked = [(facet, value) for facet, values in selection.facets.items() for value in values]
    month = selection.since.isoformat()[:7]
    if not asked and _is_whole(month, selection) and month in library.shelves["newsletter"]:
        return absolute(site_url, addresses.shelf("newsletter", month))
    days = [("from", selection.since), *([("until", selection.until)] if selection.until else [])]
    return f"{absolute(site_url, addresses.place('newsletter'))}?{urlencode([*days, *asked])}"


def _is_whole(month: str, selection: Selection) -> bool:
    days = PartialDate.parse(month)
    return (selection.since, selection.until) == (days.first_day, days.last_day)
