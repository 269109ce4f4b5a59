"""How much work a few words of a drawing give a browser: filters that look far around every point, dashes, and lines over lines."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from geleerd.model.limits import (
    LARGEST_BLUR,
    LARGEST_KERNEL,
    LARGEST_SPREAD,
    MOST_CROSSINGS,
    MOST_DASHES,
    MOST_OCTAVES,
    MOST_STEPS,
    MOST_WIDE_STEPS,
)
from geleerd.read.drawings.contours import contour_of, numbers_in

_LIMITS = {"numOctaves": MOST_OCTAVES, "radius": LARGEST_SPREAD, "order": LARGEST_KERNEL, "stdDeviation": LARGEST_BLUR}
_VALUES = ("from", "to", "by", "values")
WIDE = {
    *("feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feGaussianBlur", "feMorphology"),
    *("feSpecularLighting", "feTurbulence"),
}
"""Steps of a filter that take long for every point."""

_NEAR = 3
"""How far a step may look around a point, or how often for it, before it takes as long as three that do not."""

_DENSE = 50
"""How often the outline of one shape may go from side to side before that counts: letters and coasts in one path stay below it."""


class Effort:
    """Counts while a drawing is read. Raises `ValueError` for one that gives a browser too much work."""

    def __init__(self) -> None:
        self._steps = self._wide = 0
        self._dashes: list[float] = []
        """The length of one row of dashes, for each element around this place; 0 where there are none."""

        self._lines: list[tuple[list[str], float, float]] = []
        self._rules: dict[str, float] = defaultdict(float)
        self._crossings = 0.0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins, with these attributes."""
        for key in _LIMITS.keys() & attributes.keys():
            _check(key, attributes[key])
        for key in _VALUES if attributes.get("attributeName") in _LIMITS else ():
            _check(attributes["attributeName"], attributes.get(key, ""))
        self._count_steps(name, attributes)
        row = _row_of(attributes.get("stroke-dasharray", "")) or _declared_row(attributes.get("style", ""))
        row = row or (self._dashes[-1] if self._dashes else 0.0)
        self._dashes.append(row)
        contour = contour_of(name, attributes)
        if not math.isfinite(contour.length):
            raise ValueError(contour)  # a number beyond all numbers, not another type
        self._crossings += contour.crossings if contour.crossings > _DENSE else 0
        length = max(map(abs, numbers_in(attributes.get("pathLength", ""))[:1]), default=contour.length)
        if length or name == "use":
            names = [name, *attributes.get("id", "").split(), *attributes.get("class", "").split()]
            self._lines.append((names, length, row))

    def end(self) -> None:
        """The innermost element ends."""
        self._dashes.pop()

    def style(self, rules: Iterable[tuple[Iterable[str], str]]) -> None:
        """The clean rules of a style element: the names of the elements that each is for, and what it declares."""
        for names, declarations in rules:
            if row := _declared_row(declarations):
                for name in names:
                    self._rules[name] = min(self._rules[name] or row, row)

    def check(self) -> None:
        """Raise `ValueError` when it is too much."""
        if self._crossings > MOST_CROSSINGS:
            raise ValueError(self._crossings)
        whole = sum(length for _, length, _ in self._lines)
        dashes = 0.0
        for names, length, row in self._lines:
            rows = [row, *(self._rules[name] for name in (*names, "*") if name in self._rules)]
            dashes += max((((length or whole) / one) for one in rows if one), default=0)
        if dashes > MOST_DASHES:
            raise ValueError(dashes)

    def _count_steps(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "filter":
            self._steps = self._wide = 0
        elif name.startswith("fe"):
            around = max((_greatest(attributes[key]) for key in ("radius", "order", "numOctaves") if key in attributes), default=0.0)
            self._steps += 1
            self._wide += (3 if around > _NEAR else 1) if name in WIDE else 0
            if self._steps > MOST_STEPS or self._wide > MOST_WIDE_STEPS:
                raise ValueError(name)


def _greatest(value: str) -> float:
    return max(map(abs, numbers_in(value)), default=0.0)


def _check(name: str, value: str) -> None:
    if _greatest(value) > _LIMITS[name]:
        raise ValueError(name)


def _row_of(value: str) -> float:
    return sum(map(abs, numbers_in(value)))


def _declared_row(style: str) -> float:
    _, found, value = style.partition("stroke-dasharray")
    return _row_of(value.partition(";")[0]) if found else 0.0
