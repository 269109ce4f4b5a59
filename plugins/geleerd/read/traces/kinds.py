"""Whether a file is what its name says: by its first bytes, and for texts by how one of that kind begins."""

import codecs
import json
import re
import zipfile
from io import BytesIO
from typing import Final

from geleerd.model.file_kinds import PLAIN_TEXTS, is_named_text

_HEAD_OF_PDF: Final = 1024
"""The first bytes, in which readers of PDF look for the signature (ISO 32000-1, Annex H, note 13)."""

_SIGNS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"\0\0\1\0", "ico"),
    (b"PK\x03\x04", "zip"),
    (b"wOFF", "woff"),
    (b"wOF2", "woff2"),
    (b"OTTO", "otf"),
    (b"\0\1\0\0", "ttf"),
    (b"ttcf", "ttc"),
)
_NAMES = {
    "jpeg": {"jpg", "jpeg", "jpe", "jfif"},
    "png": {"png", "ico"},
    "gif": {"gif"},
    "ico": {"ico"},
    "webp": {"webp"},
    "pdf": {"pdf"},
    "woff": {"woff"},
    "woff2": {"woff2"},
    "otf": {"otf", "ttf"},
    "ttf": {"ttf", "otf"},
}
"""The extensions that files of each kind have."""

_USUAL = {"jpeg": "jpg"}
_PARTS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/", "odt": "content.xml"}
"""What a zip file holds when it is a document of each kind."""

_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_MARKUP = frozenset({"htm", "html", "xhtml", "atom", "opml", "rdf", "rss", "xml", "xsd", "xsl", "xslt"})
DRAWN: Final = frozenset({"jpeg", "png", "webp", "gif", "ico"})
PAGES: Final = frozenset({"htm", "html", "xhtml"})
_VALUES = frozenset({"geojson", "json", "jsonld", "webmanifest"})
_BEGINNINGS = {"ics": "BEGIN:VCALENDAR", "vtt": "WEBVTT"}
_OTHER_TEXTS = ("{\\rtf", "%!PS", "GIF8", "BEGIN:VCARD", "MIME-Version:", "\x7fELF")
"""How texts begin that other programs show in another way than they are written."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_BEFORE_ROOT = re.compile(r"\s+|<\?[^>]{0,500}>|<!--|<!(?=[a-zA-Z])[^>\[]{0,500}>")
_ROOT = re.compile(r"<([A-Za-z][\w:-]{0,40})")


def sign_of(data: bytes) -> str:
    """The kind that the first bytes tell; empty for one that we do not know."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in data[:_HEAD_OF_PDF]:
        return "pdf"
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), "")


def is_named_after(data: bytes, sign: str, kind: str) -> bool:
    """Whether files with this sign have names that end in this way."""
    if sign == "zip":
        return kind in _PARTS and _is_document(data, kind)
    return kind in _NAMES.get(sign, ())


def usual_ending(data: bytes, kind: str) -> str:
    """The extension of an image: the one that it has, when that fits."""
    sign = sign_of(data)
    return kind if is_named_after(data, sign, kind) else _USUAL.get(sign, sign)


def _is_document(data: bytes, kind: str) -> bool:
    """Whether nothing in a zip file shows that it is a document of another kind."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        said = archive.open("mimetype").read(len(_OPEN_TEXT) + 1) if "mimetype" in names else _OPEN_TEXT
    found = {of for of, part in _PARTS.items() if any(name.startswith(part) for name in names)}
    return (not found or kind in found) and (kind != "odt" or said == _OPEN_TEXT)


def plain_text_of(data: bytes) -> str | None:
    """The text in a file, in Unicode or as Windows and old systems write it; None for bytes that are none."""
    encodings = ["utf-16"] if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ["utf-8-sig", "latin-1"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except ValueError:
            continue
        return None if _CONTROLS.search(text) else text
    return None


def is_text_named_after(data: bytes, name: str, kind: str) -> bool:
    """Whether a file is a text, of the kind that its name says."""
    text = plain_text_of(data) if kind in PLAIN_TEXTS or is_named_text(name) else None
    if text is None or text.lstrip().startswith(_OTHER_TEXTS):
        return False
    root = _root_of(text)
    if kind in _MARKUP:
        return not text.strip() or (root != "svg" and (kind in PAGES or root not in {"", "html"}))
    if kind in _VALUES:
        return _is_value(text)
    return root not in {"svg", "html", "head", "body"} and text.lstrip().startswith(_BEGINNINGS.get(kind, ""))


def _root_of(text: str) -> str:
    """The first element of a page or drawing; empty for a text that begins with none."""
    position = 0
    while before := _BEFORE_ROOT.match(text, position):
        if before[0].casefold().startswith("<!doctype html"):
            return "html"
        position = before.end() if before[0] != "<!--" else (text.find("-->", position) + 3 or len(text) + 3)
    root = _ROOT.match(text, position)
    return root[1].casefold() if root else ""


def _is_value(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
