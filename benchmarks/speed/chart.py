"""The chart of the report, as SVG: for every size and generator a cold build, one with nothing changed, and one after an edit."""

from collections.abc import Iterator
from html import escape

from benchmarks.speed.figures import Figures, State

BARS = {State.COLD: "#2b5f8a", State.NOTHING: "#8fb8d8", State.BODY: "#d98e3c"}
WIDTH, NAMES, BAR, GAP, FIGURE = 760, 210, 12, 10, 60
"""Lengths in pixels: the whole, the names, a bar, between generators, and the figure behind a bar."""


def chart(figures: Figures) -> str:
    """The chart as a document of its own; every size has a scale of its own."""
    lines, at = [], 34
    for size in figures.sizes:
        drawn = list(_size(figures, size, at))
        lines += drawn
        at += sum(line.startswith("<rect") for line in drawn) * BAR + len(_present(figures, size)) * GAP + 34
    legend = (
        f'<rect x="{NAMES + 170 * place}" y="8" width="10" height="10" fill="{colour}"/>'
        f'<text x="{NAMES + 170 * place + 16}" y="17">{state}</text>'
        for place, (state, colour) in enumerate(BARS.items())
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {at}" font-family="sans-serif" font-size="12" role="img">'
        f'<title>Seconds of a build by generator and size</title><rect width="{WIDTH}" height="{at}" fill="#fff"/>'
    )
    return "\n".join([head, *legend, *lines, "</svg>", ""])


def _present(figures: Figures, size: int) -> list[tuple[str, dict[State, float]]]:
    """The generators of one size, each with the medians of what the chart shows."""
    found = (
        (each.name, {state: known.median for state in BARS if (known := figures.seconds(size, each.key, state))})
        for each in figures.generators
    )
    return [(name.replace("`", ""), medians) for name, medians in found if medians]


def _size(figures: Figures, size: int, at: int) -> Iterator[str]:
    present = _present(figures, size)
    most = max(seconds for _, medians in present for seconds in medians.values())
    yield f'<text x="8" y="{at + 12}" font-weight="bold">{size:,} items, seconds</text>'
    at += 24
    for name, medians in present:
        yield f'<text x="8" y="{at + BAR * len(medians) / 2 + 4}">{escape(name)}</text>'
        for state, seconds in medians.items():
            length = (WIDTH - NAMES - FIGURE) * seconds / most
            yield f'<rect x="{NAMES}" y="{at}" width="{length:.1f}" height="{BAR - 1}" fill="{BARS[state]}"/>'
            yield f'<text x="{NAMES + length + 4:.1f}" y="{at + BAR - 2}" font-size="10">{seconds:.2f}</text>'
            at += BAR
        at += GAP
