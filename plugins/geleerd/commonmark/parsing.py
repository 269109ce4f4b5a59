"""The one door to the parser: from a text to a tree, with the place of every node in the text."""

import re
import threading
from enum import Enum
from functools import cache

import comrak
from comrak import AstNode

from geleerd.commonmark.as_meant import correct, percent_signs, restore
from geleerd.model.limits import DEEPEST_TEXT, LONGEST_BODY, MOST_NODES

_SHORT = 1_500
"""Characters. Two of them make one level at most, and the parser, which calls itself for every level, has room for so many anywhere."""

_OPENING = ">*_~=+-[|.)"
"""Signs of which every level of a text has one of its own: those of quotations, emphasis, marks, links, tables and lists."""

_FEW = 400
"""Such signs. With no more of them a text is nested less deeply than a short one can be."""

_ROOM = 256 * 1024 * 1024
"""Bytes of address space for the calls of the parser: found by trying the deepest texts of `LONGEST_BODY` characters."""

_QUOTED_TOO_DEEPLY = re.compile(rf"(?:>[ \t]?){{{DEEPEST_TEXT}}}")
"""Quotations within quotations, for which the parser's time grows with the square of their number."""

_PERCENTS = re.compile(r"\d%%")
_STAND_IN = "\u0378"
"""A character that no writing has. It stands in for two percent signs that begin no note, and has as many bytes."""

_MOST_PERCENTS = 8
"""Such signs on one line; what more there are, the parser may take for notes."""


class Dialect(Enum):
    """What may stand in a text: everything in a body, no footnotes in a field; links between double brackets where somebody knows them.

    `ELSEWHERE` also has the marks that other programs know, to tell that somebody used them, and has a sign
    behind a backslash as a node of its own. No page is made of it.
    """

    BODY = "body"
    FIELD = "field"
    WIKI = "wiki"
    ELSEWHERE = "elsewhere"


def parse(text: str, dialect: Dialect) -> AstNode | None:
    """The tree of a text; None when the text is longer, nested deeper or has more nodes than anybody can read."""
    if len(text) > LONGEST_BODY or _QUOTED_TOO_DEEPLY.search(text):
        return None
    return _parse(text, dialect) if _is_shallow(text) else _parse_with_room(text, dialect)


def _is_shallow(text: str) -> bool:
    return len(text) <= _SHORT or sum(map(text.count, _OPENING)) <= _FEW


@cache
def extensions(dialect: Dialect) -> comrak.ExtensionOptions:
    """GitHub's additions, and private notes between `%%`, which this site shows to nobody."""
    is_elsewhere = dialect is Dialect.ELSEWHERE
    return comrak.ExtensionOptions(
        alerts=True,
        ofm_callouts=True,
        autolink=True,
        footnotes=dialect is not Dialect.FIELD,
        ofm_comments=True,
        strikethrough=True,
        table=True,
        tasklist=True,
        wikilinks_title_after_pipe=is_elsewhere or dialect is Dialect.WIKI,
        highlight=is_elsewhere,
        insert=is_elsewhere,
        math_dollars=is_elsewhere,
        math_latex=is_elsewhere,
        shortcodes=is_elsewhere,
        subscript=is_elsewhere,
    )


@cache
def _options(dialect: Dialect) -> comrak.ParseOptions:
    """Columns count bytes: the parser takes the square of a line's length to count characters."""
    return comrak.ParseOptions(escaped_char_spans=dialect is Dialect.ELSEWHERE)


def _parse(text: str, dialect: Dialect) -> AstNode | None:
    may_have_percents = _PERCENTS.search(text) and _STAND_IN not in text
    tree = _tree(text, dialect)
    for _ in range(_MOST_PERCENTS if may_have_percents and _is_readable(tree) else 0):
        if not (places := percent_signs(tree)):
            break
        text = _with_stand_ins(text, places)
        tree = _tree(text, dialect)
    if not _is_readable(tree):
        return None
    correct(tree, text)
    if may_have_percents:
        restore(tree, _STAND_IN, "%%")
    return tree


def _tree(text: str, dialect: Dialect) -> AstNode:
    """The tree as the parser has it, of which no node knows its parent: the parser's circles of nodes are never collected."""
    tree = comrak.parse_document(text, extensions(dialect), _options(dialect))
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        node.parent = None
        waiting += node.children
    return tree


def _with_stand_ins(text: str, places: list[comrak.LineColumn]) -> str:
    lines = text.split("\n")
    for place in places:
        line, column = lines[place.line - 1].encode(), place.column - 1
        if line[column : column + 2] == b"%%":
            lines[place.line - 1] = (line[:column] + _STAND_IN.encode() + line[column + 2 :]).decode()
    return "\n".join(lines)


def _parse_with_room(text: str, dialect: Dialect) -> AstNode | None:
    """The same in a thread with a large stack: a text that is nested too deeply would end the program otherwise."""
    found: list[AstNode | None] = []
    before = threading.stack_size(_ROOM)
    try:
        thread = threading.Thread(target=lambda: found.append(_parse(text, dialect)))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    return found[0]


def _is_readable(tree: AstNode) -> bool:
    level, count = [tree], 1
    for _ in range(DEEPEST_TEXT):
        level = [child for node in level for child in node.children]
        count += len(level)
        if not level or count > MOST_NODES:
            break
    return not level
