"""All networks in one view: a table to choose from, a map of what ties them, the same as a list, and which network is like which."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import Network, Programme, Theme
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.networks.learning_agenda import CURRENT
from geleerd.relate.networks.ties import Likeness, Tie, TieKind, Ties
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets
from geleerd.render.shelves.finder import Choosing, CountedChoice, finder_script
from geleerd.render.shelves.relations_map import RelationsMap, relations_map, tie_on_map

REASONS_SHOWN = 3
"""Most reasons why a network is like another."""

BELOW_SHOWN = 12
"""Most networks named that belong to one; its own page leads to all."""

_KINDS: tuple[TieKind, ...] = (Programme.KEY, "organisation", Theme.KEY, "question")


@dataclass(frozen=True, slots=True)
class AlikeView:
    """A network that is like another, and what both have, in words."""

    network: Link
    reason: str


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network in the table and the list: what it is, what ties it, and which networks it is like.

    `needs` is what the script knows of it: values by key. `above` and `below` are the networks that it belongs to and that belong to it.
    """

    network: Link
    kind: str
    needs: Frozen[str, str]
    programmes: tuple[Link, ...]
    count: int
    asked: int
    agenda_href: str
    above: Link | None
    below: tuple[Link, ...]
    more_below: int
    ties: tuple[tuple[str, tuple[Link, ...]], ...]
    alike: tuple[AlikeView, ...]


@dataclass(frozen=True, slots=True)
class NetworksView:
    """The view for the template of the networks in one view."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    rows: tuple[NetworkRow, ...]
    count: int
    choices: tuple[Choosing, ...]
    others: str
    words: str
    drawn: RelationsMap
    pager: Pager


def networks_in_view(
    library: Library, introductions: Introductions, ties: Ties, alike: Mapping[str, tuple[Likeness, ...]]
) -> Iterator[Page]:
    """The pages with all networks, each network right before those below it."""
    say = library.catalogue.say

    def address(page: int) -> Address:
        return library.addresses.place("networks-in-view", page)

    slugs = tuple(_in_order(library))
    introduction = introductions.at(address(1))
    title = introduction.title or say("networks-in-view")
    choices = tuple(_choosings(slugs, library))
    parts = sheets(slugs, address)
    for part in parts:
        first = part.number == 1
        view = NetworksView(
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=(Link(say("home"), relative(part.address, "")), Link(*_index(library, part.address))),
            rows=tuple(_row(slug, part, slugs, library, ties, alike[slug]) for slug in part.entries),
            count=len(slugs),
            choices=choices,
            others=json.dumps([relative(part.address, other.address) for other in parts if other is not part]),
            words=json.dumps({key: say(f"networks-found-{key}") for key in ("one", "many", "none")}, ensure_ascii=False),
            drawn=relations_map(part.entries, _parents(library), _names(part, library, ties), ties),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else say("page-of", title=title, number=part.number),
            description=introduction.description or say("networks-in-view-description"),
            shown=Shown("pages/networks-in-view.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            head=finder_script(part.address),
            breadcrumbs=view.breadcrumbs,
        )


def alike_views(found: Sequence[Likeness], library: Library, here: Address) -> tuple[AlikeView, ...]:
    """The networks that are like one, as links from a page, each with its reasons."""
    return tuple(AlikeView(_link(one.slug, library, here), "; ".join(name for _, name in one.shared[:REASONS_SHOWN])) for one in found)


def _index(library: Library, here: Address) -> tuple[str, str]:
    return library.catalogue.type_name(Network.KEY, plural=True), relative(here, library.addresses.index(Network.KEY))


def _in_order(library: Library) -> Iterator[str]:
    """The networks as their index has them: those below another right after it."""

    def with_below(slug: str) -> Iterator[str]:
        yield slug
        for child in library.children[Network.KEY].get(slug, ()):
            yield from with_below(child.slug)

    for shelf in library.shelves[Network.KEY].values():
        if not shelf.parent:
            yield from with_below(shelf.slug)


def _parents(library: Library) -> Mapping[str, str | None]:
    return {slug: shelf.parent for slug, shelf in library.shelves[Network.KEY].items()}


def _names(part: Sheet[str], library: Library, ties: Ties) -> Mapping[str, tuple[str, str]]:
    """What the map calls networks and ties, and where each leads from this page."""
    networks = {slug: _link(slug, library, part.address) for slug in part.entries}
    others = {tie_on_map(tie): (tie.name, _href(tie, part.address)) for slug in part.entries for tie in ties[slug]}
    return {**{slug: (link.name, link.href) for slug, link in networks.items()}, **others}


def _href(tie: Tie, here: Address) -> str:
    return relative(here, tie.address) if tie.address else ""


def _link(slug: str, library: Library, here: Address) -> Link:
    return Link(library.shelves[Network.KEY][slug].name, relative(here, library.addresses.shelf(Network.KEY, slug)))


def _choosings(slugs: Sequence[str], library: Library) -> Iterator[Choosing]:
    """What the table can be narrowed by: the programme, the kind and the accent of a network."""
    catalogue, programmes = library.catalogue, library.shelves[Programme.KEY]
    needs = [_needs(slug, library) for slug in slugs]
    for key, label in (
        (Programme.KEY, catalogue.type_name(Programme.KEY)),
        ("kind", catalogue.label("kind")),
        ("focus", catalogue.label("focus")),
    ):
        words = programmes if key == Programme.KEY else catalogue.entries["values"][key]
        counts = {value: sum(value in own.get(key, "").split() for own in needs) for value in words}
        named = {value: programmes[value].name if key == Programme.KEY else catalogue.value(key, value) for value in words}
        choices = tuple(CountedChoice(value, named[value], count) for value, count in counts.items() if count)
        if len(choices) > 1:
            yield Choosing(key, label, choices)


def _needs(slug: str, library: Library) -> Mapping[str, str]:
    fields = library.collection.frame[Network.KEY][slug].fields
    if not isinstance(fields, Network):
        return {}
    return {"kind": fields.kind, Programme.KEY: " ".join(fields.programmes), "focus": " ".join(fields.focus)}


def _row(slug: str, part: Sheet[str], slugs: Sequence[str], library: Library, ties: Ties, alike: Sequence[Likeness]) -> NetworkRow:
    here, shelf, say = part.address, library.shelves[Network.KEY][slug], library.catalogue.say
    asked = sum(isinstance(item.fields, LearningQuestion) and item.fields.state in CURRENT for item in shelf.items)
    needs = {**_needs(slug, library), "place": str(slugs.index(slug)), "count": str(len(shelf.items)), "asked": str(asked)}
    links = {kind: tuple(Link(tie.name, _href(tie, here)) for tie in ties[slug] if tie.kind == kind) for kind in _KINDS}
    below = library.children[Network.KEY].get(slug, ())
    return NetworkRow(
        network=_link(slug, library, here),
        kind=library.catalogue.value("kind", needs.get("kind", Network.KEY)),
        needs=Frozen({key: value for key, value in needs.items() if value}),
        programmes=links[Programme.KEY],
        count=len(shelf.items),
        asked=asked,
        agenda_href=relative(here, library.addresses.learning_agenda(slug)),
        above=_link(shelf.parent, library, here) if shelf.parent else None,
        below=tuple(_link(child.slug, library, here) for child in below[:BELOW_SHOWN]),
        more_below=len(below[BELOW_SHOWN:]),
        ties=tuple((say(f"networks-{kind}"), found) for kind, found in links.items() if found),
        alike=alike_views(alike, library, here),
    )
