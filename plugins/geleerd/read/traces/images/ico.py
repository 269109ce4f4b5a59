"""What an icon (ICO) holds beside its pictures: each is a PNG, or a bitmap of which the header tells the length.

Source: Microsoft, "Icons", ICONDIR and ICONDIRENTRY; "Bitmap storage", BITMAPINFOHEADER.
"""

import struct
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_PARTS, MOST_PIXELS
from geleerd.read.traces.images.parts import named
from geleerd.read.traces.images.png import PNG_SIGN, png_traces
from geleerd.read.traces.shapes.values import LETTERS

ICO_SIGN = b"\0\0\1\0"
_beside = named("ICO trailer")
_HEAD = 6
"""Bytes before the list of pictures."""

_BITMAP = 40
"""Bytes of the only header that icons have."""


def ico_traces(data: bytes) -> Iterator[Trace]:
    """What the pictures of an icon tell, and what stands between and behind them. Raises `ValueError` for what cannot be followed."""
    count = struct.unpack_from("<H", data, 4)[0] if len(data) != _HEAD else 0
    if count > MOST_PARTS:
        raise ValueError(count)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]
    if any(entry[3] or entry[4] > 1 or entry[5] > 32 for entry in entries):
        yield Trace("property", where="ICO")
    position = 6 + 16 * count
    for start, length in sorted((entry[7], entry[6]) for entry in entries):
        if start < position or start + length > len(data):
            raise ValueError(start)
        yield from _beside(data[position:start])
        position = start + length
        yield from _picture(data[start:position])
    yield from _beside(data[position:])


def _picture(data: bytes) -> Iterator[Trace]:
    yield from png_traces(data) if data.startswith(PNG_SIGN) else _beside(data[_bitmap_length(data) :])


def _bitmap_length(data: bytes) -> int:
    """The bytes of a bitmap: header, colours, picture, and the mask that says what is transparent."""
    size, width, height, planes, depth, packed, *numbers = struct.unpack_from("<IiiHHIIiiII", data)
    colours = numbers[3]
    is_plain = planes <= 1 and all(abs(number) < LETTERS for number in numbers)
    if (
        size != _BITMAP
        or packed
        or not is_plain
        or width <= 0
        or not 0 < width * height <= 2 * MOST_PIXELS
        or depth not in {1, 4, 8, 24, 32}
    ):
        raise ValueError(size)
    table = (colours or 1 << depth) if depth < 24 else 0
    return int(size + 4 * table + height // 2 * (_row(width * depth) + _row(width)))


def _row(bits: int) -> int:
    return (bits + 31) // 32 * 4
