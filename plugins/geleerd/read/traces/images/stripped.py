"""Images without the parts that tell something. The picture itself stays as it is, byte for byte, and stands as it stood."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from geleerd.model.limits import MOST_PARTS
from geleerd.read.traces.images.exif import exif_traces, orientation_of
from geleerd.read.traces.images.jpeg import jpeg_parts
from geleerd.read.traces.images.parts import ImagePart
from geleerd.read.traces.images.png import png_parts
from geleerd.read.traces.images.webp import webp_parts

_UPRIGHT = 1
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_HEADER_OF_PNG = 33
"""The signature and the first chunk, behind which further chunks may stand."""

_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def stripped(data: bytes) -> bytes | None:
    """The image; None for bytes that are no JPEG, PNG or WebP."""
    if data.startswith(_JPEG):
        kept, turned = _without(data, jpeg_parts(data))
        segment = b"Exif\0\0" + turned
        return kept[:2] + (b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment if turned else b"") + kept[2:]
    if data.startswith(_PNG):
        kept, turned = _without(data, png_parts(data))
        chunk = struct.pack(">I", len(turned)) + b"eXIf" + turned + struct.pack(">I", zlib.crc32(b"eXIf" + turned))
        return kept[:_HEADER_OF_PNG] + (chunk if turned else b"") + kept[_HEADER_OF_PNG:]
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(*_without(data, webp_parts(data)))
    return None


def _without(data: bytes, parts: Iterator[ImagePart]) -> tuple[bytes, bytes]:
    """The bytes of an image without the parts that tell something; and Exif that turns it, when a part did that which goes."""
    telling = [part for part in islice(parts, MOST_PARTS) if _tells(part)]
    orientation = next((turned for part in telling if part.find is exif_traces and (turned := _turned(part)) != _UPRIGHT), _UPRIGHT)
    kept, position = [], 0
    for begin, end in sorted(span for part in telling for span in part.spans):
        kept.append(data[position:begin])
        position = max(position, end)
    return b"".join((*kept, data[position:])), b"" if orientation == _UPRIGHT else _exif(orientation)


def _tells(part: ImagePart) -> bool:
    try:
        return any(True for _ in part.find(part.data))
    except Exception:  # noqa: BLE001  # the bytes are hostile; a part that cannot be read goes
        return True


def _turned(part: ImagePart) -> int:
    with suppress(Exception):  # a part that cannot be read turns nothing
        return orientation_of(part.data)
    return _UPRIGHT


def _exif(orientation: int) -> bytes:
    """Exif with one tag."""
    return b"MM\0*\0\0\0\x08\0\1" + struct.pack(">HHIHHI", 0x0112, 3, 1, orientation, 0, 0)


def _webp(kept: bytes, turned: bytes) -> bytes:
    """A WebP that says itself how long it is, and in its first chunk what it holds beside the picture."""
    chunks = bytearray(kept[12:] + (b"EXIF" + struct.pack("<I", len(turned)) + turned if turned else b""))
    if chunks.startswith(b"VP8X") and len(chunks) > 8:
        held = set(_names(chunks))
        chunks[8] &= ~(_HAS_EXIF | _HAS_XMP)
        chunks[8] |= (_HAS_EXIF if b"EXIF" in held else 0) | (_HAS_XMP if b"XMP " in held else 0)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + bytes(chunks)


def _names(chunks: bytes | bytearray) -> Iterator[bytes]:
    position = 0
    while position + 8 <= len(chunks):
        name, length = struct.unpack_from("<4sI", chunks, position)
        yield name
        position += 8 + length + length % 2
