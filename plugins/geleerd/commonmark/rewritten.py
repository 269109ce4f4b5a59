"""Rewrites the links in a text that was written elsewhere; nothing else of the text changes."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import islice
from operator import attrgetter

import comrak
from comrak import AstNode

from geleerd.commonmark.parsing import Dialect, parse
from geleerd.commonmark.tree import nodes, of_kind, words_seen

Meant = Callable[[str], str | None]
"""Takes a target as written; returns the new one, or None when it stays as it is."""

_INLINE = re.compile(r"\]\([ \t]*\n?[ \t]*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))")
_DEFINITION = re.compile(r"^[ \t>]{0,20}\[[^\[\]^\n][^\[\]\n]{0,200}\]:[ \t]*\n?[ \t>]{0,20}(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>=`]+))""", re.IGNORECASE)
_SPACED = re.compile(r"""\]\(([^\s()<>"']{1,300}(?: [^\s()<>"']{1,300}){1,20})\)""")
_CONTAINER = re.compile(r"^[ \t]{0,9}(?:!!!|\?\?\?\+?|===)[ \t]", re.MULTILINE)
"""The begin of an admonition, details or tab of Python-Markdown. What is indented below it looks like code to others."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ESCAPED_BARS = 20
"""Columns by which the parser's places may lag behind in a row of a table: one for each bar that is escaped."""

