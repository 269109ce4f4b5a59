"""The marks on a field of a declaration: what it means to the stages, beside what may be written in it."""

from dataclasses import dataclass

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class ToPublish:
    """Marks a field that a published entry must have; a draft may still lack it."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose texts are slugs or ids of `target`: `item`, a frame type, or a list of the vocabulary (`for`, `about`)."""

    target: str


@dataclass(frozen=True, slots=True)
class Facet:
    """Marks a field that readers filter on; `key` is its parameter in the address of the search page."""

    key: str


@dataclass(frozen=True, slots=True)
class Core:
    """Marks a field that says what somebody learned or advises; its words count for more when readers search."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text in sentences, as `Text` is; what else is text is a name, a label or a key."""


@dataclass(frozen=True, slots=True)
class Desk:
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
