"""What is wrong with a line that YAML cannot read: from the words of the parser, and from what would make it right."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geleerd.model.limits import LONGEST_MENDED
from geleerd.model.problem_codes import Code
from geleerd.read.yaml_complaints import ADVICE
from geleerd.read.yaml_mending.colons import with_colon

MENDABLE = frozenset(code for _, code in ADVICE) | {Code.YAML_SYNTAX, Code.YAML_ALIAS, Code.YAML_TAG}
"""The codes of what a line can be mended for."""

_LINES_BACK = 2


@dataclass(frozen=True, slots=True)
class Cause:
    """Why YAML cannot be read: a code, and the lines from `first` to `last`, counted from 0, with what to write there."""

    code: Code
    first: int
    last: int
    lines: tuple[str, ...]


def cause_of(code: Code, line: int, lines: Sequence[str], where_wrong: Callable[[str], int | None]) -> Cause | None:
    """The cause of an error: the first change of the lines at and above it with which YAML reads on. None when no change helps.

    `where_wrong` gives the line on which a text cannot be read any further, or None.
    """
    if code not in MENDABLE or sum(map(len, lines)) > LONGEST_MENDED:
        return None
    for cause in _likely(code, line, lines):
        text = "\n".join(applied(cause, lines))
        wrong = where_wrong(text)
        if wrong is None or wrong > max(cause.last, line):
            return cause
    return None


def applied(cause: Cause, lines: Sequence[str]) -> list[str]:
    """The lines with those of the cause, as many as before, so that the lines below keep their number."""
    blank = [""] * (cause.last - cause.first + 1 - len(cause.lines))
    return [*lines[: cause.first], *cause.lines, *blank, *lines[cause.last + 1 :]]


_KEYED = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[\w-]+)(?P<colon>\s*:)(?P<gap>\s*+)(?P<value>.*\S)\s*")
_BULLET = re.compile(r"( *)[*•·▪–—] +(?=[\w-]+:(?:\s|$))")
_ELEMENT = re.compile(r"(?P<before>\s*-)(?P<gap>\s++)(?P<value>.*\S)\s*")
_GOES_ON = re.compile(r"\w|[(\"'“‘]")
_OPENING, _CLOSING = "“„‟«‹‘‚‛", "”“»›’‘"


def _likely(code: Code, line: int, lines: Sequence[str]) -> Iterator[Cause]:
    """What may have been meant, the most telling first."""
    for number in range(line, max(-1, line - 1 - _LINES_BACK), -1):
        yield from (Cause(Code.MISSING_COLON, number, number, (made,)) for made in with_colon(lines, number))
    for number in range(line, max(-1, line - _LINES_BACK), -1):
        for cause, made in _on_one_line(code, lines[number]):
            if made != lines[number]:
                yield Cause(cause, number, number, (made,))
    for number in range(line, max(0, line - _LINES_BACK), -1):
        if (
            _GOES_ON.match(lines[number].lstrip(" "))
            and not _KEYED.fullmatch(lines[number])
            and (above := _KEYED.fullmatch(lines[number - 1]))
        ):
            joined = _in_quotes(above, f"{_bare(above['value'])} {_bare(lines[number].strip())}")
            yield Cause(Code.YAML_TWO_LINES, number - 1, number, (joined,))
    for column in _columns(lines, line) if _KEYED.fullmatch(lines[line]) or lines[line].lstrip().startswith("- ") else ():
        yield Cause(Code.YAML_INDENT, line, line, (" " * column + lines[line].lstrip(),))


def _columns(lines: Sequence[str], line: int) -> Iterator[int]:
    """Where the lines above begin, and where the text behind their hyphens does."""
    for above in lines[max(0, line - 1 - 2 * _LINES_BACK) : line][::-1]:
        if dashes := re.match(r" *(?:- +)+", above):
            yield dashes.end()
        if above.strip():
            yield _indent(above)


def _on_one_line(code: Code, line: str) -> Iterator[tuple[Code, str]]:
    yield from _in_front(line)
    keyed, element = _KEYED.fullmatch(line), _ELEMENT.fullmatch(line)
    for found in (keyed, element):
        if not found:
            continue
        value = found["value"]
        if value[0] in _OPENING and (value[-1] in _CLOSING or not any(sign in value for sign in _CLOSING)):
            yield Code.YAML_CURLY_QUOTES, _in_quotes(found, value.strip(_OPENING + _CLOSING))
        if found is keyed and not found["gap"] and not value.startswith("//"):
            yield Code.YAML_SPACE, f"{found['before']}{found['key']}: {value}"
            yield Code.YAML_SPACE, _in_quotes(found, value)
        if found is keyed and not found["gap"]:
            continue
        yield from _elided(line, found)
        yield from _in_brackets(line, found)
        if value[0] in "\"'" and value[-1] != value[0] and value.count(value[0]) == 1:
            yield Code.YAML_QUOTE, _in_quotes(found, value[1:].rstrip("\"'"))
        if value[0] in "\"'":
            likely = code if code is Code.YAML_ESCAPE else Code.YAML_AFTER_QUOTE
            yield likely, _in_quotes(found, value[1:-1] if value[-1] == value[0] and len(value) > 1 else value)
        if not _BRACKETED.fullmatch(value):
            yield _why(code, value), _in_quotes(found, value)


def _in_front(line: str) -> Iterator[tuple[Code, str]]:
    if "\t" in line:
        yield Code.YAML_TAB, line.replace("\t", "  ")
    if bullet := _BULLET.match(line):
        yield Code.YAML_BULLET, f"{bullet[1]}- {line[bullet.end() :]}"


_ELIDED = re.compile(r"'(?:ns|[kmnrst])\s")
"""An apostrophe that is the begin of a Dutch word: `'s Ochtends`, `'t`."""

_BRACKETED = re.compile(r"\[.*\]|\{.*\}")


def _in_brackets(line: str, found: re.Match[str]) -> Iterator[tuple[Code, str]]:
    """The line with the bracket that is missing at its end, or with quotes around each text in the brackets that needs them."""
    value = found["value"]
    closing = {"[": "]", "{": "}"}.get(value[0])
    if closing and value.count(value[0]) > value.count(closing):
        yield Code.YAML_BRACKETS, line.rstrip() + closing
    if closing == "]" and value[-1] == closing and not set(value[1:-1]) & set("[]{}\"'"):
        parts = [part.strip() for part in value[1:-1].split(",") if part.strip()]
        quoted = ", ".join(part if re.fullmatch(r"[\w -]+", part) else json.dumps(part, ensure_ascii=False) for part in parts)
        yield Code.YAML_BRACKETS, f"{line[: found.start('value')]}[{quoted}]"


def _elided(line: str, found: re.Match[str]) -> Iterator[tuple[Code, str]]:
    """The line with quotes around each text that begins with the apostrophe of a word."""
    value = found["value"]
    if _ELIDED.match(value) and value[-1] != "'":
        yield Code.YAML_QUOTE, _in_quotes(found, value)
    if value[0] in "[{":
        yield Code.YAML_QUOTE, line[: found.start("value")] + "".join(map(_with_quotes_where_elided, re.split(r"([\[\]{},])", value)))


def _with_quotes_where_elided(part: str) -> str:
    """One text between brackets and commas, in quotes if it begins with the apostrophe of a word."""
    key, colon, text = part.rpartition(": ")
    words = text.strip()
    is_elided = _ELIDED.match(words) and words[-1] != "'"
    return f"{key}{colon}{text[: len(text) - len(text.lstrip())]}{json.dumps(words, ensure_ascii=False)}" if is_elided else part


def _why(code: Code, value: str) -> Code:
    """The code for a text that quotation marks mend."""
    if value[0] in "[{&*!|>%@`?-,#" and code not in {Code.YAML_ALIAS, Code.YAML_TAG, Code.YAML_TAB}:
        return Code.YAML_CHARACTER
    return Code.YAML_COLON if code in {Code.YAML_INDENT, Code.YAML_SYNTAX} else code


def _in_quotes(found: re.Match[str], value: str) -> str:
    groups = found.groupdict()
    start = f"{groups['before']}{groups['key']}:" if groups.get("key") else groups["before"]
    is_single = ('"' in value or "\\" in value) and "'" not in value
    return f"{start} '{value}'" if is_single else f"{start} {json.dumps(value, ensure_ascii=False)}"


def _bare(value: str) -> str:
    """A text without the quotes around it, or without the one before or behind it."""
    return value.strip("\"'" + _OPENING + _CLOSING)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_INVISIBLE = "\u00a0\u2000-\u200b\u202f\u205f\u3000\u2060"
_AROUND_A_KEY = re.compile(
    rf"(?P<indent>[ {_INVISIBLE}]*)(?P<dash>(?:-[ {_INVISIBLE}]+)*)(?P<key>[\w-]+[ {_INVISIBLE}]*:)(?P<gap>[ {_INVISIBLE}]*+)(?P<rest>.*)"
)
_ONE = re.compile(f"[{_INVISIBLE}]")


def invisible_space(line: str) -> tuple[str, str] | None:
    """The invisible sign that stands where YAML needs a space, and the line with spaces; None for a line without one."""
    found = _AROUND_A_KEY.fullmatch(line)
    around = f"{found['indent']}{found['dash']}{found['key']}{found['gap']}" if found else ""
    sign = _ONE.search(around)
    if not found or not sign:
        return None
    made = "".join(_ONE.sub(lambda one: "" if one[0] in "\u200b\u2060" else " ", found[part]) for part in ("indent", "dash", "key", "gap"))
    return f"U+{ord(sign[0]):04X}", made + found["rest"]
