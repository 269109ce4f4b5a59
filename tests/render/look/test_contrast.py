"""Contrast is that of the guidelines, and a better colour is always found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.render.look.contrast import TEXT, contrast, strong_enough

COLOURS = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59), ("#abcdef", "#abcdef", 1.0)],
)
def test_the_ratio_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@given(colour=COLOURS)
@pytest.mark.parametrize("ground", ["#fbf7f0", "#1c1815"])
def test_the_nearest_colour_that_stands_out_stays_if_it_does_already(colour, ground):
    better = strong_enough(colour, {"paper": ground}, TEXT)
    assert contrast(better, ground) >= TEXT
    assert (better == colour) == (contrast(colour, ground) >= TEXT)
