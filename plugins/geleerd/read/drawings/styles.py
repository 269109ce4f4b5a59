"""The harmless part of a style: plain values, and addresses only of parts of the drawing itself. The rest is left out, not mended."""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from geleerd.model.limits import DEEPEST_STYLE
from geleerd.read.drawings.names import STYLE_FUNCTIONS, SVG, XHTML, XLINK

_PLAIN = re.compile(r"[\w\s.,+%#-]*")
"""Numbers, names and colours: nearly every attribute, and the only shape that the outline of a large drawing has."""

_HARMLESS = {"ident", "whitespace", "number", "percentage", "dimension", "hash", "literal"}
_GROUPS = re.compile(r"media|supports|layer|(?:-(?:webkit|moz|o)-)?keyframes")
"""Rules around rules, which are looked into in turn."""

_BLOCKS = {"() block", "[] block"}
_FONT = re.compile(r"data:(?:font|application)/[\w.+-]{1,40}(?:;[\w=-]{1,40}){0,3},[\w+/=\s%-]*")
_CALLS = {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "element", "attr"}


class CallsOutError(Exception):
    """A value asks for something outside the drawing."""


class UnknownValueError(Exception):
    """A value holds something that is not known to be harmless."""


class StyleNotes:
    """What a style holds beside what is kept: why parts of it were left out, its remarks, and the names that somebody made up."""

    def __init__(self) -> None:
        self.dropped: list[Exception] = []
        self.remarks: list[str] = []
        self.names: list[str] = []


def check_value(text: str) -> None:
    """Do nothing for the value of an attribute that is harmless. Raises `CallsOutError` and `UnknownValueError`."""
    if "\\" in text or "/*" in text:  # an escape, which hides an address; or a remark
        raise UnknownValueError
    if not _PLAIN.fullmatch(text):
        _check(tinycss2.parse_component_value_list(text))


def harmless_declarations(text: str, notes: StyleNotes) -> str:
    """What is harmless of a `style` attribute."""
    notes.remarks += _remarks(text)
    return _declarations(tinycss2.parse_blocks_contents(text, skip_whitespace=True), notes)


def harmless_rules(text: str, notes: StyleNotes) -> list[str]:
    """What is harmless of a `style` element: rules, those for some media, and typefaces that the drawing brings along."""
    notes.remarks += _remarks(text)
    return list(_rules(tinycss2.parse_stylesheet(text, skip_whitespace=True), notes))


def _remarks(text: str) -> Iterator[str]:
    """The comments in a style, wherever they stand."""
    waiting = tinycss2.parse_component_value_list(text) if "/*" in text else []
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            yield node.value
        elif node.type == "function" or node.type.endswith(" block"):
            waiting += node.arguments if node.type == "function" else node.content


def _rules(nodes: Iterable[Node], notes: StyleNotes, depth: int = 0) -> Iterator[str]:
    for node in _without_remarks(nodes):
        try:
            yield from _rule(node, notes, depth)
        except (CallsOutError, UnknownValueError) as reason:
            notes.dropped.append(reason)


def _rule(node: Node, notes: StyleNotes, depth: int) -> Iterator[str]:
    if isinstance(node, QualifiedRule):
        yield f"{_prelude(node, notes)}{{{_declarations(_contents(node), notes)}}}"
    elif not isinstance(node, AtRule) or depth > DEEPEST_STYLE:
        raise UnknownValueError
    elif node.content is not None and _GROUPS.fullmatch(node.lower_at_keyword):
        rules = tinycss2.parse_rule_list(node.content, skip_whitespace=True)
        yield f"@{node.lower_at_keyword}{_prelude(node, notes)}{{{' '.join(_rules(rules, notes, depth + 1))}}}"
    elif node.content is not None and node.lower_at_keyword == "font-face":
        yield f"@font-face{{{_declarations(_contents(node), notes, fonts=True)}}}"
    elif not _says_nothing(node):
        raise CallsOutError if node.lower_at_keyword == "import" else UnknownValueError


