"""The subscriptions that people can have: to the site, a type of item, a theme, a network, a programme, and what was learned elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geleerd.model.artefacts import Feeds, Link
from geleerd.model.declarations.frame_types import Guide, Theme
from geleerd.model.documents import Entry, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute
from geleerd.relate.elsewhere import LearnedElsewhere
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import HOME
from geleerd.render.feeds.entries import FeedEntry
from geleerd.render.feeds.foreign import ForeignEntries
from geleerd.render.feeds.formats import FORMATS
from geleerd.render.feeds.guides import guides_in_feeds

MOST = 50
"""Entries in a feed."""

MOST_OF_OTHERS = 10
"""Entries of other knowledge bases among ours in the feed of a theme, so that a base with many never drives out what is ours."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A page that people can follow: its name and description, its newest items, newest first, its start paths, and what others learned."""

    page: Address
    name: str
    description: str
    newest: tuple[ItemEntry, ...]
    guides: tuple[Entry[Guide], ...] = ()
    elsewhere: tuple[FeedEntry, ...] = ()


def subscriptions(library: Library, others: Iterable[LearnedElsewhere], settings: Settings) -> tuple[Subscription, ...]:
    """All subscriptions; none for a site without an address, since people read feeds elsewhere and need absolute links.

    `others` is what was learned elsewhere, newest first.
    """
    return tuple(_subscriptions(library, others, settings)) if settings.site_url else ()


def _subscriptions(library: Library, others: Iterable[LearnedElsewhere], settings: Settings) -> Iterator[Subscription]:
    addresses, catalogue = library.addresses, library.catalogue
    foreign = ForeignEntries(others, library, settings.today)
    guides = tuple(guides_in_feeds(library, settings.today))
    yield Subscription(HOME, settings.site_name, catalogue.say("home-description"), library.published[:MOST], guides)
    for key in library.declarations.item_types:
        name = f"{catalogue.type_name(key, plural=True)} - {settings.site_name}"
        yield Subscription(addresses.index(key), name, catalogue.type_description(key), library.shelves[key][""].items[:MOST])
    for key in library.declarations.followed:
        for slug, shelf in library.shelves[key].items():
            learned = foreign.of_theme(slug, MOST_OF_OTHERS) if key == Theme.KEY else ()
            name = f"{shelf.name} - {settings.site_name}"
            yield Subscription(addresses.shelf(key, slug), name, "", shelf.items[:MOST], elsewhere=learned)
    if library.collection.elsewhere:
        name = f"{catalogue.say('elsewhere')} - {settings.site_name}"
        about = catalogue.say("elsewhere-description")
        yield Subscription(addresses.place("elsewhere"), name, about, (), elsewhere=foreign.newest(MOST))


def feeds_of_pages(subscriptions: Sequence[Subscription], settings: Settings) -> Feeds:
    """The links of a page to its feeds: for each format, the file beside the page, and the whole address to copy."""
    return Frozen({subscription.page: tuple(_links(subscription.page, settings.site_url)) for subscription in subscriptions})


def _links(page: Address, site_url: str) -> Iterator[Link]:
    for form in FORMATS:
        yield Link(form.name, form.file, absolute(site_url, f"{page}{form.file}"))
