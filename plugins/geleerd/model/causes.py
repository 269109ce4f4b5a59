"""What follows from another problem at the same place, so that one mistake is told once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem

_ABOUT_THE_VALUE = (
    *(Code.TOO_SHORT, Code.BAD_CHOICE, Code.BAD_DATE, Code.BAD_DAY, Code.BAD_MOMENT, Code.BAD_ID, Code.BAD_URL, Code.BAD_PATH),
    *(Code.EXPECTED_NUMBER, Code.EXPECTED_YES_NO, Code.EXPECTED_KEYS, Code.UNKNOWN_REFERENCE, Code.UNKNOWN_DRAWING),
)

_EFFECTS: Mapping[Code, frozenset[Code]] = Frozen(
    {
        Code.CANNOT_BUILD: frozenset({Code.UNREADABLE_FILE}),
        Code.PLACEHOLDER: frozenset({*_ABOUT_THE_VALUE, Code.UNEXPLAINED_ABBREVIATION}),
        Code.YAML_CURLY_QUOTES: frozenset({Code.JOINED_TAGS, Code.BAD_TAG}),
    }
)
"""What is not told where the code before it is."""


def without_effects(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that follow from another one. What is too short because a comment took words has the line with these."""
    by_place: dict[Place, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_place[problem.place].append(problem)
    for here in by_place.values():
        codes = {problem.code for problem in here}
        effects = {effect for code in codes for effect in _EFFECTS.get(code, ())}
        left = [problem for problem in here if problem.code not in effects]
        yield from _with_swallowed(left) if {Code.TOO_SHORT, Code.COMMENT_BEHIND_TEXT} <= codes else left


def _with_swallowed(here: Sequence[Problem]) -> Iterator[Problem]:
    """The problems at a place, with the advice on a comment as a part of the error that the text is too short."""
    advice = next(problem for problem in here if problem.code is Code.COMMENT_BEHIND_TEXT)
    mended = {name: word for name, word in advice.parameters.items() if name in {"lines", "line", "until"}}
    for problem in here:
        if problem.code is Code.TOO_SHORT:
            yield replace(problem, parameters={**problem.parameters, **mended})
        elif problem is not advice:
            yield problem
