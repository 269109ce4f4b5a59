"""A meeting script from work formats: every format in order, with clock times, as far as they say how long they take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geleerd.commonmark.escaped import escaped_cell, escaped_line
from geleerd.commonmark.plain_text import plain
from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.declarations.meeting_steps import meeting_steps

_DAY = 24 * 60

ROUND = 5
"""Minutes by which the times of a meeting go up, where the parts allow it."""

UNTOLD = 15
"""Minutes for a format that does not say how long it takes."""


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """A part of a meeting: its name, the least and most minutes that it takes, and what to get ready."""

    name: str
    least: int
    most: int
    materials: tuple[str, ...]


def part_of(fields: WorkFormat) -> MeetingPart:
    """A work format as a part of a meeting."""
    least, most = (fields.duration.span if fields.duration else None) or (UNTOLD, UNTOLD)
    return MeetingPart(fields.title or "", least, most, tuple(map(plain, fields.materials)))


def meeting_parts(formats: Sequence[WorkFormat]) -> tuple[MeetingPart, ...]:
    """Every format as a part; of one format alone that is a meeting of its own, each of its steps."""
    steps = meeting_steps(formats[0]) if len(formats) == 1 else ()
    if not steps:
        return tuple(map(part_of, formats))
    first, *others = (MeetingPart(step.title, step.least, step.most, ()) for step in steps)
    return (replace(first, materials=part_of(formats[0]).materials), *others)


def minutes_for(parts: Sequence[MeetingPart], wanted: int | None) -> tuple[int, ...]:
    """The minutes of every part: the least of each, or as near to what is wanted together as their ranges allow, each by the same share.

    Parts take five minutes more at a time, since nobody begins at 09:14; only what is left over makes one part longer by less.
    """
    least, most = sum(part.least for part in parts), sum(part.most for part in parts)
    if wanted is None or most == least:
        return tuple(part.least for part in parts)
    share = min(1.0, max(0.0, (wanted - least) / (most - least)))
    exact = [part.least + share * (part.most - part.least) for part in parts]
    made = [max(part.least, int(value) // ROUND * ROUND) for part, value in zip(parts, exact, strict=True)]
    order = sorted(range(len(parts)), key=lambda place: (made[place] - exact[place], place))
    left = min(most, max(least, wanted)) - sum(made)
    for is_round in (True, False):
        while more := _longer(parts, made, order, left, is_round=is_round):
            left -= more
    return tuple(made)


def _longer(parts: Sequence[MeetingPart], made: list[int], order: Sequence[int], left: int, *, is_round: bool) -> int:
    """Makes parts longer in their order, to a round number of minutes or by all that is left; the minutes that they took."""
    taken = 0
    for place in order:
        room = parts[place].most - made[place]
        more = ROUND - made[place] % ROUND if is_round else min(room, left - taken)
        if more <= min(room, left - taken):
            made[place] += more
            taken += more
    return taken


def script_of(parts: Sequence[MeetingPart], start: int, wanted: int | None, words: Catalogue) -> Iterator[str]:
    """The lines of a script in Markdown that begins `start` minutes after midnight: a table with times, and what to get ready."""
    yield f"| {words.say('planner-start')} | | {words.value('unit', 'minutes', 2)} |"
    yield "| --- | --- | --- |"
    at = start
    for part, minutes in zip(parts, minutes_for(parts, wanted), strict=True):
        yield f"| {_clock(at)}–{_clock(at + minutes)} | {escaped_cell(part.name)} | {minutes} |"
        at += minutes
    if needed := tuple(dict.fromkeys(material for part in parts for material in part.materials)):
        yield from ("", f"{words.say('planner-materials')}:", "", *(f"- {escaped_line(material)}" for material in needed))


def _clock(minutes: int) -> str:
    return f"{minutes % _DAY // 60:02d}:{minutes % 60:02d}"
