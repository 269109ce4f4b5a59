"""The facets of an item."""

import pytest

from geleerd import reading_of
from geleerd.relate.facets import facets_of
from tests.workbench.building import settings

FORMAT = """\
---
id: q1w2e3
type: work-format
title: Een werkvorm
summary: Een samenvatting die lang genoeg is.
date: 2026-11-22
themes: [borging]
sources: [{{title: Eigen ervaring}}]
goal: Oefenen.
phase: meet
duration: {duration}
group_size: {size}
setting: [online, in-person]
steps: [{{title: Beginnen}}]
---
"""


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("{min: 10, max: 15}", ("15", "30", "60")),
        ("{min: 20}", ("30", "60")),
        ("{min: 45, max: 60}", ("60",)),
        ("{min: 60, max: 90}", ("60", "more")),
        ("{min: 20, max: 65}", ("30", "60", "more")),
        ("{min: 2, max: 3, unit: hours}", ("more",)),
    ],
)
def test_a_format_fits_in_every_time_in_which_it_can_be_done(write, duration, minutes):
    assert facets(write, FORMAT.format(duration=duration, size="{min: 4, max: 12}"))["minutes"] == minutes


@pytest.mark.parametrize(
    ("size", "people"),
    [("{min: 4, max: 12}", ("1-5", "6-12")), ("{max: 5}", ("1-5",)), ("{min: 20}", ("13-25", "26+"))],
)
def test_a_format_suits_every_size_that_it_overlaps(write, size, people):
    assert facets(write, FORMAT.format(duration="{min: 10}", size=size))["people"] == people


def test_facets_are_keys_and_slugs(write):
    found = facets(write, FORMAT.format(duration="{min: 10}", size="{min: 2}"))
    assert found["type"] == ("work-format",)
    assert found["theme"] == ("borging",)
    assert found["year"] == ("2026",)
    assert found["setting"] == ("online", "in-person")
    assert found["phase"] == ("meet",)
    assert "evidence" not in found


def facets(write, text: str):
    library = reading_of(settings(write({"lessons/x.md": text}))).library
    return facets_of(library.by_id["q1w2e3"], library)
