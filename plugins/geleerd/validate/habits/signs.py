"""Marks inside a line: `==x==`, `{{ x }}`, `{ .x }`, formulas, emoji by name, private notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from geleerd.commonmark.outline import MarkElsewhere, Outline
from geleerd.model.problem_codes import Code
from geleerd.validate.habits.habit import Habit

_TEMPLATE = re.compile(r"\{\{[^{}]{1,300}\}\}|\{[%!][^{}]{1,300}[%!]\}|<%[^%<>]{1,300}%>|-{1,3}8<-{1,3}.*")
_ATTRIBUTE = r"""(?:[#.][\w:-]{1,80}|[\w-]{1,40}=(?:"[^"{}]{0,200}"|'[^'{}]{0,200}'|[^\s{}"']{1,200}))"""
_ATTRIBUTES = re.compile(rf"\{{:?[ \t]?{_ATTRIBUTE}(?:[ \t]{_ATTRIBUTE}){{0,20}}[ \t]?\}}|(?<!\S)\[TOC\](?!\S)")
_ICON = re.compile(r":(?:material|fontawesome|octicons|simple)-[a-z0-9-]{1,60}:")
_RAISED = re.compile(r"(?<=[\w)])\^([\w+-]{1,8})\^")
_LOWERED = re.compile(r"[\w+-]{1,8}")
_FORMULA = re.compile(r"\\[a-zA-Z]|\^|\b\w_\w|=|\b\w\s?[+*<>]\s?\w\b")
"""What makes a formula of the text between two signs; two amounts of money are none."""

_VARIABLE = re.compile(r"\$[a-zA-Z]\$")
_PLAIN_FORMULA = re.compile(r"[\w\s+*/=().,<>^{}-]{1,200}")
_POWER = re.compile(r"([\^_])(?:\{([\w+-]{1,20})\}|(\w))")
_HIGHER = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWER = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A mark in a line, and what may take its place; None where only the writer knows."""

    code: Code
    line: int
    start: int
    end: int
    new: str | None


def signs_in(text: str, outline: Outline, *, is_field: bool) -> Iterator[Habit]:
    """The marks inside lines, one of a kind for each line: the line to write mends all of them.

    Links between double brackets are for those who know all pages, but those in a field lead nowhere.
    """
    written = text.split("\n")
    by_line: dict[int, list[_Sign]] = {}
    for sign in chain(
        _told_by_the_parser(written, outline), _told_by_their_form(written, outline), _wiki_links(written, outline) if is_field else ()
    ):
        by_line.setdefault(sign.line, []).append(sign)
    for line, signs in sorted(by_line.items()):
        mended = _mended(written[line], signs)
        unknown = {sign.code for sign in signs if sign.new is None}
        for sign in {sign.code: sign for sign in reversed(signs)}.values():
            is_known = sign.code not in unknown and mended.strip()
            yield Habit(sign.code, line, line, written[line][sign.start : sign.end].strip()[:80], (mended,) if is_known else ())


def _mended(line: str, signs: list[_Sign]) -> str:
    parts, done = [], 0
    for sign in sorted(signs, key=lambda sign: sign.start):
        if sign.new is not None and sign.start >= done:
            parts += [line[done : sign.start], sign.new]
            done = sign.end
    return "".join((*parts, line[done:])).rstrip()


def _told_by_their_form(written: list[str], outline: Outline) -> Iterator[_Sign]:
    for each in outline.lines:
        for found in _TEMPLATE.finditer(each.text):
            yield _Sign(Code.OTHER_TEMPLATE, each.line, *found.span(), f"`{found[0]}`")
        for found in _RAISED.finditer(each.text):
            yield _Sign(Code.OTHER_MARK, each.line, *found.span(), raised(found[1]))
        for code, form in ((Code.OTHER_ATTRIBUTES, _ATTRIBUTES), (Code.OTHER_MARK, _ICON)):
            for found in form.finditer(each.text):
                before = written[each.line][: found.start()][-1:].isspace()
                yield _Sign(code, each.line, found.start() - before, found.end(), "")


def _told_by_the_parser(written: list[str], outline: Outline) -> Iterator[_Sign]:
    for mark in outline.elsewhere:
        line = written[mark.line]
        if mark.kind in {"CommentInline", "MultilineComment"}:
            yield _Sign(Code.PRIVATE_NOTE, mark.line, mark.start, len(line), None)
        elif mark.kind == "Math" and (_FORMULA.search(mark.value) or _VARIABLE.fullmatch(line[mark.start : mark.end])):
            new = _as_text(mark.value) if mark.line == mark.last_line else None
            yield _Sign(Code.OTHER_FORMULA, mark.line, mark.start, mark.end if mark.line == mark.last_line else len(line), new)
        elif mark.line == mark.last_line and (new := _instead(mark, line)):
            yield _Sign(Code.OTHER_MARK, mark.line, mark.start, mark.end, new)


def _wiki_links(written: list[str], outline: Outline) -> Iterator[_Sign]:
    for mark in outline.elsewhere:
        if mark.kind == "WikiLink":
            words = written[mark.line][mark.start : mark.end].lstrip("!").strip("[]").rpartition("|")[2]
            yield _Sign(Code.UNKNOWN_WIKI_LINK, mark.line, mark.start, mark.end, words)


def _instead(mark: MarkElsewhere, line: str) -> str:
    """What to write for a mark with words; empty for signs that stand inside words, such as those of a program's code."""
    before, inner, after = line[: mark.start][-1:], line[mark.start + 2 : mark.end - 2], line[mark.end :][:1]
    if mark.kind == "Subscript":
        return lowered(mark.value) if (before.isalnum() or before == ")") and _LOWERED.fullmatch(mark.value) else ""
    if before.isalnum() or after.isalnum():
        return ""
    strong = inner if inner.startswith("*") or inner.endswith("*") else f"**{inner}**"
    return {"Highlight": strong, "Insert": f"<ins>{inner}</ins>", "ShortCode": mark.value}.get(mark.kind, "")


def raised(text: str) -> str:
    """A text in superscript: signs that are small by themselves, or HTML."""
    return text.translate(_HIGHER) if set(text) <= set("0123456789+-") else f"<sup>{text}</sup>"


def lowered(text: str) -> str:
    """A text in subscript: signs that are small by themselves, or HTML."""
    return text.translate(_LOWER) if set(text) <= set("0123456789+-") else f"<sub>{text}</sub>"


def _as_text(formula: str) -> str | None:
    """A short formula without its marks; None for one that needs more than powers and indices."""
    if not _PLAIN_FORMULA.fullmatch(formula):
        return None
    shown = _POWER.sub(lambda power: (raised if power[1] == "^" else lowered)(power[2] or power[3]), formula)
    return None if re.search(r"[\^_{}]", shown) else shown.strip()
