"""A chart of growth: a bar for every step of time, below what was there, above what came. Rounded, so that it is the same everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.relate.figures.figures import Tally

WIDTH, HEIGHT = 600, 200
"""The size of the drawing, in its own units; the page stretches it."""

_GAP = 0.2
"""The part of a step that stays empty between two bars."""


@dataclass(frozen=True, slots=True)
class GrowthBar:
    """The bar of one step of time, in the units of the drawing: `there` and `came` are the heights of its two parts."""

    x: str
    width: str
    there_y: str
    there: str
    came_y: str
    came: str


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """A chart for the template: its bars, the lines behind them with their numbers from the top, and what it shows, in one sentence."""

    width: int
    height: int
    bars: tuple[GrowthBar, ...]
    lines: tuple[tuple[str, int], ...]
    first: str
    last: str
    says: str


def growth_chart(tallies: Sequence[Tally], catalogue: Catalogue) -> GrowthChart | None:
    """The chart of rows that count what came and what there was then; None for fewer than two, of which nothing can be compared."""
    if len(tallies) < 2:
        return None
    top = _top(tallies[-1].counts[1])
    step = WIDTH / len(tallies)
    return GrowthChart(
        width=WIDTH,
        height=HEIGHT,
        bars=tuple(_bar(number * step, step, (tally.counts[0], tally.counts[1]), top) for number, tally in enumerate(tallies)),
        lines=tuple((_rounded(HEIGHT * (1 - count / top)), count) for count in dict.fromkeys((top, top // 2, 0))),
        first=tallies[0].name,
        last=tallies[-1].name,
        says=catalogue.say(
            "growth-says",
            first=tallies[0].name,
            before=tallies[0].counts[1],
            last=tallies[-1].name,
            now=tallies[-1].counts[1],
        ),
    )


def _bar(x: float, step: float, counts: tuple[int, int], top: int) -> GrowthBar:
    came, total = counts
    there_y, came_y = (HEIGHT * (1 - count / top) for count in (total - came, total))
    return GrowthBar(
        x=_rounded(x + step * _GAP / 2),
        width=_rounded(step * (1 - _GAP)),
        there_y=_rounded(there_y),
        there=_rounded(HEIGHT - there_y),
        came_y=_rounded(came_y),
        came=_rounded(there_y - came_y),
    )


def _top(most: int) -> int:
    """The number at the top of the chart: even, and the first of 2, 4, 6, 8, 10, 20, 40 and so on that is not below the most."""
    size = 1
    while True:
        for step in (2, 4, 6, 8, 10):
            if step * size >= most:
                return step * size
        size *= 10


def _rounded(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
