"""The choices for a newsletter: the facets of items, and months to choose with one press."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.model.partial_dates import PartialDate
from geleerd.model.urls import relative
from geleerd.relate.facets import Choosable, file_of_choices, shown_of
from geleerd.relate.library import Library
from geleerd.relate.selection import narrowing
from geleerd.relate.shelves import Shelf


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet and its choices: values with their names. `more` says how many only the file at `more_href` has."""

    key: str
    label: str
    values: tuple[Choosable, ...]
    more: int = 0
    more_href: str = ""


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
        filled = [(shelf.slug, shelf.name) for shelf in library.shelves[facet].values() if shelf.items]
        shown = shown_of(facet, filled, library)
        href = relative(library.addresses.place("newsletter"), file_of_choices(facet)) if len(shown) < len(filled) else ""
        return FacetChoices(facet, catalogue.type_name(facet), shown, len(filled) - len(shown), href)
    types = (key for key in library.declarations.item_types if library.shelves[key][""].items)
    return FacetChoices(facet, catalogue.label(facet), tuple((key, catalogue.type_name(key, plural=True)) for key in types))
