"""The items for a newsletter: those added in a period, narrowed by facets in the same way as a search."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.relate.facets import facets_of
from geleerd.relate.library import Library


def narrowing(declarations: Declarations) -> tuple[str, ...]:
    """The facets by which a newsletter can be narrowed, by key: the frame types that readers can follow, and the types of item."""
    return (*sorted(declarations.followed), "type")


@dataclass(frozen=True, slots=True)
class Selection:
    """A period, first and last day included, and the wanted values by facet. Each facet narrows the selection; more values of one widen it.

    Without `until` the period has no end.
    """

    since: datetime.date
    until: datetime.date | None = None
    facets: Mapping[str, tuple[str, ...]] = Frozen()


EVER = Selection(datetime.date.min)
"""Everything."""


def selected(library: Library, selection: Selection) -> tuple[ItemEntry, ...]:
    """The published items of a selection, newest first."""
    until = selection.until or datetime.date.max
    found = narrowed(library, selection.facets)
    return tuple(item for item in found if item.fields.date and selection.since <= item.fields.date <= until)


def narrowed(library: Library, facets: Mapping[str, tuple[str, ...]]) -> tuple[ItemEntry, ...]:
    """The published items that have the wanted values, newest first."""
    return tuple(item for item in library.published if _has(facets_of(item, library), facets)) if facets else library.published


def facet_values_of(library: Library, facet: str) -> tuple[str, ...]:
    """The values of a facet that a selection can name: the keys of all types, or the slugs of all entries."""
    return tuple(library.declarations.item_types if facet == "type" else library.shelves[facet])


def _has(facets: Mapping[str, tuple[str, ...]], wanted: Mapping[str, tuple[str, ...]]) -> bool:
    return all(set(values) & set(facets.get(facet, ())) for facet, values in wanted.items() if values)
