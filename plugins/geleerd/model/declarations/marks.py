"""The marks on a field of a declaration: they say what the field means to the stages. Its type says which values it accepts."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function, no_info_before_validator_function

from geleerd.model.problem_codes import Code


class FieldMark:
    """The base of all marks on fields; `Prose`, `Markdown`, `Spelling` and `InSchema` mark a kind of value instead."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ToPublish(FieldMark):
    """Marks a field that a published entry must have; a draft may still lack it."""


@dataclass(frozen=True, slots=True)
class RefersTo(FieldMark):
    """Marks a field whose texts are slugs or ids of `target`: `item`, a frame type, or a list of the vocabulary (`for`, `about`).

    The target `drawing` stands for the drawings of the package and those of the knowledge base.
    """

    target: str


@dataclass(frozen=True, slots=True)
class Parent(FieldMark):
    """Marks the field in which a frame entry names its parent; an item that belongs to an entry belongs to all its ancestors too."""


@dataclass(frozen=True, slots=True)
class PassesOn(FieldMark):
    """Marks a reference from a frame entry to one of another type: items that belong to the first belong to the second too."""


@dataclass(frozen=True, slots=True)
class Margin(FieldMark):
    """Marks a reference between frame entries; the page of the entry that it names shows the reference in its margin.

    `title` is the key of the heading there, in the catalogues under `[interface]`.
    """

    title: str


@dataclass(frozen=True, slots=True)
class Facet(FieldMark):
    """Marks a field that readers filter on; `key` is its parameter in the address of the search page.

    `place` is its place among the facets, counted from 1; a facet without a place comes after those with one. `boxed`: the search page has
    boxes to tick for it. Links alone ask for the other facets: their lists are long, or they belong to the staff.
    On a field that passes items on (`PassesOn`), an item has the values of the entries that it names.
    """

    key: str
    place: int = 100
    boxed: bool = True


@dataclass(frozen=True, slots=True)
class Core(FieldMark):
    """Marks a field that says what somebody learned or advises; its words count for more when readers search."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text in sentences, such as `Text`; every other text is a name, a label or a key."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks a text in which Markdown is read: paragraphs, lists and links, without headings and images. All other texts are plain."""


@dataclass(frozen=True, slots=True)
class Spelling:
    r"""Marks a kind of text that a pattern describes; `code` is the problem of a text that does not match it as a whole.

    The check and the forms both test it, without the space around the text, so the pattern must mean the same in JavaScript, but for
    `[^\W_]`, a letter or digit of any script.
    """

    code: Code
    pattern: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the kind, and after it the pattern."""
        return no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, value: str) -> str:
        if not re.fullmatch(self.pattern, value):
            raise PydanticCustomError(self.code, "see the catalogue", {"value": value})
        return value


@dataclass(frozen=True, slots=True)
class Desk(FieldMark):
    """Marks a field that the desk keeps: no contributor is asked for it."""


@dataclass(frozen=True, slots=True)
class InShort(FieldMark):
    """Marks a list of smaller declarations that may be written in short: a text stands for an element of which only `key` is filled.

    `alone`: a text also stands for the whole list, with that one element. `pattern`: only such texts are in short.
    """

    key: str
    alone: bool = False
    pattern: str = ""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the list, after what was written in short is written out."""
        return no_info_before_validator_function(self._written_out, handler(source))

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """The schema of the list, in which texts may stand."""
        schema: dict[str, Any] = handler(core_schema)
        part = handler.resolve_ref_schema(schema["items"])["properties"][self.key]
        kinds = part.get("anyOf", (part,))
        text = {key: value for key, value in kinds[0].items() if key != "title"}
        if self.pattern:
            text |= {"type": ["string", "integer"], "minimum": 0, "pattern": rf"^\s*{self.pattern}\s*$"}
        if self.alone:
            return {"anyOf": [text, schema]}
        return {**schema, "items": {"anyOf": [text, schema["items"]]}}

    def _written_out(self, value: object) -> object:
        if self.alone and isinstance(value, str):
            return ({self.key: value},)
        return [{self.key: part} if self._is_short(part) else part for part in value] if isinstance(value, list) else value

    def _is_short(self, value: object) -> bool:
        return isinstance(value, str) and (not self.pattern or bool(re.fullmatch(self.pattern, value.strip())))


@dataclass(frozen=True, slots=True)
class Unless(FieldMark):
    """Marks a field of a smaller declaration that must be given unless the field `other` is."""

    other: str


@dataclass(frozen=True, slots=True)
class InSchema:
    """The part of a rule in code that a JSON schema can express: the pattern of a text, or that a list repeats nothing.

    `number`: such a text may look like a number. A schema never refuses a value that the code accepts; it may accept more values.
    """

    pattern: str = ""
    number: bool = False
    unique: bool = False

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """The schema of the type, with this pattern or this rule for lists."""
        schema: dict[str, object] = handler(core_schema)
        if self.pattern:
            schema |= {"pattern": self.pattern} | ({} if self.number else {"type": "string"})
        return schema | {"uniqueItems": True} if self.unique else schema
