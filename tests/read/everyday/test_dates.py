"""Dates and moments as people write them. A browser reads the same cases: `tests/browser/test_everyday.py`."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import catalogue
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.partial_dates import PartialDate
from geleerd.read.everyday.dates import date_meant, moment_meant
from tests.workbench.everyday import EVERYDAY


@pytest.mark.parametrize(("text", "meant"), EVERYDAY["dates"].items())
def test_a_date(text, meant):
    assert date_meant(text) == (PartialDate.parse(meant) if meant else None)


@pytest.mark.parametrize(("text", "meant"), EVERYDAY["moments"].items())
def test_a_moment(text, meant):
    assert moment_meant(text) == meant


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_every_date_that_the_site_shows_is_read_back(day, language):
    words = catalogue(language)
    for date in (PartialDate.of(day), PartialDate(day.year, day.month)):
        assert date_meant(words.date(date)) == date or day.year < 1000


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_date_in_numbers_has_the_day_first(day):
    assert date_meant(f"{day.day}-{day.month}-{day.year}") == PartialDate.of(day)


@given(st.text(max_size=300))
def test_what_files_have_stays_as_it_is(text):
    found = moment_meant(text)
    assert found is None or moment_meant(found) == found
