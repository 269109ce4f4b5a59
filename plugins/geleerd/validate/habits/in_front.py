"""Where a line of a field stands in the front matter, and what to write there."""

import json
import re

from geleerd.model.documents import Document
from geleerd.model.problems import KeyPath, Place
from geleerd.validate.habits.habit import Habit

_NEEDS_QUOTES = re.compile(r"[-*`&!@\[\]{}>|%#?:'\",]|.*(?:: | #)")


def in_front(document: Document, path: KeyPath, text: str, habit: Habit) -> tuple[Place, tuple[str, ...]]:
    """The line of the file with a habit in a field, and the lines to write there.

    A text that YAML folded over several lines has the place of its field, and no lines: these would need the whole field.
    """
    place = document.place(path)
    written = document.front.text.split("\n")
    wanted = text.split("\n")[habit.line : habit.last + 1]
    first = place.line - document.front.line
    for number in range(max(0, first), min(first + habit.line + 3, len(written))):
        found = written[number : number + len(wanted)]
        if len(found) == len(wanted) and all(want in line for want, line in zip(wanted, found, strict=True)):
            return Place(place.file, document.front.line + number), tuple(_mended(found, wanted, habit, is_key_line=number == first))
    return place, ()


def _mended(found: list[str], wanted: list[str], habit: Habit, *, is_key_line: bool) -> list[str]:
    before, _, after = found[0].partition(wanted[0])
    if not is_key_line:
        return [f"{before}{line}".rstrip() for line in habit.lines]
    if len(habit.lines) != 1:
        return []
    line = habit.lines[0]
    if before.endswith(('"', "'")):
        return [f"{before}{line}{after}"] if before[-1] not in line and "\\" not in line else []
    return [f"{before}{json.dumps(line, ensure_ascii=False) if _NEEDS_QUOTES.match(line) else line}{after}"]
