"""What a JPEG holds beside the picture: segments that are not known to be harmless, and those with text.

No picture is ever decoded, so none is too large to read. The library that draws pictures hides parts that it does not know, and unpacks a
whole PNG before it shows the texts behind it; so the outer shape of the files is read here, and Exif by that library.
"""

import re
import struct
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.read.traces.images.exif import exif_traces
from geleerd.read.traces.images.icc import icc_traces
from geleerd.read.traces.images.iptc import photoshop_traces
from geleerd.read.traces.images.parts import ImagePart, named, said, traces_in
from geleerd.read.traces.xmp import xmp_traces

_EXIF_MARK, _XMP_MARK, _ICC_MARK = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
_APP0, _APP1, _APP2, _APP13, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_FIRST_APP, _LAST_APP = 0xE0, 0xEF
_SCAN, _END = 0xDA, 0xD9
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_NEXT_MARKER = re.compile(rb"\xff[^\0\xff\xd0-\xd7]")


def jpeg_traces(data: bytes) -> Iterator[Trace]:
    """What the segments of a JPEG tell, and what stands behind its end: films and other pictures of a telephone."""
    return traces_in(_parts(data))


def _parts(data: bytes) -> Iterator[ImagePart]:
    profile = b""
    for marker, segment in _segments(data):
        if marker == _APP1 and segment.startswith(_EXIF_MARK):
            yield exif_traces, segment
        elif marker == _APP1 and segment.startswith(_XMP_MARK):
            yield xmp_traces, segment
        elif marker == _APP2 and segment.startswith(_ICC_MARK):
            profile += segment[len(_ICC_MARK) + 2 :]
        elif marker == _APP13 and segment.startswith(b"Photoshop 3.0\0"):
            yield photoshop_traces, segment
        elif marker == _COMMENT:
            yield said("JPEG comment"), segment
        elif marker == _END:
            yield named("JPEG trailer"), segment
        elif not _is_of_picture(marker, segment):
            yield named(f"JPEG APP{marker - _FIRST_APP}"), segment or b"?"
    if profile:
        yield icc_traces, profile


def _is_of_picture(marker: int, segment: bytes) -> bool:
    """Whether a segment belongs to the picture itself, or says only how to show it."""
    if not _FIRST_APP <= marker <= _LAST_APP:
        return True
    return (marker == _APP0 and segment.startswith(b"JFIF\0") and len(segment) <= 14) or (marker == _APP14 and segment.startswith(b"Adobe"))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment but the picture itself, up to the end, with whatever stands behind that."""
    position = 2
    while position + 2 <= len(data):
        found = _NEXT_MARKER.search(data, position)
        if not found:
            return
        position, marker = found.end(), data[found.end() - 1]
        if marker == _END:
            yield marker, data[position:]
            return
        if marker not in _WITHOUT_LENGTH:
            (length,) = struct.unpack_from(">H", data, position)
            if marker != _SCAN:
                yield marker, data[position + 2 : position + length]
            position += max(length, 2)
