"""What a JPEG holds beside the picture: segments that are not known to be harmless, and those with text (ISO/IEC 10918-1, annex B).

No picture is ever decoded, so none is too large to read. The library that draws pictures hides parts that it does not know, and unpacks a
whole PNG before it shows the texts behind it; so the outer shape of the files is read here.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_PIXELS
from geleerd.read.traces.images.jpeg_segments import (
    APP2,
    ICC_MARK,
    QUANTISATION,
    SCAN,
    has_usual_colours,
    is_of_picture,
    mark_of,
    reader_of,
    tables_of,
    tables_used,
)
from geleerd.read.traces.images.parts import ImagePart, Spans, damaged, is_text_behind, named, too_large, traces_in
from geleerd.read.traces.metadata.icc import icc_traces

_START, _END = 0xD8, 0xD9
_GAP, _PACKED, _CUT = 0, 1, 2
"""What is no segment: bytes between them, the picture itself, and an end that is missing."""

_NEXT_MARKER = re.compile(rb"\xff[^\0\1\xff\xd0-\xd7]")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MOST_SCANS: Final = 200


class _Segment(NamedTuple):
    marker: int
    begin: int
    end: int


def jpeg_traces(data: bytes) -> Iterator[Trace]:
    """What the segments of a JPEG tell, and what stands behind its end: films and other pictures of a telephone."""
    return traces_in(jpeg_parts(data))


def jpeg_parts(data: bytes) -> Iterator[ImagePart]:
    """The segments of a JPEG that may tell something."""
    profile, pieces, tables, used, scans = b"", [], [], set(), 0
    seen: set[bytes] = set()
    for marker, begin, end in _segments(data):
        segment, span = data[begin + 4 : end], ((begin, end),)
        scans += marker == SCAN
        if marker == APP2 and segment.startswith(ICC_MARK):
            profile += segment[len(ICC_MARK) + 2 :]
            pieces.append((begin, end))
        elif marker in _FRAMES:
            yield from _frame(segment, span)
            used |= tables_used(segment)
        else:
            tables += [(table, span) for table in tables_of(segment)] if marker == QUANTISATION else []
            mark = mark_of(marker, segment)
            yield from _part(marker, data[begin:end], span, is_again=mark in seen)
            seen |= {mark} - {b""}
    yield from _unused([table for table, _ in tables], used, tuple(span for _, (span,) in tables))
    if profile:
        yield ImagePart(icc_traces, profile, tuple(pieces))
    if not used or not 0 < scans <= _MOST_SCANS:
        yield ImagePart(damaged, b"?", (), in_picture=True)


def _part(marker: int, data: bytes, span: Spans, *, is_again: bool) -> Iterator[ImagePart]:
    """A part that may tell something, if it is one. What stands there a second time may."""
    if marker == _PACKED:
        if is_text_behind(data):
            yield ImagePart(named("JPEG"), data, span, in_picture=True)
    elif marker == _CUT:
        yield ImagePart(damaged, data, span, in_picture=True)
    elif marker in {_END, _GAP}:
        yield ImagePart(named("JPEG trailer" if marker == _END else "JPEG"), data, span)
    elif find := (named("JPEG") if is_again else reader_of(marker, data[4:])):
        yield ImagePart(find, data[4:] or b"?", span, is_of_picture(marker))


def _frame(segment: bytes, span: Spans) -> Iterator[ImagePart]:
    """The head of the picture, when it has too many pixels or more bytes than it needs."""
    height, width, colours = struct.unpack_from(">HHB", segment, 1)
    if height * width > MOST_PIXELS:
        yield ImagePart(too_large, segment, span, in_picture=True)
    if len(segment) != 6 + 3 * colours or not has_usual_colours(segment[6::3]):
        yield ImagePart(named("JPEG"), segment, span, in_picture=True)


def _unused(tables: list[int], used: set[int], spans: Spans) -> Iterator[ImagePart]:
    """The tables, when one of them is there twice or belongs to no colour."""
    if len(set(tables)) < len(tables) or not set(tables) <= used:
        yield ImagePart(named("JPEG"), b"?", spans, in_picture=True)


def _segments(data: bytes) -> Iterator[_Segment]:
    """Every segment with its place, up to the end, and whatever stands behind that; and what stands between them, outside the picture."""
    position, in_picture = 2, False
    while found := _NEXT_MARKER.search(data, position):
        begin, marker = found.start(), data[found.end() - 1]
        if in_picture or data[position:begin].strip(b"\xff"):
            yield _Segment(_PACKED if in_picture else _GAP, position, begin)
        if marker == _END:
            yield _Segment(marker, begin + 2, len(data))
            return
        (length,) = struct.unpack_from(">H", data, begin + 2)
        if length < 2 or begin + 2 + length > len(data):
            break
        position = begin + 2 + length
        in_picture = marker == SCAN
        yield _Segment(marker, begin, position)
    yield _Segment(_CUT, position, len(data))
