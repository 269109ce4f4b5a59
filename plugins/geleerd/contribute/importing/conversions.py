"""Converts the words of people and the values of other systems into the value of a field.

Nothing is refused here: a value that cannot be understood stays as it was written, and validation says what is wrong with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from geleerd.contribute.questions import Question
from geleerd.locale.catalogue import catalogues

_LONGEST_ROW = 2_000
"""Longest line, in characters, that may hold columns; a name has at most 300, a web address not many more."""

_BULLET = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_UNTICKED = re.compile(r"\[ ?\][ \t]+")
_TICKED = re.compile(r"\[[xX]\][ \t]+")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}\S*(?: \S+)?")
_ADDRESS = re.compile(r"https?://(?:[^\s<>\"\\()]|\([^\s<>\"\\()]*\)){1,1000}(?<![.,;:!?\]'])")
"""A web address in running text, without the punctuation after it; a closing bracket is part of it only if it opened inside."""
MINUTES_FIRST = re.compile(r"(\d{1,6})\s*min(?:\.|ut[a-z]*)?[\s:,–-]+(\S.*)")
MINUTES_AFTER = re.compile(r"(\S.*?)\s*\((\d{1,6})\s*min(?:\.|ut[a-z]*)?\)")


def converted(written: object, field: Sequence[Question]) -> object:
    """The value of a field for what somebody wrote in it. `field` is the one field, once in the words of each language."""
    one = field[0]
    if one.many:
        return _many(written, field)
    if isinstance(written, (list, tuple)):
        written = written[0] if len(written) == 1 else "\n".join(str(part) for part in written if part is not None)
    if not isinstance(written, str):
        return written
    text = written.strip()
    if one.kind == "choice":
        return None if text == "None" else _names(field).get(_plain(text), text)
    if one.kind in {"date", "day"}:
        return day[1] if (day := _DAY.fullmatch(text)) else text
    return _span(text, one) if one.kind == "group" else text


def _many(written: object, field: Sequence[Question]) -> list[object]:
    lines = written.split("\n") if isinstance(written, str) else list(_flat(written))
    values = [value for line in lines for value in (_elements(line, field) if isinstance(line, str) else [line])]
    is_set = field[0].kind in {"choice", "tag"} or field[0].target is not None
    return [value for number, value in enumerate(values) if not is_set or value not in values[:number]]


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
    entry = _BULLET.sub("", text, count=1).strip()
    if one.kind == "choice" or one.target:
        yield from _ticked(text.strip(), entry, field)
    elif one.kind == "tag":
        yield from (part.strip() for part in entry.split(",") if part.strip())
    elif entry:
        yield _row(entry, one) if one.kind == "group" else entry


def _ticked(text: str, entry: str, field: Sequence[Question]) -> Sequence[str]:
    """The choices in a line, which may have a box to tick before it. A name may begin in the same way as such a line."""
    names = _names(field)
    as_written = list(_chosen(text, names))
    if any(value in names.values() for value in as_written):
        return as_written
    return [] if _UNTICKED.match(entry) or entry == "None" else list(_chosen(_TICKED.sub("", entry, count=1), names))


def _chosen(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """The values in a line of names between commas. A name may hold commas itself, so the longest name that fits counts."""
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
    if "minutes" in keys and (before := MINUTES_FIRST.fullmatch(text)):
        return {first: before[2], "minutes": int(before[1])}
    if "minutes" in keys and (after := MINUTES_AFTER.fullmatch(text)):
        return {first: after[1], "minutes": int(after[2])}
    if "url" in keys and (address := _ADDRESS.search(text)):
        title = " ".join((text[: address.start()] + text[address.end() :]).split()).strip("()<>[],;: ")
        return {first: title or address[0], "url": address[0]}
    return {first: text}


def _span(text: str, field: Question) -> object:
    """The two numbers of a span, with the unit, if the field has them; else the text unchanged."""
    keys = {part.key for part in field.parts}
    units = _units() if "unit" in keys else {}
    if units.get(text.casefold()) == "ongoing":
        return {"unit": "ongoing"}
    match = _range().fullmatch(text) if "min" in keys else None
    if match is None or match[3].casefold() not in {"", *(units or _people())}:
        return text
    return {"min": int(match[1]), "max": int(match[2] or match[1]), "unit": units.get(match[3].casefold())}


@cache
def _range() -> re.Pattern[str]:
    """A number, or two with a dash or a word between them, and the unit; the word in any language."""
    between = "|".join(re.escape(word) for words in catalogues() for word in words.between_numbers)
    return re.compile(rf"(\d{{1,6}})(?:\s*(?:-|–|{between})\s*(\d{{1,6}}))?\s*([^\W\d]*)")


@cache
def _people() -> Set[str]:
    return {words.say("people").casefold() for words in catalogues()}


@cache
def _units() -> Mapping[str, str]:
    """The units of a duration, by their words in every language, singular and plural."""
    entries = [words.entries["values"]["unit"] for words in catalogues()]
    return {str(word).casefold(): unit for units in entries for unit, words in units.items() for word in words.values()} | {
        "min": "minutes"
    }
