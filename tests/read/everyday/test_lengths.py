"""Lengths of time and numbers of people as people write them. A browser reads the same cases: `tests/browser/test_everyday.py`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.read.everyday.lengths import LARGEST_NUMBER, minutes_meant, number_meant, span_meant, span_typed, step_meant
from tests.workbench.everyday import EVERYDAY


@pytest.mark.parametrize(("text", "meant"), EVERYDAY["spans"].items())
def test_a_span(text, meant):
    span = span_meant(text)
    assert (span and [span.least, span.most, span.unit]) == meant


@pytest.mark.parametrize(("line", "meant"), EVERYDAY["steps"].items())
def test_a_line_of_a_plan(line, meant):
    assert list(step_meant(line)) == meant


@pytest.mark.parametrize(("text", "meant"), EVERYDAY["minutes"].items())
def test_minutes(text, meant):
    assert minutes_meant(text) == meant


@pytest.mark.parametrize(("text", "meant"), EVERYDAY["numbers"].items())
def test_a_number(text, meant):
    assert number_meant(text) == meant


@pytest.mark.parametrize(("written", "is_time", "meant"), EVERYDAY["typed"])
def test_the_ends_of_a_span(written, is_time, meant):
    assert span_typed(written, is_time=is_time) == meant


@given(st.integers(1, LARGEST_NUMBER), st.integers(1, LARGEST_NUMBER), st.sampled_from(["minuten", "uur", "dagen", "mensen"]))
def test_any_two_numbers_with_a_unit_are_a_span(least, most, unit):
    span = span_meant(f"{least} tot {most} {unit}")
    assert span is not None
    assert (span.least, span.most) == (least, most)


@given(st.text(max_size=120))
def test_no_line_loses_what_is_done(line):
    title, minutes = step_meant(line)
    assert minutes is None or (0 < minutes <= LARGEST_NUMBER and title)
    assert minutes is not None or title == " ".join(line.split())
