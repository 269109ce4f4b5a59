"""The drawing of a map of causes: the names below each other in the order of the source, and every arrow as an arc beside them.

So the order stays that of the source, no arrow crosses a name, and all numbers are whole: the same drawing on every machine.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from geleerd.render.factors.influences import Arrow

ROW, LINE, ABOVE_GROUP, ABOVE, BESIDE = 34, 18, 22, 30, 14
"""Height of a row and of a second line in it, what is free above a group, and what is free above the first row and beside the drawing."""

ARCS, NAMES = 190, 330
"""Room for the arcs and for the names."""

LEAST_ARC, ARC_PER_ROW = 14, 15

LETTERS_A_LINE, LINES = 38, 2
"""Letters that fit on a line, and lines of a name; the list beside the drawing has all of a longer one."""


@dataclass(frozen=True, slots=True)
class MapName:
    """A name to draw, in its place; `slug` is empty for a heading that is no entry."""

    slug: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class DrawnName:
    """A name on the drawing: where its dot is, and the lines of it that fit."""

    slug: str
    lines: tuple[str, ...]
    kind: str
    y: int

    @property
    def height(self) -> int:
        """What it takes of its row."""
        return ROW - 2 + LINE * (len(self.lines) - 1)

    @property
    def baselines(self) -> tuple[tuple[int, str], ...]:
        """Its lines, each after its baseline; the dot stands at the middle of them."""
        first = self.y + 5 - LINE * (len(self.lines) - 1) // 2
        return tuple((first + LINE * number, line) for number, line in enumerate(self.lines))


@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An arrow on the drawing. `both`: it stands for two arrows, there and back, of which no source tells the effect."""

    cause: str
    on: str
    effect: str
    path: str
    both: bool


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The drawing: its size, where the dots stand, and the names and arrows."""

    width: int
    height: int
    x: int
    names: tuple[DrawnName, ...]
    arrows: tuple[DrawnArrow, ...]


def map_drawing(nodes: Sequence[MapName], arrows: Sequence[Arrow]) -> MapDrawing:
    """The drawing of these names and of the arrows between them; other arrows are left out."""
    names: list[DrawnName] = []
    y = ABOVE
    for node in nodes:
        y += ABOVE_GROUP if node.kind == "group" and names else 0
        lines = tuple(textwrap.wrap(node.name, LETTERS_A_LINE, max_lines=LINES, placeholder="…")) or ("",)
        beyond = LINE * (len(lines) - 1) // 2
        names.append(DrawnName(node.slug, lines, node.kind, y + beyond))
        y += ROW + 2 * beyond
    at = {name.slug: (number, name.y) for number, name in enumerate(names) if name.slug}
    between = [arrow for arrow in arrows if arrow.cause in at and arrow.on in at]
    untold = {(arrow.cause, arrow.on) for arrow in between if arrow.effect == "affects"}
    x = BESIDE + ARCS
    found = []
    for arrow in between:
        both = arrow.effect == "affects" and (arrow.on, arrow.cause) in untold
        (start, top), (end, bottom) = at[arrow.cause], at[arrow.on]
        if both and start > end:
            continue
        wide = min(ARCS, LEAST_ARC + ARC_PER_ROW * abs(start - end)) * 4 // 3 - (10 if start > end else 0)
        path = f"M{x - 7} {top}C{x - wide} {top} {x - wide} {bottom} {x - 9} {bottom}"
        found.append(DrawnArrow(arrow.cause, arrow.on, arrow.effect, path, both))
    return MapDrawing(x + NAMES + BESIDE, y, x, tuple(names), tuple(found))
