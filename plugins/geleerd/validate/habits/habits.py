"""Everything in a document that means something to other programs alone, as problems."""

from collections.abc import Iterator

from geleerd.commonmark.outline import outline_of
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import markdown_in
from geleerd.model.documents import Document
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.validate.habits.boxes import boxes_in
from geleerd.validate.habits.habit import Habit
from geleerd.validate.habits.in_front import in_front
from geleerd.validate.habits.lists import lists_in
from geleerd.validate.habits.plain_fields import marks_in_plain_fields
from geleerd.validate.habits.signs import signs_in
from geleerd.validate.habits.spaces import spaces_in


def habits_of(document: Document, fields: Declared | None) -> Iterator[Problem]:
    """A problem for every such mark in the body, and in the fields with Markdown of an entry."""
    for habit in habits_in(document.body.text, is_field=False):
        yield _problem(Place(document.path, document.body.line + habit.line), habit)
    for path, text in markdown_in(fields) if fields else ():
        for habit in habits_in(text, is_field=True):
            place, lines = in_front(document, path, text, habit)
            yield _problem(place, habit, lines)
    yield from marks_in_plain_fields(document, fields) if fields else ()


def habits_in(text: str, *, is_field: bool) -> Iterator[Habit]:
    """Such marks in a text. What stands inside a box belongs to the box: its lines are told once."""
    outline = outline_of(text)
    boxes = tuple(boxes_in(text, outline, is_field=is_field))
    boxed = {line for box in boxes for line in range(box.line, box.last + 1)}
    yield from boxes
    for habit in (*lists_in(text, outline), *spaces_in(text, outline, is_field=is_field), *signs_in(text, outline, is_field=is_field)):
        if habit.line not in boxed or habit.code is Code.PRIVATE_NOTE:
            yield habit


def _problem(place: Place, habit: Habit, lines: tuple[str, ...] | None = None) -> Problem:
    shown = habit.lines if lines is None else lines
    until = {"until": place.line + habit.last - habit.line} if shown and habit.last > habit.line else {}
    return Problem(place, habit.code, {"value": habit.value, **({"lines": shown, "line": place.line} if shown else {}), **until})
