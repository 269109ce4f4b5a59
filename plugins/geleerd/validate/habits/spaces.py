"""Marks of lists and headings beside a space that looks like any other and is none, so that readers see the mark."""

import re
from collections.abc import Iterator

from geleerd.commonmark.outline import Outline
from geleerd.model.problem_codes import Code
from geleerd.validate.habits.habit import Habit
from geleerd.validate.habits.lists import runs

_HARD = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_MARK = re.compile(rf"(?P<before>[ \t{_HARD}]*)(?P<mark>[-*+]|(?P<number>[0-9]{{1,9}})[.)]|#{{1,6}})(?P<after>[ \t{_HARD}]+)(?=\S)")
_ANY_HARD = re.compile(f"[{_HARD}]")
_DEEPEST = 3
"""Columns before the first mark of a list; a text that stands further in is code."""


def spaces_in(text: str, outline: Outline, *, is_field: bool) -> Iterator[Habit]:
    """The lists and headings with such a space before or behind their marks, all lines of a list together; a field has no headings."""
    written = text.split("\n")
    found: dict[int, re.Match[str]] = {}
    for each in outline.lines:
        mark = _MARK.match(each.text)
        if mark and _is_meant(mark, each.line, found, written) and not (is_field and mark["mark"].startswith("#")):
            found[each.line] = mark
    for run in runs(list(found), written):
        mended = {line: _mended(written[line], found[line], _indent(found[run[0]])) for line in run}
        value = f"{found[run[0]]['mark']} {written[run[0]][found[run[0]].end() :]}"[:80]
        yield Habit(Code.OTHER_SPACE, run[0], run[-1], value, tuple(mended.get(line, "") for line in range(run[0], run[-1] + 1)))


def _is_meant(mark: re.Match[str], line: int, found: dict[int, re.Match[str]], written: list[str]) -> bool:
    """Whether a mark has such a space, and would begin something with another one: only the first number breaks off a paragraph."""
    breaks_off = mark["number"] in {None, "1"} or line == 0 or not written[line - 1].strip() or line - 1 in found
    return breaks_off and _ANY_HARD.search(mark[0]) is not None


def _indent(mark: re.Match[str]) -> int:
    return len(mark["before"]) if _ANY_HARD.search(mark["before"]) and len(mark["before"]) > _DEEPEST else 0


def _mended(line: str, mark: re.Match[str], without: int) -> str:
    before = _ANY_HARD.sub(" ", line[: mark.start("mark")])
    return f"{before[min(without, len(before)) :]}{mark['mark']} {line[mark.end() :]}"
