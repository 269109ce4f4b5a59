"""What texts, sheets and presentations tell beside what they show: the zip files of Office Open XML and OpenDocument, part by part."""

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from geleerd.model.documents import Trace
from geleerd.model.limits import LARGEST_PART, LONGEST_PART_NAME, MOST_FILES, MOST_TAGS_OF_PARTS, MOST_UNPACKED
from geleerd.read.traces.documents.office_parts import part_traces
from geleerd.read.traces.documents.office_properties import app_traces, core_traces, meta_traces

Inside = Callable[[bytes, str, str], Iterator[Trace]]
"""The reader of a file inside another, by its bytes, its name and the place that may be said."""

PartReader = Callable[[bytes, str, Inside], Iterator[Trace]]
"""The reader of a part, by its bytes, its name and the reader of files inside it."""


class Budget:
    """What may still be unpacked of one file: documents inside a document share it."""

    def __init__(self) -> None:
        self.parts = MOST_FILES
        self.unpacked = MOST_UNPACKED
        self.tags = MOST_TAGS_OF_PARTS

    def read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
        """The bytes of a part. Raises `ValueError` when they are too many."""
        self.parts -= 1
        with archive.open(info) as part:
            data = part.read(LARGEST_PART + 1)
        self.unpacked -= len(data)
        if info.filename.endswith((".xml", ".rels", ".vml", ".rdf")):
            self.tags -= data.count(b"<")
        if min(self.parts, self.unpacked, self.tags) < 0 or len(data) > LARGEST_PART:
            raise ValueError(info.filename)
        return data


def office_traces(data: bytes, inside: Inside, budget: Budget) -> Iterator[Trace]:
    """What every part of a document tells."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [info for info in archive.infolist() if not info.is_dir()]
        names = {info.filename for info in parts}
        if len(names) < len(parts) or len(parts) > budget.parts or any(len(name) > LONGEST_PART_NAME for name in names):
            raise ValueError(len(parts))
        if archive.comment:
            yield Trace("comment", archive.comment.decode("utf-8", "replace"), "zip")
        for info in parts:
            yield from _part_traces(info.filename, budget.read(archive, info), inside)


def _part_traces(name: str, data: bytes, inside: Inside) -> Iterator[Trace]:
    for pattern, find in _READERS:
        if pattern.fullmatch(name):
            yield from find(data, name, inside)
            return
    yield Trace("unreadable", where=_known(name))


def _known(name: str) -> str:
    """The name of a part that programs give; empty for one that a person may have made up."""
    return name if _OF_PROGRAMS.fullmatch(name) else ""


_OF_PROGRAMS = re.compile(
    r"(?:word|xl|ppt|docProps|customXml|META-INF|Pictures|Thumbnails)/(?:[A-Za-z]{1,20}/){0,2}[a-z][A-Za-z]{1,30}\d{0,5}\.[a-z]{3,5}"
    r"|(?:content|styles|meta|settings)\.xml"
)


def _said(data: bytes, name: str, _inside: Inside) -> Iterator[Trace]:
    """A part that may tell anything."""
    if data:
        yield Trace("property", where=_known(name))


def _nothing(_data: bytes, _name: str, _inside: Inside) -> Iterator[Trace]:
    return iter(())


def _file_inside(data: bytes, name: str, inside: Inside) -> Iterator[Trace]:
    return inside(data, name, _known(name))


def _thumbnail(data: bytes, name: str, inside: Inside) -> Iterator[Trace]:
    """A small picture of an earlier state of the document."""
    yield Trace("embedded", where=_known(name))
    yield from inside(data, name, _known(name))


_NO_SOURCES = re.compile(rb"(?:<\?xml[^>]*>)?\s*<b:Sources [^>]*(?:/>|></b:Sources>)\s*")


def _custom(data: bytes, name: str, _inside: Inside) -> Iterator[Trace]:
    """Data that other programs put in a document. An empty list of sources is Word's own."""
    if not _NO_SOURCES.fullmatch(data):
        yield Trace("property", where=_known(name))


def _alone(find: Callable[[bytes, str], Iterator[Trace]]) -> PartReader:
    """The reader of a part that holds no other file."""
    return lambda data, name, _: find(data, _known(name))


_TABLE: tuple[tuple[str, PartReader], ...] = (
    (r"docProps/core\.xml", _alone(core_traces)),
    (r"docProps/app\.xml", _alone(app_traces)),
    (r"docProps/custom\.xml|META-INF/documentsignatures\.xml|_xmlsignatures/.*", _said),
    (r"(?:Object [^/]{1,20}/)?meta\.xml", _alone(meta_traces)),
    (r"docProps/thumbnail\.\w{1,5}", _thumbnail),
    (r"customXml/(?:_rels/.*|itemProps\d+\.xml)", _nothing),
    (r"customXml/.*", _custom),
    (r"mimetype|layout-cache|ObjectReplacements/[^/]*|Configurations2/.*|(?:word|ppt)/fonts/[^/]*\.(?:odttf|fntdata)", _nothing),
    (r".*/printerSettings/[^/]*|.*/vba\w*\.(?:bin|xml)|(?:Basic|Scripts|Versions)/.*|VersionList\.xml", _said),
    (r"(?:word|xl|ppt)/(?:[^/]*/)?(?:media|embeddings)/[^/]*|(?:Object [^/]{1,20}/)?(?:Pictures|Thumbnails)/[^/]*", _file_inside),
    (r".*\.(?:xml|rels|vml|rdf)", _alone(part_traces)),
)
_READERS = tuple((re.compile(pattern), find) for pattern, find in _TABLE)
"""Which parts there are, by name, and how to read them: the first that fits. A part that fits none cannot be looked into."""
