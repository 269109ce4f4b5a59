"""Corrects a tree where the parser takes signs otherwise than their writers and GitHub do."""

import re
from itertools import pairwise

import comrak
from comrak import AlertType, AstNode, FootnoteDefinition, LineColumn, Sourcepos

from geleerd.commonmark.tree import nodes, of_kind, words_seen
from geleerd.model.frozen import Frozen

ALERT_KINDS = Frozen(
    {
        **{kind: kind for kind in ("note", "tip", "important", "warning", "caution")},
        **dict.fromkeys(("info", "todo", "abstract", "summary", "tldr", "question", "help", "faq", "example", "quote", "cite"), "note"),
        **dict.fromkeys(("hint", "success", "check", "done"), "tip"),
        "attention": "warning",
        **dict.fromkeys(("failure", "fail", "missing", "danger", "error", "bug"), "caution"),
    }
)
"""The kinds of alerts of GitHub, and what Obsidian calls them. What begins with any other word is a quotation."""

_TYPES = Frozen(
    {
        "note": AlertType.Note,
        "tip": AlertType.Tip,
        "important": AlertType.Important,
        "warning": AlertType.Warning,
        "caution": AlertType.Caution,
    }
)

_QUOTES = re.compile("[“”„«»]")
_SIGNS_OF_WORD = frozenset("‘’…–—")
_AT_THE_END = "".join(_SIGNS_OF_WORD) + "!?.,:;*_~'\""


def correct(tree: AstNode, text: str) -> None:
    """Correct the alerts, the bare addresses and the footnotes of the tree of a text."""
    callouts = of_kind(tree, comrak.Callout)
    lines = text.split("\n") if callouts else []
    for node, callout in callouts:
        _make_alert(node, callout.value, lines[node.sourcepos.start.line - 1])
    for node in list(nodes(tree)):
        if any(_behind(_bare_address(child)) for child in node.children):
            node.children = [part for child in node.children for part in _parted(child)]
    if definitions := of_kind(tree, FootnoteDefinition):
        _keep_first(tree, definitions)


def percent_signs(tree: AstNode) -> list[LineColumn]:
    """Where the parser takes two percent signs behind a number for the begin of a private note: the first place on every line."""
    places: dict[int, LineColumn] = {}
    for parent in nodes(tree):
        for before, node in pairwise(parent.children):
            is_number = isinstance(before.node_value, comrak.Text) and before.node_value.value[-1:].isdigit()
            if is_number and isinstance(node.node_value, comrak.CommentInline):
                places.setdefault(node.sourcepos.start.line, node.sourcepos.start)
    return list(places.values())


def restore(tree: AstNode, sign: str, written: str) -> None:
    """Put what was written back in the place of a sign that stood in for it."""
    for node in nodes(tree):
        value = node.node_value
        if isinstance(value, comrak.Text) and sign in value.value:
            node.node_value = comrak.Text(value.value.replace(sign, written))
        elif isinstance(value, comrak.Link) and sign in value.value.url:
            node.node_value = comrak.Link(comrak.NodeLink(value.value.url.replace(sign, written), value.value.title))


def kind_of(alert: comrak.NodeAlert) -> str:
    """What GitHub calls the kind of an alert, in lower case."""
    return next(kind for kind, known in _TYPES.items() if known == alert.alert_type)


def _make_alert(node: AstNode, callout: comrak.NodeCallout, line: str) -> None:
    content = list(node.children)
    title = content.pop(0) if content and isinstance(content[0].node_value, comrak.CalloutTitle) else None
    if kind := ALERT_KINDS.get(callout.callout_type.lower()):
        words = (words_seen(title) if title else "") or None
        node.node_value = comrak.Alert(comrak.NodeAlert(_TYPES[kind], words, multiline=False, fence_length=0, fence_offset=0))
        node.children = content
    else:
        node.node_value = comrak.BlockQuote()
        node.children = _quoted(node, line, title, content)


def _quoted(node: AstNode, line: str, title: AstNode | None, content: list[AstNode]) -> list[AstNode]:
    """The content of a quotation of which the parser took the first line apart."""
    number, start = node.sourcepos.start.line, line.encode().find(b"[!", node.sourcepos.start.column - 1) + 1
    end = title.sourcepos.start.column - 1 if title else len(line.encode().rstrip())
    mark = comrak.Text(line.encode()[start - 1 : end].decode(errors="ignore"))
    place = Sourcepos(LineColumn(number, start), LineColumn(number, end))
    first = [AstNode(mark, place, None, []), *(part for paragraph in (title.children if title else ()) for part in paragraph.children)]
    if content and isinstance(content[0].node_value, comrak.Paragraph) and content[0].sourcepos.start.line == number + 1:
        below = content.pop(0)
        first += [AstNode(comrak.SoftBreak(), place, None, []), *below.children]
    return [AstNode(comrak.Paragraph(), node.sourcepos, None, first), *content]


def _bare_address(node: AstNode) -> str:
    """The words of a link that is an address alone, without marks around it; empty for any other node."""
    words = node.children[0] if isinstance(node.node_value, comrak.Link) and len(node.children) == 1 else None
    if words is None or not isinstance(value := words.node_value, comrak.Text):
        return ""
    return value.value if words.sourcepos.start == node.sourcepos.start else ""


def _behind(address: str) -> str:
    """What is no part of a bare address: curly quotes and all behind them, and signs of a word processor at the end."""
    if found := _QUOTES.search(address):
        return address[found.start() :]
    rest = address[len(address.rstrip(_AT_THE_END)) :]
    return rest if _SIGNS_OF_WORD.intersection(rest) else ""


def _parted(node: AstNode) -> list[AstNode]:
    """A bare address, and what stands behind it, apart; any other node alone."""
    written = _bare_address(node)
    rest, value = _behind(written), node.node_value
    if not rest or not isinstance(value, comrak.Link):
        return [node]
    kept = written.removesuffix(rest)
    start, end = node.sourcepos.start, node.sourcepos.end
    middle = start.column + len(kept.encode())
    left, right = Sourcepos(start, LineColumn(start.line, middle - 1)), Sourcepos(LineColumn(start.line, middle), end)
    link = comrak.Link(comrak.NodeLink(value.value.url.removesuffix(rest), ""))
    return [AstNode(link, left, None, [AstNode(comrak.Text(kept), left, None, [])]), AstNode(comrak.Text(rest), right, None, [])]


def _keep_first(tree: AstNode, definitions: list[tuple[AstNode, FootnoteDefinition]]) -> None:
    """Of the notes with one name, show the first, as GitHub does; the parser numbers the last."""
    first: dict[str, AstNode] = {}
    for node, _ in sorted(definitions, key=lambda pair: pair[0].sourcepos.start.line):
        first.setdefault(_name(node), node)
    if len(first) == len(definitions):
        return
    content = {name: list(node.children) for name, node in first.items()}
    for node, value in definitions:
        if value.value.total_references:
            node.children = content[_name(node)]
    for parent in list(nodes(tree)):
        kept = [child for child in parent.children if not _is_unused(child)]
        if len(kept) < len(parent.children):
            parent.children = kept


def _name(node: AstNode) -> str:
    value = node.node_value
    return value.value.name.casefold() if isinstance(value, FootnoteDefinition) else ""


def _is_unused(node: AstNode) -> bool:
    return isinstance(node.node_value, FootnoteDefinition) and not node.node_value.value.total_references
