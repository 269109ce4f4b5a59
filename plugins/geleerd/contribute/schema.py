"""The JSON Schemas of the files that people write, for editors and programs, from the declarations and in the words of the catalogue.

A schema accepts every file that `geleerd check` accepts, whether a reader keeps scalars as text or reads `2022` as a number. It leaves
to the check what only code can test (that a day exists, that a reference exists). It is stricter in three details that hardly matter:
it counts the space around a text, does not accept `true` as a text, and checks all fields of a withdrawn item.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import TextFile
from geleerd.model.declarations import part_types as parts
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, choices_in, fields_of, keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.registry import DECLARATIONS, VOCABULARIES, Declarations
from geleerd.model.frozen import Frozen

Schema = dict[str, Any]

WORD_LISTS = ("vocabulary", "glossary")
"""The lists of words that are YAML files: `content/vocabulary.yml` and `content/begrippen.yml`."""


def described(declarations: Declarations = DECLARATIONS) -> tuple[str, ...]:
    """The names of all schemas."""
    return (*declarations.types, *WORD_LISTS, *lists_of_entries(declarations))


def lists_of_entries(declarations: Declarations) -> Mapping[str, str]:
    """The types whose entries stand in one list, by what that list is called."""
    return {declared.LIST: key for key, declared in declarations.in_lists.items()}


_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FILLED: Schema = {"not": {"type": "null"}, "minItems": 1}
_NUMBER = r"^\s*\+?[0_]*[1-9][0-9_]*(\.0*)?\s*$"
_YES_NO = (
    r"^(\s*([Jj][Aa]|[Nn][Ee][Ee])\s*|[Yy]([Ee][Ss])?|[Nn][Oo]?|[Tt]([Rr][Uu][Ee])?|[Ff]([Aa][Ll][Ss][Ee])?|[Oo]([Nn]|[Ff][Ff])|[01])$"
)


def schema_of(type_key: str, words: Catalogue, site_url: str = "", declarations: Declarations = DECLARATIONS) -> Schema:
    """The schema of a type of item or frame entry, or of a list of words, for a site at `site_url`."""
    head: Schema = {"$schema": _DIALECT, "$id": f"{site_url.rstrip('/')}/{schema_path(type_key)}"}
    if type_key in WORD_LISTS:
        said = {"title": words.schema(type_key), "description": words.schema(f"{type_key}-what")}
        return {**head, **said, **(_vocabulary(words) if type_key == "vocabulary" else _glossary(words))}
    if key := lists_of_entries(declarations).get(type_key):
        entry = schema_of(key, words, site_url, declarations)
        kept = {name: entry.pop(name) for name in ("title", "description", "$defs")}
        return {**head, **kept, "type": ["array", "null"], "items": {k: v for k, v in entry.items() if not k.startswith("$")}}
    said = {"title": words.type_name(type_key), "description": words.type_description(type_key)}
    declaration = declarations.types[type_key]
    schema = _as_pydantic_says(declaration)
    fields = {spec.key: (words.label(spec.key, type_key), _help(spec, type_key, words)) for spec in fields_of(declaration)}
    rules = list(_rules(declaration))
    entry = {**_object(schema, declaration, fields, words), **({"allOf": rules} if rules else {})}
    return {**head, **said, **entry, "$defs": _parts(schema.get("$defs", {}), words)}


def schema_path(type_key: str) -> str:
    """The path of a schema, from the root of the site."""
    return f"api/v1/schema/{type_key}.json"


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_files(words: Catalogue, site_url: str, declarations: Declarations = DECLARATIONS) -> Iterator[TextFile]:
    """The schemas as files of the site."""
    return (_schema_file(key, words, site_url, declarations) for key in described(declarations))


@lru_cache(maxsize=128)
def _schema_file(key: str, words: Catalogue, site_url: str, declarations: Declarations) -> TextFile:
    """A schema as a file; cached, since no file of a knowledge base changes it and `mkdocs serve` builds at every change."""
    return TextFile(schema_path(key), schema_text(schema_of(key, words, site_url, declarations)))


class _Reader(GenerateJsonSchema):
    """Schemas of scalars in all the forms that YAML gives: a text that looks like a number, a quoted number, "ja" and "nee"."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": _NUMBER}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {**super().bool_schema(schema), "type": ["boolean", "integer", "string"], "minimum": 0, "maximum": 1, "pattern": _YES_NO}


