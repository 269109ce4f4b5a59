"""The owner's own logo: how large it is, and how well it can be seen on the paper of each palette."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageColor

from geleerd.read.drawings.drawing import SafeDrawing, drawing_of
from geleerd.read.traces.images.sizes import size_of
from geleerd.render.look.contrast import contrast

_VIEW = re.compile(rb'\bviewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')
_SIZE = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)[^>]*?\bheight="([\d.]+)')
_PAINT = re.compile(r"(?:fill|stroke|stop-color)\s*[=:]\s*[\"']?\s*([#\w]+(?:\([\d., %]+\))?)")
_SAMPLE, _SEEN = 48, 200
"""A picture is looked at in this many columns and lines, and where it is no more transparent than this (of 255)."""
_ENOUGH = 20
"""A colour counts when at least one in so many of the pixels that show has it."""


@dataclass(frozen=True, slots=True)
class LogoImage:
    """A logo that can be shown: its size in pixels, or in units of its drawing, and the colours that make it out, as `#rrggbb`."""

    width: int
    height: int
    colours: tuple[str, ...]

    def stands_out(self, paper: str) -> float:
        """The contrast with the paper of the colour that stands out most; a logo of which nothing does cannot be seen."""
        return max(contrast(colour, paper) for colour in self.colours)


def logo_image(data: bytes) -> LogoImage | None:
    """The logo in the bytes of a drawing or a picture; None for what cannot be read, and for what runs or asks for something elsewhere."""
    if size := size_of(data):
        colours = tuple(_colours_of_picture(data))
        return LogoImage(*size, colours) if colours else None
    drawing = drawing_of(data)
    if drawing is None or drawing.calls_out or drawing.runs:
        return None
    size = _size_of_drawing(drawing)
    return LogoImage(*size, tuple(_colours_of_drawing(drawing))) if size else None


def _size_of_drawing(drawing: SafeDrawing) -> tuple[int, int] | None:
    found = _VIEW.search(drawing.data) or _SIZE.search(drawing.data)
    width, height = (round(float(number)) for number in found.groups()) if found else (0, 0)
    return (width, height) if width and height else None


def _colours_of_drawing(drawing: SafeDrawing) -> Iterator[str]:
    """The colours that a drawing names; black, where it names none: nothing around a picture gives it a colour."""
    named = {word.lower() for word in _PAINT.findall(drawing.data.decode("utf-8", "replace"))} - {"none", "transparent", "url"}
    colours = {_hexadecimal(word) for word in named} - {""}
    yield from sorted(colours) or ("#000000",)


def _hexadecimal(word: str) -> str:
    if word == "currentcolor":
        return "#000000"
    try:
        return "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(word)[:3])
    except ValueError:
        return ""


def _colours_of_picture(data: bytes) -> Iterator[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of a picture with too many pixels
            small = Image.open(BytesIO(data)).convert("RGBA").resize((_SAMPLE, _SAMPLE), Image.Resampling.BOX)
    except Exception:  # noqa: BLE001  # the parsers raise whatever they like
        return
    seen: Counter[tuple[int, ...]] = Counter()
    for count, pixel in small.getcolors(_SAMPLE**2) or ():
        *parts, opacity = pixel if isinstance(pixel, tuple) else (pixel,)
        if opacity > _SEEN:
            seen[tuple(int(part) & 0xF0 for part in parts)] += count
    for colour, count in sorted(seen.items()):
        if count * _ENOUGH >= seen.total():
            yield "#{:02x}{:02x}{:02x}".format(*colour)
