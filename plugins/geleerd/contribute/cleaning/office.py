"""A text, sheet or presentation without what stands beside what it shows: its parts, one by one, in a new zip file."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.model.limits import DEEPEST_FILE
from geleerd.read.traces.documents.office import Budget
from geleerd.read.traces.documents.office_parts import part_traces
from geleerd.read.traces.images.stripped import stripped

_OLDEST = (1980, 1, 1, 0, 0, 0)

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_OFFICE, _META = "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMPTY: Mapping[str, bytes] = {
    "docProps/core.xml": f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}"/>'.encode(),
    "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_APP}"><Application>Microsoft Office</Application></Properties>'.encode(),
    "meta.xml": f'{_HEAD}<office:document-meta xmlns:office="{_OFFICE}" xmlns:meta="{_META}" office:version="1.3"><office:meta/>'
    "</office:document-meta>".encode(),
}
"""Properties without anything in them."""

_GOES = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\.\w{1,5})|customXml/.*|.*/printerSettings/[^/]*|VersionList\.xml|Versions/.*"
    r"|word/(?:comments\w*|people)\.xml|word/_rels/comments\w*\.xml\.rels"
    r"|xl/(?:comments\d*|comments/comment\d*|threadedComments/[^/]*|persons/[^/]*)\.xml|xl/(?:threadedComments|persons)/.*"
    r"|ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml)"
)
"""Parts that no reader sees."""

_PICTURES = re.compile(r"(?:word|xl|ppt)/(?:[^/]*/)?media/[^/]*|(?:Object [^/]{1,20}/)?(?:Pictures|Thumbnails)/[^/]*")
_DOCUMENTS = re.compile(r"(?:word|xl|ppt)/embeddings/[^/]*\.(?:docx|xlsx|pptx|odt)")
_NOTES = re.compile(rb'ObjectType="(\w+)"')
_REMARK = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^<>]*/>")
_PATH = re.compile(rb"<(?:\w+:)?(?:absPath|fileSharing)\b[^<>]*/>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*/>")
_PRINTER = re.compile(rb'(<config:config-item [^<>]*config:name="(?:Printer(?:Name|Setup)|CurrentDatabase\w*)"[^<>]*>)[^<]*(?=<)')
_TEMPLATE = b'/attachedTemplate"'


def cleaned_office(data: bytes, budget: Budget | None = None, depth: int = 0) -> bytes:
    """The document. What it says in tracked changes and hidden places only a person can judge: raises `CannotCleanError`."""
    if depth > DEEPEST_FILE:
        raise CannotCleanError("damaged")
    budget = budget or Budget()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {info.filename: budget.read(archive, info) for info in archive.infolist() if not info.is_dir()}
    _refuse(parts)
    gone = {part for part in parts if _GOES.fullmatch(part)}
    gone |= {part for part, inside in parts.items() if part.endswith(".vml") and set(_NOTES.findall(inside)) == {b"Note"}}
    kept = {part: _clean(part, inside, budget, depth) for part, inside in parts.items() if part not in gone}
    return _zipped(_without(kept, gone))


def _refuse(parts: Mapping[str, bytes]) -> None:
    """Look for what only a person can judge. Raises `CannotCleanError`."""
    kinds = {
        trace.kind for part, inside in parts.items() if part.endswith(".xml") and part not in _EMPTY for trace in part_traces(inside, part)
    }
    for kind in ("change", "hidden"):
        if kind in kinds:
            raise CannotCleanError(kind)


def _clean(part: str, inside: bytes, budget: Budget, depth: int) -> bytes:
    if posixpath.basename(part) == "meta.xml":
        return _EMPTY["meta.xml"]
    if part in _EMPTY:
        return _EMPTY[part]
    if _PICTURES.fullmatch(part):
        return stripped(inside) or inside
    if _DOCUMENTS.fullmatch(part):
        return cleaned_office(inside, budget, depth + 1)
    if not part.endswith((".xml", ".rels")):
        return inside
    inside = _REMARK.sub(b"", _PATH.sub(b"", _PRINTER.sub(rb"\1", inside)))
    return _without_annotations(inside)


def _without_annotations(inside: bytes) -> bytes:
    """The XML without the remarks of OpenDocument, each from its beginning to its end."""
    kept, position = [], 0
    while (begin := inside.find(b"<office:annotation", position)) >= 0:
        kept.append(inside[position:begin])
        is_end = inside.startswith(b"<office:annotation-end", begin)
        close = b"/>" if is_end else b"</office:annotation>"
        end = inside.find(close, begin)
        if end < 0:
            raise CannotCleanError("damaged")
        position = end + len(close)
    return b"".join((*kept, inside[position:]))


def _without(parts: Mapping[str, bytes], gone: set[str]) -> dict[str, bytes]:
    """The parts without anything that leads to a part that is gone: relations, what uses these, and the lists of parts."""
    kept = dict(parts)
    for name in [name for name in parts if name.endswith(".rels")]:
        source = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name).removesuffix(".rels"))
        folder = posixpath.dirname(source)
        dropped = [relation for relation in _RELATION.findall(parts[name]) if _leads_to(relation, folder, gone)]
        for relation in dropped:
            kept[name] = kept[name].replace(relation, b"")
            if source in kept:
                kept[source] = _unused(kept[source], _attribute(relation, b"Id"))
    for listing in ("[Content_Types].xml", "META-INF/manifest.xml"):
        if listing in kept:
            kept[listing] = _unlisted(kept[listing], gone)
    return kept


def _leads_to(relation: bytes, folder: str, gone: set[str]) -> bool:
    target = _attribute(relation, b"Target").decode("utf-8", "replace")
    is_inside = b'TargetMode="External"' not in relation
    place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return (is_inside and place in gone) or _TEMPLATE in relation


def _attribute(element: bytes, name: bytes) -> bytes:
    found = re.search(rb"\s" + name + rb'="([^"]*)"', element)
    return found[1] if found else b""


def _unused(inside: bytes, number: bytes) -> bytes:
    """A part without the empty elements that use a relation. A page keeps how it is printed, without the printer."""
    if not number:
        return inside
    uses = re.escape(b'r:id="' + number + b'"')
    inside = re.sub(rb"(<(?:\w+:)?pageSetup\b[^<>]*?)\s" + uses, rb"\1", inside)
    return re.sub(rb"<[\w:]+\s[^<>]*" + uses + rb"[^<>]*/>", b"", inside)


def _unlisted(listing: bytes, gone: set[str]) -> bytes:
    names = {name.encode() for name in gone}

    def kept(entry: re.Match[bytes]) -> bytes:
        path = _attribute(entry[0], b"PartName").lstrip(b"/") or _attribute(entry[0], b"manifest:full-path")
        return b"" if path in names else entry[0]

    return re.sub(rb"<(?:Override|manifest:file-entry)\s[^<>]*/>", kept, listing)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for name, inside in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _OLDEST), inside, kind)
    return copy.getvalue()
