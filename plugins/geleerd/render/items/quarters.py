"""Lays a card out in quarters of a sheet: no step is parted, and whatever does not fit goes on in a next quarter.

How high something will be is estimated, in millimetres, from its number of characters and the sizes in `deck.css`: a little too high, so
that no browser's letters run out of the quarter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from markupsafe import Markup

from geleerd.render.parts.field_views import FieldView
from geleerd.render.parts.time_bar import Slice
from geleerd.texts.field_texts import ShownText

SHOWN = ("goal", "invitation", "materials", "space", "steps", "pitfalls")
"""What a facilitator needs in the room, in this order."""

_ROOM = 134.0
_AGAIN = 10.0
_NUMBERS = 16.0
_CODE = 20.0
_TITLE_LINE, _HEADING, _LINE, _GAP, _BAR = 5.6, 5.4, 3.7, 1.7, 3.5
_TITLE_SIGNS, _SIGNS, _STEP_SIGNS = 27, 64, 58
"""Characters on a line of a title, of a text and of a step."""


@dataclass(frozen=True, slots=True)
class QuarterPart:
    """A field in a quarter, or some of its entries: those from number `start`, counted from 0. Only the first part has the label."""

    view: FieldView
    start: int = 0


@dataclass(frozen=True, slots=True)
class Quarter:
    """What stands in a quarter of a sheet. `time_bar` has the times of its steps; `is_long`: one thing in it is higher than a quarter."""

    number: int
    parts: tuple[QuarterPart, ...]
    time_bar: tuple[Slice, ...]
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is never parted: a text, or one entry of a list."""

    part: QuarterPart
    height: float


def quarters_of(title: str, fields: Mapping[str, FieldView], time_bar: Sequence[Slice]) -> tuple[Quarter, ...]:
    """The quarters of a card, in order: at least one."""
    head = max(_CODE, _TITLE_LINE * ceil(len(title) / _TITLE_SIGNS)) + _NUMBERS
    filled: list[list[_Piece]] = [[]]
    left = _ROOM - head
    for piece in (piece for key in SHOWN if key in fields for piece in _pieces(fields[key], has_times=bool(time_bar))):
        if piece.height > left and (filled[-1] or left < _ROOM - _AGAIN):
            filled.append([])
            left = _ROOM - _AGAIN
        filled[-1].append(piece)
        left -= piece.height
    return tuple(_quarter(number, pieces, time_bar) for number, pieces in enumerate(filled, 1))


def _quarter(number: int, pieces: Sequence[_Piece], time_bar: Sequence[Slice]) -> Quarter:
    parts = tuple(_joined([piece.part for piece in same]) for _, same in groupby(pieces, key=lambda piece: piece.part.view.key))
    steps = [part for part in parts if part.view.key == "steps"]
    bar = tuple(time_bar[steps[0].start : steps[0].start + len(_entries(steps[0].view))]) if steps and time_bar else ()
    return Quarter(number, parts, bar, any(piece.height > _ROOM - _AGAIN for piece in pieces))


def _joined(parts: Sequence[QuarterPart]) -> QuarterPart:
    """Entries of one field as one part again."""
    first = parts[0]
    if len(parts) == 1:
        return first
    entries = tuple(entry for part in parts for entry in _entries(part.view))
    return replace(first, view=replace(first.view, value=entries))


def _pieces(view: FieldView, *, has_times: bool) -> Iterator[_Piece]:
    entries = _entries(view)
    if not entries:
        yield _Piece(QuarterPart(view), _HEADING + _height(view.value, _SIGNS) + _GAP)
    for number, entry in enumerate(entries):
        top = 0.0 if number else _HEADING + (_BAR if has_times and view.key == "steps" else 0)
        yield _Piece(QuarterPart(replace(view, value=(entry,)), number), top + _height(entry, _SIGNS) + _GAP)


def _entries(view: FieldView) -> tuple[object, ...]:
    return view.value if isinstance(view.value, tuple) else ()


def _height(value: object, signs: int) -> float:
    """The height of a text, or of a step with its title, its minutes and its instruction."""
    if isinstance(value, Mapping):
        title, said = str(value.get("title") or ""), value.get("instruction")
        return _LINE * (1 + ceil(len(title) / _STEP_SIGNS)) + (_height(said, _STEP_SIGNS) if said else 0)
    text = value.block if isinstance(value, ShownText) else Markup.escape(value)
    blocks = max(1, sum(text.count(tag) for tag in ("<p", "<li", "<br", "<tr", "<h")))
    return _LINE * (ceil(len(text.striptags()) / signs) + (blocks - 1)) + _GAP * (blocks - 1)
