"""Lengths of time and numbers of people as people write them: `5-10 min`, `1,5 uur`, `een kwartier`, `8 of meer`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from geleerd.read.everyday.words import LONGEST_PHRASE, Word, length_words, phrases_in, telling

_MINUTES = {"m": 1, "q": 15, "H": 30, "h": 60}
_WRITTEN_PARTS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_NAMES = {"m": "minutes", "h": "hours", "d": "days", "p": "people", "": ""}
_LETTERS = {name: letter for letter, name in _NAMES.items()}
LARGEST_NUMBER = 1_000_000
"""The largest number that a field takes."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `least` to `most`, either of which may be unsaid; something that is `ongoing` has neither.

    `unit` is `minutes`, `hours`, `days`, `people`, `ongoing`, or empty for mere numbers.
    """

    least: int | None
    most: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number, and the letter of its unit; empty for a number alone."""

    value: float
    unit: str


def span_meant(text: str) -> Span | None:
    """The span in a text, of time, of people, or of mere numbers. None when it says anything else."""
    if len(text) > LONGEST_PHRASE:
        return None
    words = telling(phrases_in(text, length_words()))
    if [word.kind for word in words] == ["o"]:
        return Span(None, None, "ongoing")
    found = _span(words, 0)
    return found[0] if found and found[1] == len(words) else None


def minutes_meant(text: str) -> int | None:
    """The whole minutes of one step: of a span the longest. A number alone counts in minutes."""
    span = span_meant(text)
    return _longest(span) if span else None


def number_meant(text: str) -> int | None:
    """The one number in a text, whatever it counts."""
    span = span_meant(text)
    return span.least if span and span.least == span.most else None


def span_typed(written: Mapping[str, object], *, is_time: bool) -> Mapping[str, int | str] | None:
    """What was written at `min`, `max` and `unit` of a span, as those fields have it: each number in the same unit.

    `is_time`: a span of time, otherwise of people. None when a text says neither, or the other.
    """
    unit = written.get("unit")
    own = _LETTERS.get(str(unit or ""), "")
    texts = ("" if written.get(key) is None else str(written[key]) for key in ("min", "max"))
    read = [span_meant(text) if text else Span(None, None, "") for text in texts]
    if None in read:
        return None
    low, high = (Span(None, None, "") if span is None else span for span in read)
    if is_time and "ongoing" in {low.unit, high.unit}:
        return {"unit": "ongoing"}
    if not {low.unit, high.unit} <= ({"", "minutes", "hours", "days"} if is_time else {"", "people"}):
        return None
    smallest = low.least if low.least is not None else high.least if low.most is None and high.least != high.most else None
    largest = high.most if high.most is not None else low.most if low.least != low.most else None
    ends = [(smallest, low.unit if low.least is not None else high.unit), (largest, high.unit if high.most is not None else low.unit)]
    given = [_Amount(value, _LETTERS[name] or own) for value, name in ends if value is not None]
    joined = _in_one_unit(given) if given else None
    if joined is None:
        return None
    values, letter = joined
    keys = [key for key, (value, _) in zip(("min", "max"), ends, strict=True) if value is not None]
    name = _NAMES[letter] if letter not in {"", "p"} else ""
    return {**dict(zip(keys, values, strict=True)), **({"unit": name} if name else {})}


def step_meant(line: str) -> tuple[str, int | None]:
    """A line of a plan as what is done and its minutes, which stand in front or at the end.

    Of a span the longest counts, and its words stay, so that no reader misses them.
    """
    text = " ".join(line.split())
    bare = _BULLET.sub("", text)
    return _minutes_first(bare) or _minutes_last(bare) or _minutes_between(bare) or _minutes_loose(bare) or (text, None)


_MARKS = re.compile(r"\A[\s:,.;)\]–—-]+")
_BULLET = re.compile(r"\A(?:[-*+•]|[0-9]{1,3}[.)]) ")
_BRACKETS = re.compile(r" ?[(\[]([^()\[\]]{1,40})[)\]] ?")
_BREAK = re.compile(r"\s*(?:[(\[:,;]|\s[–—-]+\s)\s*")
_LONGEST_END = 40
"""Most characters of minutes behind a step."""


