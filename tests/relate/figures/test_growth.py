"""Growth in steps of time that fit in a chart."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleerd.relate.figures.growth import MOST_POINTS, growth_of
from geleerd.relate.figures.happened import Days

TODAY = datetime.date(2026, 11, 22)
DATES = st.lists(st.dates(datetime.date(1990, 1, 1), TODAY), max_size=30)


@pytest.mark.parametrize(
    ("first", "steps", "last"),
    [
        (datetime.date(2026, 11, 20), 3, "2026-11-22"),
        (datetime.date(2026, 10, 1), 2, "2026-11"),
        (datetime.date(2024, 12, 31), 24, "2026-11"),
        (datetime.date(2024, 11, 30), 9, "2026-12"),
        (datetime.date(2016, 1, 1), 11, "2026"),
        (datetime.date(1990, 1, 1), 24, "2026"),
    ],
)
def test_the_steps_are_the_shortest_that_are_not_too_many(first, steps, last):
    growth = growth_of([first, TODAY], Days(TODAY))
    assert (len(growth), str(growth[-1].step[1])) == (steps, last)


@settings(deadline=None)
@given(DATES, st.dates(datetime.date(1990, 1, 1), TODAY), st.dates(datetime.date(1990, 1, 1), TODAY))
def test_growth_adds_up_to_all_there_was_at_the_end(dates, one, other):
    first, last = sorted((one, other))
    growth = growth_of(dates, Days(TODAY, first, last))
    assert len(growth) <= MOST_POINTS
    if growth:
        assert growth[-1].total == sum(day <= last for day in dates)
        assert growth[0].total - growth[0].came + sum(step.came for step in growth) == growth[-1].total
        assert all(now.total >= before.total for before, now in pairwise(growth))
    else:
        assert not any(first <= day <= last for day in dates)
