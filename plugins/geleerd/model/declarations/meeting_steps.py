"""The steps of a work format as parts of a meeting, each with the least and the most minutes that it can take."""

from collections.abc import Iterator
from dataclasses import dataclass

from geleerd.model.declarations.item_types import WorkFormat

FEWEST_STEPS = 4
"""Steps with minutes that a work format needs to be a meeting of its own."""


@dataclass(frozen=True, slots=True)
class MeetingStep:
    """A step: its title, the minutes that it is meant to take, and how short and how long it can be."""

    title: str
    minutes: int
    least: int
    most: int


def meeting_steps(fields: WorkFormat) -> tuple[MeetingStep, ...]:
    """The steps of a format that is a meeting of its own; none of another."""
    is_whole = len(fields.steps) >= FEWEST_STEPS and all(step.minutes for step in fields.steps)
    return tuple(_steps(fields)) if is_whole else ()


def _steps(fields: WorkFormat) -> Iterator[MeetingStep]:
    """Every step. One without a range of its own takes the same share of the whole when that takes as little or as much as it can."""
    total = sum(step.minutes or 0 for step in fields.steps)
    least, most = (fields.duration.span if fields.duration else None) or (total, total)
    for step in fields.steps:
        minutes = step.minutes or 0
        shortest = step.min or max(1, round(minutes * least / total))
        yield MeetingStep(step.title, minutes, min(minutes, shortest), max(minutes, step.max or round(minutes * most / total)))
