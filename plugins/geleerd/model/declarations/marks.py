"""The marks on a field of a declaration: what it means to the stages, beside what may be written in it."""

from dataclasses import dataclass

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class FieldMark:
    """What all marks of a field share; `Prose` and `InSchema` are marks of a kind of value."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ToPublish(FieldMark):
    """Marks a field that a published entry must have; a draft may still lack it."""


@dataclass(frozen=True, slots=True)
class RefersTo(FieldMark):
    """Marks a field whose texts are slugs or ids of `target`: `item`, a frame type, or a list of the vocabulary (`for`, `about`)."""

    target: str


@dataclass(frozen=True, slots=True)
class Parent(FieldMark):
    """Marks the field of a frame entry that names the entry above it; what belongs to an entry belongs to all above it."""


@dataclass(frozen=True, slots=True)
class PassesOn(FieldMark):
    """Marks a reference of a frame entry to an entry of another type: what belongs to the first belongs to the second too."""


@dataclass(frozen=True, slots=True)
class Margin(FieldMark):
    """Marks references between frame entries that the page at their other end shows in its margin.

    `title` is the key of the heading there, in the catalogues under `[interface]`.
    """

    title: str


@dataclass(frozen=True, slots=True)
class Facet(FieldMark):
    """Marks a field that readers filter on; `key` is its parameter in the address of the search page.

    `place` is its place among the facets, which counts from 1; without one it comes after those that have one. `boxed`: the search page has
    boxes to tick for it. The others are asked for by their address alone: their lists are long, or they belong to the staff.
    On a field that passes items on (`PassesOn`), an item has what the entries that it names have.
    """

    key: str
    place: int = 100
    boxed: bool = True


@dataclass(frozen=True, slots=True)
class Core(FieldMark):
    """Marks a field that says what somebody learned or advises; its words count for more when readers search."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text in sentences, as `Text` is; what else is text is a name, a label or a key."""


@dataclass(frozen=True, slots=True)
class Desk(FieldMark):
    """Marks a field that the desk keeps: no contributor is asked for it."""


@dataclass(frozen=True, slots=True)
class InSchema:
    """What a JSON schema can say of a rule that code checks: the pattern of a text, or that a list repeats nothing.

    `number`: such a text may look like a number. A schema never refuses what the code accepts; it may accept more.
    """

    pattern: str = ""
    number: bool = False
    unique: bool = False

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """The schema of the type, with what is said here."""
        schema: dict[str, object] = handler(core_schema)
        if self.pattern:
            schema |= {"pattern": self.pattern} | ({} if self.number else {"type": "string"})
        return schema | {"uniqueItems": True} if self.unique else schema
