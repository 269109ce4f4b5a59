"""Where every key and value stands in a YAML text, so that one of them can be written anew and all else stays as it is."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import yaml

from geleerd.model.frozen import Frozen
from geleerd.model.problems import KeyPath

Point = tuple[int, int]
"""A line and a column, both counted from 0."""


@dataclass(frozen=True, slots=True)
class Piece:
    """From where to where something stands in a text. `is_open`: a list or mapping on lines of its own, or a text of several lines."""

    begin: Point
    end: Point
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """The pieces of a YAML text: its keys and its values, by their path, and its lines."""

    keys: Mapping[KeyPath, Piece]
    values: Mapping[KeyPath, Piece]
    lines: tuple[str, ...]


@lru_cache(maxsize=4)
def places_in(text: str) -> Places:
    """The places in a YAML text; as far as it can be read."""
    reader = _Reader(text)
    with contextlib.suppress(yaml.YAMLError):
        reader.read()
    return Places(Frozen(reader.keys), Frozen(reader.values), tuple(text.split("\n")))


class _Reader:
    def __init__(self, text: str) -> None:
        self.keys: dict[KeyPath, Piece] = {}
        self.values: dict[KeyPath, Piece] = {}
        self._lines = text.split("\n")
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def read(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                self._node(event, ())

    def _node(self, event: yaml.Event, path: KeyPath) -> None:
        begin, end, is_open = _begin(event), _end(event), False
        if isinstance(event, yaml.CollectionStartEvent):
            is_open = not event.flow_style
            end = self._inside(event, path)
        elif isinstance(event, yaml.ScalarEvent):
            is_open = event.style in {"|", ">"}
        self.values[path] = Piece(begin, self._trimmed(end) if is_open else end, is_open)

    def _inside(self, event: yaml.Event, path: KeyPath) -> Point:
        """The end of a list or mapping, whose parts are read on the way."""
        number = 0
        for inner in self._events:
            if isinstance(inner, yaml.CollectionEndEvent):
                return _end(inner)
            if isinstance(event, yaml.SequenceStartEvent):
                self._node(inner, (*path, number))
                number += 1
            else:
                key = str(getattr(inner, "value", ""))
                self.keys[*path, key] = Piece(_begin(inner), _end(inner))
                self._node(next(self._events), (*path, key))
        return (len(self._lines), 0)

    def _trimmed(self, end: Point) -> Point:
        """The end of the last line that says anything before the next key."""
        line, column = min(end[0], len(self._lines) - 1), end[1]
        while line > 0 and not self._lines[line][:column].strip():
            line -= 1
            column = len(self._lines[line])
        return line, column


def _begin(event: yaml.Event) -> Point:
    return (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)


def _end(event: yaml.Event) -> Point:
    return (event.end_mark.line, event.end_mark.column) if event.end_mark else (0, 0)
