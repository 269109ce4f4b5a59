"""What other programs, and the forms, can ask for: every item, frame entry and term with its place."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from geleerd.model.fields import Declared
from geleerd.model.frame_types import FrameEntry
from geleerd.model.item_types import Item
from geleerd.model.registry import fields_of
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

_OF_AN_ITEM = MappingProxyType({kind: LISTS_OF_FRAME[kind] for kind in ("network", "theme", "programme")})
"""What the list of items says of each: the slugs of the entries that it belongs to, and of all above them."""


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
        "language": fields.language or library.addresses.catalogue.language,
        **{name: library.standing[kind].get(fields.id, ()) for kind, name in _OF_AN_ITEM.items()},
        "address": library.addresses.entry(item),
        "permalink": library.addresses.permalink(ItemId(fields.id)),
    }


def _record(entry: Entry[Item] | Entry[FrameEntry], key: str, address: Address) -> dict[str, object]:
    front_matter = published(entry)
    return {
        "type": key,
        "path": entry.path,
        "address": address,
        "front_matter": front_matter,
        "hidden": [name for name, value in (entry.document.tree or {}).items() if _size(value) > _size(front_matter.get(name))],
        "body": entry.body.text.strip(),
    }


def published(entry: Entry[Item] | Entry[FrameEntry]) -> dict[str, object]:
    """The front matter as the page shows it, as plain values: without references to what is not online, or notes among the desk."""
    written = entry.document.tree or {}
    return {
        spec.key: _plain(getattr(entry.fields, spec.attribute))
        for spec in fields_of(type(entry.fields))
        if spec.key in written and spec.key not in _OF_THE_DESK and getattr(entry.fields, spec.attribute) not in {None, ()}
    }


_OF_THE_DESK = frozenset({"reviewed"})
"""What is written in a file for the next reader of that file, and for nobody else."""


def _plain(value: object) -> object:
    """A value as JSON has it; dates as they are written."""
    if isinstance(value, Declared):
        given = {spec.key: getattr(value, spec.attribute) for spec in fields_of(type(value)) if spec.attribute in value.model_fields_set}
        return {key: _plain(part) for key, part in given.items() if part not in {None, ()}}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, (str, bool, int)) else str(value)


def _size(value: object) -> int:
    """How many texts a value holds."""
    if isinstance(value, Mapping):
        return sum(_size(part) for part in value.values())
    if isinstance(value, (list, tuple)):
        return sum(_size(part) for part in value)
    return 0 if value is None or value == "" else 1


def _json(path: str, data: object) -> TextFile:
    return TextFile(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
