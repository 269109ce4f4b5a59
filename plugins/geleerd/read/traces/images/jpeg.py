"""What a JPEG holds beside the picture: segments that are not known to be harmless, and those with text.

No picture is ever decoded, so none is too large to read. The library that draws pictures hides parts that it does not know, and unpacks a
whole PNG before it shows the texts behind it; so the outer shape of the files is read here, and Exif by that library.
"""

import re
import struct
from collections.abc import Callable, Iterator

from geleerd.model.documents import Trace
from geleerd.read.traces.images.exif import exif_traces
from geleerd.read.traces.images.icc import icc_traces
from geleerd.read.traces.images.iptc import photoshop_traces
from geleerd.read.traces.images.parts import ImagePart, named, said, traces_in
from geleerd.read.traces.xmp import xmp_traces

_EXIF_MARK, _XMP_MARK, _ICC_MARK = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
_APP0, _APP1, _APP2, _APP13, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_FIRST_APP, _LAST_APP = 0xE0, 0xEF
_SCAN, _END, _GAP = 0xDA, 0xD9, 0
_JFIF = 14
"""Bytes of its segment without a small picture."""

_START = 0xD8
_NEXT_MARKER = re.compile(rb"\xff[^\0\1\xff\xd0-\xd7]")


def jpeg_traces(data: bytes) -> Iterator[Trace]:
    """What the segments of a JPEG tell, and what stands behind its end: films and other pictures of a telephone."""
    return traces_in(jpeg_parts(data))


def jpeg_parts(data: bytes) -> Iterator[ImagePart]:
    """The segments of a JPEG that may tell something."""
    profile, spans = b"", []
    for marker, begin, end in _segments(data):
        segment = data[begin + 4 : end]
        if marker == _APP2 and segment.startswith(_ICC_MARK):
            profile += segment[len(_ICC_MARK) + 2 :]
            spans.append((begin, end))
        elif marker == _END:
            yield ImagePart(named("JPEG trailer"), data[begin:end], ((begin, end),))
        elif find := _reader_of(marker, segment):
            yield ImagePart(find, segment or b"?", ((begin, end),))
    if profile:
        yield ImagePart(icc_traces, profile, tuple(spans))


def _reader_of(marker: int, segment: bytes) -> Callable[[bytes], Iterator[Trace]] | None:
    """The reader of a segment; None for one that belongs to the picture itself, or says only how to show it."""
    if marker == _APP1 and segment.startswith(_EXIF_MARK):
        return exif_traces
    if marker == _APP1 and segment.startswith(_XMP_MARK):
        return xmp_traces
    if marker == _APP13 and segment.startswith(b"Photoshop 3.0\0"):
        return photoshop_traces
    if marker == _COMMENT:
        return said("JPEG comment")
    is_how = (marker == _APP0 and segment.startswith(b"JFIF\0") and len(segment) <= _JFIF) or (
        marker == _APP14 and segment.startswith(b"Adobe")
    )
    if marker == _GAP or (_FIRST_APP <= marker <= _LAST_APP and not is_how):
        return named("JPEG" if marker == _GAP else f"JPEG APP{marker - _FIRST_APP}")
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Every segment with its place, up to the end, and whatever stands behind that; and what stands between them, outside the picture."""
    position, in_picture = 2, False
    while found := _NEXT_MARKER.search(data, position):
        begin, marker = found.start(), data[found.end() - 1]
        if not in_picture and data[position:begin].strip(b"\xff"):
            yield _GAP, position, begin
        if marker == _END:
            yield marker, begin + 2, len(data)
            return
        (length,) = (0,) if marker == _START else struct.unpack_from(">H", data, begin + 2)
        position = begin + 2 + (0 if marker == _START else max(length, 2))
        in_picture = marker == _SCAN
        yield marker, begin, min(position, len(data))