_LINKS = (comrak.Link, comrak.Image)
_HTML = (comrak.HtmlInline, comrak.HtmlBlock)
_CODE = (comrak.Code, comrak.CodeBlock)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A piece of the text, from `start` up to `end`, and what it becomes."""

    start: int
    end: int
    new: str


class Linked:
    """A text with its links, as the parser finds them."""

    def __init__(self, text: str, tree: AstNode) -> None:
        self.text = text
        self.tree = tree
        self._starts = [0, *(match.end() for match in re.finditer("\r\n?|\n", text))]
        self._has_containers = _CONTAINER.search(text) is not None
        self._code = sorted(self.piece(node) for node in nodes(tree) if isinstance(node.node_value, _CODE))

    def piece(self, node: AstNode) -> tuple[int, int]:
        """Where a node begins and ends."""
        place = node.sourcepos
        return self._starts[place.start.line - 1] + place.start.column - 1, self._starts[place.end.line - 1] + place.end.column

    def line(self, position: int) -> int:
        """The line of a position, from 1."""
        return bisect_right(self._starts, position)

    def targets(self) -> Iterator[tuple[str, int]]:
        """Every target of a link, an image or an element, with its line, in the order of the text."""
        for node in nodes(self.tree):
            if isinstance(node.node_value, _LINKS):
                yield node.node_value.value.url, node.sourcepos.start.line
            else:
                yield from ((target, self.line(start)) for target, start, _ in self.unparsed(node))

    def unparsed(self, node: AstNode) -> Iterator[tuple[str, int, int]]:
        """The targets in a piece of HTML, and in what only other generators read as Markdown, each with where it begins and ends."""
        if isinstance(node.node_value, _HTML):
            yield from (_target(found) for found in _ATTRIBUTE.finditer(self.text, *self.piece(node)))
        if isinstance(node.node_value, comrak.HtmlBlock) or (self._has_containers and _is_indented(node)):
            inline = map(_target, _INLINE.finditer(self.text, *self.piece(node)))
            yield from (place for place in inline if "." in place[0] or "/" in place[0])  # `rows[0](x)` is no link

    def is_code(self, position: int) -> bool:
        """Whether a position is in code, which means what it says."""
        before = bisect_right(self._code, (position, len(self.text))) - 1
        return before >= 0 and position < self._code[before][1]


def linked(text: str) -> Linked | None:
    """The links of a text; None when nobody could read it."""
    tree = parse(text, Dialect.BODY)
    return Linked(text, tree) if tree else None


def relinked(text: str, meant: Meant) -> tuple[str, int]:
    """The text with every target that means something else now, and how many there are.

    When the parser finds other links in the new text than it should, we have misunderstood the text, and it stays as it was.
    """
    if "[" not in text and "<" not in text:
        return text, 0
    before = linked(_in_angles(text, meant))
    if before is None:
        return text, 0
    edits = {edit.start: edit for edit in (*_of_links(before, meant), *_of_definitions(before, meant), *_of_unparsed(before, meant))}
    after = _edited(before.text, edits.values())
    expected = [meant(target) or target for target, _ in before.targets()]
    found = linked(after)
    return (after, len(edits)) if found and [target for target, _ in found.targets()] == expected else (text, 0)


def without_wiki_links(text: str, meant: Meant) -> tuple[str, int]:
    """The text with links between double brackets (Obsidian) as links of Markdown, where their target is known, and how many there are."""
    tree = parse(text, Dialect.WIKI) if "[[" in text else None
    if tree is None:
        return text, 0
    found = Linked(text, tree)
    edits = [edit for node, link in of_kind(tree, comrak.WikiLink) if (edit := _of_wiki(found, node, link.value, meant))]
    return _edited(text, edits), len(edits)


def with_wiki_names(text: str, meant: Meant) -> str:
    """The text with other names between double brackets, with the words that readers see left as they are."""
    tree = parse(text, Dialect.WIKI) if "[[" in text else None
    if tree is None:
        return text
    found = Linked(text, tree)
    links = ((node, link.value, meant(link.value.url)) for node, link in of_kind(tree, comrak.WikiLink))
    return _edited(text, (_renamed(found, node, link, new) for node, link, new in links if new))


def _renamed(found: Linked, node: AstNode, link: comrak.NodeWikiLink, new: str) -> _Edit:
    return _Edit(*found.piece(node), f"{'!' * link.embed}[[{new}|{words_seen(node)}]]")


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    pieces, end = [], 0
    for edit in sorted(edits, key=attrgetter("start")):
        pieces += [text[end : edit.start], edit.new]
        end = edit.end
    return "".join([*pieces, text[end:]])


def _in_angles(text: str, meant: Meant) -> str:
    """The text with `<` and `>` around targets with spaces that mean something: other generators take these for links as they are."""
    found = linked(text) if _SPACED.search(text) else None
    if found is None:
        return text
    spaced = (match for match in _SPACED.finditer(text) if not found.is_code(match.start()) and meant(match[1]))
    return _edited(text, (_Edit(match.start(1), match.end(1), f"<{match[1]}>") for match in spaced))


def _of_links(found: Linked, meant: Meant) -> Iterator[_Edit]:
    for node in nodes(found.tree):
        if isinstance(node.node_value, _LINKS) and (new := meant(node.node_value.value.url)):
            start, end = found.piece(node)
            inside = max((found.piece(child)[1] for child in node.children), default=start)
            written = (*_INLINE.finditer(found.text, inside - 1, end), *_INLINE.finditer(found.text, start, end + _ESCAPED_BARS))
            same = (place for match in written if (place := _target(match))[0] == node.node_value.value.url)
            yield from (_Edit(begin, stop, new) for _, begin, stop in islice(same, 1))


def _of_definitions(found: Linked, meant: Meant) -> Iterator[_Edit]:
    for match in _DEFINITION.finditer(found.text):
        target, start, end = _target(match)
        if not found.is_code(start) and (new := meant(target)):
            yield _Edit(start, end, new)


def _of_unparsed(found: Linked, meant: Meant) -> Iterator[_Edit]:
    for node in nodes(found.tree):
        yield from (_Edit(start, end, escape(new)) for target, start, end in found.unparsed(node) if (new := meant(target)))


def _target(match: re.Match[str]) -> tuple[str, int, int]:
    """The target that an expression found, whichever of its groups that is, and where it begins and ends."""
    group = match.lastindex or 0
    return unescape(_ESCAPED.sub(r"\1", match[group])), match.start(group), match.end(group)


def _is_indented(node: AstNode) -> bool:
    return isinstance(node.node_value, comrak.CodeBlock) and not node.node_value.value.fenced


def _of_wiki(found: Linked, node: AstNode, wiki: comrak.NodeWikiLink, meant: Meant) -> _Edit | None:
    new = meant(wiki.url)
    if new is None:
        return None
    words = words_seen(node)
    return _Edit(*found.piece(node), f"{'!' * wiki.embed}[{words}]({new})")