def _minutes_first(text: str) -> tuple[str, int] | None:
    head = text[: 2 * _LONGEST_END]
    start = 1 if head.startswith(("(", "[")) else 0
    words = telling(phrases_in(head[start:], length_words()))
    found = _span(words, 0)
    if found is None or not found[0].unit or (minutes := _longest(found[0])) is None:
        return None
    span, at = found
    rest = _MARKS.sub("", text[start + words[at - 1].end :]) if at else ""
    if not rest or (at < len(words) and words[at].kind == "!"):
        return None
    said = text[start : start + words[at - 1].end]
    return (rest if span.least == span.most else f"{rest} ({said})"), minutes


def _minutes_last(text: str) -> tuple[str, int] | None:
    begin = max(len(text) - _LONGEST_END, 1)
    for found in _BREAK.finditer(text, begin):
        span = span_meant(text[found.end() :].rstrip(" .)]"))
        if span and span.unit and (minutes := _longest(span)) is not None:
            return (text[: found.start()] if span.least == span.most else text), minutes
    return None


def _minutes_between(text: str) -> tuple[str, int] | None:
    """Minutes between brackets in the middle of a step: "Praat (10 min) in tweetallen"."""
    for found in _BRACKETS.finditer(text[:LONGEST_PHRASE]):
        span = span_meant(found[1])
        if span and span.unit and (minutes := _longest(span)) is not None and found.start():
            return (f"{text[: found.start()]} {text[found.end() :]}" if span.least == span.most else text), minutes
    return None


def _minutes_loose(text: str) -> tuple[str, int] | None:
    """Minutes that nothing parts from the words before them: "Praat 10 min". An hour there may be a time, and `m` a distance."""
    begin = max(len(text) - _LONGEST_END, 1)
    for at in (place for place in range(begin, len(text)) if text[place] == " "):
        words = telling(phrases_in(text[at:], length_words()))
        span = span_meant(text[at:].rstrip(" .")) if words and words[-1].text != "m" else None
        before = phrases_in(text[max(at - _LONGEST_END, 0) : at], length_words())
        if span and span.unit == "minutes" and (minutes := _longest(span)) is not None and before[-1].kind not in {"!", "n"}:
            return (text[:at] if span.least == span.most else text), minutes
    return None


def _longest(span: Span) -> int | None:
    """The whole minutes of a span of time; None for a span of anything else, and for one that takes no time."""
    letter = _LETTERS.get(span.unit, "?")
    value = span.most if span.most is not None else span.least
    minutes = value * _MINUTES.get(letter or "m", 0) if value is not None else 0
    return minutes if 0 < minutes <= LARGEST_NUMBER else None


def _span(words: list[Word], at: int) -> tuple[Span, int] | None:
    """The span that begins here, and where it ends."""
    bound = words[at].kind if at < len(words) and words[at].kind in {"<", ">"} else ""
    if not bound and at + 1 < len(words) and words[at].kind == "b" and words[at].text.isalpha():
        bound = "<"  # "tot 20": also the word between two numbers
    first = _amount(words, at + len(bound))
    if first is None:
        return None
    low, at = first
    low, at = _and_minutes(low, words, at)
    if at < len(words) and words[at].kind == "+":
        unit, at = _unit(words, at + 1)
        return _spanning([_Amount(low.value, low.unit or unit)], ">", at)
    if bound:
        return _spanning([low], bound, at)
    if at < len(words) and words[at].kind in {"b", "&", "/"} and (second := _amount(words, at + 1)):
        high, at = second
        return _spanning([_Amount(low.value, low.unit or high.unit), _Amount(high.value, high.unit or low.unit)], "", at)
    return _spanning([low], "", at)


