"""What stands around the cursor in a front matter that is half typed, so that no reader of YAML could read it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FENCE = re.compile(r"---[ \t]*")
_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?:(?P<key>[\w-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?=\s|$)(?P<value>.*))?")
_BLOCK = re.compile(r"\s*[|>][+-]?\d?[+-]?\s*(?:#.*)?")
_PIECE = re.compile(r"(?:(?P<key>[\w-]+)[ \t]*:[ \t]+)?(?P<typed>.*)")
_INNER_KEY = re.compile(r"(?:^|[{,])\s*([\w-]+)\s*:")
_TYPE = re.compile(r"type:[ \t]+[\"']?([\w-]+)")


@dataclass(frozen=True, slots=True)
class CursorSpot:
    """The place of the cursor in a front matter.

    `path` are the keys that lead there; where a value is expected, the last is that of its field. What is `typed` of a word begins at the
    column `begin`. `beside` are the keys that stand there already, and `indent` is the column where the keys of this place begin.
    """

    path: tuple[str, ...]
    typed: str
    begin: int
    takes_key: bool = False
    takes_value: bool = False
    beside: frozenset[str] = frozenset()
    indent: int = 0
    inline: bool = False


def front_of(lines: Sequence[str]) -> tuple[int, int] | None:
    """The lines after the first fence, and before the second, from `begin` to `end`; without a second one, all that follow."""
    first = next((number for number, line in enumerate(lines) if line.strip("\ufeff \t")), len(lines))
    if first == len(lines) or not _FENCE.fullmatch(lines[first].lstrip("\ufeff")):
        return None
    last = next((number for number in range(first + 1, len(lines)) if _FENCE.fullmatch(lines[number])), len(lines))
    return first + 1, last


def type_written(lines: Sequence[str]) -> str:
    """The type that a front matter gives, as it is written; empty when it gives none."""
    begin, end = front_of(lines) or (0, 0)
    return next((found[1] for line in lines[begin:end] if (found := _TYPE.match(line))), "")


def spot_at(lines: Sequence[str], number: int, column: int) -> CursorSpot | None:
    """What stands around a column of a line, counted from 0; None outside the front matter, and inside a text of several lines."""
    front = front_of(lines)
    if front is None or not front[0] <= number < front[1] or _is_in_block(lines, front[0], number):
        return None
    found = _taken_apart(lines[number][:column])
    path = _above(lines, front[0], number, found)
    if found["key"] is not None:
        return _in_value(found["value"], column, (*path, _bare(found["key"])))
    written = lines[number][found.end("dashes") : column]
    if written.lstrip().startswith(("{", "[")):
        return _in_value(written, column, path)
    indent = found.end("dashes")
    typed = written.lstrip("\"'")
    return CursorSpot(
        path=path,
        typed=typed,
        begin=column - len(typed),
        takes_key=written == typed,
        takes_value=bool(found["dashes"]),
        beside=_beside(lines, front, number, indent),
        indent=indent,
    )


def _taken_apart(line: str) -> re.Match[str]:
    found = _LINE.match(line)
    assert found is not None  # noqa: S101  # every part of it may be empty
    return found


def _bare(key: str) -> str:
    return key.strip("\"'")


def _in_value(value: str, column: int, path: tuple[str, ...]) -> CursorSpot:
    """The place inside a value on one line, also between its brackets."""
    opened: list[int] = []
    for at, sign in enumerate(value):
        if sign in "[{":
            opened.append(at)
        elif sign in "]}" and opened:
            opened.pop()
    piece = value[max(value.rfind(",", opened[-1]), opened[-1]) + 1 :] if opened else value
    if not opened or value[opened[-1]] == "[":
        typed = piece.lstrip(" \t\"'")
        return CursorSpot(path, typed, column - len(typed), takes_value=True)
    found = _PIECE.fullmatch(piece.lstrip())
    typed = (found["typed"] if found else piece).lstrip("\"'")
    if found and found["key"]:
        return CursorSpot((*path, found["key"]), typed, column - len(typed), takes_value=True)
    beside = frozenset(_INNER_KEY.findall(value[opened[-1] :]))
    return CursorSpot(path, typed, column - len(typed), takes_key=True, beside=beside, inline=True)


def _above(lines: Sequence[str], first: int, number: int, found: re.Match[str]) -> tuple[str, ...]:
    """The keys that lead to a line, by how far the lines above it are indented."""
    path: list[str] = []
    is_point = bool(found["dashes"])
    column = found.end("indent") if is_point else found.end("dashes")
    for above in range(number - 1, first - 1, -1):
        if not _says_something(lines[above]):
            continue
        line = _taken_apart(lines[above])
        start, at = line.end("indent"), line.end("dashes")
        if not is_point and at == column and line["dashes"]:
            column, is_point = start, True
        elif line["key"] is not None and (at < column or (is_point and at == column and not line["dashes"])):
            path.append(_bare(line["key"]))
            column, is_point = start, bool(line["dashes"])
        if column == 0 and not is_point:
            break
    return tuple(reversed(path))


def _beside(lines: Sequence[str], front: tuple[int, int], number: int, column: int) -> frozenset[str]:
    """The keys of the mapping in which a line stands, but for its own."""
    found: set[str] = set()
    above = range(number - 1, front[0] - 1, -1) if not _taken_apart(lines[number])["dashes"] else range(0)
    for numbers, is_above in ((above, True), (range(number + 1, front[1]), False)):
        for line in (_taken_apart(lines[each]) for each in numbers if _says_something(lines[each])):
            begins_point = line.end("indent") < column
            if (begins_point and not is_above) or (line.end("dashes") < column and begins_point):
                break
            if line["key"] is not None and line.end("dashes") == column:
                found.add(_bare(line["key"]))
            if begins_point:
                break
    return frozenset(found)


def _is_in_block(lines: Sequence[str], first: int, number: int) -> bool:
    """Whether a line is part of a text of several lines that begins with `|` or `>`."""
    indent = _taken_apart(lines[number]).end("indent")
    for above in range(number - 1, first - 1, -1):
        if not lines[above].strip():
            continue
        line = _taken_apart(lines[above])
        if line.end("indent") < indent:
            if line["key"] is not None or line["dashes"]:
                return bool(_BLOCK.fullmatch(line["value"] if line["key"] is not None else lines[above][line.end("dashes") :]))
            indent = line.end("indent")
    return False


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
