"""The home page: ways in, new items, and the networks that learn here."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import Guide, SuccessFactor
from geleerd.model.declarations.item_types import BrilliantFailure
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.crowned import CONFIRMED_BY, learned_in
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import HOME
from geleerd.relate.shelves import Shelf, indexed
from geleerd.render.parts.cards import Card
from geleerd.render.parts.list_context import ListContext

NEWEST = 3
MOST_GOALS, MOST_GUIDES, MOST_CROWNS, MOST_EXAMPLES, MOST_NETWORKS = 12, 5, 3, 2, 24
MOST_FAILURES = 24
LONGEST_EXAMPLE = 34
STAYS_NEW = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class WayIn:
    """A way in from the home page: the name of a type, theme or network, a description, and the number of its items."""

    key: str
    name: str
    note: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The view for the template of the home page."""

    title: str
    intro: Markup
    about: Markup
    examples: tuple[Link, ...]
    lesson: Card | None
    guides_href: str
    types: tuple[WayIn, ...]
    newest: tuple[Card, ...]
    goals: tuple[WayIn, ...]
    moments: tuple[WayIn, ...]
    guides: tuple[WayIn, ...]
    crowns: tuple[Card, ...]
    feature: Card | None
    failures_href: str
    failures: str
    networks: tuple[WayIn, ...]
    more_networks: int
    networks_href: str
    more: tuple[WayIn, ...]
    count: int
    share_href: str
    contribute_href: str | None
    search_href: str


def home_page(library: Library, context: ListContext) -> Page:
    """The home page; it begins with the staff's `index.md`."""
    introduction = context.introductions.at(HOME)
    title = introduction.title or context.settings.site_name
    feature, networks = _feature(library), _networks(library)
    crowns = _crowns(library)
    cards = tuple(context.cards[item.fields.id].on(HOME) for item in crowns)
    search = relative(HOME, library.addresses.place("search"))
    view = HomeView(
        title=title,
        intro=introduction.opening,
        about=introduction.closing,
        examples=tuple(Link(question, f"{search}?{urlencode({'q': question})}") for question in _examples(crowns)),
        lesson=cards[0] if cards else None,
        guides_href=relative(HOME, library.addresses.index(Guide.KEY)),
        types=tuple(_index(key, library, len(library.shelves[key][""].items)) for key in library.declarations.item_types),
        newest=tuple(context.cards[item.fields.id].on(HOME) for item in _newest(library, feature, context.settings.today)),
        goals=_goals(library),
        moments=_moments(library),
        guides=tuple(_way(shelf, library, shelf.name) for shelf in library.shelves[Guide.KEY].values())[:MOST_GUIDES],
        crowns=cards[1:],
        feature=context.cards[feature.fields.id].on(HOME) if feature else None,
        failures_href=relative(HOME, library.addresses.index(BrilliantFailure.KEY)),
        failures=json.dumps([card.on(HOME).href for item in _failures(library) if (card := context.cards[item.fields.id])]),
        networks=networks[:MOST_NETWORKS],
        more_networks=len(networks[MOST_NETWORKS:]),
        networks_href=relative(HOME, library.addresses.index("network")),
        more=tuple(_index(key, library, _listed(key, library)) for key in _more(library)),
        count=len(library.published),
        search_href=search,
        share_href=relative(HOME, library.addresses.form("new")),
        contribute_href=relative(HOME, library.contribute) if library.contribute else None,
    )
    return Page(
        address=Address(""),
        title=title,
        description=introduction.description or library.catalogue.say("home-description"),
        shown=Shown("pages/home.html", Frozen({"page": view})),
        source=introduction.source,
        feeds=context.feeds.get(HOME, ()),
    )


def _more(library: Library) -> tuple[str, ...]:
    """The indices of the frame types that items name or cite, without that of the networks, which the page lists itself."""
    return (*(key for key in library.declarations.named if key != "network"), *library.declarations.in_lists, "tag")