@cache
def _as_pydantic_says(declared: type[Any]) -> Schema:
    """The schema of a declaration, or of a list of them, without our words; cached, since `mkdocs serve` builds at every change."""
    return TypeAdapter(declared).json_schema(by_alias=True, schema_generator=_Reader)


def _object(schema: Schema, declaration: type[Declared], said: Mapping[str, tuple[str, str]], words: Catalogue) -> Schema:
    """The schema of a declaration, with the label and help of each field. A key without a value counts as absent, as in the check."""
    needed = _needed(declaration)
    properties = {}
    for spec in fields_of(declaration):
        title, description = said[spec.key]
        inner = _bare(schema["properties"][spec.key])
        inner = _explained(inner, spec, description, declaration, words)
        if spec.key in needed and inner.get("type") == "array":
            inner["minItems"] = 1
        properties[spec.key] = {"title": title, "description": description, **(inner if spec.key in needed else _nullable(inner))}
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _parts(schemas: Mapping[str, Schema], words: Catalogue) -> Schema:
    """The smaller declarations, by their names."""
    return {name: _part(schema, vars(parts)[name], words) for name, schema in schemas.items()}


def _part(schema: Schema, declaration: type[Declared], words: Catalogue) -> Schema:
    name = declaration.__name__.lower()
    said = {spec.key: (words.part_label(spec.key, name), words.part_help(spec.key, name)) for spec in fields_of(declaration)}
    return {**_object(schema, declaration, said, words), **_RULES_OF_PARTS.get(declaration, {})}


def _help(spec: FieldSpec, type_key: str, words: Catalogue) -> str:
    said = words.help(spec.key, type_key)
    return f"{said} ({words.say('required')})" if spec.to_publish else said


def _vocabulary(words: Catalogue) -> Schema:
    """The schema of the vocabulary: keys with their choices."""
    schema = _as_pydantic_says(list[parts.Choice])
    choices = {"type": ["array", "null"], "items": schema["items"]}
    said = {key: {"title": words.label(key), "description": words.help(key), **choices} for key in VOCABULARIES}
    return {"type": ["object", "null"], "properties": said, "additionalProperties": False, "$defs": _parts(schema["$defs"], words)}


def _glossary(words: Catalogue) -> Schema:
    """The schema of the glossary: a list of terms."""
    schema = _as_pydantic_says(list[parts.Term])
    return {"type": ["array", "null"], "items": schema["items"], "$defs": _parts(schema["$defs"], words)}


def _needed(declaration: type[Declared]) -> list[str]:
    """The keys that every entry must have. A frame entry has no drafts, so it also needs the keys for publication."""
    frame = issubclass(declaration, FrameEntry)
    return [s.key for s in fields_of(declaration) if declaration.model_fields[s.attribute].is_required() or (frame and s.to_publish)]


def _bare(schema: Schema) -> Schema:
    """Pydantic's schema of a field, without its titles and without `null`."""
    others = [part for part in schema.get("anyOf", ()) if part != {"type": "null"}]
    inner = {key: value for key, value in schema.items() if key not in {"title", "description", "anyOf"}}
    inner |= others[0] if len(others) == 1 else {"anyOf": others} if others else {}
    if inner.get("type") == "array" and "maxLength" in inner:
        inner["maxItems"] = inner.pop("maxLength")  # behind a validator, pydantic writes the limit of a list with the word for texts
    if inner.get("default") in (None, []):
        inner.pop("default", None)
    return inner


