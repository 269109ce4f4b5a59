"""The feedback loops in a map of causes: arrows that lead back to where they began.

As in causal loop diagrams, a loop with an even number of weakening arrows reinforces itself; one
with an odd number keeps itself in balance.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from geleerd.render.factors.influences import Arrow

MOST_LOOPS = 30
"""Loops that a page tells of, the shortest first; the published map behind our factors has fourteen."""

LONGEST_LOOP = 12
"""Factors in a loop that a reader can still follow."""

MOST_LOOKS = 20_000
"""Looks at a path, after which the search stops: in a map where all works on all there are more loops than anybody can read."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Factors that work on each other in this order, the last on the first. It begins with the first of them on the map."""

    slugs: tuple[str, ...]
    reinforcing: bool


Following = Mapping[int, Sequence[int]]


def loops_of(arrows: Iterable[Arrow], slugs: Sequence[str]) -> tuple[Loop, ...]:
    """The loops among the factors, which stand in the order of the map: the shortest first; one more than `MOST_LOOPS` says there are more.

    An arrow of which nobody told the effect is in no loop, and neither are two that contradict each other.
    """
    place = {slug: number for number, slug in enumerate(slugs)}
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    for arrow in arrows:
        if arrow.effect != "affects" and arrow.cause in place and arrow.on in place:
            told[place[arrow.cause], place[arrow.on]].add(arrow.effect)
    effects = {ends: next(iter(found)) for ends, found in sorted(told.items()) if len(found) == 1}
    following: dict[int, list[int]] = defaultdict(list)
    for cause, on in effects:
        following[cause].append(on)
    paths = (path for path in islice(_looks(following), MOST_LOOKS) if path)
    return tuple(_loop(path, effects, slugs) for path in islice(paths, MOST_LOOPS + 1))


def _loop(path: Sequence[int], effects: Mapping[tuple[int, int], str], slugs: Sequence[str]) -> Loop:
    weakening = sum(effects[ends] == "weakens" for ends in zip(path, (*path[1:], path[0]), strict=True))
    return Loop(tuple(slugs[number] for number in path), weakening % 2 == 0)


def _looks(following: Following) -> Iterator[Sequence[int] | None]:
    """Every look at a path, in a fixed order: the path where it is a loop, else None."""
    ways_back = {start: _ways_back(start, following) for start in sorted(following)}
    for length in range(2, LONGEST_LOOP + 1):
        for start, back in ways_back.items():
            yield from _looks_from(start, length, following, back)


def _looks_from(start: int, length: int, following: Following, back: Mapping[int, int]) -> Iterator[Sequence[int] | None]:
    """The looks at paths of one length from one factor, over factors after it alone: so each loop is found once."""
    paths: list[tuple[int, ...]] = [(start,)] if back.get(start, 0) <= length else []
    while paths:
        path = paths.pop()
        here, left = path[-1], length - len(path)
        yield path if not left and start in following.get(here, ()) else None
        further = (node for node in reversed(following.get(here, ())) if left and node > start and node not in path)
        paths.extend((*path, node) for node in further if back.get(node, length) <= left)


def _ways_back(start: int, following: Following) -> Mapping[int, int]:
    """The number of arrows from each factor after `start` back to it, where there is a way."""
    leading: dict[int, list[int]] = defaultdict(list)
    for cause, found in following.items():
        for on in found:
            leading[on].append(cause)
    distance = {start: 0}
    ahead = deque([start])
    while ahead:
        here = ahead.popleft()
        for cause in leading[here]:
            if cause > start and cause not in distance:
                distance[cause] = distance[here] + 1
                ahead.append(cause)
    return distance
