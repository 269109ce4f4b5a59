"""When something happened, by a date of any precision."""

import datetime

import pytest

from geleerd.model.partial_dates import PartialDate
from geleerd.relate.figures.happened import Days

TODAY = datetime.date(2026, 11, 22)
MARCH = Days(TODAY, datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))


@pytest.mark.parametrize(
    ("when", "counts"), [("2026-03", True), ("2026-03-31", True), ("2026", False), ("2026-04", False), ("2026-02-28", False)]
)
def test_a_date_counts_on_the_first_day_that_it_can_mean(when, counts):
    assert MARCH.have(PartialDate.parse(when)) is counts


def test_what_has_no_date_happened_in_all_days_only():
    assert Days(TODAY).have(None)
    assert not MARCH.have(None)


def test_a_period_within_another_has_the_days_of_both():
    assert MARCH.within(datetime.date(2026, 3, 15), datetime.date(2027, 1, 1)) == Days(TODAY, datetime.date(2026, 3, 15), MARCH.last)
