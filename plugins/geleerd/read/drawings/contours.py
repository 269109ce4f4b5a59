"""How long the outline of a shape is, never shorter than a browser draws it, and how many corners it has."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_WORD = re.compile(r"[MmZzLlHhVvCcSsQqTtAa]|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_NUMBERS_OF: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7}
_SIDES: Final = {"rect": ("width", "height"), "circle": ("r", "r"), "ellipse": ("rx", "ry"), "line": ("x1", "x2", "y1", "y2")}


@dataclass(frozen=True, slots=True)
class Contour:
    """The length of an outline in its own units, its corners, and how often it goes from one side of itself to the other."""

    length: float = 0.0
    corners: int = 0
    crossings: float = 0.0


def contour_of(name: str, attributes: Mapping[str, str]) -> Contour:
    """The outline of an element with these attributes."""
    if name == "path":
        return _along(_points(attributes.get("d", "")))
    if name in {"polyline", "polygon"}:
        numbers = numbers_in(attributes.get("points", ""))
        return _along(zip(numbers[::2], numbers[1::2], strict=False))
    return Contour(
        2 * math.pi * sum(abs(number) for side in _SIDES.get(name, ()) for number in numbers_in(attributes.get(side, ""))[:1]), 4
    )


def numbers_in(text: str) -> list[float]:
    """The numbers in a value, whatever stands between them."""
    return [float(number) for number in _NUMBER.findall(text)]


def _along(points: Iterator[tuple[float, float]]) -> Contour:
    length, corners, lowest, highest, before = 0.0, 0, [math.inf, math.inf], [-math.inf, -math.inf], None
    for point in points:
        length += math.dist(before, point) if before else 0
        corners, before = corners + 1, point
        lowest, highest = [*map(min, lowest, point)], [*map(max, highest, point)]
    size = math.dist(lowest, highest) if corners else 0
    return Contour(length, corners, length / size if size else 0)


def _points(path: str) -> Iterator[tuple[float, float]]:
    """The places that a path goes by, with those that pull its curves; of an arc, the corners of the box around its ellipse too."""
    command, here, start = "", (0.0, 0.0), (0.0, 0.0)
    numbers: list[float] = []
    for word in _WORD.findall(path):
        if word.isalpha() and len(word) == 1:
            command, numbers = word, []
            if word in "Zz":
                here = start
                yield here
            continue
        numbers.append(float(word))
        if len(numbers) == _NUMBERS_OF.get(command.lower()):
            reached = list(_reached(command, numbers, here))
            yield from reached
            here = reached[-1]
            start = here if command in "Mm" else start
            command, numbers = {"M": "L", "m": "l"}.get(command, command), []


def _reached(command: str, numbers: list[float], here: tuple[float, float]) -> Iterator[tuple[float, float]]:
    x, y = here if command.islower() else (0.0, 0.0)
    kind = command.lower()
    if kind == "h":
        yield x + numbers[0], here[1]
    elif kind == "v":
        yield here[0], y + numbers[0]
    else:
        if kind == "a":
            yield here[0] + 2 * abs(numbers[0]), here[1] + 2 * abs(numbers[1])
            numbers = numbers[5:]
        yield from ((x + right, y + down) for right, down in zip(numbers[::2], numbers[1::2], strict=True))
