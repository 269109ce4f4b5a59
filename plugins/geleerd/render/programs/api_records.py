"""Records for other programs and for the forms: every item, frame entry and term, with its address."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from geleerd.guard import each
from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import Declarations
from geleerd.model.documents import Entry, Front
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute
from geleerd.read.yaml_mending.lines import holds_comment
from geleerd.relate.last_change import updated_on
from geleerd.relate.library import Library
from geleerd.render.parts.cited import cited
from geleerd.render.parts.csv_text import csv_text
from geleerd.texts.texts import SafeTexts

API = "api/v1/"

MOST_IN_PART = 1_000
"""Items of which a program gets one list, and no parts beside it: about a megabyte."""


def record_path(item_id: str) -> str:
    """The path of an item's record, from the root of the site."""
    return f"{API}items/{item_id}.json"


def list_files(library: Library, settings: Settings) -> Iterator[TextFile]:
    """The files with a line for every item, and the one with the glossary."""
    lines = each(lambda item: _line(item, library, settings), library.published)
    yield _json(f"{API}items.json", lines)
    yield from _parts(lines)
    columns = columns_of(library.declarations)
    yield TextFile(f"{API}items.csv", csv_text(columns, ([_cell(line[column]) for column in columns] for line in lines)))
    terms = (term.model_dump(exclude_none=True, exclude_defaults=True) for term in library.collection.words.terms)
    yield _json(f"{API}terms.json", list(terms))


def _parts(lines: Sequence[Mapping[str, object]]) -> Iterator[TextFile]:
    """The list of many items in parts as well, and a file that names these. The oldest items come first: only the last part grows."""
    if len(lines) <= MOST_IN_PART:
        return
    oldest_first = lines[::-1]
    starts = range(0, len(lines), MOST_IN_PART)
    parts = {f"items-{number}.json": oldest_first[start : start + MOST_IN_PART] for number, start in enumerate(starts, 1)}
    yield _json(f"{API}parts.json", {"items": list(parts)})
    for name, part in parts.items():
        yield _json(f"{API}{name}", part)


def record_file(item: Entry[Item], alone: Sequence[Address], texts: SafeTexts, library: Library, settings: Settings) -> TextFile:
    """The record of an item; `alone` are the lists that have no other item."""
    told = {} if item.fields.status == "withdrawn" else {"alone_in": list(alone)}
    return _json(record_path(item.fields.id), {**_item_record(item, texts, library), **_around(item, library, settings), **told})


def frame_file(key: str, texts: SafeTexts, library: Library, settings: Settings) -> TextFile:
    """The records of the frame entries of a type."""
    record = partial(_frame_record, key=key, texts=texts, library=library, settings=settings)
    return _json(f"{API}{library.declarations.lists[key]}.json", each(record, library.collection.frame[key].values()))


def _item_record(item: Entry[Item], texts: SafeTexts, library: Library) -> Mapping[str, object]:
    """An item as it was written; for a withdrawn item, only that it was withdrawn."""
    fields = item.fields
    shared = {"id": fields.id, "status": fields.status, "permalink": library.addresses.permalink(fields.id)}
    if fields.status == "withdrawn":
        return {"type": fields.type, **shared}
    return {**_record(item, fields.type, library.addresses.entry(item), texts), **shared}


def _around(item: Entry[Item], library: Library, settings: Settings) -> Mapping[str, object]:
    """The part of a record that is not in the file; for a withdrawn item, only its address."""
    if item.fields.status == "withdrawn":
        return {"url": absolute(settings.site_url, library.addresses.entry(item))}
    return {**_outside(item, library, settings), "language": _language(item, library), "license": item.fields.license}


def _outside(entry: Entry[Item] | Entry[FrameEntry], library: Library, settings: Settings) -> Mapping[str, object]:
    """Facts that no file of the knowledge base holds: the URL of an entry, and the day of its last change, if known."""
    updated = updated_on(entry, settings.changed)
    return {"url": absolute(settings.site_url, library.addresses.entry(entry)), "updated": str(updated) if updated else None}


