"""Turns a contribution from elsewhere into a draft, with a note about everything that did not fit."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.contribute.importing.conversions import converted
from geleerd.contribute.importing.field_mapping import BODY, NOT_THEIRS, FieldMapping
from geleerd.contribute.importing.issue_body import key_of, sections_in, type_named, type_of
from geleerd.contribute.issue_forms import in_issue_form
from geleerd.contribute.item_file import clean, item_file
from geleerd.contribute.question_groups import choices_of
from geleerd.contribute.questions import Question, questions_of
from geleerd.locale.catalogue import catalogues
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.kinds import MOST_ENTRIES
from geleerd.model.documents import File, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code, Severity
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import ItemId, SourcePath, slug_from
from geleerd.read.folders import LARGEST_TEXT
from geleerd.read.foreign import UnreadableError, Writing
from geleerd.read.front_matter import read_document
from geleerd.relate.library import Library
from geleerd.validate.entries import item_entry
from geleerd.validate.item_rules import still_missing
from geleerd.validate.old_names import former_names
from geleerd.validate.privacy.texts import private
from geleerd.validate.references import Known, resolved

_LONGEST_NAME = 80
"""Most characters of a name in a remark; the draft has the whole name."""

Fields = Mapping[str, Sequence[Question]]
"""The fields of a type by key, each in the words of every language."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note about a draft: a sentence of the console (`import-<key>`) with its words, and the problem that caused it."""

    key: str
    words: Frozen[str, object] = Frozen()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to write. `slug` is its preferred name; empty when nothing in the draft gives a name."""

    type: str
    slug: str
    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A value that somebody wrote, the name that they gave it, and the field of ours that it is for."""

    name: str
    written: object
    key: str | None = None


