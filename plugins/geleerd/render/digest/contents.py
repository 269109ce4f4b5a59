"""What a digest says, before it has a form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from geleerd.locale.catalogue import Catalogue
from geleerd.model.registry import ITEM_TYPES
from geleerd.model.strings import ItemId
from geleerd.model.values import ItemEntry
from geleerd.relate.artefacts import absolute
from geleerd.relate.library import Library
from geleerd.relate.selection import Selection, selected
from geleerd.render.digest.legible import legible

MOST = 60
"""Items in one digest. Nobody reads more of them in a mail; the search shows the others."""


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a newsletter. `lang` is its language where that is not the newsletter's."""

    type: str
    title: str
    summary: str
    href: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one type under its name."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What was added in a period: `lines` are the newest first, `rest` counts those left out, which `rest_href` shows.

    `home` is the address of the site.
    """

    title: str
    period: str
    site_name: str
    home: str
    lines: tuple[Line, ...]
    rest: int
    rest_href: str

    def first(self, most: int) -> "Digest":
        """The same digest with its newest items only."""
        return replace(self, lines=self.lines[:most], rest=self.rest + len(self.lines[most:]))


def digest_of(library: Library, selection: Selection, site_name: str, site_url: str) -> Digest:
    """The digest of a selection. Every link is a permalink under the address of the site."""
    catalogue = library.addresses.catalogue
    items = selected(library, selection)
    name = legible(site_name)
    return Digest(
        title=catalogue.say("digest-title", site=name),
        period=_period(selection, library),
        site_name=name,
        home=absolute(site_url, ""),
        lines=tuple(line_of(item, lasting(item, library, site_url), catalogue) for item in items),
        rest=0,
        rest_href=_rest_href(items, selection, library, site_url),
    ).first(MOST)


def lasting(item: ItemEntry, library: Library, site_url: str) -> str:
    """The permalink of an item, for use outside the site."""
    return absolute(site_url, library.addresses.permalink(ItemId(item.fields.id)))


def line_of(item: ItemEntry, href: str, catalogue: Catalogue) -> Line:
    """An item in a newsletter, with the link that leads to it from there."""
    fields = item.fields
    lang = fields.language if fields.language != catalogue.language else None
    return Line(fields.type, legible(fields.title or ""), legible(fields.summary or ""), href, lang)


def sections_of(lines: Iterable[Line], catalogue: Catalogue) -> tuple[Section, ...]:
    """The lines by type, in the order in which readers meet the types."""
    lines = tuple(lines)
    by_type = ((key, tuple(line for line in lines if line.type == key)) for key in ITEM_TYPES)
    return tuple(Section(catalogue.type_name(key, plural=True), found) for key, found in by_type if found)


def _period(selection: Selection, library: Library) -> str:
    catalogue = library.addresses.catalogue
    days = {"since": catalogue.date(selection.since), "until": catalogue.date(selection.until or selection.since)}
    key = "digest-since" if selection.until is None else "digest-on" if selection.until == selection.since else "digest-between"
    names = [legible(_name(facet, value, library)) for facet, values in selection.facets.items() for value in values]
    about = [catalogue.say("digest-about", names=", ".join(names))] if names else []
    return " ".join((catalogue.say(key, **days), *about))


def _name(facet: str, value: str, library: Library) -> str:
    return library.addresses.catalogue.type_name(value, plural=True) if facet == "type" else library.shelves[facet][value].name


def _rest_href(items: Iterable[ItemEntry], selection: Selection, library: Library, site_url: str) -> str:
    """The search for the same selection; it knows years instead of days."""
    years = sorted({str(item.fields.date.year) for item in items if item.fields.date})
    asked = [(facet, value) for facet, values in (*selection.facets.items(), ("year", years)) for value in values]
    return f"{absolute(site_url, library.addresses.place('search'))}?{urlencode([*asked, ('sort', 'date')])}"
