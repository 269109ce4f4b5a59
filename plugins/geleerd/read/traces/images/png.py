"""What a PNG holds beside the picture: chunks that are not known to be harmless, and texts (PNG, third edition)."""

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PROFILE, LARGEST_XML
from geleerd.read.traces.images.exif import exif_traces
from geleerd.read.traces.images.icc import icc_traces
from geleerd.read.traces.images.iptc import iptc_traces, photoshop_traces
from geleerd.read.traces.images.parts import ImagePart, named, said, traces_in
from geleerd.read.traces.xmp import xmp_traces

_PICTURE_WORDS = (
    "IHDR PLTE IDAT tRNS cHRM gAMA sRGB sBIT bKGD hIST pHYs sPLT tIME acTL fcTL fdAT cICP mDCV cLLI iDOT CgBI vpAg oFFs sTER pCAL sCAL"
)
_PICTURE = frozenset(_PICTURE_WORDS.encode().split())
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_DATES = {b"creation time", b"date:create", b"date:modify", b"date:timestamp", b"create-date", b"modify-date"}
_WORDS = {b"description": "Description", b"copyright": "Copyright", b"comment": "Comment", b"source": "Source", b"disclaimer": "Disclaimer"}
"""Keys that the standard knows. People make up others, so those are not said."""


def png_traces(data: bytes) -> Iterator[Trace]:
    """What the chunks tell, also those after the picture, where many programs write them, and what stands behind the end."""
    return traces_in(png_parts(data))


def png_parts(data: bytes) -> Iterator[ImagePart]:
    """The chunks of a PNG that may tell something, and what stands behind its end."""
    position = 8
    while position + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        begin, position = position, position + 12 + length
        if name == b"IEND":
            yield ImagePart(named("PNG trailer"), data[position:], ((position, len(data)),))
            return
        if name not in _PICTURE:
            yield ImagePart(_reader_of(name), data[begin + 8 : begin + 8 + length] or b"?", ((begin, position),))


def _reader_of(name: bytes) -> Callable[[bytes], Iterator[Trace]]:
    if name in _TEXTS:
        return partial(_text_traces, name)
    return {b"eXIf": exif_traces, b"iCCP": _profile_traces}.get(name, named("PNG"))


def _profile_traces(chunk: bytes) -> Iterator[Trace]:
    return icc_traces(_unpacked(chunk.partition(b"\0")[2][1:], LARGEST_PROFILE))


def _text_traces(name: bytes, chunk: bytes) -> Iterator[Trace]:
    key, _, rest = chunk.partition(b"\0")
    key, text = key.strip().lower(), _text_of(name, rest)
    if key in _DATES:
        return iter(())
    if key == b"xml:com.adobe.xmp":
        return xmp_traces(text)
    if key.startswith(b"raw profile type "):
        return _raw(key.removeprefix(b"raw profile type "))(_raw_profile(text))
    if key in {b"author", b"artist"}:
        return _named("author", "PNG Author")(text)
    if key == b"title":
        return _named("title", "PNG Title")(text)
    return said(f"PNG {_WORDS[key]}" if key in _WORDS else "PNG")(text)


def _raw(kind: bytes) -> Callable[[bytes], Iterator[Trace]]:
    """The reader of what ImageMagick keeps of other formats."""
    readers = {b"exif": exif_traces, b"xmp": xmp_traces, b"iptc": _iptc_or_photoshop, b"8bim": photoshop_traces}
    readers |= {b"icc": icc_traces, b"icm": icc_traces, b"app1": _app1}
    return readers.get(kind, named("PNG Raw profile"))


def _app1(data: bytes) -> Iterator[Trace]:
    return exif_traces(data) if data.startswith(b"Exif\0\0") else xmp_traces(data)


def _iptc_or_photoshop(data: bytes) -> Iterator[Trace]:
    return photoshop_traces(data) if data.startswith((b"8BIM", b"Photoshop 3.0")) else iptc_traces(data)


def _raw_profile(text: bytes) -> bytes:
    """The bytes, which stand in hexadecimal behind a name and a length, each on its line."""
    *_, digits = text.strip().split(b"\n", 2)
    return bytes.fromhex(digits.decode("ascii"))


def _named(kind: str, where: str) -> Callable[[bytes], Iterator[Trace]]:
    def find(data: bytes) -> Iterator[Trace]:
        if text := data.decode("utf-8", "replace").strip("\0 "):
            yield Trace("author" if kind == "author" else "title", text, where)

    return find


def _text_of(name: bytes, rest: bytes) -> bytes:
    """The text of a chunk, which comes after the key and the flags of that kind of chunk (PNG, 11.3.3)."""
    if name == b"tEXt":
        return rest
    packed = name == b"zTXt" or rest[:1] == b"\1"
    text = rest[1:] if name == b"zTXt" else rest[2:].split(b"\0", 2)[-1]
    return _unpacked(text, LARGEST_XML) if packed else text


def _unpacked(packed: bytes, most: int) -> bytes:
    """What was packed. Raises `ValueError` when that is more than such a part has."""
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(packed, most)
    if unpacker.unconsumed_tail:
        raise ValueError(most)
    return data
