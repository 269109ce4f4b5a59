"""The chart of growth: bars that stand on the ground, within their drawing, as high as what they count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geleerd import catalogue
from geleerd.relate.figures.figures import Tally
from geleerd.render.places.growth_chart import HEIGHT, WIDTH, growth_chart

DUTCH = catalogue("nl")
CAME = st.lists(st.integers(0, 10**6), min_size=2, max_size=24)


@settings(deadline=None)
@given(CAME)
def test_every_bar_stands_on_the_ground_and_stays_within(came):
    tallies = [Tally(str(number), (count, sum(came[: number + 1]))) for number, count in enumerate(came)]
    chart = growth_chart(tallies, DUTCH)
    assert chart is not None
    assert len(chart.bars) == len(came)
    for bar in chart.bars:
        assert float(bar.there_y) + float(bar.there) == pytest.approx(HEIGHT, abs=0.15)  # two lengths, each rounded
        assert float(bar.came_y) + float(bar.came) == pytest.approx(float(bar.there_y), abs=0.2)
        assert float(bar.came_y) >= 0
        assert float(bar.x) + float(bar.width) <= WIDTH


def test_the_chart_says_what_it_shows():
    chart = growth_chart([Tally("2025", (3, 3)), Tally("2026", (4, 7))], DUTCH)
    assert chart is not None
    assert chart.says == "Staafdiagram: van 3 bijdragen (2025) naar 7 (2026). De tabel hieronder heeft alle getallen."
    assert [count for _, count in chart.lines] == [8, 4, 0]


def test_one_step_is_no_growth():
    assert growth_chart([Tally("2026", (3, 3))], DUTCH) is None