def _and_minutes(amount: _Amount, words: list[Word], at: int) -> tuple[_Amount, int]:
    """Hours and the minutes behind them as one amount."""
    if amount.unit != "h":
        return amount, at
    behind = at + 1 if at < len(words) and words[at].kind == "&" else at
    more = _amount(words, behind)
    is_last = more is not None and more[1] == len(words) and 10 <= more[0].value < 60
    is_glued = behind == at and at < len(words) and (not words[at].is_apart or is_last)
    if more and amount.value == floor(amount.value) and (more[0].unit in {"m", "q", "H"} or (is_glued and not more[0].unit)):
        return _Amount(amount.value * 60 + more[0].value * _MINUTES.get(more[0].unit, 1), "m"), more[1]
    return amount, at


def _spanning(amounts: list[_Amount], bound: str, at: int) -> tuple[Span, int] | None:
    joined = _in_one_unit(amounts)
    if joined is None:
        return None
    values, unit = joined
    least, most = (values[0], values[-1])
    return Span(None if bound == "<" else least, None if bound == ">" else most, _NAMES[unit]), at


def _in_one_unit(amounts: list[_Amount]) -> tuple[list[int], str] | None:
    """The amounts as whole numbers of one unit, the largest that fits. None when there is no such unit."""
    units = {amount.unit for amount in amounts}
    units -= {""} if units & {"d", "p"} else set()
    if len(units) > 1 and not units <= {"", *_MINUTES}:
        return None
    unit = units.pop() if len(units) == 1 else "m"
    values = [amount.value for amount in amounts]
    if unit in {"h", "q", "H"} and (unit != "h" or any(value != floor(value) for value in values)):
        values, unit = [value * _MINUTES[unit] for value in values], "m"
    elif unit == "m":
        values = [amount.value * _MINUTES.get(amount.unit or "m", 1) for amount in amounts]
    is_whole = all(value == floor(value) and 0 <= value <= LARGEST_NUMBER for value in values)
    return ([int(value) for value in values], unit) if is_whole else None


def _amount(words: list[Word], at: int) -> tuple[_Amount, int] | None:
    """A number with its unit, if it has one, and where it ends. "Een half uur" multiplies its numbers."""
    number = _number(words, at)
    if number is None:
        unit, end = _unit(words, at)
        return (_Amount(1, unit), end) if unit in {"q", "H"} else None
    value, at, is_clock = number
    unit, end = _unit(words, at)
    if is_clock:
        return (_Amount(value, "m"), end) if unit == "h" else None
    return _Amount(value, unit), end


def _number(words: list[Word], at: int) -> tuple[float, int, bool] | None:
    """A number, where it ends, and whether it is written as hours and minutes (`1:30`)."""
    kinds = "".join(word.kind for word in words[at : at + 3])
    if kinds in {"n,n", "n.n"}:
        decimals = words[at + 2].text
        # A point before two digits is that of a time: 13.30.
        return (float(f"{int(words[at].value)}.{decimals}"), at + 3, False) if kinds == "n,n" or len(decimals) == 1 else None
    if kinds == "n:n" and len(words[at + 2].text) == 2:
        return words[at].value * 60 + words[at + 2].value, at + 3, True
    if part := _part_of_an_hour(words, at):
        return part, at + 3, False
    if kinds[:2] in {"nf", "nn"}:
        part, end = (words[at + 1].value, at + 2) if kinds[1] == "f" else (_part_of_an_hour(words, at + 1), at + 4)
        return (words[at].value + part, end, False) if part else (words[at].value, at + 1, False)
    if kinds.startswith(("n", "f")):
        return words[at].value, at + 1, False
    value, end = 1.0, at
    while end < len(words) and end < at + 2 and words[end].kind == "N":
        value, end = value * words[end].value, end + 1
    return (value, end, False) if end > at else None


def _part_of_an_hour(words: list[Word], at: int) -> float:
    """The value of `1/2` before an hour; zero for other numbers with a slash, which are the ends of a span."""
    part = "".join(word.text for word in words[at : at + 3])
    is_of_an_hour = at + 3 < len(words) and words[at + 3].kind == "h"
    return _WRITTEN_PARTS.get(part, 0) if is_of_an_hour else 0


def _unit(words: list[Word], at: int) -> tuple[str, int]:
    return (words[at].kind, at + 1) if at < len(words) and words[at].kind in {"m", "h", "d", "q", "H", "p"} else ("", at)
