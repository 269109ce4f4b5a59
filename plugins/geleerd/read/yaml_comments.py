"""Comments in YAML that swallow words which somebody meant as text: YAML leaves out all that follows a space and a `#`."""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.free_texts import free_text_keys
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
_TAG_LIKE = re.compile(r"(?<!#)#+\w[^\s,\]}]*")
_BRACKETS = re.compile(r"([\[\]{},])")
_LINES_OF_A_BRACKET = 20
_KEY_LIKE = re.compile(r"#+\s*[\w-]+:(?:\s|$)")

_Found = tuple[Code, int, str]
"""A code, the first line of a text, counted from 0, and the line that mends it."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """Where a scalar stands in a YAML text: from a line and column to a line and column, all counted from 0, below which key.

    A plain one has no quotes; `words` is what it says.
    """

    begin: tuple[int, int]
    end: tuple[int, int]
    plain: bool
    words: str
    key: str = ""


def swallowed_texts(text: str, scalars: Iterable[Scalar], file: str, first_line: int) -> Iterator[Problem]:
    """A problem for every comment that is surely text (`Zie #samen`), and a hint for one behind a text in somebody's own words.

    A `#` that stands against a word is a hashtag or a number; a comment has a space behind it, or a line of its own. Each problem
    hands over the line with the text in quotes; where that takes the place of more lines, `until` is the last of them.
    """
    lines = text.split("\n")
    on_line = _by_line(scalars, len(lines))
    for number, line in enumerate(lines):
        column = _comment_in(line, number, on_line[number])
        if column is not None and (found := _swallowed(lines, number, column, on_line)):
            code, begin, mended = found
            until = {"until": first_line + number} if begin < number else {}
            words = {"text": line[column:].strip()[:80], "lines": (mended,), "line": first_line + begin, **until}
            yield Problem(Place(file, first_line + begin), code, words)


def swallowed_bracket(lines: list[str], last: int) -> tuple[int, dict[str, object]] | None:
    """The line, up to `last`, whose `#` swallows the end of a bracket, and the words of the problem; None when there is no such line."""
    for number in range(last, max(-1, last - _LINES_OF_A_BRACKET), -1):
        line = lines[number]
        mended = "".join(map(_without_hash, _BRACKETS.split(line)))
        if mended != line:
            column = re.search(r"(?<=[\s,\[{])#+\w", line)
            return number, {"text": line[column.start() if column else 0 :].strip()[:80], "lines": (mended,)}
    return None


def swallowed_inside(lines: list[str], scalar: Scalar, wrong: int) -> tuple[int, dict[str, object]] | None:
    """As `swallowed_bracket`, for a text of several lines of which `#` takes a part, so that nothing joins the lines below to it.

    `scalar` is the last one that could be read; `wrong` the line on which reading stopped.
    """
    first, end = scalar.begin[0], scalar.end[0]
    last = end
    while last + 1 < len(lines) and lines[last + 1].strip() and _indent(lines[last + 1]) > _indent(lines[first]):
        last += 1
    taken = (lines[end][scalar.end[1] :].strip() or lines[min(end + 1, last)].strip()) if last > end else ""
    if not scalar.plain or not end < wrong <= last + 1 or not _TAG_LIKE.match(taken) or _KEY_LIKE.match(taken):
        return None
    return first, {"text": taken[:80], "lines": (_in_quotes(lines, scalar, last),), "until": last}


def _without_hash(part: str) -> str:
    """One text between brackets and commas, in quotes if it holds a word that begins with `#`."""
    if '"' in part or "'" in part or not re.search(r"(?:^|\s)#+\w", part):
        return part
    key, colon, value = part.rpartition(": ")
    before = key + colon + " " * (len(value) - len(value.lstrip()))
    return before + _quoted(value.strip())


def _by_line(scalars: Iterable[Scalar], count: int) -> Mapping[int, list[Scalar]]:
    found: dict[int, list[Scalar]] = defaultdict(list)
    for scalar in scalars:
        for number in range(scalar.begin[0], min(scalar.end[0], count - 1) + 1):
            found[number].append(scalar)
    return found


def _comment_in(line: str, number: int, scalars: list[Scalar]) -> int | None:
    """The column of the comment on a line, if it has one: a `#` inside a scalar begins none."""
    begins = [scalar.begin for scalar in scalars]
    for mark in _COMMENT.finditer(line):
        before = bisect_right(begins, (number, mark.start())) - 1
        if before < 0 or scalars[before].end <= (number, mark.start()):
            return mark.start()
    return None


def _swallowed(lines: list[str], number: int, column: int, on_line: Mapping[int, list[Scalar]]) -> _Found | None:
    """The code for a comment that may be text, the first line of that text, and the line that mends it; None for a plain comment."""
    before, comment = lines[number][:column].rstrip(), lines[number][column:].strip()
    glued = _TAG_LIKE.match(comment) is not None
    if not before.strip():
        return _continued(lines, number, on_line[number - 1]) if glued and not _KEY_LIKE.match(comment) else None
    scalar = next((one for one in on_line[number] if one.plain and one.end == (number, len(before)) and one.begin != one.end), None)
    if scalar:
        said = "\n".join([*lines[scalar.begin[0] : number], before])[scalar.begin[1] :]
        is_text = glued or len(said.split()) > 1 or scalar.key in free_text_keys()
        code = Code.SWALLOWED_TEXT if glued else Code.COMMENT_BEHIND_TEXT
        return (code, scalar.begin[0], _in_quotes(lines, scalar, number)) if is_text else None
    quoted = next((one for one in on_line[number] if not one.plain and one.end == (number, len(before)) and one.begin[0] == number), None)
    if glued and quoted:
        return Code.SWALLOWED_TEXT, number, before[: quoted.begin[1]] + _quoted(f"{quoted.words} {comment}")
    return (Code.SWALLOWED_TEXT, number, _with_quotes(before, comment)) if glued else None


def _continued(lines: list[str], number: int, above: list[Scalar]) -> _Found | None:
    """The same for a line that begins with `#` and that was meant to go on with the text above it, since it stands further in."""
    scalar = next((one for one in above if one.plain and one.end == (number - 1, len(lines[number - 1].rstrip()))), None)
    if scalar is None or scalar.begin == scalar.end or _indent(lines[number]) <= _indent(lines[scalar.begin[0]]):
        return None
    return Code.SWALLOWED_TEXT, scalar.begin[0], _in_quotes(lines, scalar, number)


def _in_quotes(lines: list[str], scalar: Scalar, last: int) -> str:
    first = scalar.begin[0]
    said = [lines[first][scalar.begin[1] :], *lines[first + 1 : last + 1]] if first < last else [lines[last][scalar.begin[1] :]]
    return lines[first][: scalar.begin[1]] + _quoted(" ".join(part.strip() for part in said))


def _with_quotes(before: str, comment: str) -> str:
    """The line with quotes around the words, where a text may begin; elsewhere they become a real comment."""
    if before.endswith((":", "-")):
        return f"{before} {_quoted(comment.strip())}"
    if before.endswith((",", "[")):
        return _TAG_LIKE.sub(lambda found: f"{before} {_quoted(found[0])}", comment, count=1)
    return f"{before} # {comment.lstrip('#').strip()}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
