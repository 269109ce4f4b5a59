"""What leads from one part of a document to another, or out of it (ECMA-376, part 2, 6.5)."""

import posixpath
from collections.abc import Mapping

from geleerd.model.documents import TraceKind
from geleerd.read.traces.office.parts.facts import DocumentFacts
from geleerd.read.traces.office.parts.strings import is_web_link
from geleerd.read.traces.office.parts.words import is_of_schema

_FOLLOWED = {"hyperlink", "video"}
"""What a reader can follow."""


def owner_of(relations: str) -> str:
    """The part whose relations stand in a part: `word/document.xml` for `word/_rels/document.xml.rels`."""
    folder, name = posixpath.split(relations)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relation_tells(relation: Mapping[str, str], source: str, known: DocumentFacts) -> TraceKind | None:
    """What a relation tells by being there, if anything."""
    target, kind = relation.get("Target", ""), relation.get("Type", "")
    if not is_of_schema(kind):
        return "property"
    if relation.get("TargetMode") != "External":
        return None if known.has(place_of(target, source)) or is_of_schema(target) else "property"
    if posixpath.basename(kind) in _FOLLOWED and is_web_link(target):
        known.links.add(target)
        return None
    return "path"


def leads_to_lost(relation: Mapping[str, str], source: str, known: DocumentFacts) -> bool:
    """Whether a relation leads to a part that a copy leaves out."""
    return relation.get("TargetMode") != "External" and place_of(relation.get("Target", ""), source) in known.lost


def place_of(target: str, source: str) -> str:
    """The name of the part to which a target leads."""
    path = target.partition("#")[0]
    return posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(source), path))
