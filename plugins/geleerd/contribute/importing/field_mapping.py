"""Mappings from the fields of another system to ours, which somebody writes once for a whole collection."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.read.yaml_tree import YamlTree
from geleerd.validate.did_you_mean import nearest, type_meant

BODY = "body"
"""The name in a mapping for the text below the fields."""

NOT_THEIRS = frozenset({"id", "status", "reviewed", "editorial"})
"""Fields that only this knowledge base can fill in."""

_FROM = "from"
"""The key in a mapping for the field of theirs whose rows become rows of ours."""

_KEYS = ("type", "fields", "values", "defaults", "ignore")


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """How to import a collection.

    `type` is the type of a contribution that does not name one. `fields` gives, for each of our fields, the source fields that it is made
    of, and `parts`, for a field with rows, their name for each part of a row of ours. `values` gives, for a source field, our word for
    each of its words. `defaults` are values for our fields that stay empty, and `ignore` are source fields that nobody needs. A source
    field with the name of one of ours needs no mapping.
    """

    type: str = ""
    fields: Mapping[str, Sequence[str]] = Frozen()
    parts: Mapping[str, Mapping[str, str]] = Frozen()
    values: Mapping[str, Mapping[str, str]] = Frozen()
    defaults: Mapping[str, object] = Frozen()
    ignore: frozenset[str] = frozenset()


def field_mapping(text: str, file: str, declarations: Declarations = DECLARATIONS) -> tuple[FieldMapping, tuple[Problem, ...]]:
    """The mapping in a YAML text, and all problems with it."""
    tree = YamlTree(text, file)
    if tree.problems:
        return FieldMapping(), tuple(tree.problems)
    if tree.value is not None and not isinstance(tree.value, dict):
        return FieldMapping(), (Problem(Place(file), Code.FRONT_MATTER_NOT_KEYS),)
    reader = _Reader(tree, file, declarations)
    return reader.mapping(tree.value or {}), tuple(reader.problems)


def _source(value: object) -> object:
    """What a field of ours is made of, also when the mapping names the parts of its rows."""
    return value.get(_FROM) if _has_parts(value) else value


def _has_parts(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping) and _FROM in value


class _Reader:
    def __init__(self, tree: YamlTree, file: str, declarations: Declarations) -> None:
        self.problems: list[Problem] = []
        self._lines = tree.lines
        self._file = file
        self._declarations = declarations

    def mapping(self, tree: Mapping[str, object]) -> FieldMapping:
        for key in tree:
            if key not in _KEYS:
                self._complain((key,), Code.UNKNOWN_KEY, key=key, suggestion=nearest(key, _KEYS))
        kind = tree.get("type") or ""
        types = self._declarations.item_types
        if kind and kind not in types:
            suggestion = type_meant(str(kind), self._declarations)
            self._complain(("type",), Code.UNKNOWN_TYPE, value=str(kind), choices=", ".join(types), suggestion=suggestion)
        ours = set(keys_of(types[str(kind)])) if kind in types else {key for declared in types.values() for key in keys_of(declared)}
        ours -= NOT_THEIRS
        fields = self._keys(tree, "fields")
        defaults = self._keys(tree, "defaults")
        self._only({*ours, BODY}, "fields", fields)
        self._only(ours - {"type"}, "defaults", defaults)
        values = {name: self._keys(tree.get("values") or {}, name, "values") for name in self._keys(tree, "values")}
        return FieldMapping(
            type=str(kind),
            fields={key: self._names(_source(value), ("fields", key)) for key, value in fields.items()},
            parts={key: self._parts(key, value, types.values()) for key, value in fields.items() if _has_parts(value)},
            values={name: {word: str(ours or "") for word, ours in words.items()} for name, words in values.items()},
            defaults=defaults,
            ignore=frozenset(self._names(tree.get("ignore"), ("ignore",))),
        )

    def _keys(self, tree: object, key: str, *path: str) -> Mapping[str, object]:
        value = tree.get(key) if isinstance(tree, dict) else None
        if value is None or isinstance(value, dict):
            return value or {}
        self._complain((*path, key), Code.EXPECTED_KEYS, key=key, value=str(value)[:80])
        return {}

    def _names(self, value: object, path: tuple[str, ...]) -> tuple[str, ...]:
        names = value if isinstance(value, list) else [] if value is None else [value]
        if all(isinstance(name, str) for name in names):
            return tuple(names)
        self._complain(path, Code.EXPECTED_TEXT, key=path[-1])
        return ()

    def _parts(self, field: str, value: Mapping[str, object], types: Iterable[type[Declared]]) -> Mapping[str, str]:
        parts = {key: name for key, name in value.items() if key != _FROM}
        known = {key for declared in types for spec in fields_of(declared) if spec.key == field and spec.part for key in keys_of(spec.part)}
        for key, name in parts.items():
            if key not in known:
                self._complain(("fields", field, key), Code.UNKNOWN_KEY, key=key, suggestion=nearest(key, known))
            elif not isinstance(name, str):
                self._complain(("fields", field, key), Code.EXPECTED_TEXT, key=key)
        return {key: str(name) for key, name in parts.items()}

    def _only(self, known: set[str], section: str, found: Mapping[str, object]) -> None:
        for key in found:
            if key not in known:
                self._complain((section, key), Code.UNKNOWN_KEY, key=key, suggestion=nearest(key, known))

    def _complain(self, path: tuple[str, ...], code: Code, **words: object) -> None:
        self.problems.append(Problem(Place(self._file, self._lines.get(path, 1)), code, words))