def _prelude(node: Node, notes: StyleNotes) -> str:
    """What stands before the brackets of a rule: whatever names it holds, somebody made up."""
    parts = _without_remarks(node.prelude)
    _check(parts)
    notes.names += _made_up(parts)
    return str(tinycss2.serialize(parts))


def _made_up(nodes: Iterable[Node]) -> Iterator[str]:
    """The names in what `_check` let pass, so that it is not deep."""
    for node in nodes:
        if node.type in {"ident", "hash", "string"}:
            yield str(node.value)
        elif node.type == "function" or node.type in _BLOCKS:
            yield from _made_up(node.arguments if node.type == "function" else node.content)


def _without_remarks(nodes: Iterable[Node], depth: int = 0) -> list[Node]:
    """The nodes but for comments. What is deeper than a value may be stays as it is, since it is left out."""
    kept = [node for node in nodes if node.type != "comment"]
    for node in kept if depth <= DEEPEST_STYLE else ():
        if node.type == "function":
            node.arguments = _without_remarks(node.arguments, depth + 1)
        elif node.type in _BLOCKS:
            node.content = _without_remarks(node.content, depth + 1)
    return kept


def _contents(node: Node) -> Iterable[Node]:
    contents: list[Node] = tinycss2.parse_blocks_contents(node.content, skip_whitespace=True)
    return contents


def _says_nothing(node: AtRule) -> bool:
    """Whether a rule is about the file, or about paper."""
    if node.lower_at_keyword == "namespace":
        return all(part.value in {SVG, XHTML, XLINK} for part in node.prelude if part.type in {"url", "string"})
    return node.lower_at_keyword in {"charset", "page", "viewport"}


def _declarations(nodes: Iterable[Node], notes: StyleNotes, *, fonts: bool = False) -> str:
    kept = []
    for node in _without_remarks(nodes):
        try:
            kept.append(_declaration(node, notes, fonts=fonts))
        except (CallsOutError, UnknownValueError) as reason:
            notes.dropped.append(reason)
    return ";".join(kept)


def _declaration(node: Node, notes: StyleNotes, *, fonts: bool) -> str:
    if not isinstance(node, Declaration):
        raise UnknownValueError
    parts = _without_remarks(node.value)
    if not (node.lower_name == "content" and all(part.type in {"string", "whitespace"} for part in parts)):
        _check(parts, fonts=fonts and node.lower_name == "src")
    value = tinycss2.serialize(parts).strip()
    if node.name.startswith("--"):
        if "url(" in value.lower():
            raise UnknownValueError  # nobody can count where the name of a value is used
        notes.names.append(f"{node.name} {value}")
    return f"{node.name}:{value}{'!important' if node.important else ''}"


def _check(nodes: Iterable[Node], depth: int = 0, *, fonts: bool = False) -> None:
    """Look at every part of a value. Escapes in CSS are undone before this."""
    if depth > DEEPEST_STYLE:
        raise UnknownValueError
    before = ""
    for node in nodes:
        if before == getattr(node, "value", "") == "/":
            raise CallsOutError
        before = str(getattr(node, "value", ""))
        if node.type == "url":
            _check_address(node.value, fonts=fonts)
        elif node.type == "string":
            _check_string(node.value)
        elif node.type == "function":
            _check_function(node, depth, fonts=fonts)
        elif node.type in _BLOCKS:
            _check(node.content, depth + 1)
        elif node.type not in _HARMLESS or "\\" in str(getattr(node, "value", "")):
            raise UnknownValueError


def _check_function(node: Node, depth: int, *, fonts: bool) -> None:
    name = node.lower_name
    if name == "url":
        _check_address("".join(part.value for part in node.arguments if part.type == "string"), fonts=fonts)
    elif fonts and name in {"format", "tech"}:
        _check(node.arguments, depth + 1)
    elif name not in STYLE_FUNCTIONS:
        raise CallsOutError if name in _CALLS else UnknownValueError
    else:
        _check(node.arguments, depth + 1)


def _check_address(address: str, *, fonts: bool) -> None:
    if not (address.startswith("#") or (fonts and _FONT.fullmatch(address))):
        raise CallsOutError


def _check_string(text: str) -> None:
    if "//" in text or "\\" in text:
        raise CallsOutError
