"""What was meant, by the code of the mistake: another value, another key, or a line more."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from geleerd.model.declarations.declared import Declared
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath
from geleerd.read.everyday.dates import date_meant, moment_meant
from geleerd.read.everyday.lengths import minutes_meant, number_meant, span_typed
from geleerd.read.yaml_mending.colons import named_apart
from geleerd.read.yaml_mending.lines import Mended, with_key, with_line, with_values
from geleerd.validate.did_you_mean import values_meant
from geleerd.validate.mending.shapes import a_list, fields_apart, lines_of_list, named_fields, one_text, spec_at
from geleerd.validate.mending.values import id_meant, language_meant, license_meant, path_meant_on_site, slug_meant, url_meant, yes_no_meant


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, where, and the words of its sentence. `declaration` is that of the whole document, if somebody knows it."""

    document: Document
    path: KeyPath
    code: Code
    words: Mapping[str, object]
    declaration: type[Declared] | None

    @property
    def suggestion(self) -> str:
        """The word that was meant; empty when no word is near."""
        return str(self.words.get("now") or self.words.get("suggestion") or "")

    @property
    def text(self) -> str:
        """The value as it was read, if it is a text."""
        value = self.value_at(self.path)
        return value if isinstance(value, str) else ""

    def value_at(self, path: KeyPath) -> object:
        """The value at a path of the document; None where there is none."""
        return self.document.value_at(path)


def mended(mistake: Mistake) -> Mended | None:
    """The lines with what was meant; None when we do not know, or when the document holds no such value."""
    mender = MENDERS.get(mistake.code)
    return mender(mistake) if mender and mistake.document.front.text else None


def _with(mistake: Mistake, values: Mapping[KeyPath, object]) -> Mended | None:
    front = mistake.document.front
    return with_values(front.text, {(*front.root, *path): value for path, value in values.items()})


def _instead(meant: Callable[[str], object]) -> Callable[[Mistake], Mended | None]:
    """Another value for what was written."""

    def mender(mistake: Mistake) -> Mended | None:
        value = meant(mistake.text) if mistake.text else None
        return _with(mistake, {mistake.path: value}) if value not in (None, "") else None

    return mender


def _word(mistake: Mistake) -> Mended | None:
    return _with(mistake, {mistake.path: mistake.suggestion}) if mistake.suggestion else None


def _choice(mistake: Mistake) -> Mended | None:
    """The value that was meant; in a list all values that a text names."""
    *before, last = mistake.path
    others = mistake.value_at(tuple(before))
    spec = spec_at(mistake.path, mistake.declaration) if mistake.declaration else None
    if mistake.suggestion or spec is None or not isinstance(last, int) or not isinstance(others, list):
        return _word(mistake)
    chosen = values_meant(mistake.text, spec.key, spec.choices)
    return _with(mistake, {tuple(before): [*others[:last], *chosen, *others[last + 1 :]]}) if chosen else None


def _reference(mistake: Mistake) -> Mended | None:
    """The entry that was meant; once, where the list has it already."""
    *before, last = mistake.path
    others = mistake.value_at(tuple(before))
    if isinstance(last, int) and isinstance(others, list) and mistake.suggestion in others:
        return _with(mistake, {tuple(before): [other for number, other in enumerate(others) if number != last]})
    return _word(mistake)


def _key(mistake: Mistake) -> Mended | None:
    front = mistake.document.front
    around = mistake.value_at(mistake.path[:-1])
    is_free = isinstance(around, Mapping) and mistake.suggestion not in around
    return with_key(front.text, (*front.root, *mistake.path), mistake.suggestion) if mistake.suggestion and is_free else None


def _space(mistake: Mistake) -> Mended | None:
    """The key without the text behind its colon, which belongs to the value."""
    *_, key = mistake.path
    name, _, text = str(key).partition(":")
    return _split(mistake, name, text)


def _split(mistake: Mistake, name: str, text: str) -> Mended | None:
    """The key as it was meant, and the text behind it before the value."""
    *_, key = mistake.path
    found = _with(mistake, {mistake.path: f"{text}: {mistake.text}"})
    return replace(found, lines=(found.lines[0].replace(f"{key}:", f"{name}:", 1), *found.lines[1:])) if found else None


def _missing(mistake: Mistake) -> Mended | None:
    """A line more for a mark or type that is missing, or the line where it is empty; for a misspelt `type`, its right name."""
    front, key = mistake.document.front, mistake.words.get("key")
    if key == "type" and (misspelt := mistake.words.get("misspelt")):
        return with_key(front.text, (str(misspelt),), "type")
    is_id = key == "id" and mistake.path in {(), ("id",)} and not front.root
    meant = id_meant(mistake.document.path) if is_id else mistake.suggestion if key == "type" else ""
    if meant and key in (mistake.document.tree or {}):
        return _with(mistake, {(str(key),): meant})
    return with_line(front.text, f"{key}: {meant}") if meant else None


def _behind_sign(mistake: Mistake) -> Mended | None:
    """The text of an empty title that YAML took for a comment: `title: # Begin`."""
    line = mistake.document.place(mistake.path).line
    comment = next((aside for number, aside in mistake.document.asides if number == line), "")
    at = line - mistake.document.front.line
    is_title = mistake.path == ("title",) and mistake.path in mistake.document.lines and comment.startswith("# ")
    return Mended(at, at, (f"title: {json.dumps(comment.strip(), ensure_ascii=False)}",)) if is_title else None


def _new_id(mistake: Mistake) -> Mended | None:
    return _with(mistake, {mistake.path: id_meant(mistake.document.path, mistake.text)})


