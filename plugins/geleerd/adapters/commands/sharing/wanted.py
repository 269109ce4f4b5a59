"""What somebody asks of the newsletter or the figures: a period, and what it is about."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import choices_since
from geleerd.relate.selection import EVER, Selection, facet_values_of
from geleerd.validate.did_you_mean import nearest

_LISTED = 12
"""Choices worth naming in a message."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A period and facets in the words of the user: dates of any precision, and slugs by facet. Without `since` it has no beginning."""

    since: str | None
    until: str | None
    facets: Mapping[str, tuple[str, ...]]


class WantedError(Exception):
    """The request cannot be met. It carries the key of a sentence for the console, and the words of that sentence."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key)
        self.key = key
        self.words = words


def selection_of(wanted: Wanted, library: Library) -> Selection:
    """The selection for a request. Raises `WantedError` for a choice that does not exist, and a period that ends before it begins."""
    since = _date(wanted.since).first_day if wanted.since else EVER.since
    until = _date(wanted.until).last_day if wanted.until else None
    if until and until < since:
        raise WantedError("digest-backwards", since=since, until=until)
    asked = {facet: values for facet, values in wanted.facets.items() if values}
    facets = {facet: tuple(dict.fromkeys(_known(facet, value, library) for value in values)) for facet, values in asked.items()}
    return Selection(since, until, Frozen(facets))


def month_before(day: datetime.date) -> str:
    """The month before that of a day, as people write it for a period."""
    return f"{day.replace(day=1) - datetime.timedelta(1):%Y-%m}"


def _date(written: str) -> PartialDate:
    try:
        return PartialDate.parse(written)
    except ValueError:
        raise WantedError("digest-bad-date", value=written[:80]) from None


def _known(facet: str, value: str, library: Library) -> str:
    """The present name of a choice; scripts and notes may still use the old name of a renamed network or theme."""
    choices = facet_values_of(library, facet)
    _, _, now = choices_since(library, [facet]).get(f"{facet}={value}", "").partition(f"{facet}=")
    if value in choices or now:
        return value if value in choices else now
    catalogue = library.catalogue
    kind = catalogue.label(facet) if facet == "type" else catalogue.type_name(facet)
    if suggestion := nearest(value, choices):
        raise WantedError("digest-unknown-meant", kind=kind, value=value[:80], suggestion=suggestion)
    listed = ", ".join((*choices[:_LISTED], *(["…"] if len(choices) > _LISTED else [])))
    raise WantedError("digest-unknown", kind=kind, value=value[:80], choices=listed)
