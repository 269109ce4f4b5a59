"""Reads the tree of a text: its nodes, and the words that a reader sees."""

from collections.abc import Iterator
from typing import Any, TypeVar

import comrak
from comrak import AstNode, Code, CodeBlock, CommentInline, HtmlBlock, HtmlInline, LineBreak, Math, MultilineComment, SoftBreak, Text

NodeT = TypeVar("NodeT", bound="comrak.NodeValue[Any]")

_PARTS = {"Paragraph", "Heading", "Item", "TaskItem", "TableCell", "CodeBlock", "ThematicBreak"}
"""Nodes that end a line of plain text."""

_UNSEEN = (HtmlBlock, HtmlInline, CommentInline, MultilineComment)


def nodes(tree: AstNode) -> Iterator[AstNode]:
    """Every node of a tree, in the order of the text."""
    to_do = [tree]
    while to_do:
        node = to_do.pop()
        yield node
        to_do.extend(reversed(node.children))


def of_kind(tree: AstNode, kind: type[NodeT]) -> list[tuple[AstNode, NodeT]]:
    """The nodes of a kind with their values, in the order of the text; a list, so that the tree may be changed meanwhile."""
    return [(node, value) for node in nodes(tree) if isinstance(value := node.node_value, kind)]


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
