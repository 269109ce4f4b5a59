"""What declarations say of each field: its key, its marks, and the values it can have."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.marks import (
    Core,
    Desk,
    Facet,
    InShort,
    Margin,
    Markdown,
    Parent,
    PassesOn,
    Prose,
    RefersTo,
    ToPublish,
    Unless,
)
from geleerd.model.problems import KeyPath

UNSHOWN = {
    *("id", "type", "title", "name", "summary", "tags", "relations", "attachments", "license", "superseded_by"),
    *("aliases", "status", "editorial", "language", "reviewed", "built_on", "drawing", "image", "struck"),
}
"""Fields that a page shows in a place of their own, and fields for machines alone."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a declaration says of one field: its key in the front matter, its name in Python, its marks, and its choices.

    `part` is the smaller declaration that the field holds, alone or in a list; `short` how people may write it in short. `markdown`: its
    text, or each text of its list, is Markdown. `unless` is the key of the field that makes up for this one.
    """

    key: str
    attribute: str
    to_publish: bool
    target: str | None
    parent: bool
    passes_on: bool
    margin: str | None
    facet: Facet | None
    core: bool
    prose: bool
    markdown: bool
    desk: bool
    part: type[Declared] | None
    choices: tuple[str, ...]
    short: InShort | None = None
    unless: str = ""


@cache
def fields_of(declaration: type[Declared]) -> tuple[FieldSpec, ...]:
    """The fields of a declaration, in the order of declaration: its own fields come before the closing fields that all types share."""
    return tuple(_spec(name, info) for name, info in declaration.model_fields.items())


@cache
def keys_of(declaration: type[Declared]) -> tuple[str, ...]:
    """The keys that may stand in the front matter of a declaration."""
    return tuple(spec.key for spec in fields_of(declaration))


@cache
def references_of(declaration: type[Declared]) -> tuple[FieldSpec, ...]:
    """The fields whose texts name other entries."""
    return tuple(spec for spec in fields_of(declaration) if spec.target)


@cache
def naming(declaration: type[Declared], target: str) -> tuple[FieldSpec, ...]:
    """The fields in which an entry of this type names entries of `target`, itself or inside a smaller declaration."""
    return tuple(spec for spec in fields_of(declaration) if target in _targets(spec))


def named_by(fields: Declared, target: str) -> tuple[str, ...]:
    """The slugs or ids of `target` that an entry names, itself or in its parts, each once and in the order of its fields."""
    found = (name for spec in naming(type(fields), target) for name in named_in(fields, spec, target))
    return tuple(dict.fromkeys(found))


def named_in(fields: Declared, spec: FieldSpec, target: str | None = None) -> tuple[str, ...]:
    """The slugs or ids that a field names; for a field with smaller declarations, those of `target` that each of them names."""
    value = getattr(fields, spec.attribute)
    values = value if isinstance(value, tuple) else (value,) if value else ()
    return tuple(word for one in values for word in (_named_inside(one, target) if isinstance(one, Declared) else (str(one),)))


def markdown_in(fields: Declared) -> Iterator[tuple[KeyPath, str]]:
    """Every text in Markdown of a declaration and the smaller ones in it, with the way to it: `(("steps", 0, "instruction"), "…")`."""
    for spec in fields_of(type(fields)):
        value = getattr(fields, spec.attribute)
        if spec.markdown and isinstance(value, str):
            yield (spec.key,), value
        elif isinstance(value, Declared):
            yield from (((spec.key, *path), text) for path, text in markdown_in(value))
        elif isinstance(value, tuple):
            yield from (((spec.key, *path), text) for path, text in _markdown_in_list(value, spec))


def _markdown_in_list(values: tuple[object, ...], spec: FieldSpec) -> Iterator[tuple[KeyPath, str]]:
    for number, value in enumerate(values):
        if isinstance(value, Declared):
            yield from (((number, *path), text) for path, text in markdown_in(value))
        elif spec.markdown:
            yield (number,), str(value)


def parent_of(fields: Declared) -> str | None:
    """The slug of a frame entry's parent; None for an entry without a parent, and for a type without a field for it."""
    spec = parent_field(type(fields))
    return next(iter(named_in(fields, spec)), None) if spec else None


@cache
def parent_field(declaration: type[Declared]) -> FieldSpec | None:
    """The field that names the parent; None for a type whose entries have no parents."""
    return next((spec for spec in references_of(declaration) if spec.parent), None)


def choices_in(annotation: object) -> tuple[str, ...]:
    """The values that an annotation allows; empty when it allows any value."""
    if getattr(annotation, "__origin__", None) is Literal:
        return get_args(annotation)
    return next((found for part in get_args(annotation) if (found := choices_in(part))), ())


def _targets(spec: FieldSpec) -> frozenset[str | None]:
    return frozenset({spec.target} if spec.target else {inner.target for inner in references_of(spec.part)} if spec.part else ())


def _part_in(annotation: object) -> type[Declared] | None:
    """The smaller declaration inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner))), None)


def _named_inside(part: Declared, target: str | None) -> Iterator[str]:
    return (name for spec in references_of(type(part)) if target in {None, spec.target} for name in named_in(part, spec))


def _marks_in(annotation: object) -> Iterator[object]:
    """The marks of an annotation itself; `Text | None` has the marks of `Text`."""
    yield from getattr(annotation, "__metadata__", ())
    if getattr(annotation, "__origin__", None) is None or get_origin(annotation) in {Annotated, Union, UnionType}:
        for part in get_args(annotation):
            yield from _marks_in(part)


def _marks_inside(annotation: object) -> Iterator[object]:
    """The marks of an annotation and of all that it holds, but for those inside a smaller declaration."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks_inside(part)


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    target = next((mark.target for mark in info.metadata if isinstance(mark, RefersTo)), None)
    facet = next((mark for mark in info.metadata if isinstance(mark, Facet)), None)
    return FieldSpec(
        key=info.alias or name,
        attribute=name,
        to_publish=any(isinstance(mark, ToPublish) for mark in info.metadata),
        target=target,
        parent=any(isinstance(mark, Parent) for mark in info.metadata),
        passes_on=any(isinstance(mark, PassesOn) for mark in info.metadata),
        margin=next((mark.title for mark in info.metadata if isinstance(mark, Margin)), None),
        facet=facet,
        core=any(isinstance(mark, Core) for mark in info.metadata),
        prose=any(isinstance(mark, Prose) for mark in (*info.metadata, *_marks_in(info.annotation))),
        markdown=any(isinstance(mark, Markdown) for mark in (*info.metadata, *_marks_inside(info.annotation))),
        desk=any(isinstance(mark, Desk) for mark in (*info.metadata, *_marks_in(info.annotation))),
        part=_part_in(info.annotation),
        choices=choices_in(info.annotation) if name != "type" else (),
        unless=next((mark.other for mark in info.metadata if isinstance(mark, Unless)), ""),
        short=next((mark for mark in info.metadata if isinstance(mark, InShort)), None),
    )
