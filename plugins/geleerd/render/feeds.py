"""Feeds for those who follow: the site, a type of item, a theme, a network, a programme. Only a site that knows its address has them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from geleerd.model.registry import ITEM_TYPES
from geleerd.model.strings import Address
from geleerd.model.values import ItemEntry
from geleerd.relate.addresses import FEEDS, FOLLOWED, HOME
from geleerd.relate.artefacts import Artefact, Page, TextFile, absolute
from geleerd.relate.library import Library
from geleerd.render.feed_entries import NO_DAY, FeedEntry, without_controls
from geleerd.render.feed_formats import Feed, atom, json_feed
from geleerd.render.site_facts import SiteFacts

MOST = 50
"""Entries in a feed."""

_WRITERS = MappingProxyType(dict(zip(FEEDS, (atom, json_feed), strict=True)))
_FORMATS = MappingProxyType(dict(zip(FEEDS, (("Atom", "application/atom+xml"), ("JSON Feed", "application/feed+json")), strict=True)))
"""By file: what writes it; what its format is called, and the media type."""


@dataclass(frozen=True, slots=True)
class Following:
    """What can be followed at a page: its name and description, and its newest items, the newest first."""

    page: Address
    name: str
    description: str
    newest: tuple[ItemEntry, ...]


def followings(library: Library, facts: SiteFacts) -> tuple[Following, ...]:
    """Everything that can be followed; nothing where the owner set no address for the site, since a feed is read elsewhere."""
    return tuple(_followings(library, facts)) if facts.url else ()


def _followings(library: Library, facts: SiteFacts) -> Iterator[Following]:
    addresses, catalogue = library.addresses, library.addresses.catalogue
    yield Following(HOME, facts.name, catalogue.say("home-description"), library.published[:MOST])
    for key in ITEM_TYPES:
        name = f"{catalogue.type_name(key, plural=True)} - {facts.name}"
        yield Following(addresses.index(key), name, catalogue.type_description(key), library.shelves[key][""].items[:MOST])
    for key in FOLLOWED:
        for slug, shelf in library.shelves[key].items():
            yield Following(addresses.shelf(key, slug), f"{shelf.name} - {facts.name}", "", shelf.items[:MOST])


def feed_files(followed: tuple[Following, ...], entries: Mapping[str, FeedEntry], library: Library, facts: SiteFacts) -> Iterator[TextFile]:
    """The feeds, each beside its page and where that stood before: who follows a feed does not see that the page leads on."""
    moved: dict[Address, list[Address]] = defaultdict(list)
    for redirect in library.aliases:
        moved[redirect.target].append(redirect.address)
    for following in followed:
        feed = _feed(following, entries, library, facts)
        for name, write in _WRITERS.items():
            written = write(feed, absolute(facts.url, f"{following.page}{name}"))
            paths = (f"{page}{name}" for page in (following.page, *moved[following.page]) if page == HOME or page.endswith("/"))
            yield from (TextFile(path, written) for path in paths if _is_free(path, library))


def _is_free(path: str, library: Library) -> bool:
    """Whether the staff have nothing else there: a file or a redirect of theirs wins."""
    return not library.is_of_the_staff(path) and all(redirect.address != path for redirect in library.aliases)


def _feed(following: Following, entries: Mapping[str, FeedEntry], library: Library, facts: SiteFacts) -> Feed:
    found = tuple(entries[item.fields.id] for item in following.newest)
    return Feed(
        url=absolute(facts.url, following.page),
        title=without_controls(following.name),
        description=without_controls(following.description),
        author=without_controls(facts.name),
        author_url=absolute(facts.url, HOME),
        language=library.addresses.catalogue.say("language-code"),
        updated=max((entry.updated for entry in found), default=NO_DAY),
        entries=found,
    )


def with_feed(artefact: Artefact, followed: Set[Address]) -> Artefact:
    """The page that says that it can be followed, if it can; another artefact as it is."""
    if not isinstance(artefact, Page) or artefact.address not in followed:
        return artefact
    return replace(artefact, meta={**artefact.meta, "feed": FEEDS[0]})


_LINK = Markup('<link rel="alternate" type="{}" title="{} ({})" href="{}">')


def feed_links(page: Page, _library: Library, facts: SiteFacts) -> Markup:
    """What tells a reader of feeds where those of a page are; empty for a page that has none."""
    if "feed" not in page.meta:
        return Markup()
    title = page.title if page.address else facts.name
    return Markup("\n").join(_LINK.format(media, title, format_name, name) for name, (format_name, media) in _FORMATS.items())