class Importer:
    """Imports contributions into one knowledge base, which gives the choices for their fields."""

    def __init__(self, library: Library, mapping: FieldMapping, today: datetime.date, own_mailboxes: Collection[str] = ()) -> None:
        self._declarations = library.declarations
        self._words = library.catalogue
        self._mapping = mapping
        self._today = today
        self._own_mailboxes = own_mailboxes
        self._known = _known(library)
        self._fields = {key: _fields(key, library) for key in library.declarations.item_types}
        self._forms = {
            key: {name: field for name, field in fields.items() if in_issue_form(field[0])} for key, fields in self._fields.items()
        }

    def draft(self, writing: Writing, item_id: ItemId) -> Draft:
        """The draft for a contribution. Raises `UnreadableError` when its type is unknown or it is empty."""
        kind, story, answers = self._answers(writing)
        given = {"id": item_id, "type": kind, "date": self._today.isoformat(), "status": "draft"}
        fields, left = self._taken_over(given, answers, self._fields[kind])
        text = item_file(
            _ordered(fields, self._declarations.item_types[kind]),
            _body(story, [answer for answer, _ in left], self._words.console("import-heading")),
        )
        if len(text.encode()) > LARGEST_TEXT:
            raise UnreadableError("too-large", str(LARGEST_TEXT // 1000))
        entry, problems = self._checked(text)
        if entry is None:
            raise UnreadableError("empty" if not problems else problems[0])
        return Draft(
            kind,
            slug_from(str(fields.get("title") or "")) or slug_from(writing.name),
            text,
            (*_notes(left), *_remarks(entry, self._own_mailboxes)),
        )

    def _answers(self, writing: Writing) -> tuple[str, str, list[_Answer]]:
        """The type, the story, and all answers."""
        if writing.fields:
            return self._of_fields(writing)
        above, sections = sections_in(writing.body)
        kind = type_named(writing.labels, self._declarations) or type_of(sections, self._forms) or self._mapping.type
        if not kind:
            raise UnreadableError("no-type")
        asked = {key: field for key, field in self._fields[kind].items() if not field[0].desk}
        answers = [_Answer(label, text, key_of(label, asked)) for label, text in sections]
        if not any(answer.key for answer in answers):
            above, answers = writing.body, []
        title = [] if any(a.key == "title" and a.written for a in answers) else [_Answer("title", writing.title, "title")]
        return kind, above, [*title, *answers, *self._defaults({answer.key for answer in answers if answer.written})]

    def _of_fields(self, writing: Writing) -> tuple[str, str, list[_Answer]]:
        fields = {name: self._translated(name, value) for name, value in writing.fields.items() if name not in self._mapping.ignore}
        says = next(
            (name for name in self._mapping.fields.get("type", ("type",)) if type_named([str(fields.get(name))], self._declarations)), ""
        )
        kind = type_named([str(fields.pop(says))], self._declarations) if says else self._mapping.type
        if not kind:
            raise UnreadableError("no-type")
        used = {name for names in self._mapping.fields.values() for name in names}
        same = {key: (key,) for key in self._fields[kind] if key in fields and key not in used | NOT_THEIRS}
        sources = {**same, **{key: names for key, names in self._mapping.fields.items() if key in {*self._fields[kind], BODY}}}
        answers = []
        for key, names in sources.items():
            written = {name: fields[name] for name in names if fields.get(name) not in (None, "", [])}
            if written:
                answers.append(_Answer(", ".join(written), _together(tuple(written.values())), key))
        taken = {name for names in sources.values() for name in names}
        left = [_Answer(name, value) for name, value in fields.items() if name not in taken]
        stories = [_plain(answer.written) for answer in answers if answer.key == BODY]
        answers = [answer for answer in answers if answer.key != BODY]
        story = "\n\n".join([*stories, writing.body])
        return kind, story, [*answers, *left, *self._defaults({answer.key for answer in answers})]

    def _translated(self, name: str, value: object) -> object:
        words = self._mapping.values.get(name, {})
        if isinstance(value, list):
            return [said for part in value if (said := self._translated(name, part)) not in (None, "")]
        return words.get(value.strip(), value) if isinstance(value, str) else value

    def _defaults(self, filled: Iterable[str | None]) -> Iterator[_Answer]:
        return (_Answer(key, value, key) for key, value in self._mapping.defaults.items() if key not in set(filled))

    def _taken_over(
        self, given: Mapping[str, object], answers: Sequence[_Answer], fields: Fields
    ) -> tuple[dict[str, object], list[tuple[_Answer, Problem | None]]]:
        """The fields with all valid answers, and the other answers, each with its problem."""
        taken = dict(given)
        left: list[tuple[_Answer, Problem | None]] = []
        candidates: dict[str, tuple[_Answer, object]] = {}
        for answer in answers:
            if _says_nothing(answer.written):
                continue
            if answer.key is None or answer.key not in fields or answer.key in candidates:
                left.append((answer, None))
            elif not _says_nothing(value := converted(answer.written, fields[answer.key])):
                candidates[answer.key] = answer, value
        everything = {**taken, **{key: value for key, (_, value) in candidates.items()}}
        if not self._wrong(everything):
            return everything, left
        for key, (answer, value) in candidates.items():
            left += self._tried(taken, key, answer, value)
        return taken, left

    def _tried(self, taken: dict[str, object], key: str, answer: _Answer, value: object) -> Iterator[tuple[_Answer, Problem | None]]:
        """Put the value into the field, or the valid part of a list; return what is left."""
        wrong = self._wrong({**taken, key: value})
        if wrong is None:
            taken[key] = value
        elif not isinstance(value, list) or len(value) == 1 or len(value) > MOST_ENTRIES:
            yield answer, wrong
        else:
            good: list[object] = []
            for element in value:
                wrong = self._wrong({**taken, key: [*good, element]})
                if wrong is None:
                    good.append(element)
                else:
                    yield _Answer(answer.name, element, key), wrong
            taken[key] = good

    def _wrong(self, fields: Mapping[str, object]) -> Problem | None:
        """The first problem with these fields."""
        try:
            text = item_file(fields, "…")
        except ValueError:
            return Problem(Place("draft.md"), Code.EXPECTED_TEXT, {"key": list(fields)[-1]})
        return next(iter(self._checked(text)[1]), None)

    def _checked(self, text: str) -> tuple[ItemEntry | None, tuple[Problem, ...]]:
        document, form = read_document(File(SourcePath("draft.md"), len(text), text))
        entry, problems = item_entry(document, self._declarations)
        dead = resolved(entry, self._known)[1] if entry else ()
        return entry, tuple(p for p in (*form, *problems, *dead) if p.severity is Severity.ERROR and p.code != Code.EMPTY_DRAFT)


def _known(library: Library) -> Known:
    """The names that a draft may use: those of all entries on the site, and of other drafts."""
    collection = library.collection
    items = frozenset(entry.fields.id for entry in collection.items)
    drafts = frozenset(entry.fields.id for entry in collection.drafts)
    return Known(
        targets=Frozen({**collection.frame, **collection.words.vocabularies, "item": items}),
        broken=Frozen(),
        drafts=Frozen({"item": drafts}),
        former=former_names(collection.frame, collection.items, collection.declarations),
    )


def _fields(type_key: str, library: Library) -> Fields:
    choices = choices_of(library)
    declaration = library.declarations.item_types[type_key]
    every = [questions_of(declaration, type_key, choices, words) for words in catalogues(library.declarations)]
    return {same[0].key: same for same in zip(*every, strict=True)}


def _ordered(fields: Mapping[str, object], declaration: type[Item]) -> Mapping[str, object]:
    """The fields that say what a draft is, then the others in the order of declaration."""
    first = ("id", "type", "title", "date", "status")
    keys = [*first, *(key for key in keys_of(declaration) if key not in first)]
    return {key: fields[key] for key in keys if key in fields}


def _together(values: Sequence[object]) -> object:
    """Several fields as one: a list when any of them is one, else paragraphs."""
    if len(values) == 1:
        return values[0]
    if any(isinstance(value, list) for value in values):
        return [part for value in values for part in (value if isinstance(value, list) else [value])]
    return "\n\n".join(_plain(value) for value in values)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else "\n".join(_listed(value, ""))


def _says_nothing(value: object) -> bool:
    return value is None or (clean(value) == "" if isinstance(value, str) else value in ([], {}))


def _body(story: str, left: Sequence[_Answer], heading: str) -> str:
    """The story and, below it, all answers that did not fit in the fields."""
    lines = [line for answer in left for line in _entry(clean(answer.name), answer.written, "")]
    return "\n".join([story.rstrip(), "", f"## {heading}", "", *lines]) if lines else story


def _entry(name: str, value: object, indent: str) -> Iterator[str]:
    """An entry of a list in Markdown, with its further lines indented below it."""
    mark = f"{indent}- {' '.join(name.split())}:" if name else f"{indent}-"
    if not isinstance(value, str) or "\n" in clean(value):
        yield mark
        if isinstance(value, str):
            yield ""
        yield from _listed(value, f"{indent}    ")
    else:
        yield f"{mark} {clean(value)}"


def _listed(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _entry(str(key), part, indent)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _entry("", part, indent)
    else:
        yield from (f"{indent}{line}" if line else "" for line in clean(str(value or "")).split("\n"))


def _notes(left: Iterable[tuple[_Answer, Problem | None]]) -> Iterator[Note]:
    for answer, problem in left:
        yield Note("invalid" if problem else "left", Frozen({"name": answer.name[:_LONGEST_NAME]}), problem)


def _remarks(entry: ItemEntry, own_mailboxes: Collection[str]) -> Iterator[Note]:
    """The notes on what a person must still do to the draft."""
    for problem in private(entry.document, own_mailboxes):
        yield Note("at-line", Frozen({"line": problem.place.line}), problem)
    if missing := still_missing(entry.fields):
        yield Note("missing", Frozen({"keys": ", ".join(missing)}))
