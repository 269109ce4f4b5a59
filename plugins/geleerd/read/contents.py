"""Facts from the bytes of an image or document, found once: who made it, its kind, and for an SVG the drawing without scripts."""

import codecs
import hashlib
from dataclasses import replace
from itertools import takewhile

import puremagic

from geleerd.model.documents import Contents, File, Trace
from geleerd.model.file_kinds import IMAGES, LIMITS, MEGABYTE, WRITTEN_TEXTS, ending
from geleerd.model.limits import LARGEST_TEXT
from geleerd.read.drawings.drawing import drawing_of
from geleerd.read.traces.files import traces
from geleerd.read.traces.images.sizes import size_of
from geleerd.read.traces.kinds import plain_text_of

_HEAD = 4096
"""The first bytes, in which a front matter tells what it is of."""

_KEYS = frozenset({b"id", b"type", b"status", b"title", b"draft", b"concept"})

_IN_ZIP = frozenset({"odt", "docx", "pptx", "xlsx"})
_BY_SIGN = frozenset({"png", "jpg", "jpeg", "webp", "pdf"})


def with_contents(file: File, data: bytes) -> File:
    """The file with `contents` from these bytes. A drawing is written anew; the kind of others matters where a page may show them."""
    return replace(file, contents=_contents(file, data))


def _contents(file: File, data: bytes) -> Contents:
    found = Contents(traces(data, file.path), is_page=_is_page(data))
    kind = ending(file.path)
    if kind in WRITTEN_TEXTS:
        return _with_text(found, data)
    if kind == "svg":
        return replace(found, drawing=_drawing(data))
    if file.size > LIMITS.get(kind, 0) * MEGABYTE:
        return found
    found = replace(found, kinds=_kinds(data))
    return replace(found, size=size_of(data), digest=hashlib.blake2b(data, digest_size=20).hexdigest()) if kind in IMAGES else found


def _with_text(contents: Contents, data: bytes) -> Contents:
    """The contents of a text with what stands in it, unless that is too long to search."""
    if len(data) > LARGEST_TEXT:
        return replace(contents, traces=(*contents.traces, Trace("unreadable")))
    return replace(contents, text=plain_text_of(data) or "")


def _is_page(data: bytes) -> bool:
    """Whether the bytes begin with a front matter that has a key of ours."""
    opening, *lines = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip().splitlines() or [b""]
    front = takewhile(lambda line: line.rstrip() != b"---", lines)
    return opening.rstrip() == b"---" and any(line.partition(b":")[0].strip().lower() in _KEYS for line in front if b":" in line)


def _kinds(data: bytes) -> frozenset[str]:
    """The file extensions that fit the first bytes of a file; office documents are zip files inside."""
    try:
        found = {match.extension.lstrip(".") for match in puremagic.magic_string(data)}
    except (puremagic.PureError, ValueError):
        found = set()
    jpeg = {"jpg", "jpeg"} if found & {"jpg", "jpeg"} else set()
    return frozenset(found & _BY_SIGN | jpeg) | (_IN_ZIP if data.startswith(b"PK\x03\x04") else frozenset())


def _drawing(data: bytes) -> bytes | None:
    drawing = drawing_of(data)
    return drawing.data if drawing else None
