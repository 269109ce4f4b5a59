"""One mark of another program, and what to write instead."""

from dataclasses import dataclass

from geleerd.model.problem_codes import Code


@dataclass(frozen=True, slots=True)
class Habit:
    """Something in a text that means something to another program: from `line` to `last`, counted from 0, both included.

    `value` is what readers see of it; `lines` may take the place of those lines, and are empty where only the writer knows.
    """

    code: Code
    line: int
    last: int
    value: str = ""
    lines: tuple[str, ...] = ()
