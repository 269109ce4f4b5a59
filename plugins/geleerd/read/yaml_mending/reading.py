"""Reads YAML as far as it goes: what cannot be read is told with the lines that were meant, and read as if they stood there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Place, Problem
from geleerd.read.yaml_mending.syntax import Cause, applied, cause_of, invisible_space
from geleerd.read.yaml_tree import YamlTree

_MOST_GUESSES = 8
"""Most lines that are mended in one text; a text with more mistakes is no YAML."""


@dataclass(frozen=True, slots=True)
class YamlReading:
    """The value in a YAML text, the line of every value and key, the text that they stand for, and all problems.

    `unread` is the problem because of which nothing could be read. `is_guessed`: the text is not what was written.
    """

    value: object
    lines: Mapping[KeyPath, int]
    text: str
    problems: tuple[Problem, ...]
    unread: Problem | None
    is_guessed: bool = False


def read_yaml(text: str, file: str, first_line: int = 1) -> YamlReading:
    """The value in a YAML text, with the problems of all lines at once as far as we know what was meant."""
    spaces = tuple(_invisible_spaces(text, file, first_line))
    plain = _with_lines(text, {problem.place.line - first_line: problem.lines[0] for problem in spaces})
    told, tree = spaces, YamlTree(plain, file, first_line)
    for _ in range(_MOST_GUESSES):
        guess = _guess(tree.unread, plain, file, first_line)
        if guess is None:
            break
        problem, plain = guess
        told, tree = (*told, problem), YamlTree(plain, file, first_line)
    return YamlReading(tree.value, Frozen(tree.lines), plain, (*told, *tree.problems), tree.unread, bool(told))


def _guess(unread: Problem | None, text: str, file: str, first_line: int) -> tuple[Problem, str] | None:
    """The problem with the lines that were meant, and the text with those; None when nothing is wrong, or when we do not know."""
    if unread is None:
        return None
    lines = text.split("\n")
    line = unread.place.line - first_line
    last = int(str(unread.parameters.get("until", unread.place.line))) - first_line
    known = Cause(unread.code, line, last, unread.lines) if unread.lines else None
    cause = known or cause_of(unread.code, line, lines, lambda text: _wrong_in(text, file))
    return (_told(cause, unread, file, first_line), "\n".join(applied(cause, lines))) if cause else None


def _wrong_in(text: str, file: str) -> int | None:
    unread = YamlTree(text, file, 0).unread
    return unread.place.line if unread else None


def _told(cause: Cause, unread: Problem, file: str, first_line: int) -> Problem:
    first, last = first_line + cause.first, first_line + cause.last
    until = {"until": last} if last > first else {}
    return Problem(Place(file, first), cause.code, Frozen({**unread.parameters, "line": first, "lines": cause.lines, **until}))


def _invisible_spaces(text: str, file: str, first_line: int) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n")):
        if found := invisible_space(line):
            sign, made = found
            yield Problem(Place(file, first_line + number), Code.YAML_INVISIBLE_SPACE, {"character": sign, "lines": (made,)})


def _with_lines(text: str, made: dict[int, str]) -> str:
    return "\n".join(made.get(number, line) for number, line in enumerate(text.split("\n"))) if made else text
