"""The choices for a newsletter: the facets of items, and months to choose with one press."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.library import Library
from geleerd.relate.selection import narrowing
from geleerd.relate.shelves import Shelf


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet and its choices: values with their names."""

    key: str
    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A month to choose with one press: the words on the button, and its first and last day (ISO 8601)."""

    label: str
    first: str
    last: str


def facet_choices(library: Library) -> tuple[FacetChoices, ...]:
    """The facets that have choices."""
    return tuple(choices for facet in narrowing(library.declarations) if (choices := _choices(facet, library)).values)


def periods(months: Collection[Shelf], catalogue: Catalogue, today: datetime.date) -> Iterator[Period]:
    """The newest month in which something was added, and the month before it; items with a future date do not count."""
    begun = ((month, days) for month in months if (days := PartialDate.parse(month.slug)).first_day <= today)
    for key, (month, days) in zip(("newsletter-last-month", "newsletter-month-before"), begun, strict=False):
        yield Period(catalogue.say(key, month=month.name), str(days.first_day), str(days.last_day))


def _choices(facet: str, library: Library) -> FacetChoices:
    catalogue = library.catalogue
    if facet in library.declarations.frame_types:
        filled = [shelf for shelf in library.shelves[facet].values() if shelf.items]
        return FacetChoices(facet, catalogue.type_name(facet), tuple((shelf.slug, shelf.name) for shelf in filled))
    filled = [shelf for key in library.declarations.item_types for shelf in library.shelves[key].values() if shelf.items]
    return FacetChoices(
        facet, catalogue.label(facet), tuple((shelf.kind, catalogue.type_name(shelf.kind, plural=True)) for shelf in filled)
    )
