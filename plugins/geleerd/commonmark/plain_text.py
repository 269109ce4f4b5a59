"""The words of a text without its marks: for cards, feeds, descriptions, tables and pictures."""

import re
from functools import lru_cache

from comrak import AstNode, Code, CodeBlock, CommentInline, HtmlBlock, HtmlInline, LineBreak, Math, MultilineComment, SoftBreak, Text

from geleerd.commonmark.parsing import Dialect, parse

_MAY_MEAN_SOMETHING = re.compile(r"[\\`*_\[\]<>&~|%\n]|^\s*(?:[-+#=]|\d{1,9}[.)])")
"""Signs without which a text of one line is plain text already."""

_MAY_BE_MARKED = re.compile(rf"{_MAY_MEAN_SOMETHING.pattern}|@|://|www\.")
"""The same, and what is a link by itself."""

_PARTS = {"Paragraph", "Heading", "Item", "TaskItem", "TableCell", "CodeBlock", "ThematicBreak"}
"""Nodes that end a line of plain text."""

_UNSEEN = (HtmlBlock, HtmlInline, CommentInline, MultilineComment)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text of a field as one line of plain text; a text that cannot be read comes back as it is, on one line."""
    if not _MAY_MEAN_SOMETHING.search(text):
        return " ".join(text.split())
    tree = parse(text, Dialect.FIELD)
    return " ".join(text.split()) if tree is None else words_seen(tree)


def is_marked(text: str) -> bool:
    """Whether a text may show more than its words: marks, links or more than one paragraph. False is certain, and cheap to know."""
    return _MAY_BE_MARKED.search(text) is not None


def words_seen(tree: AstNode) -> str:
    """All that a reader sees of a node, on one line, without images' files and HTML."""
    pieces: list[str] = []
    to_do: list[AstNode | str] = [tree]
    while to_do:
        node = to_do.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        pieces.append(_own_words(node))
        if not isinstance(node.node_value, _UNSEEN):
            to_do += [" "] if type(node.node_value).__name__ in _PARTS else []
            to_do += reversed(node.children)
    return " ".join("".join(pieces).split())


def _own_words(node: AstNode) -> str:
    value = node.node_value
    if isinstance(value, Text):
        return value.value
    if isinstance(value, (Code, CodeBlock, Math)):
        return value.value.literal
    return " " if isinstance(value, (SoftBreak, LineBreak)) else ""
