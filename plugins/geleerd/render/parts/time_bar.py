"""The time of a work format's steps, one after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from geleerd.model.declarations.part_types import Step


@dataclass(frozen=True, slots=True)
class Slice:
    """When a step starts and ends, in minutes from the beginning."""

    start: int
    end: int

    @property
    def clock(self) -> str:
        """When it starts on a clock that began at 0:00, as hours and minutes."""
        return f"{self.start // 60}:{self.start % 60:02d}"


def time_bar(steps: Sequence[Step]) -> tuple[Slice, ...]:
    """The slices of all steps; none when a step has no minutes, since the bar would not add up."""
    if len(steps) < 2 or not all(step.minutes for step in steps):
        return ()
    ends = tuple(accumulate(step.minutes or 0 for step in steps))
    return tuple(Slice(start, end) for start, end in zip((0, *ends), ends, strict=False))
