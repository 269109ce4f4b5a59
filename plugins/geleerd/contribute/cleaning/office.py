"""A text, sheet or presentation without what stands beside what it shows: what is harmless of its parts, in a new zip file."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Set
from io import BytesIO
from typing import Final

from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.model.limits import DEEPEST_FILE
from geleerd.read.traces.images.stripped import stripped
from geleerd.read.traces.office.document import DocumentPart, parts_of
from geleerd.read.traces.office.package import Budget

_OLDEST: Final = (1980, 1, 1, 0, 0, 0)

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_OFFICE, _META = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY: Final[Mapping[str, bytes]] = {
    "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}"/>'.encode(),
    "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_APP}"><Application>Microsoft Office</Application></Properties>'.encode(),
    "meta.xml": f'{_HEAD}<office:document-meta xmlns:office="{_OFFICE}" xmlns:meta="{_META}" office:version="1.3"><office:meta/>'
    "</office:document-meta>".encode(),
}
"""Properties without anything in them."""

_UNNEEDED: Final = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\.\w{1,5})|(?:.*/)?Thumbnails/.*|Configurations2/.*|ObjectReplacements/.*|layout-cache|xl/calcChain\.xml"
    r"|word/(?:comments\w*|people)\.xml|xl/(?:comments\d*\.xml|comments/.*|threadedComments/.*|persons/.*)"
    r"|ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml|changesInfos/.*|revisionInfo\.xml)|word/documenttasks/.*"
)
"""Parts that programs make again, and those that nobody needs."""

_GROUPS: Final = tuple(map(re.compile, (r"customXml/.*", r"xl/pivot(?:Cache|Tables)/.*")))
"""Parts of which none can stay when one tells something."""

_NOTES: Final = re.compile(r"ppt/notesSlides/.*")
_ALONE: Final = re.compile(
    r".*/printerSettings/.*|xl/(?:externalLinks|queryTables|revisions|connections|xmlMaps)\b.*|_xmlsignatures/.*|META-INF/documentsignatures\.xml"
    r"|(?:Versions|debug)/.*|VersionList\.xml|docMetadata/.*|ppt/(?:tags|notesSlides)/.*"
)
"""Parts that a document shows as well without, when they tell something."""

_MIMETYPE: Final = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z]+(?:-template)?")
_MOST_TURNS: Final = 4


def cleaned_office(data: bytes, depth: int = 0) -> bytes:
    """The document. What it says in tracked changes and hidden places only a person can judge: raises `CannotCleanError`."""
    if depth > DEEPEST_FILE:
        raise CannotCleanError("damaged")
    told = list(parts_of(data, Budget()))
    _refuse(told)
    lost = frozenset(_lost(told))
    for _ in range(_MOST_TURNS):
        parts = {part.name: part for part in parts_of(data, Budget(), lost, writes=True) if part.name}
        emptied = {name for name, part in parts.items() if part.is_unused or not part.data}
        if not emptied:
            return _zipped({name: _renewed(part, depth) for name, part in parts.items()})
        lost |= emptied
    raise CannotCleanError("damaged")


def _refuse(parts: Iterable[DocumentPart]) -> None:
    """Look for what only a person can judge; the notes below slides nobody needs. Raises `CannotCleanError`."""
    kinds = {trace.kind for part in parts if not _NOTES.fullmatch(part.name) for trace in part.traces}
    for kind in ("change", "hidden"):
        if kind in kinds:
            raise CannotCleanError(kind)


def _lost(parts: Iterable[DocumentPart]) -> Set[str]:
    """The parts that the copy has not."""
    telling = {part.name for part in parts if part.traces}
    names = {part.name for part in parts}
    lost = {part.name for part in parts if part.is_unused}
    lost |= {name for name in names if _UNNEEDED.fullmatch(name) or (name in telling and _ALONE.fullmatch(name))}
    for group in _GROUPS:
        members = {name for name in names if group.fullmatch(name)}
        lost |= members if members & telling else set()
    return lost | {name for name in names if name.endswith(".rels") and _source(name) in lost}


def _source(relations: str) -> str:
    return relations.replace("_rels/", "").removesuffix(".rels")


def _renewed(part: DocumentPart, depth: int) -> bytes:
    """The bytes of a part in the copy."""
    if (name := part.name.rpartition("/")[2]) in {"meta.xml", "mimetype"} or part.name in _EMPTY:
        kind = _MIMETYPE.match(part.data)
        return kind[0] if name == "mimetype" and kind else _EMPTY.get(part.name, _EMPTY["meta.xml"])
    if not part.is_file:
        return part.data
    return cleaned_office(part.data, depth + 1) if part.data.startswith(b"PK") else stripped(part.data) or part.data


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != "mimetype", name != "[Content_Types].xml", name)):
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _OLDEST), parts[name], kind)
    return copy.getvalue()
