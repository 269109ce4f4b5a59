"""A document, part by part: what is harmless of each, and what each tells beside what is shown."""

import base64
import hashlib
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_ATTRIBUTES
from geleerd.read.traces.office.kinds import PartKind, kind_of_part, known_name
from geleerd.read.traces.office.package import Budget, checked_entries, zip_traces
from geleerd.read.traces.office.parts.facts import DocumentFacts
from geleerd.read.traces.office.parts.sieve import sifted
from geleerd.read.traces.office.parts.words import is_of_schema, is_plain_name
from geleerd.read.traces.office.properties import custom_traces, property_parts_traces
from geleerd.read.traces.office.typefaces import is_embedded_typeface

_FIRST: Final = (
    r".*\.rels",
    r".*/styles\w*\.xml",
    r"(?:word|xl|ppt)/(?!sharedStrings|footnotes|endnotes).*|content\.xml",
    r"(?!docProps).*",
    r".*",
)
"""What is read before the rest: relations, styles, texts before what they use, and both before the properties that may repeat them."""

_SIGN_NAMES = "[Content_Types].xml mimetype word/document.xml xl/workbook.xml ppt/presentation.xml docProps/core.xml content.xml"
_SIGNS: Final = frozenset(_SIGN_NAMES.split())
"""Parts of which a document has at least one."""

_MIMETYPE = re.compile(
    rb"application/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics|chart|formula|image)(?:-template)?\s?"
)
_OF_EMPTY_DOCUMENTS: Final = {
    "96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead": "the thumbnail of python-docx",
    "116f9aa8ea038e39ef47ee99a23592ab569cf77feafecd0a30e222369e931d25": "the thumbnail of python-pptx",
    "d7768f87e07d29634782e448ece1cddd05a52b9499254222b1190bc8f6dc579e": "the printer of python-pptx, which has no name",
}
"""Parts that libraries put in each document, by their digests (SHA-256)."""

_LETTERS = re.compile(rb"[A-Za-z]{5}|(?:[A-Za-z]\0){5}")


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A part: its name, its bytes, or what is harmless of them; what it tells; whether it is a file that others must look into.

    A part to which no other leads is unused: no program shows it, and a copy leaves it out.
    """

    name: str
    data: bytes
    traces: tuple[Trace, ...] = ()
    is_file: bool = False
    is_unused: bool = False


def parts_of(data: bytes, budget: Budget, lost: Set[str] = frozenset(), *, writes: bool = False) -> Iterator[DocumentPart]:
    """Every part but those that are `lost`, and first what the zip file tells beside them, as a part without a name.

    Raises `ValueError` and what the libraries raise for what is no document, damaged, locked or too large.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = checked_entries(archive, budget)
        known = DocumentFacts(frozenset(info.filename for info in entries), lost, attributes=MOST_ATTRIBUTES)
        if not _SIGNS & known.parts:
            raise ValueError(len(entries))
        yield DocumentPart("", b"", (*zip_traces(data, archive), *_folder_traces(entries)))
        for info in sorted(entries, key=_turn):
            if not info.is_dir() and info.filename not in lost:
                yield _part(info.filename, budget.read(data, info), known, writes=writes)
                yield from _packed_parts(known)


def _turn(info: zipfile.ZipInfo) -> int:
    return next(turn for turn, pattern in enumerate(_FIRST) if re.fullmatch(pattern, info.filename))


def _folder_traces(entries: list[zipfile.ZipInfo]) -> Iterator[Trace]:
    """A folder has no bytes of its own, and a name of the formats."""
    if not all(is_of_schema(info.filename) and not info.compress_size for info in entries if info.is_dir()):
        yield Trace("property", where="zip")


def _part(name: str, data: bytes, known: DocumentFacts, *, writes: bool) -> DocumentPart:
    """Look into one part."""
    kind, where = kind_of_part(name), known_name(name)
    if known.is_unused(name):
        return DocumentPart(name, data, (Trace("embedded", where=where),), is_unused=True)
    if kind in {"thumbnail", "told"} and hashlib.sha256(data).hexdigest() in _OF_EMPTY_DOCUMENTS:
        return DocumentPart(name, data)
    if kind == "xml" and data.strip():
        kept, traces = sifted(data, name, where, known, writes=writes)
        return DocumentPart(name, kept if writes else data, traces)
    return DocumentPart(name, data, tuple(_FIND[kind](data, name, known)), is_file=bool(data) and kind in {"file", "thumbnail"})


def _packed_parts(known: DocumentFacts) -> Iterator[DocumentPart]:
    """The documents that Word keeps in an attribute of a shape, for other versions of itself; a copy has none."""
    for text in known.packed:
        yield DocumentPart("", base64.b64decode("".join(text.split()), validate=True), is_file=True)
    known.packed.clear()


def _file_traces(_data: bytes, name: str, _known: DocumentFacts) -> Iterator[Trace]:
    if not is_plain_name(name, 0):
        yield Trace("property", where=known_name(name))


def _thumbnail_traces(_data: bytes, name: str, known: DocumentFacts) -> Iterator[Trace]:
    """A small picture of an earlier state; PowerPoint and LibreOffice add it always, others when somebody asks."""
    if name.startswith("docProps/") and "ppt/presentation.xml" not in known.parts:
        yield Trace("embedded", where=known_name(name))


def _typeface_traces(data: bytes, name: str, _known: DocumentFacts) -> Iterator[Trace]:
    if not is_embedded_typeface(data):
        yield Trace("unreadable", where=known_name(name))


def _told(data: bytes, name: str, _known: DocumentFacts) -> Iterator[Trace]:
    if data:
        yield Trace("property", where=known_name(name))


def _short_traces(data: bytes, name: str, _known: DocumentFacts) -> Iterator[Trace]:
    """Of a part that holds next to nothing: the kind of an OpenDocument, or where its pages end."""
    if not (_MIMETYPE.fullmatch(data) if name == "mimetype" else not _LETTERS.search(data)):
        yield Trace("property", where=name)


def _unknown(data: bytes, name: str, _known: DocumentFacts) -> Iterator[Trace]:
    if data or not is_of_schema(name):
        yield Trace("unreadable", where=known_name(name))


def _nothing(_data: bytes, _name: str, _known: DocumentFacts) -> Iterator[Trace]:
    return iter(())


_FIND: Final[Mapping[PartKind, Callable[[bytes, str, DocumentFacts], Iterator[Trace]]]] = {
    "xml": _nothing,
    "properties": lambda data, name, known: property_parts_traces(data, known_name(name), known),
    "custom": lambda data, name, known: custom_traces(data, known_name(name), known),
    "file": _file_traces,
    "thumbnail": _thumbnail_traces,
    "typeface": _typeface_traces,
    "told": _told,
    "nothing": _short_traces,
    "unknown": _unknown,
}
