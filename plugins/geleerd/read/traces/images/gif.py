"""What a GIF holds beside its pictures: remarks, and blocks of programs (GIF89a)."""

import re
import struct
from collections.abc import Iterator
from typing import Final

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_MOVING_PIXELS, MOST_PIXELS
from geleerd.read.traces.images.parts import Find, ImagePart, damaged, is_text_behind, named, said, too_large, traces_in
from geleerd.read.traces.metadata.icc import icc_traces
from geleerd.read.traces.xmp import xmp_traces

_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _REMARK, _PROGRAM = 0xF9, 0xFE, 0xFF
_XMP, _ICC = b"XMP DataXMP", b"ICCRGBG1012"
_LOOPS = {b"NETSCAPE2.0", b"ANIMEXTS1.0"}
_MAGICK = b"ImageMagick"
_GAMMA = re.compile(rb"gamma=\d{1,3}\.\d{1,9}")
_XMP_TAIL: Final = 258
"""The bytes by which readers that know no XMP find its end."""


def gif_traces(data: bytes) -> Iterator[Trace]:
    """What the blocks of a GIF tell."""
    return traces_in(gif_parts(data))


def gif_parts(data: bytes) -> Iterator[ImagePart]:
    """The blocks of a GIF that may tell something, and what stands behind its end. Raises `struct.error` for one that is cut."""
    if data[4:6] not in {b"7a", b"9a"}:
        raise ValueError(data[4:6])
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    position = 13 + _table(flags)
    pixels = [width * height]
    while position < len(data) and data[position] != _END:
        begin = position
        if data[position] == _PICTURE:
            wide, high, flags = struct.unpack_from("<HHB", data, position + 5)
            pixels.append(wide * high)
            blocks, position = _blocks(data, position + 11 + _table(flags))
            find = named("GIF") if is_text_behind(blocks) else None
        elif data[position] == _EXTENSION:
            blocks, position = _blocks(data, position + 2)
            find = _reader_of(data[begin + 1], data[begin + 2 : begin + 14], data[begin + 14 : position], blocks)
        else:
            break
        if find:
            yield ImagePart(find, blocks or b"?", ((begin, position),), data[begin] == _PICTURE)
    if position < len(data) and data[position] != _END:
        yield ImagePart(damaged, b"?", (), in_picture=True)
    if max(pixels) > MOST_PIXELS or sum(pixels) > MOST_MOVING_PIXELS:
        yield ImagePart(too_large, b"?", (), in_picture=True)
    yield ImagePart(named("GIF trailer"), data[position + 1 :], ((position + 1, len(data)),))


def _table(flags: int) -> int:
    """The bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks(data: bytes, position: int) -> tuple[bytes, int]:
    """The bytes in a row of blocks, and where the row ends. Raises `ValueError` when it does not."""
    found = []
    while position < len(data) and data[position]:
        found.append(data[position + 1 : position + 1 + data[position]])
        position += 1 + data[position]
    if position >= len(data):
        raise ValueError(position)
    return b"".join(found), position + 1


def _reader_of(kind: int, head: bytes, rest: bytes, blocks: bytes) -> Find | None:
    if kind == _CONTROL and head[0] == 4 == len(blocks):
        return None
    if kind == _REMARK:
        return said("GIF comment")
    program = head[1:] if kind == _PROGRAM and head[0] == 11 else b""
    if program in _LOOPS and len(blocks) == 14 and blocks[11] == 1:
        return None
    if program == _MAGICK and _GAMMA.fullmatch(blocks[11:]):
        return None
    if program == _XMP:
        return lambda _: xmp_traces(rest[:-_XMP_TAIL])
    return (lambda data: icc_traces(data[11:])) if program == _ICC else named("GIF")
