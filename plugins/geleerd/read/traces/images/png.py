"""What a PNG holds beside the picture: chunks that are not known to be harmless, and texts (PNG, third edition)."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PROFILE, MOST_MOVING_PIXELS, MOST_PIXELS
from geleerd.read.traces.images.parts import Find, ImagePart, Spans, damaged, named, too_large, traces_in
from geleerd.read.traces.images.png_lines import Form
from geleerd.read.traces.images.png_texts import TEXT_CHUNKS, text_traces, unpacked
from geleerd.read.traces.metadata.exif import exif_traces
from geleerd.read.traces.metadata.icc import icc_traces
from geleerd.read.traces.shapes.values import is_profile_text

PNG_SIGN = b"\x89PNG\r\n\x1a\n"
_SIZES: Mapping[bytes, frozenset[int]] = {
    name.encode(): frozenset(sizes)
    for name, sizes in {
        "cHRM": (32,),
        "gAMA": (4,),
        "sRGB": (1,),
        "sBIT": range(1, 5),
        "bKGD": (1, 2, 6),
        "pHYs": (9,),
        "tIME": (7,),
        "acTL": (8,),
        "fcTL": (26,),
        "cICP": (4,),
        "cLLI": (8,),
        "iDOT": (28,),
        "vpAg": (9,),
        "oFFs": (9,),
        "sTER": (1,),
        "PLTE": range(3, 769, 3),
        "tRNS": range(1, 257),
    }.items()
}
"""The chunks of numbers, and the bytes that they have."""

_COLOURS = {b"PLTE", b"tRNS"}
_BY_PALETTE, _DEEP = b"\3", b"\x10"
_LETTERS = re.compile(rb"[ -~]{4}")
_OF_PICTURE = {b"IHDR", b"IEND", b"IDAT", b"fdAT", b"fcTL", *_COLOURS}
_FRAME, _FRAME_DATA = b"fcTL", b"fdAT"
_END: Final = 12
"""Bytes of the last chunk."""


class _Chunk(NamedTuple):
    """A part of the file. `is_whole`: its checksum is right."""

    name: bytes
    begin: int
    end: int
    data: bytes
    is_whole: bool = True


def png_traces(data: bytes) -> Iterator[Trace]:
    """What the chunks tell, also those after the picture, where many programs write them, and what stands behind the end."""
    return traces_in(png_parts(data))


def png_parts(data: bytes) -> Iterator[ImagePart]:
    """The chunks of a PNG that may tell something, and what stands behind its end."""
    pictures: list[list[_Chunk]] = [[]]
    head = next(iter(_chunks(data)), _Chunk(b"", 0, 0, b""))
    seen: set[bytes] = set()
    for chunk in _chunks(data):
        if chunk.name == _FRAME and len(chunk.data) == 26:
            pictures.append([chunk])
        is_again = chunk.name in seen and chunk.name in _SIZES and chunk.name != _FRAME
        seen.add(chunk.name)
        if chunk.name in {b"IDAT", _FRAME_DATA} and chunk.is_whole:
            pictures[0 if chunk.name == b"IDAT" else -1].append(chunk)
        elif find := (named("PNG") if is_again else _reader_of(chunk, head.data[8:10])):
            yield ImagePart(find, chunk.data or b"?", ((chunk.begin, chunk.end),), chunk.name in _OF_PICTURE)
    yield from _pictures(head, pictures)


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """Every chunk; one without a name is what stands behind the end, and one called `?` an end that is missing."""
    position = len(PNG_SIGN)
    while position + _END <= len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + _END + length
        if end > len(data):
            break
        (checksum,) = struct.unpack_from(">I", data, end - 4)
        yield _Chunk(name, position, end, data[position + 8 : end - 4], checksum == zlib.crc32(data[position + 4 : end - 4]))
        position = end
        if name == b"IEND":
            yield _Chunk(b"", position, len(data), data[position:])
            return
    yield _Chunk(b"?", position, len(data), data[position:])


def _reader_of(chunk: _Chunk, form: bytes) -> Find | None:
    """The reader of a chunk in a picture of this depth and kind of colours; None for one that tells nothing."""
    name, data = chunk.name, chunk.data
    if not chunk.is_whole:
        return damaged
    if name in TEXT_CHUNKS:
        return partial(text_traces, name)
    if name in {b"", b"?"}:
        return damaged if name else (named("PNG trailer") if data else None)
    if name == b"IHDR" and len(data) == 13 and data[10:12] == b"\0\0" and data[12] < 2:
        return None
    if name == b"IEND" and not data:
        return None
    is_colour = name == b"PLTE" or (name == b"tRNS" and (form[1:] == _BY_PALETTE or form[:1] == _DEEP or not data[::2].strip(b"\0")))
    is_number = len(data) in _SIZES.get(name, ()) and (is_colour or (name != b"tRNS" and not _LETTERS.search(data)))
    return None if is_number else {b"eXIf": exif_traces, b"iCCP": _profile_traces}.get(name, named("PNG"))


def _profile_traces(chunk: bytes) -> Iterator[Trace]:
    name, _, packed = chunk.partition(b"\0")
    profile, is_whole = unpacked(packed[1:], LARGEST_PROFILE)
    if not is_whole or packed[:1] != b"\0" or not (len(name) == 1 or is_profile_text(name.decode("latin-1"))):
        yield Trace("property", where="PNG")
    yield from icc_traces(profile)


def _pictures(head: _Chunk, pictures: list[list[_Chunk]]) -> Iterator[ImagePart]:
    """The picture and its frames, when they are too large, damaged, or longer than their size asks."""
    form = Form.read(head.data)
    sizes = [(form.width, form.height), *(struct.unpack_from(">II", frame[0].data, 4) for frame in pictures[1:])]
    spans = tuple((chunk.begin, chunk.end) for picture in pictures for chunk in picture)
    if max(width * height for width, height in sizes) > MOST_PIXELS or sum(width * height for width, height in sizes) > MOST_MOVING_PIXELS:
        yield ImagePart(too_large, b"?", spans, in_picture=True)
        return
    for (width, height), chunks in zip(sizes, pictures, strict=True):
        lines = [chunk.data[4:] if chunk.name == _FRAME_DATA else chunk.data for chunk in chunks if chunk.name != _FRAME]
        if lines or chunks is pictures[0]:
            yield from _picture(form, width, height, lines, spans)


def _picture(form: Form, width: int, height: int, lines: list[bytes], spans: Spans) -> Iterator[ImagePart]:
    try:
        if not form.is_whole(width, height, lines):
            yield ImagePart(named("PNG"), b"?", spans, in_picture=True)
    except zlib.error:
        yield ImagePart(damaged, b"?", spans, in_picture=True)
