"""What an icon (ICO) holds beside its pictures: each is a PNG, or a bitmap of which the header tells the length.

Source: Microsoft, "Icons", ICONDIR and ICONDIRENTRY; "Bitmap storage", BITMAPINFOHEADER.
"""

import struct
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_PARTS
from geleerd.read.traces.images.parts import named
from geleerd.read.traces.images.png import png_traces

ICO_SIGN = b"\0\0\1\0"
_PNG = b"\x89PNG\r\n\x1a\n"
_beside = named("ICO trailer")
_BITMAP = 40
"""Bytes of the only header that icons have."""


def ico_traces(data: bytes) -> Iterator[Trace]:
    """What the pictures of an icon tell, and what stands between and behind them. Raises `ValueError` for what cannot be followed."""
    count = struct.unpack_from("<H", data, 4)[0]
    if count > MOST_PARTS:
        raise ValueError(count)
    places = sorted(struct.unpack_from("<II", data, 6 + 16 * number + 8)[::-1] for number in range(count))
    position = 6 + 16 * count
    for start, length in places:
        if start < position or start + length > len(data):
            raise ValueError(start)
        yield from _beside(data[position:start])
        position = start + length
        yield from _picture(data[start:position])
    yield from _beside(data[position:])


def _picture(data: bytes) -> Iterator[Trace]:
    yield from png_traces(data) if data.startswith(_PNG) else _beside(data[_bitmap_length(data) :])


def _bitmap_length(data: bytes) -> int:
    """The bytes of a bitmap: header, colours, picture, and the mask that says what is transparent."""
    size, width, height, _, depth, packed, _, _, _, colours = struct.unpack_from("<IiiHHIIiiI", data)
    if size != _BITMAP or packed or width <= 0 or height <= 0 or depth not in {1, 4, 8, 24, 32}:
        raise ValueError(size)
    table = (colours or 1 << depth) if depth < 24 else 0
    return int(size + 4 * table + height // 2 * (_row(width * depth) + _row(width)))


def _row(bits: int) -> int:
    return (bits + 31) // 32 * 4
