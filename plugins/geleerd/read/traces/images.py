"""Facts about people in images: Exif (JEITA CP-3451), IPTC-IIM, XMP, and the text chunks of PNG.

Only the parts with text are read. No picture is ever decoded, so none is too large to read.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from PIL.Image import Exif

from geleerd.model.documents import Trace
from geleerd.read.traces.xmp import LARGEST_XML, xmp_traces

_EXIF_MARK, _XMP_MARK, _XMP_KEY = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"XML:com.adobe.xmp"
_ARTIST, _WINDOWS_AUTHOR, _OWNER, _GPS = 0x013B, 0x9C9D, 0xA430, 0x8825
_EXIF_PART: Final = 0x8769
_LATITUDE, _LONGITUDE = 2, 4
_BY_LINE = re.compile(rb"\x1c\x02\x50(..)", re.DOTALL)
_LONGEST_BY_LINE = 64
MOST_BLOCKS: Final = 10
"""Most parts with text in one image; a real image has three or four."""

LARGEST_EXIF: Final = 0xFFFF
"""Bytes, as in a JPEG, where it must fit in one segment."""

_START_OF_SCAN, _END = 0xDA, 0xD9
_APP1, _APP13 = 0xE1, 0xED
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD9)}
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}


Block = tuple[Callable[[bytes], Iterator[Trace]], bytes]
"""A part of an image with text in it, and how to read it."""


def jpeg_traces(data: bytes) -> Iterator[Trace]:
    """The makers and the location in the segments before the picture itself."""
    return _traces_in(_jpeg_blocks(data))


def png_traces(data: bytes) -> Iterator[Trace]:
    """The makers and the location in the chunks, also in those after the picture, where many programs write them."""
    return _traces_in(_png_blocks(data))


def webp_traces(data: bytes) -> Iterator[Trace]:
    """The makers and the location in the chunks of the container."""
    return _traces_in(_webp_blocks(data))


def _traces_in(blocks: Iterator[Block]) -> Iterator[Trace]:
    for number, (find, data) in enumerate(blocks):
        if number == MOST_BLOCKS:
            raise ValueError(number)
        yield from find(data)


def _jpeg_blocks(data: bytes) -> Iterator[Block]:
    for marker, segment in _segments(data):
        if marker == _APP1 and segment.startswith(_EXIF_MARK):
            yield _exif_traces, segment
        elif marker == _APP1 and segment.startswith(_XMP_MARK):
            yield xmp_traces, segment
        elif marker == _APP13:
            yield _iptc_traces, segment


def _png_blocks(data: bytes) -> Iterator[Block]:
    position = 8
    while position + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        chunk = data[position + 8 : position + 8 + length]
        key, _, rest = chunk.partition(b"\0") if name in _TEXTS else (b"", b"", b"")
        if name == b"eXIf":
            yield _exif_traces, chunk
        elif key == _XMP_KEY:
            yield xmp_traces, _text_of(name, rest)
        elif key.lower() in {b"author", b"artist"}:
            yield _name, _text_of(name, rest)
        position += 12 + length


def _webp_blocks(data: bytes) -> Iterator[Block]:
    position = 12
    while position + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, position)
        chunk = data[position + 8 : position + 8 + length]
        if name == b"EXIF":
            yield _exif_traces, chunk
        elif name == b"XMP ":
            yield xmp_traces, chunk
        position += 8 + length + length % 2


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:  # padding
            position += 1
        elif marker in _WITHOUT_LENGTH:
            position += 2
        elif marker in {_START_OF_SCAN, _END}:
            return
        else:
            (length,) = struct.unpack_from(">H", data, position + 2)
            yield marker, data[position + 4 : position + 2 + length]
            position += 2 + max(length, 2)


def _exif_traces(data: bytes) -> Iterator[Trace]:
    exif = Exif()
    exif.load(data[:LARGEST_EXIF])
    for value in (exif.get(_ARTIST), exif.get(_WINDOWS_AUTHOR), exif.get_ifd(_EXIF_PART).get(_OWNER)):
        if value:
            yield Trace("author", _as_text(value))
    place = exif.get_ifd(_GPS)
    if _LATITUDE in place or _LONGITUDE in place:
        yield Trace("location")


def _as_text(value: object) -> str:
    """The value as text. Windows writes its own fields in UTF-16."""
    return (value.decode("utf-16-le", "replace") if isinstance(value, bytes) else str(value)).strip("\0 ")


def _iptc_traces(data: bytes) -> Iterator[Trace]:
    """The makers (dataset 2:80, By-line)."""
    for found in _BY_LINE.finditer(data):
        yield Trace(
            "author", data[found.end() : found.end() + min(int.from_bytes(found[1]), _LONGEST_BY_LINE)].decode("utf-8", "replace").strip()
        )


def _name(text: bytes) -> Iterator[Trace]:
    yield Trace("author", text.decode("utf-8", "replace").strip())


def _text_of(name: bytes, rest: bytes) -> bytes:
    """The text of a chunk, which comes after the key and the flags of that kind of chunk (PNG, 11.3.4)."""
    if name == b"tEXt":
        return rest
    packed = name == b"zTXt" or rest[:1] == b"\1"
    text = rest[1:] if name == b"zTXt" else rest[2:].split(b"\0", 2)[-1]
    return zlib.decompressobj().decompress(text, LARGEST_XML) if packed else text
