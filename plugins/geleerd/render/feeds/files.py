"""Feeds for those who follow: the site, a type of item, a theme, a network, a programme. Only a site that knows its address has them."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from markupsafe import Markup

from geleerd.model.artefacts import Artefact, Link, Page, TextFile
from geleerd.model.characters import without_unseen
from geleerd.model.declarations.registry import ITEM_TYPES
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Places
from geleerd.relate.moves.renamed import first_addresses
from geleerd.relate.places.addresses import FEEDS, FOLLOWED, HOME
from geleerd.render.feeds.entries import NO_DAY, FeedEntry
from geleerd.render.feeds.formats import Feed, atom, json_feed

MOST = 50
"""Entries in a feed."""

_WRITERS = Frozen(zip(FEEDS, (atom, json_feed), strict=True))
_FORMATS = Frozen(zip(FEEDS, (("Atom", "application/atom+xml"), ("JSON Feed", "application/feed+json")), strict=True))
"""By file: what writes it; what its format is called, and the media type."""


@dataclass(frozen=True, slots=True)
class Following:
    """What can be followed at a page: its name and description, and its newest items, the newest first."""

    page: Address
    name: str
    description: str
    newest: tuple[ItemEntry, ...]


def followings(library: Library, settings: Settings) -> tuple[Following, ...]:
    """Everything that can be followed; nothing where the owner set no address for the site, since a feed is read elsewhere."""
    return tuple(_followings(library, settings)) if settings.site_url else ()


def _followings(library: Library, settings: Settings) -> Iterator[Following]:
    addresses, catalogue = library.addresses, library.addresses.catalogue
    yield Following(HOME, settings.site_name, catalogue.say("home-description"), library.published[:MOST])
    for key in ITEM_TYPES:
        name = f"{catalogue.type_name(key, plural=True)} - {settings.site_name}"
        yield Following(addresses.index(key), name, catalogue.type_description(key), library.shelves[key][""].items[:MOST])
    for key in FOLLOWED:
        for slug, shelf in library.shelves[key].items():
            yield Following(addresses.shelf(key, slug), f"{shelf.name} - {settings.site_name}", "", shelf.items[:MOST])


def feed_files(
    followed: tuple[Following, ...], entries: Mapping[str, FeedEntry], library: Library, settings: Settings
) -> Iterator[TextFile]:
    """The feeds, each beside its page and where that stood before: who follows a feed does not see that the page leads on.

    Where a network, theme or programme is gone and its page leads to what has no feed, stands that of the list in which this is, or of the
    whole site: who followed it goes on hearing something, under a name that says what it is.
    """
    pages, places, first = frozenset(following.page for following in followed), Places(library), first_addresses(library)
    gone: dict[Address, list[Address]] = defaultdict(list)
    for redirect in library.aliases:
        if redirect.target not in pages and library.addresses.is_shelf(redirect.address, FOLLOWED):
            gone[_nearest(redirect.target, pages)].append(redirect.address)
    for following in followed:
        feed = _feed(following, first.get(following.page, following.page), entries, library, settings)
        for name, write in _WRITERS.items():
            written = write(feed, absolute(settings.site_url, f"{following.page}{name}"))
            for page in (following.page, *gone[following.page]):
                yield from (TextFile(path, written) for path in places.of(page, name))


def _nearest(page: Address, followed: Set[Address]) -> Address:
    """The page that can be followed at or nearest above a page; in the end the whole site."""
    folders = page.split("/")[:-1]
    above = (Address("".join(f"{folder}/" for folder in folders[:count])) for count in range(len(folders), 0, -1))
    return next((address for address in above if address in followed), HOME)


def _feed(following: Following, first: Address, entries: Mapping[str, FeedEntry], library: Library, settings: Settings) -> Feed:
    found = tuple(entries[item.fields.id] for item in following.newest)
    return Feed(
        url=absolute(settings.site_url, following.page),
        identity=absolute(settings.identity, first),
        title=without_unseen(following.name),
        description=without_unseen(following.description),
        author=without_unseen(settings.site_name),
        author_url=absolute(settings.site_url, HOME),
        language=library.addresses.catalogue.say("language-code"),
        updated=max((entry.updated for entry in found), default=None) or _known_day(following.page, library, settings),
        entries=found,
    )


def _known_day(page: Address, library: Library, settings: Settings) -> datetime.date:
    """The day of a feed without entries: when the file of its page changed, or else the newest that is known of the whole site."""
    own = [settings.changed[path] for path, address in library.by_path.items() if address == page and path in settings.changed]
    known = own or [*settings.changed.values(), *(item.fields.date for item in library.published if item.fields.date)]
    return max((day for day in known if day <= settings.today), default=NO_DAY)


def with_feed(artefact: Artefact, followed: Set[Address], settings: Settings) -> Artefact:
    """The page with its feeds, if it can be followed: by format the link, and the whole address to copy. Another artefact as it is."""
    if not isinstance(artefact, Page) or artefact.address not in followed:
        return artefact
    feeds = tuple(Link(name, file, absolute(settings.site_url, f"{artefact.address}{file}")) for file, (name, _) in _FORMATS.items())
    return replace(artefact, feeds=feeds)


_LINK = Markup('<link rel="alternate" type="{}" title="{} ({})" href="{}">')


def feed_links(page: Page, settings: Settings) -> Markup:
    """What tells a reader of feeds where those of a page are; empty for a page that has none."""
    if not page.feeds:
        return Markup()
    title = page.title if page.address else settings.site_name
    return Markup("\n").join(_LINK.format(media, title, format_name, name) for name, (format_name, media) in _FORMATS.items())
