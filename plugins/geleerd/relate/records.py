"""What other programs, and the forms, can ask for: every item, frame entry and term as it was written, with its place."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from geleerd.model.frame_types import FrameEntry
from geleerd.model.item_types import Item
from geleerd.model.strings import Address, ItemId
from geleerd.model.values import Entry
from geleerd.relate.artefacts import TextFile
from geleerd.relate.library import Library

API = "api/v1/"

LISTS_OF_FRAME: Mapping[str, str] = MappingProxyType(
    {
        "network": "networks",
        "theme": "themes",
        "programme": "programmes",
        "success-factor": "success-factors",
        "failure-pattern": "failure-patterns",
    }
)
"""The lists of frame entries, by type."""


def record_files(library: Library) -> Iterator[TextFile]:
    """A file for every item, a list of them, one for every list of the frame, and one with the glossary."""
    yield _json(f"{API}items.json", [_line(item, library) for item in library.published])
    for item in library.collection.items:
        yield _json(f"{API}items/{item.fields.id}.json", item_record(item, library))
    for key, name in LISTS_OF_FRAME.items():
        entries = library.collection.frame[key].values()
        yield _json(f"{API}{name}.json", [_record(entry, key, library.addresses.entry(entry)) for entry in entries])
    terms = (term.model_dump(exclude_none=True, exclude_defaults=True) for term in library.collection.words.terms)
    yield _json(f"{API}terms.json", list(terms))


def item_record(item: Entry[Item], library: Library) -> Mapping[str, object]:
    """An item as it was written; of a withdrawn one nothing but that it was."""
    fields = item.fields
    shared = {"id": fields.id, "status": fields.status, "permalink": library.addresses.permalink(ItemId(fields.id))}
    if fields.status == "withdrawn":
        return {"type": fields.type, **shared}
    return {**_record(item, fields.type, library.addresses.entry(item)), **shared}


def _line(item: Entry[Item], library: Library) -> Mapping[str, object]:
    fields = item.fields
    return {
        "id": fields.id,
        "type": fields.type,
        "title": fields.title,
        "summary": fields.summary,
        "date": str(fields.date),
        "address": library.addresses.entry(item),
    }


def _record(entry: Entry[Item] | Entry[FrameEntry], key: str, address: Address) -> dict[str, object]:
    return {
        "type": key,
        "path": entry.path,
        "address": address,
        "front_matter": dict(entry.document.tree or {}),
        "body": entry.body.text.strip(),
    }


def _json(path: str, data: object) -> TextFile:
    return TextFile(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
