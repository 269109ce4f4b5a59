"""Lists of others: the bullets of a word processor, and terms with `: ` before what they mean."""

import re
from collections.abc import Iterator

from geleerd.commonmark.outline import Outline
from geleerd.model.problem_codes import Code
from geleerd.validate.habits.habit import Habit

_SPACE = " \t\u00a0"
_BULLET = re.compile(r"(?:[•·▪●◦‣∙\uf0b7\uf0a7]|o(?=\t))[ \t\u00a0]*(?=\S)")
_DASH = re.compile(r"[–—][ \t\u00a0]+(?=\S)")
_MEANING = re.compile(r":[ \t]+(?=\S)")


def lists_in(text: str, outline: Outline) -> Iterator[Habit]:
    """The lists: of bullets all lines together, of terms each one."""
    written = text.split("\n")
    shown = {each.line: each.text for each in outline.lines}
    yield from _lists_of(_BULLET, written, shown, least=1)
    yield from _lists_of(_DASH, written, shown, least=2)
    for line, words in shown.items():
        column = _column(words)
        if (meaning := _MEANING.match(words, column)) and (term := shown.get(line - 1, "").strip()) and not _MEANING.match(term):
            before = written[line - 1][: _column(shown[line - 1])]
            yield Habit(Code.OTHER_LIST, line - 1, line, words.strip()[:80], (f"{before}- **{term}**: {written[line][meaning.end() :]}",))


def _lists_of(bullet: re.Pattern[str], written: list[str], shown: dict[int, str], least: int) -> Iterator[Habit]:
    found = {line: match for line, words in shown.items() if (match := bullet.match(words, _column(words)))}
    for run in runs(list(found), written):
        if len(run) >= least:
            mended = {line: f"{written[line][: found[line].start()]}- {written[line][found[line].end() :]}" for line in run}
            lines = tuple(mended.get(line, "") for line in range(run[0], run[-1] + 1))
            yield Habit(Code.OTHER_LIST, run[0], run[-1], shown[run[0]].strip(_SPACE)[:80], lines)


def runs(lines: list[int], written: list[str]) -> Iterator[list[int]]:
    """Lines that follow each other, with at most one empty line between two."""
    run: list[int] = []
    for line in lines:
        is_next = run and (line == run[-1] + 1 or (line == run[-1] + 2 and not written[line - 1].strip()))
        if run and not is_next:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _column(words: str) -> int:
    """Where the words of a line begin, behind the marks of quotations and lists."""
    return len(words) - len(words.lstrip(_SPACE))