def _other_id(mistake: Mistake) -> Mended | None:
    return _with(mistake, {mistake.path: id_meant(f"{mistake.document.path} {mistake.text}")})


def _number(mistake: Mistake) -> Mended | None:
    """A number for a text that says one. At the end of a span such a text may say the other end too, and the unit."""
    *before, key = mistake.path
    if key not in {"min", "max"}:
        number = minutes_meant(mistake.text) if key == "minutes" else number_meant(mistake.text)
        return _with(mistake, {mistake.path: number}) if number else None
    parent = tuple(before)
    span = mistake.value_at(parent)
    typed = span_typed(span, is_time=parent[-1:] == ("duration",)) if isinstance(span, Mapping) else None
    if not typed or not isinstance(span, Mapping):
        return None
    others = {other: typed.get(other) for other in ("min", "max", "unit") if other != key}
    if all(str(span.get(other) or ("minutes" if other == "unit" else "")) == str(value or "minutes" if other == "unit" else value or "")
           for other, value in others.items()):  # fmt: skip
        return _with(mistake, {mistake.path: typed[str(key)]})
    return _with(mistake, {parent: {**typed, **{other: value for other, value in span.items() if other not in {"min", "max", "unit"}}}})


def _swapped(first: str, second: str) -> Callable[[Mistake], Mended | None]:
    """The two ends of a span or period in each other's place."""

    def mender(mistake: Mistake) -> Mended | None:
        around = mistake.path[:-1]
        one, other = (*around, first), (*around, second)
        return _with(mistake, {one: mistake.value_at(other), other: mistake.value_at(one)})

    return mender


def _once(mistake: Mistake) -> Mended | None:
    """A list without its repetitions."""
    values = mistake.value_at(mistake.path)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        return None
    return _with(mistake, {mistake.path: list(dict.fromkeys(value.strip() for value in values))})


def _without(mistake: Mistake) -> Mended | None:
    """A list on one line without the elements in which nothing stands."""
    before = mistake.path[:-1]
    values = mistake.value_at(before)
    filled = [value for value in values if value is not None] if isinstance(values, list) else []
    found = _with(mistake, {before: filled}) if filled else None
    return found if found and found.first == found.last else None


def _list(mistake: Mistake) -> Mended | None:
    front = mistake.document.front
    written = lines_of_list(front.text, (*front.root, *mistake.path)) or mistake.value_at(mistake.path)
    value = a_list(written, mistake.path, mistake.declaration) if mistake.declaration else None
    return _with(mistake, {mistake.path: value}) if value else None


def _keys(mistake: Mistake) -> Mended | None:
    value = named_fields(mistake.value_at(mistake.path), mistake.path, mistake.declaration) if mistake.declaration else None
    return _with(mistake, {mistake.path: value}) if value else None


def _apart(mistake: Mistake) -> Mended | None:
    """Fields, or one field at the top, with a colon behind each name."""
    if len(mistake.path) == 1 and mistake.suggestion:
        return None if mistake.suggestion in (mistake.document.tree or {}) else _split(mistake, *named_apart(str(mistake.path[0])))
    value = fields_apart(mistake.value_at(mistake.path), mistake.path, mistake.declaration) if mistake.declaration else None
    return _with(mistake, {mistake.path: value}) if value else None


def _text(mistake: Mistake) -> Mended | None:
    front = mistake.document.front
    path = (*front.root, *mistake.path)
    value = one_text(mistake.value_at(mistake.path), front.text, path, mistake.path, mistake.declaration) if mistake.declaration else None
    return _with(mistake, {mistake.path: value}) if value else None


def _later(mistake: Mistake) -> Mended | None:
    return _with(mistake, {mistake.path: str(mistake.words["later"])})


def _day(text: str) -> str | None:
    date = date_meant(text)
    return str(date) if date and date.day else None


MENDERS: Mapping[Code, Callable[[Mistake], Mended | None]] = Frozen({
    Code.UNKNOWN_KEY: _key,
    Code.YAML_SPACE: _space,
    Code.MISSING_COLON: _apart,
    Code.UNKNOWN_TYPE: _word,
    Code.UNKNOWN_REFERENCE: _reference,
    Code.UNKNOWN_DRAWING: _word,
    Code.UNKNOWN_EDITORIAL: _word,
    Code.BAD_CHOICE: _choice,
    Code.MISSING_FILE: _word,
    Code.MISSING_KEY: _missing,
    Code.MISSING_FIELD: _behind_sign,
    Code.BAD_DATE: _instead(date_meant),
    Code.BAD_DAY: _instead(_day),
    Code.BAD_MOMENT: _instead(moment_meant),
    Code.SKIPPED_MOMENT: _later,
    Code.BAD_ID: _new_id,
    Code.DUPLICATE_ID: _other_id,
    Code.BAD_URL: _instead(url_meant),
    Code.BAD_PATH: _instead(path_meant_on_site),
    Code.BAD_LICENSE: _instead(license_meant),
    Code.BAD_LANGUAGE: _instead(language_meant),
    Code.BAD_SLUG: _instead(slug_meant),
    Code.EXPECTED_YES_NO: _instead(yes_no_meant),
    Code.EXPECTED_NUMBER: _number,
    Code.EXPECTED_LIST: _list,
    Code.EXPECTED_KEYS: _keys,
    Code.EXPECTED_TEXT: _text,
    Code.REPEATED_VALUE: _once,
    Code.EMPTY_ELEMENT: _without,
    Code.MIN_ABOVE_MAX: _swapped("min", "max"),
    Code.ENDS_BEFORE_START: _swapped("start", "end"),
})  # fmt: skip
"""The codes for which we may know what was meant, each with how to write it."""
