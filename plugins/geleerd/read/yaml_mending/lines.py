"""Writes lines of a front matter anew: a value or a key in the place of another, and all else as it was."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geleerd.model.problems import KeyPath
from geleerd.read.yaml_mending.places import Piece, Places, places_in

_PLAIN = re.compile(r"(?:[^\W_]|/)(?:[\w ./@%+()–-]*[\w/)%+])?")
"""Texts that need no quotes, between brackets neither. A scalar is a text here, so a number or `no` needs none."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines to put in the place of others, from `first` to `last`, counted from 0 in the text."""

    first: int
    last: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text of several lines, to be written as such."""

    lines: tuple[str, ...]


def written(value: object) -> str:
    """A value on one line: a text in quotes only where YAML would read it otherwise, lists and mappings in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def shown(value: object) -> str:
    """The beginning of a value as it could stand in a file."""
    return written(value)[:80] if isinstance(value, (list, dict)) else str(value)[:80]


def with_values(text: str, values: Mapping[KeyPath, object]) -> Mended | None:
    """The lines with other values at these paths; None when one of them has no place in the text."""
    places = places_in(text)
    if not all(path in places.values for path in values):
        return None
    return _replaced(places.lines, [_edit(places, path, value) for path, value in values.items()])


def with_key(text: str, path: KeyPath, key: str) -> Mended | None:
    """The line with another name for the key at this path."""
    places = places_in(text)
    return _replaced(places.lines, [(places.keys[path], key)]) if path in places.keys else None


def with_line(text: str, line: str) -> Mended:
    """The first line, with another above it."""
    return Mended(0, 0, (line, text.split("\n", 1)[0]))


def as_written(text: str, path: KeyPath) -> str | None:
    """The value at this path as it is written, on one line."""
    return " ".join(lines_at(text, path)) if path in places_in(text).values else None


def lines_at(text: str, path: KeyPath) -> tuple[str, ...]:
    """The lines of the value at this path as they are written; none where there is no value."""
    places = places_in(text)
    return tuple(part.strip() for part in _between(places.lines, places.values[path])) if path in places.values else ()


def holds_comment(text: str, path: KeyPath) -> bool:
    """Whether a comment stands in the lines of the value at this path; of the empty path, anywhere in the text."""
    if "#" not in text:
        return False
    places = places_in(text)
    inner = [piece for other, piece in places.values.items() if other[: len(path)] == path]
    leaves = [piece for piece in inner if not any(_is_inside(other, piece) for other in inner if other is not piece)]
    words = "\n".join(_between(places.lines, _to_line_end(places, places.values[path]))) if path else text
    said = sum("\n".join(_between(places.lines, leaf)).count("#") for leaf in leaves)
    return words.count("#") > said


def _is_inside(inner: Piece, outer: Piece) -> bool:
    return outer.begin <= inner.begin and inner.end <= outer.end


def _to_line_end(places: Places, piece: Piece) -> Piece:
    """The piece with what stands behind its end, if that goes away with it."""
    line = piece.end[0]
    return Piece(piece.begin, (line, len(places.lines[line]))) if piece.is_open and line < len(places.lines) else piece


def _edit(places: Places, path: KeyPath, value: object) -> tuple[Piece, str]:
    """Where to write a value, and what. A value on lines of its own moves behind its key."""
    key, place = places.keys.get(path), places.values[path]
    begin = key.end if key and (place.is_open or isinstance(value, TextBlock)) else place.begin
    if isinstance(value, TextBlock):
        indent = " " * (_indent(places.lines[begin[0]]) + 2)
        return Piece(begin, place.end), ": |\n" + "\n".join(f"{indent}{line}".rstrip() for line in value.lines)
    said = _in_quotes(value, _quote(places.lines, place)) if isinstance(value, str) else written(value)
    if place.begin == place.end and not place.is_open:
        said = f" {said}"
    return Piece(begin, place.end), f": {said}" if begin != place.begin else said


def _quote(lines: Sequence[str], place: Piece) -> str:
    """The quotation mark with which a value begins; empty where it has none."""
    line, column = place.begin
    sign = lines[line][column : column + 1] if line < len(lines) else ""
    return sign if sign in {'"', "'"} else ""


def _in_quotes(text: str, quote: str) -> str:
    if quote == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False) if quote else written(text)


def _replaced(lines: Sequence[str], edits: Iterable[tuple[Piece, str]]) -> Mended:
    """The lines that the edits touch, after all of them."""
    ordered = sorted(edits, key=lambda edit: edit[0].begin)
    first, last = ordered[0][0].begin[0], max(piece.end[0] for piece, _ in ordered)
    made, at = "", (first, 0)
    for piece, said in ordered:
        made += "\n".join(_between(lines, Piece(at, piece.begin))) + said
        at = piece.end
    made += "\n".join(_between(lines, Piece(at, (last, len(lines[last])))))
    return Mended(first, last, tuple(made.split("\n")))


def _between(lines: Sequence[str], piece: Piece) -> list[str]:
    (first, start), (last, stop) = piece.begin, piece.end
    if first == last:
        return [lines[first][start:stop]]
    return [lines[first][start:], *lines[first + 1 : last], lines[last][:stop] if last < len(lines) else ""]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
