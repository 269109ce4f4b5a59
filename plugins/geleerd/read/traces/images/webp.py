"""What a WebP holds beside the picture (RFC 9649): chunks that are not known to be harmless, and those with text."""

import struct
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.read.traces.images.exif import exif_traces
from geleerd.read.traces.images.icc import icc_traces
from geleerd.read.traces.images.parts import ImagePart, named, traces_in
from geleerd.read.traces.xmp import xmp_traces

_PICTURE = {b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH"}
_READERS = {b"EXIF": exif_traces, b"XMP ": xmp_traces, b"ICCP": icc_traces}


def webp_traces(data: bytes) -> Iterator[Trace]:
    """What the chunks of a WebP tell."""
    return traces_in(webp_parts(data))


def webp_parts(data: bytes) -> Iterator[ImagePart]:
    """The chunks of a WebP that may tell something, and what stands behind its end."""
    position = 12
    while position + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, position)
        begin, position = position, position + 8 + length + length % 2
        if name not in _PICTURE:
            chunk = data[begin + 8 : begin + 8 + length]
            yield ImagePart(_READERS.get(name, named("WebP")), chunk or b"?", ((begin, position),))
    yield ImagePart(named("WebP trailer"), data[position:], ((position, len(data)),))
