"""The JSON Schemas of the records in `/api/v1/`, on which other programs rely. Keys may be added; none goes or changes its meaning."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.item_types import Evidence
from geleerd.model.declarations.registry import Declarations
from geleerd.model.frozen import Frozen
from geleerd.model.urls import absolute
from geleerd.render.programs.api_records import API, columns_of

RecordSchema = dict[str, Any]

SCHEMAS_FOLDER = f"{API}schema/api/"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: RecordSchema = {"type": "string", "minLength": 1}
_NAMES: RecordSchema = {"type": "array", "items": _TEXT}
_DAY: RecordSchema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_ADDRESS: RecordSchema = {"type": "string", "format": "uri-reference"}

_KEYS: Mapping[str, RecordSchema] = Frozen(
    {
        "id": {"type": "string", "pattern": "^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}$", "description": "Never changes."},
        "status": {"enum": ["published", "superseded", "withdrawn"]},
        "title": _TEXT,
        "summary": _TEXT,
        "name": _TEXT,
        "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "date": {**_DAY, "description": "The day on which it came into the knowledge base."},
        "updated": {
            **_DAY,
            "description": "The day on which it last changed; never before `date`; null where nobody knows.",
        },
        "url": {**_ADDRESS, "description": "Where it stands; from the root of the site, where the site does not know its own address."},
        "permalink": {**_ADDRESS, "description": "The address that outlives its title, from the root of the site."},
        "address": {"type": "string", "description": "Where it stands, from the root of the site."},
        "path": {**_TEXT, "description": "Its file in the repository."},
        "tags": {**_NAMES, "description": "Words, in the spelling of the site."},
        "language": {**_TEXT, "description": "BCP 47."},
        "license": {**_TEXT, "description": "SPDX."},
        "evidence": {"enum": [*get_args(Evidence), None]},
        "cites": {
            **_NAMES,
            "description": "Web addresses of its sources. The permalink of another knowledge base's item: the same was learned there.",
        },
        "items": {"type": "integer", "minimum": 0, "description": "How many published items belong to it."},
        "front_matter": {"type": "object", "description": "The fields that its page shows, as /api/v1/schema/<type>.json declares them."},
        "front": {
            "type": ["string", "null"],
            "description": "The front matter as its file has it, without the lines around it; null where not all of that is published.",
        },
        "alone_in": {**_NAMES, "description": "Addresses of the lists that have no other item, such as that of a tag."},
        "hidden": {**_NAMES, "description": "Keys of its file of which not everything is published."},
        "body": {"type": "string", "description": "Markdown as written; links are relative to its file."},
    }
)

_PARTS: RecordSchema = {
    "type": "object",
    "properties": {
        "items": {
            "type": "array",
            "items": {"type": "string", "pattern": "^items-[0-9]+\\.json$"},
            "description": "The files beside this one that hold items.json in parts, oldest items first.",
        }
    },
    "required": ["items"],
}
"""The schema of the file that a large site has beside its list of items."""

_LATER = ("cites",)
"""Keys of the list that came after its first form: a list that an earlier version made lacks them."""

_ITEM = ("id", "type", "status", "permalink", "url")
_SHOWN = ("address", "path", "front_matter", "front", "hidden", "body", "updated", "language", "license", "alone_in")
_ENTRY = ("type", "slug", "name", "items", "address", "path", "front_matter", "front", "hidden", "body", "url", "updated")


def schemas(declarations: Declarations) -> Mapping[str, RecordSchema]:
    """The schema of every kind of file, by the name of the file: `items` for `items.json`."""
    types = {"type": {"enum": list(declarations.item_types)}}
    line = _object(columns_of(declarations), {**types, **_belonging(declarations)})
    items = {"type": "array", "items": {**line, "required": [key for key in line["required"] if key not in _LATER]}}
    entry = _object(_ENTRY, {"type": {"enum": list(declarations.frame_types)}})
    lists = {name: {"type": "array", "items": entry} for name in declarations.lists.values()}
    return {"items": items, "parts": _PARTS, "item": _item(types), **lists, "terms": _terms()}


def _belonging(declarations: Declarations) -> dict[str, RecordSchema]:
    """The schema of the entries that an item in the list belongs to."""
    said = {kind: f"Slugs, with those of the {name} above them." for kind, name in declarations.lists.items()}
    for kind, declared in declarations.frame_types.items():
        for spec in fields_of(declared):
            if spec.passes_on:
                said[str(spec.target)] = f"Slugs: the {declarations.lists[str(spec.target)]} of its {declarations.lists[kind]}."
    return {name: {**_NAMES, "description": said[kind]} for kind, name in declarations.belonging.items()}


def record_schema_files(site_url: str, declarations: Declarations) -> Iterator[TextFile]:
    """The schemas as files of the site."""
    for name, schema in schemas(declarations).items():
        path = f"{SCHEMAS_FOLDER}{name}.json"
        told = {"$schema": _DIALECT, "$id": absolute(site_url, path) if site_url else f"/{path}", "title": f"/{API}{_file_of(name)}"}
        yield TextFile(path, json.dumps({**told, **schema}, ensure_ascii=False, indent=2) + "\n")


def _file_of(name: str) -> str:
    return "items/<id>.json" if name == "item" else f"{name}.json"


def _item(types: Mapping[str, RecordSchema]) -> RecordSchema:
    """The schema of an item: a whole item, or a withdrawn one, which says only that it was withdrawn."""
    withdrawn = {"required": ["status"], "properties": {"status": {"const": "withdrawn"}}}
    schema = _object(_ITEM, types)
    schema["properties"] |= _properties(_SHOWN)
    return {**schema, "if": withdrawn, "then": {"maxProperties": len(_ITEM)}, "else": {"required": list(_SHOWN)}}


def _terms() -> RecordSchema:
    """The schema of the glossary: terms with a meaning, and words that only help the search."""
    keys = {"term": _TEXT, "abbreviation": _TEXT, "meaning": _TEXT, "synonyms": _NAMES}
    return {"type": "array", "items": {"type": "object", "properties": keys, "minProperties": 1}}


def _object(keys: tuple[str, ...], own: Mapping[str, RecordSchema] = Frozen()) -> RecordSchema:
    return {"type": "object", "properties": {key: own.get(key) or _KEYS[key] for key in keys}, "required": list(keys)}


def _properties(keys: tuple[str, ...]) -> dict[str, RecordSchema]:
    return {key: _KEYS[key] for key in keys}
