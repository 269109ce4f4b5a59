"""Problems that a contributor can mend, as values: a code, a place, and the words that fill the sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code, Severity

KeyPath = tuple[str | int, ...]
"""The way to a value in a front matter: `("steps", 0, "minutes")`; the empty path is the front matter itself."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: the file's path as a reader knows it, and the line, counted from 1."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        """The place as editors and terminals link it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `parameters` fill the sentence that the catalogue holds for `code`."""

    place: Place
    code: Code
    parameters: Mapping[str, object] = Frozen()

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", Frozen(self.parameters))

    @property
    def severity(self) -> Severity:
        """How much the problem matters; the code alone decides."""
        return self.code.severity

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines to put in a file to mend the problem, exactly as written; empty for most problems."""
        lines = self.parameters.get("lines", ())
        return tuple(map(str, lines)) if isinstance(lines, tuple) else ()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each once."""
    unique = {(p.place, p.code, str(sorted(p.parameters.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)
