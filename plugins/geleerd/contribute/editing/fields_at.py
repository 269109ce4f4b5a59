"""The fields that may stand at a place of a file, from the declaration of its type, with the choices of the knowledge base."""

from dataclasses import dataclass
from functools import cached_property

from geleerd.contribute.editing.spot import CursorSpot
from geleerd.contribute.question_groups import choices_of
from geleerd.contribute.questions import Choices, Option, Question, questions_of
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.roles import is_note, role_of
from geleerd.relate.library import Library


@dataclass(frozen=True, slots=True)
class FieldAt:
    """One field: its key, its name, what to write in it, and what it may hold. `is_needed`: publication needs it.

    `options` are choices of the declaration when `is_enumerated`, else names of other entries. `goes_on` is what follows the key of a field
    that takes lines of its own.
    """

    key: str
    label: str
    help: str
    is_needed: bool = False
    options: tuple[Option, ...] = ()
    is_enumerated: bool = False
    goes_on: str = ""


class KnownFields:
    """The fields of every type, with the choices that a library has."""

    def __init__(self, library: Library, folders: Folders) -> None:
        self._library = library
        self._folders = folders
        self._words = library.catalogue
        self._declarations = library.declarations

    def at(self, path: SourcePath, type_key: str, keys: tuple[str, ...]) -> tuple[FieldAt, ...]:
        """The fields of the mapping to which the keys lead, in a file at a path whose front matter gives this type."""
        declaration = self._declaration(path, type_key)
        if declaration is None:
            return ()
        key = getattr(declaration, "KEY", "")
        inner, questions = declaration, questions_of(declaration, key, self._choices, self._words)
        for step in keys:
            spec = next((spec for spec in fields_of(inner) if spec.key == step), None)
            if spec is None or spec.part is None:
                return ()
            questions = next((question.parts for question in questions if question.key == step), ())
            inner = spec.part
        fields = tuple(self._field(question, inner, declaration) for question in questions)
        return fields if keys or not issubclass(declaration, Item) else (self._type(), *fields)

    def typed(self, path: SourcePath, type_key: str, spot: CursorSpot) -> FieldAt | None:
        """The field whose key is typed at a spot."""
        return next((field for field in self.at(path, type_key, spot.path) if field.key == spot.typed), None) if spot.takes_key else None

    def around(self, path: SourcePath, type_key: str, spot: CursorSpot) -> FieldAt | None:
        """The field whose value is typed at a spot."""
        if not spot.takes_value or not spot.path:
            return None
        *keys, last = spot.path
        return next((field for field in self.at(path, type_key, tuple(keys)) if field.key == last), None)

    def _declaration(self, path: SourcePath, type_key: str) -> type[Declared] | None:
        if path.startswith(f"{self._folders.lessons}/"):
            is_item = path.endswith(".md") and not is_note(path, self._folders.lessons)
            return self._declarations.item_types.get(type_key, Item) if is_item else None
        return self._declarations.folders.get(role_of(path, self._folders.content, self._declarations) or "")

    @cached_property
    def _choices(self) -> Choices:
        return choices_of(self._library)

    @cached_property
    def _items(self) -> tuple[Option, ...]:
        entries = (entry for entry in self._library.collection.items if entry.fields.status != "withdrawn")
        return tuple(Option(entry.fields.id, entry.fields.title or entry.slug, entry.fields.summary or "") for entry in entries)

    def _type(self) -> FieldAt:
        words = self._words
        options = tuple(Option(key, words.type_name(key), words.type_description(key)) for key in self._declarations.item_types)
        return FieldAt("type", words.label("type"), words.help("type"), is_needed=True, options=options, is_enumerated=True)

    def _field(self, question: Question, inner: type[Declared], declaration: type[Declared]) -> FieldAt:
        words, name = self._words, inner.__name__.lower()
        is_whole = inner is declaration
        said = words.help(question.key, getattr(declaration, "KEY", "")) if is_whole else words.part_help(question.key, name)
        return FieldAt(
            key=question.key,
            label=question.label,
            help=said,
            is_needed=question.to_publish or question.required,
            options=self._options(question, declaration),
            is_enumerated=question.kind == "choice",
            goes_on="\n  - " if question.many else "\n  " if question.kind == "group" else "",
        )

    def _options(self, question: Question, declaration: type[Declared]) -> tuple[Option, ...]:
        if question.key == "editorial":
            return tuple(Option(key, self._words.label(key, getattr(declaration, "KEY", ""))) for key in keys_of(declaration))
        if question.target == "item":
            return self._items
        in_short = next((part for part in question.parts if question.short and part.key == question.short[0]), None)
        return question.choices or (self._options(in_short, declaration) if in_short else ())
