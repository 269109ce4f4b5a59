"""IPTC-IIM and the resources of Photoshop around it: what editors of news write about a picture."""

import struct
from collections.abc import Callable, Iterator, Mapping

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_RESOURCES
from geleerd.read.traces.images.exif import exif_traces
from geleerd.read.traces.xmp import xmp_traces

_MARK = b"Photoshop 3.0\0"
_IPTC, _EXIF, _EXIF_3, _XMP = 0x0404, 0x0422, 0x0423, 0x0424
_HARMLESS_RESOURCES = frozenset(
    {0x03E9, 0x03ED, 0x03F3, 0x03F5, 0x03F8, 0x03FD, 0x0400, 0x0402, 0x0406, 0x0408, 0x040A, 0x040D, 0x0411, 0x0414, 0x0416, 0x0419, 0x041A}
    | {0x041E, 0x0421, 0x0425, 0x0426, 0x0428, 0x042D, 0x043A, 0x043B, 0x0BB7, 0x2710}
)
"""Settings for print, sizes, colours and digests (Adobe Photoshop File Formats Specification)."""

_BY_LINE, _BY_LINE_TITLE = 80, 85
_PLACES = {90, 92, 95, 100, 101}
_TITLE = 5
_HARMLESS_DATASETS = {0, 55, 60, 62, 63, 70}
"""The version of the record; when it was made and digitised; the program's version."""


def photoshop_traces(segment: bytes) -> Iterator[Trace]:
    """What the resources in a segment tell."""
    position = len(_MARK) if segment.startswith(_MARK) else 0
    inside: Mapping[int, Callable[[bytes], Iterator[Trace]]] = {
        _IPTC: iptc_traces,
        _EXIF: exif_traces,
        _EXIF_3: exif_traces,
        _XMP: xmp_traces,
    }
    for _ in range(MOST_RESOURCES):
        if segment[position : position + 4] != b"8BIM":
            break
        (kind,) = struct.unpack_from(">H", segment, position + 4)
        position += 6 + (segment[position + 6] // 2 + 1) * 2
        (length,) = struct.unpack_from(">I", segment, position)
        data = segment[position + 4 : position + 4 + length]
        position += 4 + length + length % 2
        if find := inside.get(kind):
            yield from find(data)
        elif kind not in _HARMLESS_RESOURCES:
            yield Trace("property", where="Photoshop")
    if segment[position:].strip(b"\0"):
        yield Trace("property", where="Photoshop")


def iptc_traces(data: bytes) -> Iterator[Trace]:
    """What each dataset tells (IPTC-IIM 4.2, record 2)."""
    position = 0
    while data[position : position + 1] == b"\x1c" and position + 5 <= len(data):
        record, dataset, length = struct.unpack_from(">BBH", data, position + 1)
        text = data[position + 5 : position + 5 + length].decode("utf-8", "replace").strip("\0 ")
        position += 5 + length
        if record == 2 and text and dataset not in _HARMLESS_DATASETS:
            yield _trace(dataset, text)
    if data[position:].strip(b"\0"):
        yield Trace("property", where="IPTC")


def _trace(dataset: int, text: str) -> Trace:
    where = f"IPTC 2:{dataset}"
    if dataset in {_BY_LINE, _BY_LINE_TITLE}:
        return Trace("author", text, where)
    if dataset in _PLACES:
        return Trace("location", where=where)
    return Trace("title" if dataset == _TITLE else "property", text, where)
