"""Makes snippets for VS Code: an entry of each type to fill in, and every field with its choices and its help.

No maintained editor uses a schema for the front matter of Markdown, so the snippets carry the same facts as a schema.
For the form of the file, see `code.visualstudio.com/docs/editing/userdefinedsnippets`.
"""

import json
import textwrap
from collections.abc import Iterator
from itertools import count
from typing import Any

from geleerd.contribute.schema import Schema, schema_of
from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations import part_types
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, Declarations

Snippet = dict[str, Any]

_WIDTH = 110
_ID = "${RANDOM_HEX/^./k/}"  # an id may consist of hexadecimal digits, after a letter
_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_NEVER_ALONE = frozenset({"id", "type"})


def snippets_text(words: Catalogue, declarations: Declarations = DECLARATIONS) -> str:
    """All snippets, as the text of a `.code-snippets` file."""
    found: dict[str, Snippet] = {}
    for type_key, declaration in declarations.in_files.items():
        schema = schema_of(type_key, words, declarations=declarations)
        found[schema["title"]] = _entry(type_key, declaration, schema, words)
        for key, field in _fields(schema):
            found.setdefault(key, _field(key, field, schema["$defs"]))
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _entry(type_key: str, declaration: type[Declared], schema: Schema, words: Catalogue) -> Snippet:
    """The snippet of a whole file: the fields that publication needs, each below its help."""
    given = ["id: " + _ID, f"type: {type_key}", f"date: {_TODAY}", "status: draft"] if issubclass(declaration, Item) else []
    stops = count(1)
    lines: list[str] = []
    for key in (spec.key for spec in fields_of(declaration) if spec.to_publish and spec.key != "date"):
        field = schema["properties"][key]
        help_lines = textwrap.wrap(f"{field['title']}: {field['description']}", _WIDTH, break_long_words=False, break_on_hyphens=False)
        lines += ["", *(_literal(f"# {line}") for line in help_lines), *_lines(key, field, schema["$defs"], stops)]
    return {
        "prefix": [type_key, words.word(type_key)],
        "scope": "markdown",
        "isFileTemplate": True,
        "description": schema["description"],
        "body": ["---", *given, *(lines if given else lines[1:]), "---", "", "$0"],
    }


def _field(key: str, field: Schema, parts: Schema) -> Snippet:
    return {
        "prefix": key,
        "scope": "markdown",
        "description": f"{field['title']}: {field['description']}",
        "body": [*_lines(key, field, parts, count(1)), "$0"],
    }


def _fields(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The snippets of a type's fields, and of the choices inside them. All else inside a field comes with that field."""
    yield from ((key, field) for key, field in schema["properties"].items() if key not in _NEVER_ALONE and field.get("type") != "null")
    for part in schema["$defs"].values():
        yield from ((key, field) for key, field in part["properties"].items() if _choices(field) and key not in _NEVER_ALONE)


def _lines(key: str, field: Schema, parts: Schema, stops: "count[int]") -> list[str]:
    """A key with the shape of its value, and a place to type or choose the value."""
    items = field.get("items", {})
    part = _part(field) or _part(items)
    if part and items:
        first, *others = _inside(part, parts, stops)
        return [f"{key}:", f"  - {first}", *(f"    {line}" for line in others)]
    if part:
        return [f"{key}:", *(f"  {line}" for line in _inside(part, parts, stops))]
    if items and (_choices(items) or field.get("uniqueItems")):
        return [f"{key}: [{_stop(items, stops)}]"]
    if items:
        return [f"{key}:", f"  - {_stop(items, stops)}"]
    return [f"{key}: {_stop(field, stops)}"]


def _inside(part: str, parts: Schema, stops: "count[int]") -> list[str]:
    """The keys of a part that contributors fill in. An optional choice has its own snippet, since this one would always fill it in."""
    asked = {spec.key for spec in fields_of(vars(part_types)[part]) if not spec.desk}
    fields = {key: field for key, field in parts[part]["properties"].items() if key in asked}
    kept = {key: field for key, field in fields.items() if None not in _choices(field) or "default" in field}
    return [line for key, field in kept.items() for line in _lines(key, field, parts, stops)]


def _part(field: Schema) -> str | None:
    """The name of the part that a field holds, or an element of a list."""
    references = [inner["$ref"] for inner in (field, *field.get("anyOf", ())) if "$ref" in inner]
    return references[0].rpartition("/")[2] if references else None


def _choices(field: Schema) -> list[str | None]:
    return list(field.get("enum", ()))


def _stop(field: Schema, stops: "count[int]") -> str:
    choices = [choice for choice in _choices(field) if choice]
    return f"${{{next(stops)}|{','.join(choices)}|}}" if choices else f"${next(stops)}"


def _literal(text: str) -> str:
    r"""The text, literally: in a snippet, `$`, `}` and `\` have a meaning."""
    return "".join(f"\\{character}" if character in "$}\\" else character for character in text)
