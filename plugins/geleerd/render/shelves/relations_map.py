"""The map of networks: what ties them, drawn in three columns when the site is built, with the same bytes on every machine.

Networks stand in the middle, each with those below it; programmes and organisations on the left, shared themes and questions on the right.
What is tied stands as near as it can to the middle of the networks that it is tied to (the barycentre method; Sugiyama e.a. 1981).
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import Network, Programme, Theme
from geleerd.relate.networks.ties import Tie, Ties

LINE, SPACE, CENTRE = 17, 9, 5
"""The height of a line of text, the space between names, and the way from where letters stand to their middle, in units of the drawing."""

LEFT, NETWORKS, FROM_NETWORKS, RIGHT, WIDTH = 300, 410, 720, 830, 1140
"""Where the names on the left end, networks begin and end, names on the right begin, and the drawing ends."""

LONGEST = 40
"""Characters on a line of a name; the rest goes on a second line, and what is longer still is cut off."""

INDENT = 22


@dataclass(frozen=True, slots=True)
class Spot:
    """A name on the map: its lines, where they stand, and the page that it leads to, if it has one."""

    lines: tuple[str, ...]
    x: int
    y: int
    kind: str
    href: str

    @property
    def middle(self) -> int:
        """The height at which lines arrive."""
        return self.y + (len(self.lines) - 1) * LINE // 2 - CENTRE


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    """A network with the lines to all that it is tied to: paths, each with the kind of tie."""

    spot: Spot
    paths: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RelationsMap:
    """The drawing: its size, the networks, and what they are tied to."""

    width: int
    height: int
    networks: tuple[DrawnNetwork, ...]
    others: tuple[Spot, ...]


def relations_map(
    slugs: Sequence[str], parents: Mapping[str, str | None], names: Mapping[str, tuple[str, str]], ties: Ties
) -> RelationsMap:
    """The map of some networks, in the order in which they stand; `names` are their names and links, also those of ties by kind and key."""
    networks = _stacked([(slug, *names[slug], Network.KEY) for slug in slugs], NETWORKS, slugs, parents)
    sides = {kinds: _side(kinds, x, networks, names, ties) for kinds, x in ((_ON_THE_LEFT, LEFT), (_ON_THE_RIGHT, RIGHT))}
    others = {key: spot for side in sides.values() for key, spot in side.items()}
    drawn = tuple(DrawnNetwork(networks[slug], _paths(slug, networks, others, parents, ties)) for slug in slugs)
    spots = (*networks.values(), *others.values())
    height = max((spot.y + len(spot.lines) * LINE for spot in spots), default=0)
    return RelationsMap(WIDTH, height, drawn, tuple(others.values()))


_ON_THE_LEFT, _ON_THE_RIGHT = (Programme.KEY, "organisation"), (Theme.KEY, "question")


def tie_on_map(tie: Tie) -> str:
    """The name of a tie among all that a map shows."""
    return f"{tie.kind}:{tie.key}"


def _stacked(
    named: Iterable[tuple[str, str, str, str]], x: int, slugs: Sequence[str], parents: Mapping[str, str | None]
) -> dict[str, Spot]:
    """Names below each other; one below another network a little to the right."""
    found: dict[str, Spot] = {}
    y = LINE
    for key, name, href, kind in named:
        lines = tuple(textwrap.wrap(name, LONGEST, max_lines=2, placeholder="…")) or ("",)
        found[key] = Spot(lines, x + (INDENT if parents.get(key) in slugs else 0), y, kind, href)
        y += len(lines) * LINE + SPACE
    return found


def _side(kinds: Sequence[str], x: int, networks: Mapping[str, Spot], names: Mapping[str, tuple[str, str]], ties: Ties) -> dict[str, Spot]:
    """What networks are tied to on one side, each near the middle of its networks, spread over the height of the drawing."""
    heights: dict[tuple[int, str], list[int]] = defaultdict(list)
    for slug, spot in networks.items():
        for tie in ties[slug]:
            if tie.kind in kinds:
                heights[kinds.index(tie.kind), tie_on_map(tie)].append(spot.middle)
    ordered = sorted(heights, key=lambda key: (sum(heights[key]) // len(heights[key]), *key))
    spots = _stacked([(key, *names[key], kinds[number]) for number, key in ordered], x, (), {})
    tallest, used = (max((spot.y + len(spot.lines) * LINE for spot in column.values()), default=0) for column in (networks, spots))
    room = max(tallest - used, 0)
    return {
        key: Spot(spot.lines, spot.x, spot.y + room * number // max(len(spots) - 1, 1), spot.kind, spot.href)
        for number, (key, spot) in enumerate(spots.items())
    }


def _paths(
    slug: str, networks: Mapping[str, Spot], others: Mapping[str, Spot], parents: Mapping[str, str | None], ties: Ties
) -> tuple[tuple[str, str], ...]:
    """The lines of a network: to the one above it, and to all that it is tied to."""
    own = networks[slug]
    above = networks.get(parents.get(slug) or "")
    paths = [("parent", f"M{above.x + 8} {above.y + (len(above.lines) - 1) * LINE + CENTRE}V{own.middle}H{own.x - 6}")] if above else []
    for tie in ties[slug]:
        there = others[tie_on_map(tie)]
        on_the_left = tie.kind in _ON_THE_LEFT
        begin, end = (own.x - 6, LEFT + 8) if on_the_left else (FROM_NETWORKS, RIGHT - 8)
        half = (begin + end) // 2
        paths.append((tie.kind, f"M{begin} {own.middle}C{half} {own.middle} {half} {there.middle} {end} {there.middle}"))
    return tuple(paths)