def _listed(key: str, library: Library) -> int:
    """The number of entries that an index lists; groups and variables are no success factors."""
    if key == SuccessFactor.KEY:
        return sum(getattr(entry.fields, "category", "") == "factor" for entry in library.collection.frame[key].values())
    return len(indexed(key, library.shelves)) if key == "tag" else len(library.shelves[key])


def _index(key: str, library: Library, count: int) -> WayIn:
    catalogue = library.catalogue
    href = relative(HOME, library.addresses.index(key))
    return WayIn(key, catalogue.type_name(key, plural=True), catalogue.type_description(key), href, count)


def _goals(library: Library) -> tuple[WayIn, ...]:
    """The themes that have items, as a reader's goals: first those that have one, then those with most items."""
    filled = (shelf for shelf in library.shelves["theme"].values() if shelf.items)
    ordered = sorted(filled, key=lambda shelf: (not shelf.also, -len(shelf.items), shelf.name.casefold()))
    return tuple(_way(shelf, library, shelf.name) for shelf in ordered[:MOST_GOALS])


def _moments(library: Library) -> tuple[WayIn, ...]:
    """The moments in a meeting for which there are work formats, in the order of a meeting."""
    return tuple(_way(shelf, library, shelf.name) for shelf in library.shelves["phase"].values() if shelf.items)


def _way(shelf: Shelf, library: Library, name: str) -> WayIn:
    return WayIn(shelf.kind, name, "", relative(HOME, library.addresses.shelf(shelf.kind, shelf.slug)), len(shelf.items))


def _newest(library: Library, feature: ItemEntry | None, today: date) -> tuple[ItemEntry, ...]:
    """The newest items, if any is new: added lately, and after the day on which most were added, such as the first. The feature is none."""
    days = Counter(day for item in library.published if (day := item.fields.date))
    usual = max(days, key=lambda day: (days[day], day), default=None)
    recent = (item for item in library.published[: NEWEST + 1] if item is not feature)
    return tuple(item for item in recent if (day := item.fields.date) and usual and day > usual and day >= today - STAYS_NEW)[:NEWEST]


def _examples(crowns: Iterable[ItemEntry]) -> list[str]:
    """A question that each of the strongest lessons answers, short enough for a line."""
    short = (next((text for text in item.fields.questions if len(text) <= LONGEST_EXAMPLE), "") for item in crowns)
    return list(filter(None, short))[:MOST_EXAMPLES]


def _crowns(library: Library) -> list[ItemEntry]:
    """The lessons that most networks learned, the newest of these first."""
    frame, by_id = library.collection.frame, library.by_id
    counted = ((item, len(learned_in(item, by_id, frame))) for item in library.published if item.fields.built_on)
    crowns = sorted(((item, count) for item, count in counted if count >= CONFIRMED_BY), key=lambda pair: -pair[1])
    return [item for item, _ in crowns[:MOST_CROWNS]]


def _feature(library: Library) -> ItemEntry | None:
    """The brilliant failure that most items relate to, to feature on the page."""
    failures = library.shelves["brilliant-failure"][""].items
    return max(failures, key=lambda item: len(item.fields.relations) + len(library.backlinks.get(item.fields.id, ())), default=None)


def _failures(library: Library) -> tuple[ItemEntry, ...]:
    """The failures among which a script picks one; without it, the link leads to the list."""
    return library.shelves[BrilliantFailure.KEY][""].items[:MOST_FAILURES]


def _networks(library: Library) -> tuple[WayIn, ...]:
    """The networks that are not part of another, those with most items first."""
    tops = [shelf for shelf in library.shelves["network"].values() if not shelf.parent]
    ordered = sorted(tops, key=lambda shelf: (-len(shelf.items), shelf.name.casefold()))
    return tuple(_way(shelf, library, shelf.name) for shelf in ordered)
