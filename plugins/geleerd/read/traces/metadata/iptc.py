"""IPTC-IIM and the resources of Photoshop around it: what editors of news write about a picture."""

import hashlib
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_RESOURCES
from geleerd.read.traces.metadata.exif import exif_traces
from geleerd.read.traces.metadata.icc import icc_traces
from geleerd.read.traces.programs import is_of_program
from geleerd.read.traces.shapes.values import SHAPES, Shape, matching
from geleerd.read.traces.xmp import xmp_traces

_MARK = b"Photoshop 3.0\0"
_IPTC: Final = 0x0404
_INSIDE: Mapping[int, Callable[[bytes], Iterator[Trace]]] = {
    0x0422: exif_traces,
    0x0423: exif_traces,
    0x0424: xmp_traces,
    0x040F: icc_traces,
}
_SETTINGS = frozenset(
    {0x03E9, 0x03ED, 0x03F3, 0x03F5, 0x03F8, 0x03FD, 0x0400, 0x0402, 0x0406, 0x0408, 0x040A, 0x040D, 0x0411, 0x0414, 0x0416, 0x0419}
    | {0x041E, 0x0426, 0x0428, 0x042D, 0x0435, 0x043A, 0x043B, 0x0BB7, 0x2710}
)
"""Settings for print, sizes and colours, all of them numbers (Adobe Photoshop File Formats Specification)."""

_LARGEST_SETTING: Final = 120
_LETTERS = re.compile(rb"[ -~]{4}")
_PROGRAM: Final = 0x0421
_DIGEST: Final = 0x0425
_BY_LINE, _BY_LINE_TITLE = 80, 85
_PLACES = {90, 92, 95, 100, 101}
_TITLE: Final = 5
_VERSION: Final = 0
_DATASETS: Mapping[int, Shape] = {
    **dict.fromkeys((55, 62), matching(r"(?:19|20)\d\d-?\d\d-?\d\d|0{8}")),
    **dict.fromkeys((60, 63), matching(r"\d\d:?\d\d:?\d\d(?:[-+]\d\d:?\d\d)?")),
    65: is_of_program,
    70: SHAPES["version"],
    40: matching(r"FBMD[\da-f]{2,400}"),
}
"""When a picture was made and digitised, the program and its version, and the number that Facebook gives whatever it shows."""


def photoshop_traces(segment: bytes) -> Iterator[Trace]:
    """What the resources in a segment tell."""
    position = len(_MARK) if segment.startswith(_MARK) else 0
    digests = {b"\0" * 16, _digest(b"")}
    for _ in range(MOST_RESOURCES):
        if segment[position : position + 4] != b"8BIM":
            break
        (kind,) = struct.unpack_from(">H", segment, position + 4)
        is_nameless = segment[position + 6 : position + 8] == b"\0\0"
        position += 6 + (segment[position + 6] // 2 + 1) * 2
        (length,) = struct.unpack_from(">I", segment, position)
        data = segment[position + 4 : position + 4 + length]
        position += 4 + length + length % 2
        is_padded = not segment[position - length % 2 : position].strip(b"\0")
        digests |= {_digest(data)} if kind == _IPTC else set()
        yield from _resource(kind, data, digests) if is_nameless and is_padded else [Trace("property", where="Photoshop")]
    if segment[position:].strip(b"\0"):
        yield Trace("property", where="Photoshop")


def _digest(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _resource(kind: int, data: bytes, digests: set[bytes]) -> Iterator[Trace]:
    if kind == _IPTC:
        yield from iptc_traces(data)
    elif kind in _INSIDE:
        yield from _INSIDE[kind](data)
    elif data.strip(b"\0") and not (data in digests if kind == _DIGEST else _is_setting(kind, data)):
        yield Trace("property", where="Photoshop")


def _is_setting(kind: int, data: bytes) -> bool:
    """Whether a setting holds numbers alone, or the name of the program."""
    plain = data.replace(b"\0", b"")
    if kind == _PROGRAM:
        return all(map(is_of_program, re.findall(r"[ -~]{2,200}", plain.decode("latin-1"))))
    return kind in _SETTINGS and len(data) <= _LARGEST_SETTING and not _LETTERS.search(plain)


def iptc_traces(data: bytes) -> Iterator[Trace]:
    """What each dataset tells (IPTC-IIM 4.2, records 1 and 2)."""
    position = 0
    while data[position : position + 1] == b"\x1c" and position + 5 <= len(data):
        record, dataset, length = struct.unpack_from(">BBH", data, position + 1)
        value = data[position + 5 : position + 5 + length]
        position += 5 + length
        yield from _dataset(record, dataset, value)
    if data[position:].strip(b"\0"):
        yield Trace("property", where="IPTC")


def _dataset(record: int, dataset: int, value: bytes) -> Iterator[Trace]:
    text, where = value.decode("utf-8", "replace").strip("\0 "), f"IPTC {record}:{dataset}"
    is_version = dataset == _VERSION and len(value) == 2
    is_code = (record, dataset) == (1, 90) and value in {b"\x1b%G", b"\x1b%/G", b"\x1b-A", b"\x1b.A"}
    if not text or is_version or is_code or (record == 2 and dataset in _DATASETS and _DATASETS[dataset](text)):
        return
    if record == 2 and dataset in {_BY_LINE, _BY_LINE_TITLE}:
        yield Trace("author", text, where)
    elif record == 2 and dataset in _PLACES:
        yield Trace("location", where=where)
    else:
        yield Trace("title" if (record, dataset) == (2, _TITLE) else "property", text, where)
