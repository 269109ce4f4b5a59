"""A drawing of the house as pixels: the few shapes of SVG that our own files have, drawn with the library that sets the letters."""

import cmath
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PIL import Image, ImageDraw

from geleerd.read.drawings.family import FamilyDrawing

_FINER = 4
"""Drawn so many times as large and then reduced, for smooth edges."""

_STEPS = 16
"""Straight pieces of a curve."""

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}
_MOVE = re.compile(r"(\w+)\(([^)]*)\)")

Polyline = list[complex]
"""Points, each x + y·i."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """How shapes come on the picture: a point lands on point·`turn` + `shift`; `width` and `dashes` are in units of the drawing."""

    turn: complex
    shift: complex
    width: float
    dashes: tuple[float, ...] = ()

    def at(self, points: Polyline) -> Polyline:
        return [point * self.turn + self.shift for point in points]


def size_in(drawing: FamilyDrawing, box: tuple[int, int]) -> tuple[int, int]:
    """How wide and high a drawing is that is as large as fits in a box."""
    _, _, wide, high = map(float, drawing.view_box.split())
    scale = min(box[0] / wide, box[1] / high)
    return round(wide * scale), round(high * scale)


def sketched(drawing: FamilyDrawing, box: tuple[int, int], colours: Mapping[str, str]) -> Image.Image:
    """The drawing as large as fits in a box. `colours` are those of its classes, its lines (`ink`) and what is behind it (`back`)."""
    left, top, wide, _ = map(float, drawing.view_box.split())
    size = size_in(drawing, box)
    scale = size[0] / wide
    picture = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), colours["back"])
    root = ET.fromstring(f"<g>{drawing.shapes}</g>")  # noqa: S314  # a file of the package
    _draw(ImageDraw.Draw(picture), root, _Pen(complex(scale * _FINER), -complex(left, top) * scale * _FINER, drawing.line), colours)
    return picture.reduce(_FINER)


def _draw(draw: ImageDraw.ImageDraw, element: ET.Element, pen: _Pen, colours: Mapping[str, str]) -> None:
    pen = _held(pen, element)
    kind = element.get("class", "")
    stroke = colours["light" if kind == "light" else "ink"]
    for line, is_closed in _outlines(element):
        points = pen.at(line)
        if kind in colours and kind != "light" and len(points) > 2:
            draw.polygon([(point.real, point.imag) for point in points], colours[kind])
        for dash in _dashed([*points, points[0]] if is_closed else points, [part * abs(pen.turn) for part in pen.dashes]):
            _stroke(draw, dash, pen.width * abs(pen.turn), stroke)
    for child in element:
        _draw(draw, child, pen, colours)


def _held(pen: _Pen, element: ET.Element) -> _Pen:
    """The pen inside an element."""
    for name, numbers in _MOVE.findall(element.get("transform", "")):
        parts = _numbers(numbers)
        if name == "translate":
            pen = replace(pen, shift=pen.shift + pen.turn * complex(*parts))
        else:
            pen = replace(pen, turn=pen.turn * (parts[0] if name == "scale" else cmath.rect(1, math.radians(parts[0]))))
    width = float(element.get("stroke-width", pen.width))
    return replace(pen, width=width, dashes=tuple(_numbers(element.get("stroke-dasharray", ""))) or pen.dashes)


def _outlines(element: ET.Element) -> Iterator[tuple[Polyline, bool]]:
    """The lines of a shape, and whether each ends where it began."""
    values = {name: float(value) for name, value in element.items() if name in {"x", "y", "cx", "cy", "r", "rx", "ry", "width", "height"}}
    if element.tag == "path":
        yield from _along(_TOKEN.findall(element.get("d", "")))
    elif element.tag in {"circle", "ellipse"}:
        middle, wide, high = complex(values.get("cx", 0), values.get("cy", 0)), values.get("rx", values.get("r", 0)), values.get("ry")
        yield _round(middle, wide, wide if high is None else high, 0, 4), True
    elif element.tag == "rect":
        yield _rectangle(complex(values.get("x", 0), values.get("y", 0)), values["width"], values["height"], values.get("rx", 0)), True


def _round(middle: complex, wide: float, high: float, first: int, quarters: int) -> Polyline:
    angles = ((first + quarters * step / (_STEPS * quarters)) * math.pi / 2 for step in range(_STEPS * quarters + 1))
    return [middle + complex(wide * math.cos(angle), high * math.sin(angle)) for angle in angles]


def _rectangle(corner: complex, wide: float, high: float, rounding: float) -> Polyline:
    far = corner + complex(wide - rounding, high - rounding)
    near = corner + complex(rounding, rounding)
    middles = (far, complex(near.real, far.imag), near, complex(far.real, near.imag))
    return [point for number, middle in enumerate(middles) for point in _round(middle, rounding, rounding, number, 1)]


def _along(tokens: Sequence[str]) -> Iterator[tuple[Polyline, bool]]:
    """The lines of a path."""
    line: Polyline = []
    pull, command, at = 0j, "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        count = _TAKES[command.upper()]
        numbers, at = [float(token) for token in tokens[at : at + count]], at + count
        here = line[-1] if line else pull
        if command in "Zz":
            yield line, True
            line, pull = [], line[0]
        elif command in "Mm":
            if line:
                yield line, False
            line = [complex(*numbers) + (here if command == "m" else 0)]
            pull, command = line[0], "l" if command == "m" else "L"
        else:
            line = line or [here]
            more, pull = _piece(command, numbers, here, pull)
            line += more
    if line:
        yield line, False


def _piece(command: str, numbers: Sequence[float], here: complex, pull: complex) -> tuple[Polyline, complex]:
    """The points of one piece of a path, and what pulled its end, from which a smooth curve goes on."""
    start = here if command.islower() else 0j
    kind = command.upper()
    if kind in "HV":
        to = complex(numbers[0], 0) if kind == "H" else complex(0, numbers[0])
        rest = (complex(0, here.imag) if kind == "H" else complex(here.real, 0)) if command.isupper() else here
        return [to + rest], to + rest
    points = [start + complex(*pair) for pair in zip(numbers[-2::-2][::-1], numbers[::-2][::-1], strict=True)] if kind != "A" else []
    if kind == "L":
        return points, points[-1]
    if kind == "A":
        end = start + complex(*numbers[5:])
        return _arc(here, end, numbers), end
    first = points[0] if kind == "C" else 2 * here - pull
    return _curve(here, first, *points[-2:]), points[-2]


def _curve(start: complex, first: complex, second: complex, end: complex) -> Polyline:
    parts = (step / _STEPS for step in range(1, _STEPS + 1))
    return [start * (1 - t) ** 3 + 3 * first * t * (1 - t) ** 2 + 3 * second * t**2 * (1 - t) + end * t**3 for t in parts]


def _arc(start: complex, end: complex, numbers: Sequence[float]) -> Polyline:
    wide, high, _, large, sweep = numbers[:5]
    begin, stop = (complex(point.real / wide, point.imag / high) for point in (start, end))
    half = (stop - begin) / 2
    away = math.sqrt(max(0, 1 / abs(half) ** 2 - 1)) * half * 1j
    middle = (begin + stop) / 2 + (away if large != sweep else -away)
    first, last = cmath.phase(begin - middle), cmath.phase(stop - middle)
    last += 2 * math.pi * ((last < first) if sweep else -(last > first))
    angles = (first + (last - first) * step / (2 * _STEPS) for step in range(1, 2 * _STEPS + 1))
    turned = (middle + cmath.rect(abs(begin - middle), angle) for angle in angles)
    return [complex(point.real * wide, point.imag * high) for point in turned]


def _dashed(line: Polyline, dashes: Sequence[float]) -> Iterator[Polyline]:
    if not dashes:
        yield line
        return
    dash, left, number = [line[0]], dashes[0], 0
    for start, end in pairwise(line):
        here = start
        while (far := abs(end - here)) > left:
            here += (end - here) * left / far
            if number % 2 == 0:
                yield [*dash, here]
            number += 1
            dash, left = [here], dashes[number % len(dashes)]
        left -= far
        dash.append(end)
    if number % 2 == 0:
        yield dash


def _stroke(draw: ImageDraw.ImageDraw, line: Polyline, width: float, colour: str) -> None:
    """A line with round joints and ends."""
    points = [(point.real, point.imag) for point in line]
    draw.line(points, colour, round(width), joint="curve")
    half = width / 2
    for x, y in (points[0], points[-1]):
        draw.ellipse((x - half, y - half, x + half, y + half), colour)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _TOKEN.findall(text)]
