"""The texts of a PNG: a key and what it says. Both must be known; people make up keys too (PNG, third edition, 11.3.3)."""

import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PROFILE, LARGEST_XML
from geleerd.read.traces.exif_names import EXIF_RULES
from geleerd.read.traces.images.parts import Find, named
from geleerd.read.traces.metadata.exif import exif_traces
from geleerd.read.traces.metadata.icc import icc_traces
from geleerd.read.traces.metadata.iptc import iptc_traces, photoshop_traces
from geleerd.read.traces.shapes.values import (
    SHAPES,
    Shape,
    is_date,
    is_language,
    is_profile_text,
    is_remark_of_program,
    is_software,
    matching,
)
from geleerd.read.traces.xmp import xmp_traces

TEXT_CHUNKS: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_WORDS = {"description": "Description", "copyright": "Copyright", "comment": "Comment", "source": "Source", "disclaimer": "Disclaimer"}
"""Keys that the standard knows. People make up others, so those are not said."""

_DATE_WORDS = "creation time|date:create|date:modify|date:timestamp|create-date|modify-date|date|modification time|creationtime|timestamp"
_SHAPES: Mapping[str, Shape] = {
    **dict.fromkeys(_DATE_WORDS.split("|"), is_date),
    **dict.fromkeys(("software", "producer", "generator", "creator", "creator tool", "program"), is_software),
    **dict.fromkeys(("pdf:version",), matching(r"PDF-1\.\d ?")),
    **dict.fromkeys(("resolution", "dpi", "gamma", "width", "height", "depth", "quality"), SHAPES["numbers"]),
    **dict.fromkeys(("icc:description", "icc:copyright", "icc:manufacturer", "icc:model"), is_profile_text),
    **dict.fromkeys((*_WORDS, "title", "warning", "author", "artist", "label"), is_remark_of_program),
    "signature": matching(r"[0-9a-f]{64}"),
    "jpeg:colorspace": SHAPES["number"],
    "jpeg:sampling-factor": matching(r"\dx\d(?:,\dx\d){0,3}"),
    "xcf:version": SHAPES["number"],
}
_RAW = "raw profile type "
_XMP = "xml:com.adobe.xmp"


def text_traces(kind: bytes, chunk: bytes) -> Iterator[Trace]:
    """What one text tells, with its key and whatever stands around them. Raises `ValueError` for one that unpacks too far."""
    raw_key, _, rest = chunk.partition(b"\0")
    key = raw_key.decode("latin-1").casefold()
    text, is_plain = _text_of(kind, rest)
    if not is_plain:
        yield Trace("property", where="PNG")
    if key.startswith(_RAW):
        yield from _raw_traces(key.removeprefix(_RAW), text)
    elif key == _XMP:
        yield from xmp_traces(text)
    else:
        yield from _said(key, text)


def _said(key: str, data: bytes) -> Iterator[Trace]:
    text = data.decode("utf-8", "replace").strip("\0 \r\n")
    shape = _SHAPES.get(key) or _of_camera(key)
    if shape and (not text or shape(text)):
        return
    if key in {"author", "artist"}:
        yield Trace("author", text, "PNG Author")
    elif key == "title":
        yield Trace("title", text, "PNG Title")
    else:
        yield Trace("comment", text, f"PNG {_WORDS[key]}" if key in _WORDS else "PNG")


def _of_camera(key: str) -> Shape | None:
    """The shape of what ImageMagick copies from a JPEG."""
    rule = next((rule for name, rule in EXIF_RULES.items() if key == f"exif:{name.casefold()}"), None)
    return SHAPES.get("numbers" if rule and rule.shape == "number" else rule.shape) if rule else None


def _text_of(kind: bytes, rest: bytes) -> tuple[bytes, bool]:
    """The text, and whether nothing but the usual stands around it: how it is packed, and its language, without a key in that language."""
    if kind == b"tEXt":
        return rest, True
    if kind == b"zTXt":
        text, is_whole = unpacked(rest[1:], LARGEST_XML)
        return text, is_whole and rest[:1] == b"\0"
    language, _, behind = rest[2:].partition(b"\0")
    translated, _, text = behind.partition(b"\0")
    is_plain = rest[:2] in {b"\0\0", b"\1\0"} and not translated and is_language(language.decode("latin-1"))
    if rest[:1] != b"\1":
        return text, is_plain
    text, is_whole = unpacked(text, LARGEST_XML)
    return text, is_plain and is_whole


def unpacked(packed: bytes, most: int) -> tuple[bytes, bool]:
    """What was packed, and whether nothing stands behind it. Raises `ValueError` when it is more than such a part has."""
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(packed, most)
    if unpacker.unconsumed_tail:
        raise ValueError(most)
    return data, unpacker.eof and not unpacker.unused_data.strip(b"\0")


def _raw_traces(kind: str, text: bytes) -> Iterator[Trace]:
    """What ImageMagick keeps of other formats: in hexadecimal, behind a name and a length, each on its line."""
    _, name, length, digits = text.rstrip().split(b"\n", 3)
    data = bytes.fromhex(digits.decode("ascii"))
    if len(data) > LARGEST_PROFILE or name.strip().lower() != kind.encode() or not length.strip().isdigit():
        yield Trace("property", where="PNG Raw profile")
    yield from _RAW_READERS.get(kind, named("PNG Raw profile"))(data)


def _app1(data: bytes) -> Iterator[Trace]:
    return exif_traces(data) if data.startswith(b"Exif\0\0") else xmp_traces(data)


def _iptc_or_photoshop(data: bytes) -> Iterator[Trace]:
    return photoshop_traces(data) if data.startswith((b"8BIM", b"Photoshop 3.0")) else iptc_traces(data)


_RAW_READERS: Mapping[str, Find] = {
    "exif": exif_traces,
    "xmp": xmp_traces,
    "iptc": _iptc_or_photoshop,
    "8bim": photoshop_traces,
    "icc": icc_traces,
    "icm": icc_traces,
    "app1": _app1,
}
