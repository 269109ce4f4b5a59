"""Exif (JEITA CP-3451): what a camera or program writes about a picture. Every tag that is not known to be harmless tells something."""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PIL.ExifTags import TAGS

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_EXIF
from geleerd.read.traces.exif_names import EXIF_RULES, TagRule
from geleerd.read.traces.metadata.tiff import TEXT, Directories, TiffTag
from geleerd.read.traces.shapes.values import LETTERS, SHAPES, matching

_AUTHORS = {"Artist", "XPAuthor", "CameraOwnerName", "Photographer", "ImageEditor"}
_COMMENTS = {"UserComment", "XPComment", "ImageDescription", "XPSubject", "XPKeywords"}
_TITLES = {"XPTitle", "ImageTitle"}
_NAMES = TAGS | {0xEA1C: "Padding", 0xEA1D: "OffsetSchema", 0x4746: "Rating", 0x4749: "RatingPercent"}
_NAMES |= {0xA436: "ImageTitle", 0xA437: "Photographer", 0xA438: "ImageEditor", 0xA439: "CameraFirmware"}
_INTEROP = {0x0001: "InteropIndex", 0x0002: "InteropVersion", 0x1001: "RelatedImageWidth", 0x1002: "RelatedImageLength"}
_GPS_VERSION, _GPS_TIME, _ORIENTATION = 0, 7, 0x0112
_GPS_TEXTS = {9: matching("V?"), 0x12: matching("(?:WGS-?84)?"), 0x1D: SHAPES["date"]}
"""Whether satellites were seen, the map, and the day."""

_CHARACTER_CODES = (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0", b"\0" * 8)
_MARK = b"Exif\0\0"

_LARGEST_WHOLE: Final = 10_000_000
_INFINITE = {(0xFFFFFFFF, 0xFFFFFFFF), (0x7FFFFFFF, 0x7FFFFFFF)}


def exif_traces(data: bytes) -> Iterator[Trace]:
    """What the tags of all directories tell: the picture's, the camera's, the place's, and those of a small picture beside it."""
    data = _plain(data)
    directories = Directories(data)
    said: set[str] = set()
    for tag in directories.tags():
        if tag.directory in {"GPS", "Thumbnail"}:
            said.add(tag.directory if tag.directory == "Thumbnail" or not _is_no_place(tag) else "")
        else:
            yield from _tag_traces(tag)
    if "GPS" in said:
        yield Trace("location", where="Exif GPS")
    if "Thumbnail" in said:
        yield Trace("embedded", where="Exif Thumbnail")
    elif directories.between().strip(b"\0"):
        yield Trace("property", where="Exif")


def orientation_of(data: bytes) -> int:
    """How the picture is to be turned, as Exif numbers it: 1 for not at all."""
    for tag in Directories(_plain(data)).tags():
        if (tag.directory, tag.number, tag.many) == ("Image", _ORIENTATION, 1):
            return next((value for value in tag.numbers() if value in range(1, 9)), 1)
    return 1


def turning(orientation: int) -> bytes:
    """Exif that says how a picture is turned, and nothing else."""
    return b"MM\0*\0\0\0\x08\0\1" + struct.pack(">HHIHHI", _ORIENTATION, 3, 1, orientation, 0, 0)


def _plain(data: bytes) -> bytes:
    data = data.removeprefix(_MARK)
    if len(data) > LARGEST_EXIF:
        raise ValueError(len(data))
    return data


def _is_no_place(tag: TiffTag) -> bool:
    """Whether a camera that did not know where it was wrote this: a version, a moment, or that it did not know."""
    if tag.number == _GPS_VERSION:
        return tag.many == 4 and max(tag.data) < 10
    if tag.number == _GPS_TIME:
        return _are_numbers(tag, TagRule("numbers", 3, 3))
    text = tag.data.decode("latin-1").strip("\0 ")
    return tag.number in _GPS_TEXTS and tag.kind == TEXT and _GPS_TEXTS[tag.number](text)


def _tag_traces(tag: TiffTag) -> Iterator[Trace]:
    name = _INTEROP.get(tag.number, "") if tag.directory == "Interop" else _NAMES.get(tag.number, "")
    text = _as_text(tag, name)
    if (not text and tag.directory != "Other") or _is_harmless(tag, name, text):
        return
    where = f"Exif {name or hex(tag.number)}"
    kinds = {"author": _AUTHORS, "comment": _COMMENTS, "title": _TITLES}
    kind = next((kind for kind, names in kinds.items() if name in names), "property")
    yield Trace(kind, text, where)  # type: ignore[arg-type]  # the keys above are kinds of traces


def _is_harmless(tag: TiffTag, name: str, text: str) -> bool:
    rule = EXIF_RULES.get(name)
    if rule is None or tag.directory == "Other":
        return False
    if rule.shape in _OF_BYTES:
        return _OF_BYTES[rule.shape](tag.data)
    if rule.shape in {"number", "numbers"}:
        return _are_numbers(tag, rule)
    is_text = tag.kind == TEXT or (tag.kind == 7 and rule.shape in {"version", "said"})
    ends = b"\0" not in tag.data.rstrip(b"\0 ") or (rule.shape == "said" and tag.kind == 7)
    return is_text and ends and SHAPES[rule.shape](text)


def _are_numbers(tag: TiffTag, rule: TagRule) -> bool:
    """Whether the values are numbers as such a tag has them, and not letters that were written as numbers."""
    if not rule.least <= tag.many <= rule.most:
        return False
    if tag.kind in {5, 10}:
        values = struct.unpack(f"{tag.order}{2 * tag.many}I", tag.data)
        return all(pair in _INFINITE or min(pair) < LETTERS for pair in zip(values[::2], values[1::2], strict=True))
    if tag.kind in {11, 12}:
        floats = struct.unpack(f"{tag.order}{tag.many}{'f' if tag.kind == 11 else 'd'}", tag.data)
        return all(value == 0 or 1e-9 < abs(value) < _LARGEST_WHOLE for value in floats)
    return (tag.kind in {3, 4, 8, 9} and all(abs(value) < _LARGEST_WHOLE for value in tag.numbers())) or (
        tag.kind == 7 and len(tag.data) == 1
    )


def _are_filters(data: bytes) -> bool:
    """Whether these are the colours in front of a sensor: how wide and high the pattern is, and one of seven kinds for each place."""
    sizes = [struct.unpack_from(f"{order}HH", data) for order in "<>"]
    return any(wide * high == len(data) - 4 for wide, high in sizes) and max(data[4:], default=0) < 8


_OF_BYTES: Mapping[str, Callable[[bytes], bool]] = {
    "components": lambda data: len(data) == 4 and max(data) < 7,
    "filters": _are_filters,
    "padding": lambda data: not data.removeprefix(b"\x1c\xea\0\0\0\x08").strip(b"\0"),
}


def _as_text(tag: TiffTag, name: str) -> str:
    """The value as text. Windows writes its own fields in UTF-16; a comment begins with the name of its characters."""
    if tag.numbers() and tag.kind != 1:
        return " ".join(map(str, tag.numbers()))
    if name.startswith("XP"):
        return tag.data.decode("utf-16-le", "replace").strip("\0 ")
    coded = next((code for code in _CHARACTER_CODES if name == "UserComment" and tag.data.startswith(code)), b"")
    wide = tag.data[8:9] != b"\0"
    encoding = ("utf-16-le" if wide else "utf-16-be") if coded.startswith(b"UNI") else "utf-8"
    return tag.data[len(coded) :].decode(encoding, "replace").strip("\0 \r\n")
