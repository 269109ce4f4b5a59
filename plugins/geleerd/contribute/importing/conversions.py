"""Converts the words of people and the values of other systems into the value of a field.

Nothing is refused here: a value that cannot be understood stays as it was written, and validation says what is wrong with it.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from geleerd.contribute.questions import Question
from geleerd.model.file_kinds import LIMITS, ending
from geleerd.read.everyday.dates import date_meant, moment_meant
from geleerd.read.everyday.lengths import minutes_meant, number_meant, span_meant, span_typed, step_meant
from geleerd.validate.mending.values import url_meant

_LONGEST_ROW = 2_000
"""Longest line, in characters, that may hold columns; a name has at most 300, a web address not many more."""

_BULLET = re.compile(r"\A[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_UNTICKED = re.compile(r"\A\[ ?\][ \t]+")
_TICKED = re.compile(r"\A\[[xX]\][ \t]+")
_BETWEEN_TAGS = re.compile(r"[,;]")
_ADDRESS = re.compile(r"https?://(?:[^\s<>\"\\()]|\([^\s<>\"\\()]*\)){1,1000}(?<![.,;:!?\]'])")
"""A web address in running text, without the punctuation after it; a closing bracket is part of it only if it opened inside."""


def converted(written: object, field: Sequence[Question]) -> object:
    """The value of a field for what somebody wrote in it. `field` is the one field, once in the words of each language."""
    one = field[0]
    if one.many:
        return _many(written, field)
    if isinstance(written, (list, tuple)):
        written = written[0] if len(written) == 1 else "\n".join(str(part) for part in written if part is not None)
    if isinstance(written, Mapping):
        return _parts(written, field)
    if not isinstance(written, str):
        return written
    text = written.strip()
    if one.kind == "choice":
        return None if text == "None" else _names(field).get(_plain(text), text)
    return _span(text, one) if one.kind == "group" else _meant(text, one)


def _meant(text: str, field: Question) -> object:
    """A date, moment, number or web address as a file has it; any other text unchanged."""
    if field.kind in {"date", "day"}:
        date = date_meant(text)
        return str(date) if date and (date.day or field.kind == "date") else text
    if field.kind == "moment":
        return moment_meant(text) or text
    if field.kind == "number":
        return (minutes_meant(text) if field.key == "minutes" else number_meant(text)) or text
    return (url_meant(text) or text) if field.kind == "url" else text


def _parts(written: Mapping[str, object], field: Sequence[Question]) -> Mapping[str, object]:
    """The values of a field with keys of its own. Keys that it does not have stay as they are."""
    if is_span(field[0]) and (span := span_typed(written, is_time=has_unit(field[0]))):
        return {**{key: value for key, value in written.items() if key not in {"min", "max", "unit"}}, **span}
    parts = {same[0].key: same for same in zip(*(one.parts for one in field), strict=True)}
    return {key: converted(value, parts[key]) if key in parts and value is not None else value for key, value in written.items()}


def is_span(field: Question) -> bool:
    """Whether a field is a span, from `min` to `max`."""
    return {"min", "max"} <= {part.key for part in field.parts}


def has_unit(field: Question) -> bool:
    """Whether a span is one of time, in some unit."""
    return any(part.key == "unit" for part in field.parts)


def _many(written: object, field: Sequence[Question]) -> list[object]:
    lines = written.split("\n") if isinstance(written, str) else list(_flat(written))
    values = [value for line in lines for value in (_elements(line, field) if isinstance(line, str) else [_whole(line, field)])]
    is_set = field[0].kind in {"choice", "tag"} or field[0].target is not None
    return [value for number, value in enumerate(values) if not is_set or value not in values[:number]]


def _whole(written: object, field: Sequence[Question]) -> object:
    return _parts(written, field) if isinstance(written, Mapping) and field[0].kind == "group" else written


def _flat(written: object) -> Iterator[object]:
    """The elements of a list and of the lists in it."""
    if isinstance(written, (list, tuple)):
        for part in written:
            yield from _flat(part)
    elif written is not None:
        yield written


def _elements(text: str, field: Sequence[Question]) -> Iterator[object]:
    """The values that one line, or one element of a list, means."""
    one = field[0]
    entry = _BULLET.sub("", text).strip()
    if one.kind == "choice" or one.target:
        yield from _ticked(text.strip(), entry, field)
    elif one.kind == "tag":
        yield from (tag for part in _BETWEEN_TAGS.split(entry) if (tag := part.strip().removeprefix("#")))
    elif entry:
        yield _row(entry, one) if one.kind == "group" else _meant(entry, one)


def _ticked(text: str, entry: str, field: Sequence[Question]) -> Sequence[str]:
    """The choices in a line, which may have a box to tick before it. A name may begin in the same way as such a line."""
    names = _names(field)
    as_written = list(_chosen(text, names))
    if any(value in names.values() for value in as_written):
        return as_written
    return [] if _UNTICKED.match(entry) or entry == "None" else list(_chosen(_TICKED.sub("", entry), names))


def _chosen(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """The values in a line of names between commas or semicolons. A name may hold both itself, so the longest name that fits counts."""
    if ";" in text and _plain(text) not in names:
        yield from (value for section in text.split(";") for value in _chosen(section, names))
        return
    parts = [part.strip() for part in text.split(",")]
    longest = max((name.count(",") for name in names), default=0) + 1
    while parts:
        joined = {size: ", ".join(parts[:size]) for size in range(min(longest, len(parts)), 0, -1)}
        size = next((size for size, name in joined.items() if _plain(name) in names), 1)
        if joined[size]:
            yield names.get(_plain(joined[size]), joined[size])
        parts = parts[size:]


def _names(field: Sequence[Question]) -> Mapping[str, str]:
    """The choices by all their names: in each language, as a form writes them, and as a file holds them."""
    said = [(choice.name, choice.value) for one in reversed(field) for choice in one.choices]
    full = [(f"{name} ({value})", value) for name, value in said]
    return {_plain(name): value for name, value in (*said, *full, *((value, value) for _, value in said))}


def _plain(name: str) -> str:
    """A name for comparison, without differences in case and in spaces, also around commas."""
    return ", ".join(" ".join(part.split()) for part in name.casefold().split(","))


def _row(text: str, field: Question) -> object:
    """One line as a row of a list: its text in the first column, and a web address or minutes if there are columns for them.

    When a row may lack its first column, as an author may lack a role, we cannot know in which column a lone text belongs.
    """
    keys = [part.key for part in field.parts]
    first = keys[0]
    if not field.parts[0].required:
        return text
    if len(text) > _LONGEST_ROW:
        return {first: text}
    if "file" in keys and ending(text) in LIMITS and not _ADDRESS.search(text):
        return {first: posixpath.basename(text), "file": text}
    if "minutes" in keys and (step := step_meant(text))[1]:
        return {first: step[0], "minutes": step[1]}
    if "url" in keys and (address := _ADDRESS.search(text)):
        title = " ".join((text[: address.start()] + text[address.end() :]).split()).strip("()<>[],;: ")
        return {first: title or address[0], "url": address[0]}
    return {first: text}


def _span(text: str, field: Question) -> object:
    """The two numbers of a span, with the unit, if the field has one; else the text unchanged."""
    if not is_span(field):
        return text
    span = span_meant(text)
    typed = span_typed({"min": text}, is_time=has_unit(field)) if span else None
    if span is None or typed is None or span.least is None or span.most is None:
        return typed or text
    return {"min": span.least, "max": span.most, **{key: value for key, value in typed.items() if key == "unit"}}
