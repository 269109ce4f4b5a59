"""What a front matter names of other entries, as it is written: also in a draft, and in a field with a mistake."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.problems import KeyPath


@dataclass(frozen=True, slots=True)
class Reference:
    """A slug or id of `target` in a front matter, and the way to it. `whole` is the way to the element of a list that it stands in."""

    target: str
    name: str
    path: KeyPath
    whole: KeyPath


def references_in(tree: Mapping[str, object], declaration: type[Declared]) -> Iterator[Reference]:
    """Every reference of a front matter, in its order."""
    for spec in fields_of(declaration):
        yield from _in_field(spec, tree.get(spec.key), (spec.key,))


def _in_field(spec: FieldSpec, value: object, path: KeyPath) -> Iterator[Reference]:
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _in_one(spec, one, (*path, number), (*path, number))
    else:
        yield from _in_one(spec, value, path, path)


def _in_one(spec: FieldSpec, value: object, path: KeyPath, whole: KeyPath) -> Iterator[Reference]:
    if isinstance(value, Mapping) and spec.part:
        for inner in fields_of(spec.part):
            yield from (
                Reference(found.target, found.name, found.path, whole)
                for found in _in_field(inner, value.get(inner.key), (*path, inner.key))
            )
    elif isinstance(value, str) and (target := spec.target or _target_in_short(spec, value)):
        yield Reference(target, value, path, whole)


def _target_in_short(spec: FieldSpec, value: str) -> str | None:
    """What a text names that stands for a whole element of the list."""
    if spec.short is None or spec.part is None or (spec.short.pattern and not re.fullmatch(spec.short.pattern, value.strip())):
        return None
    return next((inner.target for inner in fields_of(spec.part) if inner.key == spec.short.key), None)
