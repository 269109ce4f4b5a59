"""The facets by which a reader can narrow a search, and the values that an item has for them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from geleerd.model.declarations.facets import DeclaredFacet
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.part_types import ANY_SIZE, Duration, GroupSize
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_CHOICES
from geleerd.model.partial_dates import PartialDate
from geleerd.model.strings import Address, slug_from
from geleerd.relate.library import Library

MINUTES = ("15", "30", "60", "more")
"""A work format that can be done in 20 minutes fits in 30 and in 60; one that can take two hours also counts as "more"."""

PEOPLE = ("1-5", "6-12", "13-25", "26+")
"""Sizes of a group; a work format has all those that it suits."""

_SIZES = {"1-5": (1, 5), "6-12": (6, 12), "13-25": (13, 25), "26+": (26, 10**6)}

MOST_USED = 24
"""Choices that a page shows of a list that is too long for it."""

ELSEWHERE = "elsewhere"
"""The facet of what other knowledge bases learned: which of them. Our own items have no value for it."""

Choosable = tuple[str, str]
"""A choice of a facet: its value and its name."""

SPANS: Mapping[object, tuple[str, ...]] = Frozen({Duration: MINUTES, GroupSize: PEOPLE})
"""The facet values for fields that hold a span."""


def facet_keys(declarations: Declarations) -> tuple[str, ...]:
    """The keys of the facets in their order, as the address of a search has them."""
    return tuple(facet.key for facet in declarations.facets)


def facets_of(item: ItemEntry, library: Library) -> Mapping[str, tuple[str, ...]]:
    """The values of an item by facet, as keys and slugs; facets without a value are left out."""
    found = ((facet.key, _values(facet, item, library)) for facet in library.declarations.facets)
    return {key: values for key, values in found if values}


def file_of_choices(facet: str) -> Address:
    """The file with all choices of a facet, for pages on which they are too many."""
    return Address(f"assets/choices/{facet}.json")


def shown_of(facet: str, choices: Sequence[Choosable], library: Library) -> tuple[Choosable, ...]:
    """The choices of a facet that a page shows, in their order: all, or of a long list those with most items."""
    if len(choices) <= MOST_CHOICES:
        return tuple(choices)
    shelves = library.shelves.get(facet, {})
    ranked = sorted(choices, key=lambda choice: -len(shelves[choice[0]].items) if choice[0] in shelves else 0)
    kept = {value for value, _ in ranked[:MOST_USED]}
    return tuple(choice for choice in choices if choice[0] in kept)


def values_in(value: object) -> tuple[str, ...]:
    """The texts in a field: those of a list, or its only one."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _values(facet: DeclaredFacet, item: ItemEntry, library: Library) -> tuple[str, ...]:
    kind = facet.spec.target
    if kind in library.declarations.frame_types:
        return library.shelf_slugs[str(kind)].get(item.fields.id, ())
    if facet.key == "tag":
        return tuple(dict.fromkeys(library.tags(item).values()))
    spec = _field(type(item.fields), facet.key)
    return tuple(_written(getattr(item.fields, spec.attribute), spec)) if spec else ()


@cache
def _field(declaration: type[Item], key: str) -> FieldSpec | None:
    """The field of a type that carries a facet. A type that redeclares a field of all types keeps the facet of that field."""
    specs = (*fields_of(declaration), *fields_of(Item))
    return next((spec for spec in specs if spec.facet and spec.facet.key == key), None)


def _written(value: object, spec: FieldSpec) -> Iterator[str]:
    """The facet values of a field: a date gives its year, a span the values it can be done with, free words their slugs."""
    if isinstance(value, (datetime.date, PartialDate)):
        yield str(value.year)
    elif isinstance(value, Duration):
        yield from _minutes(value)
    elif isinstance(value, GroupSize):
        yield from _people(value)
    elif spec.choices or spec.target:
        yield from values_in(value)
    else:
        yield from map(slug_from, values_in(value))


def _minutes(duration: Duration) -> Iterator[str]:
    """The limits within which it can be done; more than the last when it can also take longer, or nobody knows how long."""
    shortest, longest = duration.span or (10**6, 10**6)
    yield from (limit for limit in MINUTES[:-1] if shortest <= int(limit))
    if longest > int(MINUTES[-2]):
        yield MINUTES[-1]


def _people(size: GroupSize) -> Iterator[str]:
    least, most = size.span or (1, ANY_SIZE)
    yield from (name for name, (low, high) in _SIZES.items() if least <= high and most >= low)
