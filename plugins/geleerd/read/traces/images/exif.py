"""Exif (JEITA CP-3451): what a camera or program writes about a picture. Every tag that is not known to be harmless tells something."""

from collections.abc import Iterator, Mapping

from PIL.ExifTags import IFD, TAGS
from PIL.Image import Exif

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_EXIF
from geleerd.read.traces.exif_names import HARMLESS_EXIF
from geleerd.read.traces.programs import is_of_program

_AUTHORS = {"Artist", "XPAuthor", "CameraOwnerName"}
_COMMENTS = {"UserComment", "XPComment", "ImageDescription", "XPSubject", "XPKeywords"}
_SIGNATURES = {"Software", "HostComputer", "ProcessingSoftware"}
_POINTERS = {IFD.Exif, IFD.GPSInfo, IFD.Interop}
_GPS_VERSION, _ORIENTATION = 0, 0x0112
_CHARACTER_CODES = (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0", b"\0" * 8)


def exif_traces(data: bytes) -> Iterator[Trace]:
    """What the tags of all directories tell: the picture's, the camera's, the place's, and those of a small picture beside it."""
    exif = Exif()
    exif.load(data[:LARGEST_EXIF])
    for directory in (exif, exif.get_ifd(IFD.Exif), exif.get_ifd(IFD.Interop)):
        yield from _directory(directory)
    if set(exif.get_ifd(IFD.GPSInfo)) - {_GPS_VERSION}:
        yield Trace("location", where="Exif GPS")
    if exif.get_ifd(IFD.IFD1):
        yield Trace("embedded", where="Exif Thumbnail")


def orientation_of(data: bytes) -> int:
    """How the picture is to be turned, as Exif numbers it: 1 for not at all."""
    exif = Exif()
    exif.load(data[:LARGEST_EXIF])
    value = exif.get(_ORIENTATION, 1)
    return value if value in range(1, 9) else 1


def _directory(directory: Mapping[int, object]) -> Iterator[Trace]:
    for tag, value in directory.items():
        name = TAGS.get(tag, "")
        if tag in _POINTERS or name in HARMLESS_EXIF:
            continue
        text = _as_text(value, name)
        if not text or (name in _SIGNATURES and is_of_program(text)):
            continue
        if name in _AUTHORS:
            yield Trace("author", text, f"Exif {name}")
        elif name == "XPTitle":
            yield Trace("title", text, f"Exif {name}")
        elif not (name in _COMMENTS and is_of_program(text)):
            yield Trace("comment" if name in _COMMENTS else "property", text, f"Exif {name or hex(tag)}")


def _as_text(value: object, name: str) -> str:
    """The value as text. Windows writes its own fields in UTF-16; a comment begins with the name of its characters."""
    if not isinstance(value, bytes):
        return str(value).strip("\0 ")
    if name.startswith("XP"):
        return value.decode("utf-16-le", "replace").strip("\0 ")
    coded = next((code for code in _CHARACTER_CODES if name == "UserComment" and value.startswith(code)), b"")
    encoding = "utf-16-le" if coded.startswith(b"UNI") and value[8:9] != b"\0" else "utf-16-be" if coded.startswith(b"UNI") else "utf-8"
    return value[len(coded) :].decode(encoding, "replace").strip("\0 ")
