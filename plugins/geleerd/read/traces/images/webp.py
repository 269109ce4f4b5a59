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
    return traces_in(_parts(data))


def _parts(data: bytes) -> Iterator[ImagePart]:
    position = 12
    while position + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, position)
        chunk = data[position + 8 : position + 8 + length]
        if name in _READERS:
            yield _READERS[name], chunk
        elif name not in _PICTURE:
            yield named("WebP"), chunk or b"?"
        position += 8 + length + length % 2
    yield named("WebP trailer"), data[position:]
