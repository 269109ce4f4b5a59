"""What a count is about: the days, the items and the networks of a selection."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import Network, Programme
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.relate.figures.happened import Days, Group, answered_on
from geleerd.relate.library import Library
from geleerd.relate.selection import EVER, Selection, narrowed
from geleerd.relate.shelves import Shelf


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted of a library: `all` items and networks, and the `ids` of those items.

    `under` has the networks that belong to each network and each programme, by its slug.
    """

    library: Library
    days: Days
    all: Group
    ids: frozenset[str]
    is_everything: bool
    under: Mapping[str, Mapping[str, Mapping[str, Network]]]

    def of_items(self, items: Iterable[ItemEntry]) -> Group:
        """Those of some items that count."""
        return Group(tuple(item for item in items if item.fields.id in self.ids))

    def of_shelf(self, shelf: Shelf) -> Group:
        """The items and the networks that belong to a shelf and count."""
        return Group(self.of_items(shelf.items).items, self.under.get(shelf.kind, Frozen()).get(shelf.slug, Frozen()))

    def outside(self, kind: str) -> Group:
        """The items and the networks that belong to no shelf of a kind."""
        standing = self.library.shelf_slugs[kind]
        inside = {slug for networks in self.under.get(kind, {}).values() for slug in networks}
        networks = self.all.networks.items() if kind in self.under else ()
        return Group(
            tuple(item for item in self.all.items if item.fields.id not in standing),
            Frozen({slug: network for slug, network in networks if slug not in inside}),
        )

    def has_entry(self, kind: str, slug: str) -> bool:
        """Whether a frame entry is in what is counted, or has something in it."""
        if self.is_everything or kind == Network.KEY:
            return self.is_everything or slug in self.all.networks
        return bool(self.of_items(self.library.shelves[kind][slug].items).items)

    @property
    def years(self) -> frozenset[int]:
        """The years in which anything may have happened."""
        return frozenset(self._years())

    def _years(self) -> Iterator[int]:
        for item in self.all.items:
            dates = (item.fields.date, answered_on(item), *(application.date for application in item.fields.applied_by))
            yield from (date.year for date in dates if date)
        for network in self.all.networks.values():
            yield from (int(meeting.start[:4]) for meeting in network.meetings)


def scope_of(library: Library, selection: Selection, day: datetime.date) -> Scope:
    """What a selection counts on a day."""
    networks = {slug: e.fields for slug, e in library.collection.frame[Network.KEY].items() if isinstance(e.fields, Network)}
    above = {slug: _belonging(slug, networks) for slug in networks}
    wanted = {slug: network for slug, network in networks.items() if _is_wanted(above[slug], selection.facets)}
    items = narrowed(library, selection.facets)
    return Scope(
        library,
        Days(day, selection.since, selection.until or datetime.date.max),
        Group(items, Frozen(wanted)),
        frozenset(item.fields.id for item in items),
        selection == EVER,
        Frozen({kind: _under(kind, above, wanted) for kind in (Network.KEY, Programme.KEY)}),
    )


def _belonging(slug: str, networks: Mapping[str, Network]) -> Mapping[str, frozenset[str]]:
    """What a network belongs to: itself and the networks above it, and the programmes of all of these."""
    found: dict[str, None] = {}
    here: str | None = slug
    while here in networks and here not in found:
        found[str(here)] = None
        here = networks[str(here)].parent
    return {Network.KEY: frozenset(found), Programme.KEY: frozenset(name for one in found for name in networks[one].programmes)}


def _is_wanted(belonging: Mapping[str, frozenset[str]], facets: Mapping[str, tuple[str, ...]]) -> bool:
    return all(belonging.get(facet, frozenset()) & set(values) for facet, values in facets.items() if values)


def _under(
    kind: str, above: Mapping[str, Mapping[str, frozenset[str]]], networks: Mapping[str, Network]
) -> Mapping[str, Mapping[str, Network]]:
    found: dict[str, dict[str, Network]] = {}
    for slug, network in networks.items():
        for name in above[slug][kind]:
            found.setdefault(name, {})[slug] = network
    return Frozen({name: Frozen(members) for name, members in found.items()})
