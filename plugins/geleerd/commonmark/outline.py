"""What stands where in a text, for those who judge how it reads: its words by line, its paragraphs, headings and images."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import comrak
from comrak import AstNode

from geleerd.commonmark.parsing import Dialect, parse
from geleerd.commonmark.tree import of_kind, words_seen

THING = "\ufffc"
"""Stands in a line for every sign of what is no words: code, HTML, an image, a sign behind a backslash."""


@dataclass(frozen=True, slots=True)
class LineOfText:
    """The words on a line, each sign in the column where it was written. Spaces stand for marks, `THING` for what is no words."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphInText:
    """The words of a paragraph, on one line, and the line on which it starts."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class HeadingInText:
    """A heading: its line, and its level on the page."""

    line: int
    level: int


@dataclass(frozen=True, slots=True)
class ImageInText:
    """An image: its line, and what it says to those who do not see it."""

    line: int
    description: str


@dataclass(frozen=True, slots=True)
class MarkElsewhere:
    """Words between signs that are marks for other programs: `kind` is what the parser calls them.

    It stands from `start` in `line` up to `end` in `last_line`; `value` is what it means there: a target, a formula, an emoji.
    """

    kind: str
    value: str
    line: int
    start: int
    last_line: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands where in a text. Lines and columns count from 0. Of a text that nobody could read, there is nothing."""

    lines: tuple[LineOfText, ...] = ()
    paragraphs: tuple[ParagraphInText, ...] = ()
    headings: tuple[HeadingInText, ...] = ()
    images: tuple[ImageInText, ...] = ()
    elsewhere: tuple[MarkElsewhere, ...] = ()


_ELSEWHERE = {
    *("WikiLink", "CommentInline", "MultilineComment", "Math", "ShortCode"),
    *("Highlight", "Insert", "Subscript"),
}
_SEEN_AS_WRITTEN = (comrak.Text, comrak.Math, comrak.ShortCode)
_THINGS = (comrak.Code, comrak.HtmlInline, comrak.Image, comrak.Escaped, comrak.WikiLink, comrak.CommentInline)


@lru_cache(maxsize=16)
def outline_of(text: str) -> Outline:
    """The outline of a text; several stages of the check ask for the same one, one after the other."""
    tree = parse(text, Dialect.ELSEWHERE)
    if tree is None:
        return Outline()
    ruled = _Ruled(text)
    return Outline(
        lines=ruled.lines(tree),
        paragraphs=tuple(_paragraphs(tree)),
        headings=tuple(HeadingInText(_line(node), max(2, value.value.level)) for node, value in of_kind(tree, comrak.Heading)),
        images=tuple(ImageInText(_line(node), words_seen(node)) for node, _ in of_kind(tree, comrak.Image)),
        elsewhere=tuple(ruled.elsewhere(tree)),
    )


class _Ruled:
    """A text by lines, in which the parser's columns, which count bytes, find the character."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._columns = [_columns(line) for line in self._lines]

    def lines(self, tree: AstNode) -> tuple[LineOfText, ...]:
        """The lines with words."""
        shown = [[" "] * len(line) for line in self._lines]
        filled = set()
        for node in _above_things(tree):
            is_thing = isinstance(node.node_value, _THINGS)
            for line, start, end in self._span(node) if is_thing or isinstance(node.node_value, _SEEN_AS_WRITTEN) else ():
                shown[line][start:end] = THING * (end - start) if is_thing else self._lines[line][start:end]
                filled.add(line)
        return tuple(LineOfText(line, "".join(shown[line])) for line in sorted(filled))

    def elsewhere(self, tree: AstNode) -> Iterator[MarkElsewhere]:
        """The marks of other programs."""
        for node in _above_things(tree):
            kind = type(node.node_value).__name__
            span = list(self._span(node)) if kind in _ELSEWHERE else []
            if span:
                (line, start, _), (last_line, _, end) = span[0], span[-1]
                yield MarkElsewhere(kind, _value(node), line, start, last_line, end)

    def _span(self, node: AstNode) -> Iterator[tuple[int, int, int]]:
        """Where a node stands: each of its lines, with the columns from which and up to which."""
        start, end = node.sourcepos.start, node.sourcepos.end
        for line in range(start.line - 1, min(end.line, len(self._lines))):
            columns = self._columns[line]
            first = start.column - 1 if line == start.line - 1 else 0
            last = end.column if line == end.line - 1 else len(columns) - 1
            yield line, columns[min(first, len(columns) - 1)], columns[min(last, len(columns) - 1)]


def _above_things(tree: AstNode) -> Iterator[AstNode]:
    """The nodes in the order of the text, without those inside a thing."""
    to_do = [tree]
    while to_do:
        node = to_do.pop()
        yield node
        to_do += [] if isinstance(node.node_value, _THINGS) else reversed(node.children)


def _columns(line: str) -> Sequence[int]:
    """The character at each byte of a line, and the end."""
    if line.isascii():
        return range(len(line) + 1)
    return [*(column for column, sign in enumerate(line) for _ in sign.encode()), len(line)]


def _paragraphs(tree: AstNode) -> Iterator[ParagraphInText]:
    """The paragraphs that say something, those in lists and quotations too. An image alone is none."""
    for node, _ in of_kind(tree, comrak.Paragraph):
        if any(not isinstance(child.node_value, (comrak.Image, comrak.SoftBreak)) for child in node.children):
            yield ParagraphInText(_line(node.children[0]), words_seen(node))


def _value(node: AstNode) -> str:
    value = node.node_value
    if isinstance(value, comrak.WikiLink):
        return value.value.url
    if isinstance(value, comrak.Math):
        return value.value.literal
    return value.value.emoji if isinstance(value, comrak.ShortCode) else words_seen(node)


def _line(node: AstNode) -> int:
    return node.sourcepos.start.line - 1
