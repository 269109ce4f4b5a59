"""The questions for one declaration: every field with its words, its kind, its limits and its choices.

Pages show the questions, and scripts check answers with them. A script names a field itself only for a rule between fields, or for
a field that the page shows separately.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import FieldSpec, fields_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.kinds import (
    POINT_MARK,
    AnyDate,
    Count,
    Day,
    Flag,
    Identifier,
    LanguageTag,
    License,
    Line,
    Moment,
    SitePage,
    SitePath,
    Summary,
    Tag,
    Text,
    Title,
    Url,
    as_points,
)
from geleerd.model.declarations.marks import FieldMark, Spelling
from geleerd.model.frozen import Frozen

_KINDS = (
    (Text, "text"),
    (Summary, "text"),
    (Line, "line"),
    (Title, "line"),
    (Tag, "tag"),
    (AnyDate, "date"),
    (Day, "day"),
    (Moment, "moment"),
    (Identifier, "id"),
    (Url, "url"),
    (SitePath, "path"),
    (SitePage, "path"),
    (License, "license"),
    (LanguageTag, "language"),
    (Count, "number"),
    (Flag, "flag"),
    (str, "line"),
)
"""The names that a form has for the field kinds of the model."""

NEVER_ASKED = frozenset({"type"})
"""Questions that are answered by choosing a form."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its value in the file, its name, and a line that explains it."""

    value: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a form.

    `kind` is one of the field kinds, `choice` or `group`; a `group` has `parts`; a field with a `target` names entries of this site.
    `many`: the answer is a list. `least` and `most` limit the characters of a text or the size of a number, `entries` the length of a
    list; a text matches its `pattern`, if any, as a whole. `mark`: what may stand before a point of a list with one on each line.
    `quick`: asked first. `required`: without an answer the file, or the row, is not valid, but
    for a row with an answer to `unless`; `to_publish`: only a draft may lack it.
    `as_text`: the steps of a work format, one on each line. `more` is the file with the choices when they are too many for a page.
    `short`: the part that a text stands for in a list that may be written in short, and the pattern of such a text; without a pattern
    a text may be the whole list.
    """

    key: str
    label: str
    ask: str
    example: str
    kind: str
    many: bool
    least: int | None
    most: int | None
    pattern: str
    mark: str
    entries: int | None
    target: str | None
    choices: tuple[Option, ...]
    parts: tuple["Question", ...]
    required: bool
    to_publish: bool
    quick: bool
    desk: bool
    initial: str
    unless: str = ""
    as_text: bool = False
    more: str = ""
    short: tuple[str, str] | None = None

    @property
    def control(self) -> str:
        """The name of the partial that shows the question."""
        if self.as_text:
            return "steps"
        if self.mark:
            return "lines"
        if self.kind in {"group", "text"} and self.many:
            return "rows"
        if self.kind == "choice" or self.choices or self.more:
            return "boxes" if self.many else "select"
        if self.many:
            return "lines"
        return self.kind if self.kind in {"text", "day", "number", "flag", "group"} else "line"


Choices = Frozen[str, tuple[Option, ...]]
"""The choices on this site, by the target of a field: networks, themes, roles."""


@lru_cache(maxsize=128)
def questions_of(declaration: type[Declared], type_key: str, choices: Choices, words: Catalogue) -> tuple[Question, ...]:
    """The questions of a declaration in the order of its fields; the quick ones are marked.

    Cached, since a type of item has two forms and `mkdocs serve` builds at every change.
    """
    quick = quick_keys(declaration)
    return tuple(
        _input(spec, declaration, type_key, choices, words, quick=spec.key in quick)
        for spec in fields_of(declaration)
        if spec.key not in NEVER_ASKED and not (spec.key == "evidence" and not getattr(declaration, "TAKES_EVIDENCE", True))
    )


def quick_keys(declaration: type[Declared]) -> frozenset[str]:
    """The keys of the quick questions: fields of this type alone that publication needs and that have no choices, or title and summary."""
    shared = {spec.key for spec in fields_of(Item)}
    own = {spec for spec in fields_of(declaration) if spec.key not in shared and spec.to_publish and not spec.target}
    answered = {spec.key for spec in own if _shape(declaration.model_fields[spec.attribute]).kind != "choice"}
    return frozenset(answered or {"title", "summary"})


@dataclass(frozen=True, slots=True)
class _Shape:
    """The facts in an annotation, without `| None`, `tuple` and marks."""

    kind: str
    many: bool
    least: int | None
    most: int | None
    pattern: str
    mark: str
    part: type[Declared] | None


def _input(
    spec: FieldSpec, declaration: type[Declared], type_key: str, choices: Choices, words: Catalogue, *, quick: bool = False
) -> Question:
    info = declaration.model_fields[spec.attribute]
    shape = _shape_in_short(spec) or _shape(info)
    inner = () if shape.part is None else tuple(_input(s, shape.part, type_key, choices, words) for s in fields_of(shape.part))
    is_part = not issubclass(declaration, Item) and not hasattr(declaration, "FOLDER")
    return Question(
        key=spec.key,
        label=words.part_label(spec.key, declaration.__name__.lower()) if is_part else words.label(spec.key, type_key),
        ask=words.form().get("points-help" if shape.mark else f"{shape.kind}-help", "") if is_part else words.ask(spec.key, type_key),
        example="" if is_part else words.example(spec.key, type_key),
        kind=shape.kind,
        many=shape.many,
        least=shape.least,
        most=shape.most,
        pattern=shape.pattern,
        mark=shape.mark,
        entries=_entries(info) if shape.many else None,
        target=spec.target,
        choices=_choices(spec, shape, choices, words, is_relation=is_part and spec.key == "type"),
        parts=inner,
        required=info.is_required() or bool(spec.unless),
        unless=spec.unless,
        short=(spec.short.key, spec.short.pattern) if spec.short else None,
        to_publish=spec.to_publish,
        quick=quick,
        desk=spec.desk,
        initial=str(info.default) if shape.kind == "choice" and info.default and not shape.many else "",
    )


def _shape_in_short(spec: FieldSpec) -> _Shape | None:
    """The shape of a list that most people write as one text; None for any other field."""
    if spec.short is None or not spec.short.alone or spec.part is None:
        return None
    return _shape(spec.part.model_fields[spec.short.key])


def _choices(spec: FieldSpec, shape: _Shape, choices: Choices, words: Catalogue, *, is_relation: bool) -> tuple[Option, ...]:
    if spec.target:
        return choices.get(spec.target, ())
    if shape.kind != "choice":
        return ()
    key = "relation" if is_relation else spec.key
    values = spec.choices or ("applies", "supports", "contradicts", "follows-up", "answers")
    return tuple(Option(value, words.value(key, value, 2) if key == "unit" else words.value(key, value)) for value in values)


def _shape(info: FieldInfo) -> _Shape:
    annotation, metadata = _bare(info.annotation)
    # The marks of a field that cannot be None include the marks of its kind.
    metadata = metadata or tuple(mark for mark in info.metadata if not isinstance(mark, FieldMark))
    mark = POINT_MARK if any(isinstance(each, BeforeValidator) and each.func is as_points for each in metadata) else ""
    many = get_origin(annotation) is tuple
    if many:
        annotation, metadata = _bare(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        return _Shape("group", many, None, None, "", "", annotation)
    if get_origin(annotation) is Literal:
        return _Shape("choice", many, None, None, "", "", None)
    whole = Annotated[annotation, *metadata] if metadata else annotation
    kind = next((kind for alias, kind in _KINDS if alias == whole), "line")
    least, most = _limits(metadata)
    return _Shape(kind, many, least, most, _pattern(metadata), mark, None)


def _bare(annotation: object) -> tuple[object, tuple[object, ...]]:
    """The type without `| None`, and the marks on it."""
    if get_origin(annotation) in {Union, UnionType}:
        annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        bare, more = _bare(inner)
        return bare, (*more, *marks)
    return annotation, ()


def _limits(metadata: tuple[object, ...]) -> tuple[int | None, int | None]:
    for mark in metadata:
        if isinstance(mark, StringConstraints):
            return mark.min_length, mark.max_length
    numbers = [part for mark in metadata if isinstance(mark, FieldInfo) for part in mark.metadata]
    least = next((part.ge for part in numbers if hasattr(part, "ge")), None)
    most = next((part.le for part in numbers if hasattr(part, "le")), None)
    return least, most


def _pattern(metadata: tuple[object, ...]) -> str:
    """The pattern of a kind of text, as JavaScript spells it; empty for a kind without one."""
    return next((mark.pattern.replace(r"[^\W_]", r"[\p{L}\p{N}]") for mark in metadata if isinstance(mark, Spelling)), "")


def _entries(info: FieldInfo) -> int | None:
    """The maximum length of the list."""
    found = [part.max_length for part in info.metadata if hasattr(part, "max_length")]
    found += [
        p.max_length for mark in _bare(info.annotation)[1] if isinstance(mark, FieldInfo) for p in mark.metadata if hasattr(p, "max_length")
    ]
    return min(found, default=None)


def all_questions(inputs: tuple[Question, ...]) -> Iterator[Question]:
    """The questions, and all questions inside them."""
    for question in inputs:
        yield question
        yield from all_questions(question.parts)
