"""Mistakes on one line hand over the same line: with all of them mended."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from geleerd.model.documents import Document
from geleerd.model.problems import Problem
from geleerd.read.everyday.likeness import same_at_begin

_Edit = tuple[int, int, str]
"""From where to where something else comes on a line, and what."""


def mended_together(document: Document, problems: Iterable[Problem]) -> list[Problem]:
    """The problems; those of which each mends another part of one line hand over the line with all of it mended."""
    problems = list(problems)
    on_line: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        if len(problem.lines) == 1 and "until" not in problem.parameters:
            on_line[problem.place.line].append(problem)
    written = document.front.text.split("\n")
    made = {
        line: _with_edits(written[line - document.front.line], [problem.lines[0] for problem in found])
        for line, found in on_line.items()
        if len(found) > 1 and 0 <= line - document.front.line < len(written)
    }
    return [_handing(problem, made.get(problem.place.line)) if problem in on_line[problem.place.line] else problem for problem in problems]


def _handing(problem: Problem, line: str | None) -> Problem:
    return problem if line is None else replace(problem, parameters={**problem.parameters, "lines": (line,)})


def _with_edits(line: str, mended: Sequence[str]) -> str | None:
    """The line with what is different in each mended one; None when two of them change the same words."""
    edits = sorted({_edit(line, one) for one in mended})
    if any(end > begin for (_, end, _), (begin, _, _) in pairwise(edits)):
        return None
    for begin, end, said in reversed(edits):
        line = line[:begin] + said + line[end:]
    return line


def _edit(line: str, mended: str) -> _Edit:
    begin = same_at_begin(line, mended)
    behind = same_at_begin(line[begin:][::-1], mended[begin:][::-1])
    return begin, len(line) - behind, mended[begin : len(mended) - behind]
