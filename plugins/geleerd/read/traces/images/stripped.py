"""Images without the parts that tell something. The picture itself stays as it is, byte for byte, and stands as it stood.

Where a part that tells is one of those that make the picture, the picture is drawn again.
"""

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from geleerd.model.limits import MOST_PARTS
from geleerd.read.traces.images.drawn_again import drawn_again
from geleerd.read.traces.images.gif import gif_parts
from geleerd.read.traces.images.ico import ICO_SIGN
from geleerd.read.traces.images.jpeg import jpeg_parts
from geleerd.read.traces.images.parts import ImagePart
from geleerd.read.traces.images.png import PNG_SIGN, png_parts
from geleerd.read.traces.images.webp import webp_parts
from geleerd.read.traces.metadata.exif import exif_traces, orientation_of, turning
from geleerd.read.traces.metadata.icc import icc_traces, plain_profile

_UPRIGHT = 1
_JPEG = b"\xff\xd8\xff"
_HEADER_OF_PNG = 33
"""The signature and the first chunk, behind which further chunks may stand."""

_HAS_EXIF, _HAS_XMP, _HAS_PROFILE = 0x08, 0x04, 0x20


class _Kept(NamedTuple):
    """What is left of an image, with Exif that turns it and a profile of its colours when these were in a part that goes."""

    data: bytes
    turned: bytes
    profile: bytes


def stripped(data: bytes) -> bytes | None:
    """The image; None for bytes that are none of a kind that we can look into, or that nobody can draw."""
    if data.startswith(ICO_SIGN):
        return drawn_again(data)
    sign = next((sign for sign in _KINDS if data.startswith(sign)), None)
    if sign is None or (sign == b"RIFF" and data[8:12] != b"WEBP"):
        return None
    parts_of, written = _KINDS[sign]
    try:
        telling = [part for part in islice(parts_of(data), MOST_PARTS) if _tells(part)]
    except Exception:  # noqa: BLE001  # the bytes are hostile; what cannot be followed is drawn again, or not at all
        return drawn_again(data)
    kept = _without(data, telling)
    return drawn_again(data) if any(part.in_picture for part in telling) else written(kept)


def _without(data: bytes, telling: list[ImagePart]) -> _Kept:
    """The bytes of an image without the parts that tell something."""
    orientation = next((turned for part in telling if part.find is exif_traces and (turned := _turned(part)) != _UPRIGHT), _UPRIGHT)
    kept, position = [], 0
    for begin, end in sorted(span for part in telling for span in part.spans):
        kept.append(data[position:begin])
        position = max(position, end)
    profile = next((_plain(part.data) for part in telling if part.find is icc_traces), b"")
    return _Kept(b"".join((*kept, data[position:])), b"" if orientation == _UPRIGHT else turning(orientation), profile)


def _tells(part: ImagePart) -> bool:
    try:
        return any(True for _ in part.find(part.data))
    except Exception:  # noqa: BLE001  # the bytes are hostile; a part that cannot be read goes
        return True


def _turned(part: ImagePart) -> int:
    with suppress(Exception):  # a part that cannot be read turns nothing
        return orientation_of(part.data)
    return _UPRIGHT


def _plain(profile: bytes) -> bytes:
    with suppress(Exception):  # a profile that cannot be read has no colours to keep
        return plain_profile(profile)
    return b""


def _jpeg(kept: _Kept) -> bytes:
    exif = b"Exif\0\0" + kept.turned if kept.turned else b""
    profile = b"ICC_PROFILE\0\1\1" + kept.profile if 0 < len(kept.profile) < 65_000 else b""
    return kept.data[:2] + _segment(0xE1, exif) + _segment(0xE2, profile) + kept.data[2:]


def _segment(marker: int, segment: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(segment) + 2) + segment if segment else b""


def _png(kept: _Kept) -> bytes:
    profile = b"ICC\0\0" + zlib.compress(kept.profile) if kept.profile else b""
    added = _chunk(b"iCCP", profile) + _chunk(b"eXIf", kept.turned)
    return kept.data[:_HEADER_OF_PNG] + added + kept.data[_HEADER_OF_PNG:]


def _chunk(name: bytes, chunk: bytes) -> bytes:
    return struct.pack(">I", len(chunk)) + name + chunk + struct.pack(">I", zlib.crc32(name + chunk)) if chunk else b""


def _webp(kept: _Kept) -> bytes:
    """A WebP that says itself how long it is, and in its first chunk what it holds beside the picture."""
    chunks = bytearray(kept.data[12:])
    if chunks.startswith(b"VP8X") and len(chunks) >= 18:
        chunks[18:18] = _riff(b"ICCP", kept.profile)
        chunks += _riff(b"EXIF", kept.turned)
        held = set(_names(chunks))
        flags = {b"EXIF": _HAS_EXIF, b"XMP ": _HAS_XMP, b"ICCP": _HAS_PROFILE}
        chunks[8] &= ~sum(flags.values())
        chunks[8] |= sum(flag for name, flag in flags.items() if name in held)
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + bytes(chunks)


def _riff(name: bytes, chunk: bytes) -> bytes:
    return name + struct.pack("<I", len(chunk)) + chunk + b"\0" * (len(chunk) % 2) if chunk else b""


def _names(chunks: bytes | bytearray) -> Iterator[bytes]:
    position = 0
    while position + 8 <= len(chunks):
        name, length = struct.unpack_from("<4sI", chunks, position)
        yield name
        position += 8 + length + length % 2


def _gif(kept: _Kept) -> bytes:
    return kept.data


_KINDS: Mapping[bytes, tuple[Callable[[bytes], Iterator[ImagePart]], Callable[[_Kept], bytes]]] = {
    _JPEG: (jpeg_parts, _jpeg),
    PNG_SIGN: (png_parts, _png),
    b"RIFF": (webp_parts, _webp),
    b"GIF8": (gif_parts, _gif),
}
"""By the first bytes of a file: how its parts are read, and how it is written without those that go."""
