"""JPEG 2000 (ISO 15444-1), as scanners put it in a PDF: its boxes, and the remarks in its picture."""

import re
import struct
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_PARTS
from geleerd.read.traces.programs import is_of_program

_AROUND = {b"jp2h": {b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef", b"res "}, b"res ": {b"resc", b"resd"}}
_HARMLESS = {b"jP  ", b"ftyp", b"rreq", b"free", *_AROUND[b"jp2h"], *_AROUND[b"res "]}
_OF_KAKADU = re.compile(r"Kdu-Layer-Info: log_2\{Delta-D\(\w{3,7}-error\)/Delta-L\(bytes\)\}, L\(bytes\)[\s\d.,e+-]*")
"""How much each layer of a picture weighs, which Kakadu writes in it."""

_START, _REMARK, _TILE = b"\xff\x4f", 0xFF64, 0xFF90


def jpeg2000_traces(data: bytes) -> Iterator[Trace]:
    """What the boxes tell that are not of the picture, and the remarks in it."""
    if data.startswith(_START):
        yield from _remarks(data)
        return
    for kind, content in _boxes(data):
        if kind == b"jp2c":
            yield from _remarks(content)
        elif not _is_harmless(kind, content):
            yield Trace("property", where="PDF JPEG 2000")


def _is_harmless(kind: bytes, content: bytes) -> bool:
    """Whether a box tells only what its picture needs; one in another too."""
    if kind in _AROUND:
        return all(inner in _AROUND[kind] and _is_harmless(inner, held) for inner, held in _boxes(content))
    return kind in _HARMLESS and not (kind == b"free" and content.strip(b"\0"))


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and content of each box. Raises `ValueError` for too many."""
    position = 0
    for _ in range(MOST_PARTS):
        if position + 8 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, position)
        header = 16 if length == 1 else 8
        length = struct.unpack_from(">Q", data, position + 8)[0] if length == 1 else length or len(data) - position
        yield kind, data[position + header : position + length]
        position += max(length, header)
    raise ValueError(MOST_PARTS)


def _remarks(picture: bytes) -> Iterator[Trace]:
    position = 2
    while position + 4 <= len(picture):
        marker, length = struct.unpack_from(">HH", picture, position)
        if marker == _TILE:
            return
        text = picture[position + 6 : position + 2 + length].decode("latin-1").strip("\0 ")
        if marker == _REMARK and not (is_of_program(text) or _OF_KAKADU.fullmatch(text)):
            yield Trace("comment", text, "PDF JPEG 2000")
        position += max(length, 2) + 2
