"""The files of the feeds, beside the pages that people follow and at the former addresses of these pages."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

from geleerd.model.characters import without_unseen
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.moves.renamed import first_addresses
from geleerd.relate.places.addresses import HOME
from geleerd.render.feeds.entries import NO_DAY, FeedEntry
from geleerd.render.feeds.formats import FORMATS, Feed
from geleerd.render.feeds.subscriptions import MOST, Subscription


@dataclass(frozen=True, slots=True)
class FeedFiles:
    """A feed, and where it stands: the paths of its files, by the name of the file beside its page."""

    feed: Feed
    paths: Frozen[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """The first address of the page of a feed, which identifies the feed, and the paths of its files, as in `FeedFiles`."""

    first: Address
    paths: Frozen[str, tuple[str, ...]]


def feed_places(subscriptions: Sequence[Subscription], library: Library) -> Mapping[Address, FeedPlace]:
    """Where the feeds stand, by page: beside it and at its former addresses, since feed readers do not see that a page redirects.

    When a network, theme or programme is gone and its address redirects to a page without feeds, its feeds become those of the nearest
    page above that page, in the end those of the whole site. Its followers still get news, and the name of the feed says which news.
    """
    pages, companions, first = frozenset(subscription.page for subscription in subscriptions), Companions(library), first_addresses(library)
    gone: dict[Address, list[Address]] = defaultdict(list)
    for redirect in library.aliases:
        if redirect.target not in pages and library.addresses.is_shelf(redirect.address, library.declarations.followed):
            gone[_nearest(redirect.target, pages)].append(redirect.address)
    found: dict[Address, FeedPlace] = {}
    for page in pages:
        places = (page, *gone[page])
        paths = {form.file: tuple(path for place in places for path in companions.of(place, form.file)) for form in FORMATS}
        found[page] = FeedPlace(first.get(page, page), Frozen(paths))
    return found


def feed_files(
    subscription: Subscription, place: FeedPlace, entries: Mapping[str, FeedEntry], library: Library, settings: Settings
) -> FeedFiles:
    """A feed, of entries by the id of an item or the path of a start path."""
    return FeedFiles(_feed(subscription, place.first, entries, library, settings), place.paths)


def _nearest(page: Address, followed: Set[Address]) -> Address:
    """The page itself or the nearest page above it that has feeds; in the end, the home page."""
    folders = page.split("/")[:-1]
    above = (Address("".join(f"{folder}/" for folder in folders[:count])) for count in range(len(folders), 0, -1))
    return next((address for address in above if address in followed), HOME)


def _feed(subscription: Subscription, first: Address, entries: Mapping[str, FeedEntry], library: Library, settings: Settings) -> Feed:
    found = [entries[item.fields.id] for item in subscription.newest]
    if subscription.guides or subscription.elsewhere:
        # Of the same day a start path comes first: there are few, and a day of many items would push them all out; and ours before others'.
        guides = [entries[guide.path] for guide in subscription.guides]
        found = sorted(_each_once((*guides, *found, *subscription.elsewhere)), key=attrgetter("published"), reverse=True)[:MOST]
    return Feed(
        url=absolute(settings.site_url, subscription.page),
        identity=absolute(settings.identity, first),
        title=without_unseen(subscription.name),
        description=without_unseen(subscription.description),
        author=without_unseen(settings.site_name),
        author_url=absolute(settings.site_url, HOME),
        language=library.catalogue.say("language-code"),
        updated=max((entry.updated for entry in found), default=None) or _known_day(subscription.page, library, settings),
        entries=tuple(found),
    )


def _each_once(entries: Iterable[FeedEntry]) -> Iterable[FeedEntry]:
    """The entries without those that have the identity of an earlier one: an owner may name a site twice, or our own."""
    once: dict[str, FeedEntry] = {}
    for entry in entries:
        once.setdefault(entry.identity, entry)
    return once.values()


def _known_day(page: Address, library: Library, settings: Settings) -> datetime.date:
    """The day of a feed without entries: the day its page's file changed, or else the newest known day of the whole site."""
    own = [settings.changed[path] for path, address in library.by_path.items() if address == page and path in settings.changed]
    known = own or [*settings.changed.values(), *(item.fields.date for item in library.published if item.fields.date)]
    return max((day for day in known if day <= settings.today), default=NO_DAY)
