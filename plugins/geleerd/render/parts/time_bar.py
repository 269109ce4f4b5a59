"""The times of a work format's steps, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from geleerd.model.declarations.part_types import Step


@dataclass(frozen=True, slots=True)
class Slice:
    """The start and the end of a step, in minutes from the beginning."""

    start: int
    end: int

    @property
    def clock(self) -> str:
        """The start in hours and minutes, for a meeting that begins at 0:00."""
        return f"{self.start // 60}:{self.start % 60:02d}"


def time_bar(steps: Sequence[Step]) -> tuple[Slice, ...]:
    """The slices of all steps; none when a step has no minutes, since the bar would not show the whole time."""
    if len(steps) < 2 or not all(step.minutes for step in steps):
        return ()
    ends = tuple(accumulate(step.minutes or 0 for step in steps))
    return tuple(Slice(start, end) for start, end in zip((0, *ends), ends, strict=False))
