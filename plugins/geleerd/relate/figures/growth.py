"""How a knowledge base grew: what came in each step of time, and how much there was then. Steps are days, months, quarters or years."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geleerd.model.partial_dates import PartialDate
from geleerd.relate.figures.happened import Days

MOST_POINTS = 24
"""Most steps of time in a chart: more would be too narrow to tell apart on a phone."""

Stretch = tuple[PartialDate, PartialDate]
"""A step of time: its first and its last day, month or year."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What came in one step of time, and how much there was at its end."""

    step: Stretch
    came: int
    total: int


def growth_of(dates: Sequence[datetime.date], days: Days) -> tuple[Growth, ...]:
    """The growth from the first of these dates, or of the days, up to the last day; nothing where nothing came."""
    ordered = sorted(day for day in dates if day <= days.last)
    if not ordered or ordered[-1] < days.first:
        return ()
    last = min(days.last, max(ordered[-1], days.today))
    steps = _steps(max(ordered[0], days.first), last)
    found: list[Growth] = []
    total = sum(day < steps[0][0].first_day for day in ordered)
    for step in steps:
        came = sum(step[0].first_day <= day <= step[1].last_day for day in ordered)
        total += came
        found.append(Growth(step, came, total))
    return tuple(found)


def _steps(first: datetime.date, last: datetime.date) -> tuple[Stretch, ...]:
    """The steps between two days: the shortest that are not too many, or else the last years."""
    for steps in _SIZES:
        found = tuple(step for step, _ in zip(steps(first, last), range(MOST_POINTS + 1), strict=False))
        if len(found) <= MOST_POINTS:
            return found
    return tuple(_years(last.replace(year=last.year - MOST_POINTS + 1, day=1), last))


def _days(first: datetime.date, last: datetime.date) -> Iterator[Stretch]:
    for number in range((last - first).days + 1):
        day = PartialDate.of(first + datetime.timedelta(number))
        yield day, day


def _months(first: datetime.date, last: datetime.date, each: int = 1) -> Iterator[Stretch]:
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for number in range(begin - begin % each, end + 1, each):
        until = number + each - 1
        yield PartialDate(number // 12, number % 12 + 1), PartialDate(until // 12, until % 12 + 1)


def _quarters(first: datetime.date, last: datetime.date) -> Iterator[Stretch]:
    return _months(first, last, 3)


def _years(first: datetime.date, last: datetime.date) -> Iterator[Stretch]:
    yield from ((PartialDate(year), PartialDate(year)) for year in range(first.year, last.year + 1))


_SIZES: tuple[Callable[[datetime.date, datetime.date], Iterator[Stretch]], ...] = (_days, _months, _quarters, _years)
