"""Footnotes that lack their other half: the parser leaves a note out without a word when no text refers to it."""

import re
from collections.abc import Iterator

from comrak import AstNode, CodeBlock, FootnoteDefinition

from geleerd.commonmark.outline import outline_of
from geleerd.commonmark.parsing import Dialect, parse
from geleerd.commonmark.tree import nodes, of_kind

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:")
_MARK = re.compile(r"\[\^([^\]\s]{1,100})\]")


def lone_footnotes(text: str) -> Iterator[tuple[int, str]]:
    """The line, counted from 0, and the name of every note to which no text refers, and of every reference without a note."""
    tree = parse(text, Dialect.BODY) if "[^" in text else None
    if tree is None:
        return
    shown = {value.value.name.casefold() for _, value in of_kind(tree, FootnoteDefinition)}
    code = set(_lines_of_code(tree))
    for number, line in enumerate(text.split("\n")):
        if (note := _NOTE.match(line)) and number not in code and note[1].casefold() not in shown:
            yield number, note[1]
    for seen in outline_of(text).lines:
        yield from ((seen.line, mark[1]) for mark in _MARK.finditer(seen.text))


def repeated_footnotes(text: str) -> Iterator[tuple[int, str]]:
    """The line, counted from 0, and the name of every note whose name another one had before."""
    tree = parse(text, Dialect.BODY) if text.count("[^") > 1 else None
    code, seen = set(_lines_of_code(tree)) if tree else set(), set()
    for number, line in enumerate(text.split("\n") if tree else ()):
        if (note := _NOTE.match(line)) and number not in code:
            if note[1].casefold() in seen:
                yield number, note[1]
            seen.add(note[1].casefold())


def _lines_of_code(tree: AstNode) -> Iterator[int]:
    for node in nodes(tree):
        if isinstance(node.node_value, CodeBlock):
            yield from range(node.sourcepos.start.line - 1, node.sourcepos.end.line)
