"""Turns a contribution from elsewhere into a draft, with a note about everything that did not fit."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geleerd.commonmark.first_heading import Titled, anchor_of, first_heading
from geleerd.contribute.importing.answers import Given, defaults, sorted_fields, translated
from geleerd.contribute.importing.conversions import converted
from geleerd.contribute.importing.field_mapping import FieldMapping
from geleerd.contribute.importing.issue_body import is_filled_in, key_of, sections_in, type_named, type_of
from geleerd.contribute.importing.left_over import with_left_over
from geleerd.contribute.importing.templates import names_title
from geleerd.contribute.issue_forms import in_issue_form
from geleerd.contribute.item_file import clean, item_file
from geleerd.contribute.question_groups import choices_of
from geleerd.contribute.questions import Question, questions_of
from geleerd.locale.catalogue import catalogues
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Document, File, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.limits import LARGEST_TEXT, MOST_ENTRIES
from geleerd.model.problem_codes import Code, Severity
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import ItemId, SourcePath, slug_from
from geleerd.read.foreign.writings import Note, UnreadableError, Writing
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
class Draft:
    """A file to write. `slug` is its preferred name; empty when nothing in the draft gives a name.

    `top` is the anchor of the heading that became its title.
    """

    type: str
    slug: str
    text: str
    document: Document
    notes: tuple[Note, ...]
    title: str = ""
    top: str = ""


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

    @property
    def columns(self) -> frozenset[str]:
        """The names of columns that this import understands."""
        theirs = (*self._mapping.values, *(name for names in self._mapping.fields.values() for name in names))
        return frozenset({"type", *theirs, *(key for fields in self._fields.values() for key in fields)})

    def draft(self, writing: Writing, item_id: ItemId) -> Draft:
        """The draft for a contribution. Raises `UnreadableError` when its type is unknown or it is empty."""
        kind, story, answers = self._answers(writing)
        given = {"id": item_id, "type": kind, "date": self._today.isoformat(), "status": "draft"}
        titled = self._titled(given, story, answers, writing) if writing.is_page else Titled(story)
        answers = [*([Given("title", titled.title, "title")] if titled.title else []), *answers]
        fields, left = self._taken_over(given, answers, self._fields[kind])
        text = item_file(
            _ordered(fields, self._declarations.item_types[kind]),
            with_left_over(titled.story, [(answer.name, answer.written) for answer, _ in left], self._words.console("import-heading")),
        )
        if len(text.encode()) > LARGEST_TEXT:
            raise UnreadableError("too-large", str(LARGEST_TEXT // 1000))
        entry, problems = self._checked(text)
        if entry is None:
            raise UnreadableError("empty" if not problems else problems[0])
        title = str(fields.get("title") or "")
        notes = (*writing.notes, *_notes(left, self._fields[kind]), *_remarks(entry, self._own_mailboxes))
        return Draft(kind, slug_from(title) or slug_from(writing.name), text, entry.document, notes, title, titled.top)

    def _titled(self, given: Mapping[str, object], story: str, answers: Iterable[Given], writing: Writing) -> Titled:
        """The title of a page without one: its first heading, which leaves the story, or else the name of its file."""
        said = next((clean(str(answer.written)) for answer in answers if answer.key == "title" and not _says_nothing(answer.written)), "")
        heading = first_heading(story)
        if heading and said and (heading.words.casefold() == said.casefold() or names_title(heading.words)):
            return Titled(heading.rest, top=anchor_of(said))
        if heading and not said and self._is_title(given, heading.words):
            return Titled(heading.rest, heading.words, anchor_of(heading.words))
        return Titled(story, "" if said or not self._is_title(given, writing.title) else writing.title)

    def _is_title(self, given: Mapping[str, object], words: str) -> bool:
        return bool(words) and self._wrong({**given, "title": words}) is None

    def _answers(self, writing: Writing) -> tuple[str, str, list[Given]]:
        """The type, the story, and all answers."""
        above, sections = sections_in(writing.body)
        if writing.fields or (writing.is_page and not is_filled_in(sections, self._forms)):
            return self._of_fields(writing)
        kind = type_named(writing.labels, self._declarations) or type_of(sections, self._forms) or self._mapping.type
        if not kind:
            raise UnreadableError("no-type")
        asked = {key: field for key, field in self._fields[kind].items() if not field[0].desk}
        answers = [Given(label, text, key_of(label, asked)) for label, text in sections]
        if not any(answer.key for answer in answers):
            above, answers = writing.body, []
        has_title = writing.is_page or any(answer.key == "title" and answer.written for answer in answers)
        title = [] if has_title else [Given("title", writing.title, "title")]
        return kind, above, [*title, *answers, *defaults(self._mapping, [answer.key for answer in answers if answer.written])]

    def _of_fields(self, writing: Writing) -> tuple[str, str, list[Given]]:
        mapping = self._mapping
        fields = {name: translated(name, value, mapping) for name, value in writing.fields.items() if name not in mapping.ignore}
        says = next((name for name in mapping.fields.get("type", ("type",)) if type_named([str(fields.get(name))], self._declarations)), "")
        kind = type_named([str(fields.pop(says))], self._declarations) if says else mapping.type
        if not kind:
            raise UnreadableError("no-type")
        found = sorted_fields(fields, mapping, self._fields[kind])
        story = "\n\n".join(part for part in (found.story, writing.body) if part)
        return kind, story, [*found.answers, *defaults(mapping, [answer.key for answer in found.answers])]

    def _taken_over(
        self, given: Mapping[str, object], answers: Sequence[Given], fields: Fields
    ) -> tuple[dict[str, object], list[tuple[Given, Problem | None]]]:
        """The fields with all valid answers, and the other answers, each with its problem."""
        taken = dict(given)
        left: list[tuple[Given, Problem | None]] = []
        candidates: dict[str, tuple[Given, object]] = {}
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
        # Rows come first: of a plan and a length that do not agree, the plan took more work to write.
        for key, (answer, value) in sorted(candidates.items(), key=lambda one: not _has_rows(one[1][1])):
            left += self._tried(taken, key, answer, value)
        return taken, left

    def _tried(self, taken: dict[str, object], key: str, answer: Given, value: object) -> Iterator[tuple[Given, Problem | None]]:
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
                    yield Given(answer.name, element, key), wrong
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


def _has_rows(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(element, Mapping) for element in value)


def _says_nothing(value: object) -> bool:
    return value is None or (clean(value) == "" if isinstance(value, str) else value in ([], {}))


def _notes(left: Iterable[tuple[Given, Problem | None]], fields: Fields) -> Iterator[Note]:
    for answer, problem in left:
        name = answer.name[:_LONGEST_NAME]
        parts = _parts_of(answer.written)
        if answer.key and not {part.key for one in fields.get(answer.key, ()) for part in one.parts}.issuperset(parts):
            yield Note(
                "rows", Frozen({"name": name, "key": answer.key, "part": parts[0], "parts": ", ".join(parts)[:_LONGEST_NAME]}), problem
            )
        else:
            yield Note("invalid" if problem else "left", Frozen({"name": name}), problem)


def _parts_of(written: object) -> Sequence[str]:
    """The names of the parts of a row, or of the rows in a list."""
    rows = written if isinstance(written, (list, tuple)) else [written]
    return tuple(dict.fromkeys(str(part) for row in rows if isinstance(row, Mapping) for part in row))


def _remarks(entry: ItemEntry, own_mailboxes: Collection[str]) -> Iterator[Note]:
    """The notes on what a person must still do to the draft."""
    for problem in private(entry.document, own_mailboxes):
        yield Note("noted", Frozen({"line": problem.place.line}), problem)
    if missing := still_missing(entry.fields):
        words = {"keys": ", ".join(missing), "type": entry.fields.type}
        yield Note("noted", problem=Problem(Place("draft.md"), Code.STILL_MISSING, words))
