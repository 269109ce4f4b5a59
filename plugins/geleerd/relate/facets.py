"""By what a reader can narrow a search, and which values an item has."""

from collections.abc import Iterator, Mapping

from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.documents import ItemEntry
from geleerd.relate.library import Library

MINUTES = ("15", "30", "60", "more")
"""A work format of 20 minutes fits in 30 and in 60; one of two hours only in "more"."""

PEOPLE = ("1-5", "6-12", "13-25", "26+")
"""Sizes of a group; a work format has all those that it suits."""

_SIZES = {"1-5": (1, 5), "6-12": (6, 12), "13-25": (13, 25), "26+": (26, 10**6)}

FACETS = ("type", "theme", "network", "for", "about", "programme", "tag", "year", "evidence", "minutes", "people", "setting", "phase")
"""The keys of facets, as they stand in the address of a search."""


def facets_of(item: ItemEntry, library: Library) -> Mapping[str, tuple[str, ...]]:
    """The values of an item by facet, as keys and slugs; facets without a value are left out."""
    fields = item.fields
    plain = {spec.facet: getattr(fields, spec.attribute) for spec in fields_of(type(fields)) if spec.facet}
    found = {facet: _words(value) for facet, value in plain.items() if facet in {"for", "about", "evidence", "setting", "phase"}}
    found["type"] = (fields.type,)
    found["year"] = (str(fields.date.year),) if fields.date else ()
    found["tag"] = tuple(library.tags(item))
    found |= {kind: library.shelf_slugs[kind].get(fields.id, ()) for kind in ("theme", "network", "programme")}
    if isinstance(fields, WorkFormat):
        found["minutes"] = tuple(_minutes(fields))
        found["people"] = tuple(_people(fields))
    return {facet: found[facet] for facet in FACETS if found.get(facet)}


def _minutes(fields: WorkFormat) -> Iterator[str]:
    duration = fields.duration
    if duration is None:
        return
    longest = duration.max or duration.min
    if duration.unit != "minutes" or longest is None:
        yield MINUTES[-1]
        return
    fitting = [limit for limit in MINUTES[:-1] if longest <= int(limit)]
    yield from fitting or MINUTES[-1:]


def _people(fields: WorkFormat) -> Iterator[str]:
    size = fields.group_size
    if size is None:
        return
    least, most = size.min or 1, size.max or 10**6
    yield from (name for name, (low, high) in _SIZES.items() if least <= high and most >= low)


def _words(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)
