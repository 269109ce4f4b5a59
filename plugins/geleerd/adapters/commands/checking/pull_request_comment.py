"""The comment below a pull request for its contributor: thanks, the errors to mend, and advice.

The words come from files that anybody may send, and a program posts them under its own name. So the comment shows a contributor's
text as plain characters: it mentions nobody, refers to no other issue, and holds no link, image or HTML. What somebody may copy into
their file stands there as code, character by character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from geleerd.locale.catalogue import Catalogue
from geleerd.model.problem_codes import Severity
from geleerd.model.problems import Problem

_FINDINGS = 60
"""Most findings in a comment: nobody reads more."""

_CHARACTERS = 40_000
"""Most characters of all findings together; a comment on GitHub holds 65,536."""

_NAMED = 10
"""Most files that are named as drafts."""

_LONGEST = 500
"""Most characters of one name or sentence, before escaping."""

_MARKUP = re.compile(r"[#$&*<>@[\\\]^_`{|}~]")
"""The characters that have a meaning in Markdown, in HTML or at the forge."""

_ADDRESS = re.compile(r":(?=//)|(?<=www)(?=\.)|(?<=gh-)(?=\d)", re.IGNORECASE)
"""The places where the forge would turn plain text into a link."""

_CODE = " " * 6
"""Begins a line of code in an item of a list. The forge shows such a line as it is: nothing in it means anything, or ends the code."""

_LONGEST_LINE = 2_000
"""Most characters of a line to copy. We leave out longer ones: whoever copied the beginning would lose the rest."""

_GAP = "&#8203;"
"""A space without width. The forge recognises no name, number or address with this space in it."""


def as_comment(problems: Sequence[Problem], words: Catalogue, drafts: Sequence[str] = (), others: int = 0) -> str:
    """A summary in Markdown: errors before advice, no more than a person reads and a comment holds.

    `drafts` are the files that do not go online yet, `others` is the number of the rest.
    """
    ranked = sorted(problems, key=lambda problem: problem.severity is Severity.HINT)
    lines = [_finding(problem, words) for problem in ranked[:_FINDINGS]]
    fitting = len(list(takewhile(lambda total: total <= _CHARACTERS, accumulate(map(len, lines)))))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return "\n\n".join(
        [
            words.console("comment-thanks"),
            *_outcome(errors, drafts, others, words),
            *_mend(errors, lines[: min(errors, fitting)], words),
            *_advice(len(problems) - errors, lines[errors:fitting], words),
            *([words.console("comment-more", count=len(problems) - fitting)] if fitting < len(problems) else []),
        ]
    )


def _outcome(errors: int, drafts: Sequence[str], others: int, words: Catalogue) -> Iterator[str]:
    """What becomes of the files: no more than the program knows."""
    if drafts and not others:
        yield words.console("comment-drafts", count=len(drafts))
        return
    if not errors:
        yield words.console("comment-good-but-drafts" if drafts else "comment-good")
    if drafts:
        yield words.console("comment-some-drafts", count=len(drafts), files=", ".join(map(harmless_line, drafts[:_NAMED])))


def _mend(errors: int, lines: Sequence[str], words: Catalogue) -> Iterator[str]:
    if errors:
        yield f"#### {words.console('comment-errors', count=errors)}"
        yield words.console("comment-errors-help")
        yield "\n".join(lines)


def _advice(hints: int, lines: Sequence[str], words: Catalogue) -> Iterator[str]:
    if hints:
        yield f"#### {words.console('comment-hints', count=hints)}"
        yield words.console("comment-hints-help")
        yield "\n".join(lines)


def _finding(problem: Problem, words: Catalogue) -> str:
    file, sentence = harmless_line(problem.place.file), harmless_line(words.sentence(problem, with_keys=False))
    finding = f"- {words.console('comment-finding', file=file, line=problem.place.line, sentence=sentence, code=problem.code)}"
    lines = [_visible(line) for line in _to_copy(problem)]
    if any(len(line) > _LONGEST_LINE for line in lines):
        return f"{finding} {words.console('comment-long-line')}"
    return "\n".join((finding, *([""] if lines else []), *(_CODE + line for line in lines)))


def _to_copy(problem: Problem) -> Sequence[str]:
    """What somebody may copy into a file: the mended lines, or else a suggestion that the sentence holds with a gap in it."""
    suggestion = str(problem.parameters.get("suggestion") or "")
    return problem.lines or ([suggestion] if _GAP in harmless_line(suggestion) else [])


def harmless_line(text: str) -> str:
    """Markdown that shows the characters of a text on one line and has no other effect."""
    short = " ".join(_visible(text).split())
    short = short if len(short) <= _LONGEST else f"{short[:_LONGEST]}…"
    apart = _ADDRESS.sub(lambda found: found.group() + "\0", short)
    return _MARKUP.sub(_escaped, apart).replace("\0", _GAP)


def _visible(text: str) -> str:
    return "".join(" " if unicodedata.category(character) in _INVISIBLE else character for character in text)


_INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
"""Categories of Unicode whose characters show nothing, change the direction of writing, or cannot be encoded."""


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return f"&#{ord(character)};{_GAP if character in '@#' else ''}"
