"""The parts of documents that we know, by their names, and how to look into each."""

import re
from typing import Final, Literal

from geleerd.read.traces.office.parts.words import is_of_schema

PartKind = Literal["xml", "properties", "custom", "file", "thumbnail", "typeface", "told", "nothing", "unknown"]
"""How to look into a part: XML, properties of the document, those of its owner; a file inside, a small picture of it, a typeface; something
that tells by being there; a part that can tell nothing; one that nobody knows."""

_TABLE: tuple[tuple[str, PartKind], ...] = (
    (r"docProps/(?:core|app)\.xml|(?:Object [^/]{1,20}/)?meta\.xml", "properties"),
    (r"docProps/custom\.xml", "custom"),
    (r"docProps/thumbnail\.\w{1,5}|(?:Object [^/]{1,20}/)?Thumbnails/thumbnail\.png", "thumbnail"),
    (r"(?:word|ppt)/fonts/[^/]*\.(?:odttf|fntdata)", "typeface"),
    (r"META-INF/documentsignatures\.xml|_xmlsignatures/.*|(?:Basic|Scripts|Versions|Dialogs|debug)/.*|VersionList\.xml", "told"),
    (
        r".*/printerSettings/[^/]*|.*/vba\w*\.(?:bin|xml)|xl/(?:externalLinks|queryTables|revisions)/(?!_rels/).*|xl/(?:connections|xmlMaps)\.xml",
        "told",
    ),
    (r"(?:word|xl|ppt)/(?:[^/]*/)?(?:media|embeddings|fonts)/[^/]*", "file"),
    (r"(?:(?:Object [^/]{1,20}/)?(?:Pictures|media|Fonts)|ObjectReplacements)/[^/]*", "file"),
    (r"\[Content_Types\]\.xml|(?:.*/)?_rels/[^/]*\.rels", "xml"),
    (r"customXml/item(?:Props)?\d{0,4}\.xml|docMetadata/LabelInfo\.xml", "xml"),
    (r"(?:word|xl|ppt)/(?:[A-Za-z]{1,30}/){0,2}[a-zA-Z]{1,30}\d{0,6}\.(?:xml|vml)", "xml"),
    (
        r"(?:(?:Object|Obj)[^/]{1,20}/)?(?:content|styles|settings)\.xml|META-INF/manifest\.xml|manifest\.rdf|Configurations2/[^.]*\.xml",
        "xml",
    ),
    (r"drs/\w{1,20}\.xml", "xml"),
    (r"mimetype|layout-cache", "nothing"),
)
_KINDS: Final = tuple((re.compile(pattern), kind) for pattern, kind in _TABLE)
_OF_PROGRAMS: Final = re.compile(
    r"(?:word|xl|ppt|docProps|customXml|META-INF|Pictures|Thumbnails)/(?:[A-Za-z]{1,20}/){0,2}[a-z][A-Za-z]{1,30}\d{0,5}\.[a-z]{3,5}"
    r"|(?:content|styles|meta|settings)\.xml"
)


def kind_of_part(name: str) -> PartKind:
    """How to look into a part of this name."""
    kind: PartKind = next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), "unknown")
    return "unknown" if kind == "xml" and not is_of_schema(name) else kind


def known_name(name: str) -> str:
    """The name of a part that programs give; empty for one that a person may have made up."""
    return name if _OF_PROGRAMS.fullmatch(name) else ""