def _nullable(schema: Schema) -> Schema:
    """The schema that also accepts a key without a value."""
    if "enum" in schema or "const" in schema:
        values = schema.get("enum") or [schema["const"]]
        return {**{key: value for key, value in schema.items() if key not in {"type", "const"}}, "enum": [*values, None]}
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": list(dict.fromkeys([*kinds, "null"]))}
    others = schema.get("anyOf") or [{"$ref": schema["$ref"]}]
    return {**{key: value for key, value in schema.items() if key != "$ref"}, "anyOf": [*others, {"type": "null"}]}


def _explained(schema: Schema, spec: FieldSpec, description: str, declaration: type[Declared], words: Catalogue) -> Schema:
    """The schema of a field, with the words for its choices and the words of this type for a shared field."""
    if spec.key == "evidence" and not getattr(declaration, "TAKES_EVIDENCE", True):
        return {"type": "null"}
    if spec.key == "editorial":
        return {**schema, "items": {"enum": list(keys_of(declaration))}}
    values = _values(spec, declaration, words)
    if not values:
        return schema
    said = {"markdownDescription": description + "\n" + "".join(f"\n- `{value}`: {name}" for value, name in values.items())}
    names = {"enumDescriptions": list(values.values())}
    return {**said, **schema, "items": {**schema["items"], **names}} if "items" in schema else {**said, **schema, **names}


def _values(spec: FieldSpec, declaration: type[Declared], words: Catalogue) -> Mapping[str, str]:
    """The choices of a field, each with its words."""
    if declaration is parts.Relation and spec.key == "type":
        return {value: words.value("relation", value) for value in choices_in(parts.Relation.model_fields["type"].annotation)}
    return {value: words.value(spec.key, value, 2 if spec.key == "unit" else None) for value in spec.choices}


def _rules(declaration: type[Declared]) -> Iterator[Schema]:
    """The rules between the fields of an item that a schema can express."""
    if not issubclass(declaration, Item):
        return
    keys = [spec.key for spec in fields_of(declaration) if spec.to_publish]
    shown = {"properties": {"status": {"enum": ["published", "superseded", None]}}}  # an item without a status is published
    yield {"if": shown, "then": {"required": keys, "properties": {key: _SPANS.get(key, _FILLED) for key in keys}}}
    yield {"if": _is("withdrawn"), "then": _has("date")}
    yield {"if": _is("superseded"), "then": _has("superseded_by"), "else": {"not": _has("superseded_by")}}
    yield from ({"if": _has(key), "then": _is("withdrawn")} for key in ("withdrawn_on", "reason"))


def _is(status: str) -> Schema:
    return {"required": ["status"], "properties": {"status": {"const": status}}}


def _has(key: str, value: Schema | None = None) -> Schema:
    return {"required": [key], "properties": {key: value or {"not": {"type": "null"}}}}


_SPANS: Mapping[str, Schema] = Frozen(
    {
        "duration": {**_FILLED, "anyOf": [_has("min"), _has("max"), _has("unit", {"const": "ongoing"})]},
        "group_size": {**_FILLED, "anyOf": [_has("min"), _has("max")]},
    }
)
"""The rule for a span that is complete enough for publication."""

_RULES_OF_PARTS: Mapping[type[Declared], Schema] = Frozen(
    {
        parts.Author: {"if": _has("name"), "then": _has("consent")},
        parts.Source: {"anyOf": [_has("title"), _has("source")]},
        parts.Attachment: {"oneOf": [_has("file"), _has("url")]},
        parts.Term: {"anyOf": [_has("term"), _has("abbreviation")]},
        parts.Choice: {"allOf": [{"properties": {"slug": {"pattern": r"^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$"}}}]},
    }
)
"""The rules between the fields of a part, and rules that its declaration cannot express."""
