"""What a WebP holds beside the picture (RFC 9649): chunks that are not known to be harmless, and those with text."""

import struct
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_MOVING_PIXELS, MOST_PIXELS
from geleerd.read.traces.images.parts import Find, ImagePart, damaged, is_text_behind, named, too_large, traces_in
from geleerd.read.traces.metadata.exif import exif_traces
from geleerd.read.traces.metadata.icc import icc_traces
from geleerd.read.traces.xmp import xmp_traces

_READERS: Mapping[bytes, Find] = {b"EXIF": exif_traces, b"XMP ": xmp_traces, b"ICCP": icc_traces}
_SIZES = {b"VP8X": 10, b"ANIM": 6}
_HEAD_OF_FRAME: Final = 16
_PACKED = {b"VP8 ", b"VP8L", b"ALPH"}


class _Chunk(NamedTuple):
    name: bytes
    begin: int
    end: int
    data: bytes


def webp_traces(data: bytes) -> Iterator[Trace]:
    """What the chunks of a WebP tell."""
    return traces_in(webp_parts(data))


def webp_parts(data: bytes) -> Iterator[ImagePart]:
    """The chunks of a WebP that may tell something, and what stands behind its end."""
    seen: set[bytes] = set()
    pixels = 0
    end = min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    for chunk in _chunks(data, 12, end):
        is_again = chunk.name in seen and chunk.name != b"ANMF"
        seen.add(chunk.name)
        pixels += _pixels(chunk)
        if find := (named("WebP") if is_again else _reader_of(chunk)):
            yield ImagePart(find, chunk.data or b"?", ((chunk.begin, chunk.end),), chunk.name in {b"", *_PACKED, *_SIZES, b"ANMF"})
    if max(map(_pixels, _chunks(data, 12, end)), default=0) > MOST_PIXELS or pixels > MOST_MOVING_PIXELS:
        yield ImagePart(too_large, b"?", (), in_picture=True)
    if not seen & {b"VP8 ", b"VP8L", b"ANMF"}:
        yield ImagePart(damaged, b"?", (), in_picture=True)
    yield ImagePart(named("WebP trailer"), data[end:], ((end, len(data)),))


def _chunks(data: bytes, position: int, end: int) -> Iterator[_Chunk]:
    """Every chunk; one without a name is what nobody can follow."""
    while position + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, position)
        following = position + 8 + length + length % 2
        if position + 8 + length > end:
            break
        yield _Chunk(name, position, min(following, end), data[position + 8 : following - length % 2])
        if data[following - length % 2 : following].strip(b"\0"):
            yield _Chunk(b"", following - 1, following, data[following - 1 : following])
        position = following
    if position < end:
        yield _Chunk(b"", position, end, data[position:end])


def _reader_of(chunk: _Chunk) -> Find | None:
    name, data = chunk.name, chunk.data
    if not name:
        return damaged
    if name in _SIZES:
        return None if len(data) == _SIZES[name] and (name == b"ANIM" or not data[1:4].strip(b"\0")) else named("WebP")
    if name in _PACKED:
        return named("WebP") if is_text_behind(data) else None
    if name == b"ANMF":
        inside = list(_chunks(data, _HEAD_OF_FRAME, len(data)))
        is_plain = all(part.name in _PACKED and not _reader_of(part) for part in inside)
        return None if is_plain and len({part.name for part in inside}) == len(inside) else named("WebP")
    return _READERS.get(name, named("WebP"))


def _pixels(chunk: _Chunk) -> int:
    """The pixels of a picture or of one frame."""
    data = chunk.data
    if chunk.name in {b"VP8X", b"ANMF"} and len(data) >= 12 - 2 * (chunk.name == b"VP8X"):
        place = 4 if chunk.name == b"VP8X" else 6
        return (1 + int.from_bytes(data[place : place + 3], "little")) * (1 + int.from_bytes(data[place + 3 : place + 6], "little"))
    if chunk.name == b"VP8 " and len(data) >= 10:
        width, height = struct.unpack_from("<HH", data, 6)
        return int((width & 0x3FFF) * (height & 0x3FFF))
    if chunk.name == b"VP8L" and len(data) >= 5:
        bits = int.from_bytes(data[1:5], "little")
        return (1 + (bits & 0x3FFF)) * (1 + (bits >> 14 & 0x3FFF))
    return 0
