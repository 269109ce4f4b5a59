"""HTML as trees of elements and words, to compare what two programs make of a text."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "wbr", "col"}
_BLOCKS = "blockquote br dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre section summary ul"
_TABLE = "caption col colgroup table tbody td tfoot th thead tr"
BLOCKS = {"#", *f"{_BLOCKS} {_TABLE}".split()}
COMPARED = {"start", "checked", "open", "title"}
"""Attributes that belong to what a text says. Addresses differ by where a text stands, names and classes by who shows it."""


@dataclass
class Element:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = [Element("#")]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs if name in COMPARED})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag in {element.name for element in self.open[1:]}:
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data):
        children = self.open[-1].children
        if children and isinstance(children[-1], str):
            data = children.pop() + data
        children.append(data)


def tree(html: str) -> Element:
    """The elements of a text in HTML, without the spaces that nobody sees."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    _tidy(reader.open[0], literal=False)
    return reader.open[0]


def _tidy(element: Element, *, literal: bool) -> None:
    literal = literal or element.name == "pre"
    for child in element.children:
        if isinstance(child, Element):
            _tidy(child, literal=literal)
    if not literal:
        seen = [_seen(element, place) for place in range(len(element.children))]
        element.children = [child for child in seen if child != ""]


def _seen(parent: Element, place: int) -> "Element | str":
    child = parent.children[place]
    if isinstance(child, Element):
        return child
    words = re.sub(r"[ \t\n]+", " ", child)
    if _is_edge(parent, place - 1):
        words = words.lstrip(" ")
    return words.rstrip(" ") if _is_edge(parent, place + 1) else words


def _is_edge(parent: Element, place: int) -> bool:
    """Whether a line begins or ends at this neighbour of a text."""
    if not 0 <= place < len(parent.children):
        return parent.name in BLOCKS
    neighbour = parent.children[place]
    return isinstance(neighbour, Element) and neighbour.name in BLOCKS