def _frame_record(entry: Entry[FrameEntry], key: str, texts: SafeTexts, library: Library, settings: Settings) -> Mapping[str, object]:
    record = _record(entry, key, library.addresses.entry(entry), texts)
    return {
        "slug": entry.slug,
        "name": entry.fields.name,
        "items": len(library.shelves[key][entry.slug].items),
        **record,
        **_outside(entry, library, settings),
    }


def _language(item: Entry[Item], library: Library) -> str:
    return item.fields.language or library.catalogue.language


def _cell(value: object) -> object:
    """A value for a spreadsheet: a list becomes one cell."""
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else value


def columns_of(declarations: Declarations) -> tuple[str, ...]:
    """The keys of an item in the lists, in the order of the table's columns."""
    about = ("id", "type", "title", "summary", "date", "updated", "url", "permalink", "address")
    return (*about, *declarations.belonging.values(), "tags", "language", "license", "evidence", "cites")


def _line(item: Entry[Item], library: Library, settings: Settings) -> Mapping[str, object]:
    fields = item.fields
    return {
        "id": fields.id,
        "type": fields.type,
        "title": fields.title,
        "summary": fields.summary,
        "date": str(fields.date) if fields.date else None,
        **_outside(item, library, settings),
        "language": _language(item, library),
        **{name: library.shelf_slugs[kind].get(fields.id, ()) for kind, name in library.declarations.belonging.items()},
        "address": library.addresses.entry(item),
        "permalink": library.addresses.permalink(fields.id),
        "tags": list(library.tags(item)),
        "license": fields.license,
        "evidence": fields.evidence,
        "cites": [*dict.fromkeys(source.url for source in cited(fields.sources, library) if source.url)],
    }


def _record(entry: Entry[Item] | Entry[FrameEntry], key: str, address: Address, texts: SafeTexts) -> dict[str, object]:
    front_matter = published(entry)
    hidden = [name for name, value in (entry.document.tree or {}).items() if _size(value) > _size(front_matter.get(name))]
    return {
        "type": key,
        "path": entry.path,
        "address": address,
        "front_matter": front_matter,
        "front": None if hidden else _as_written(entry.document.front),
        "hidden": hidden,
        "body": texts.body(entry.path).written.strip(),
    }


def _as_written(front: Front) -> str | None:
    """The front matter as it stands in the file; None where more stands in it than the fields, such as comments or other entries."""
    return None if front.root or front.is_guessed or holds_comment(front.text, ()) else front.text.removesuffix("\n")


def published(entry: Entry[Item] | Entry[FrameEntry]) -> dict[str, object]:
    """The front matter as plain values, as the page shows it: without references to entries that are not online, or notes of the desk."""
    written = entry.document.tree or {}
    return {
        spec.key: _in_short(spec, _plain(getattr(entry.fields, spec.attribute)))
        for spec in fields_of(type(entry.fields))
        if spec.key in written and spec.key not in _OF_THE_DESK and getattr(entry.fields, spec.attribute) not in {None, ()}
    }


def _in_short(spec: FieldSpec, value: object) -> object:
    """A list of one part of which only the text is given, as that text, if people may write it so."""
    if spec.short and spec.short.alone and isinstance(value, list) and [list(part) for part in value] == [[spec.short.key]]:
        return value[0][spec.short.key]
    return value


_OF_THE_DESK = frozenset({"reviewed"})
"""Keys that are only for readers of the file itself."""


def _plain(value: object) -> object:
    """A value for JSON; dates as they were written."""
    if isinstance(value, Declared):
        given = {spec.key: getattr(value, spec.attribute) for spec in fields_of(type(value)) if spec.attribute in value.model_fields_set}
        return {key: _plain(part) for key, part in given.items() if part not in {None, ()}}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, (str, bool, int)) else str(value)


def _size(value: object) -> int:
    """The number of texts in a value."""
    if isinstance(value, Mapping):
        return sum(_size(part) for part in value.values())
    if isinstance(value, (list, tuple)):
        return sum(_size(part) for part in value)
    return 0 if value is None or value == "" else 1


def _json(path: str, data: object) -> TextFile:
    return TextFile(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
