"""Parses HTML that the product made, in which everything is escaped and closed, or that `safe_html` let through.

It is faster than a parser for any HTML, which would take half of the time that we allow for the Markdown of all pages.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from geleerd.commonmark.html_elements import VOID

DEEPEST_ELEMENT = 40
"""Deepest nesting of elements; a deeper element becomes a sibling of its parent."""

_TOKEN = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>"']++|"[^"]*"|'[^']*')*+)>|<!--.*?-->|<[!?][^>]*>|([^<]+|<)""", re.DOTALL)
_DRAWING = re.compile(r"<svg\b[^<]*(?:<(?!/svg|svg)[^<]*)*</svg>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SILENT = {"svg", "button", "script", "style", "template", "select", "textarea", "head"}
_SILENT_CLASSES = {"breadcrumbs", "ways-back", "qr-print", "footnote-backref", "headerlink"}
_MAY_BE_SILENT = re.compile("hidden|" + "|".join(_SILENT_CLASSES), re.IGNORECASE)
_KEPT = 4_096
"""Attributes, to the letter, that are read once for all elements that have them: most are a class alone."""


@dataclass(slots=True)
class Element:
    """An element of a page: `written` are its attributes to the letter, `children` its texts and elements, in order."""

    tag: str
    written: str = ""
    children: list["Element | str"] = field(default_factory=list)

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by name; one without a value is empty."""
        return _attributes(self.written)

    @property
    def classes(self) -> frozenset[str]:
        """The classes."""
        return _classes(self.written)

    @property
    def is_silent(self) -> bool:
        """Whether the element is a control for the screen, or mere decoration."""
        return self.tag in _SILENT or (self.written != "" and _say_nothing(self.written))

    def inner(self, *tags: str) -> Iterator["Element"]:
        """The nearest elements inside with one of the tags."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.inner(*tags)


def tree(html: str) -> Element:
    """One element that holds all elements of a page or a part of it. White space between elements becomes one space."""
    root = Element("div")
    stack = [root]
    has_code = "<pre" in html
    for end, tag, attributes, text in _TOKEN.findall(_DRAWING.sub("", html)):
        if text:
            is_gap = text.isspace() and not (has_code and any(element.tag == "pre" for element in stack))
            stack[-1].children.append(" " if is_gap else unescape(text))
        elif end:
            _close(stack, tag.lower())
        elif tag:
            element = Element(tag.lower(), attributes)
            stack[-1].children.append(element)
            if element.tag not in VOID and len(stack) < DEEPEST_ELEMENT:
                stack.append(element)
    return root


def _close(stack: list[Element], tag: str) -> None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag == tag:
            del stack[depth:]
            return


@lru_cache(maxsize=_KEPT)
def _attributes(written: str) -> Mapping[str, str]:
    found = _ATTRIBUTE.findall(written)
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in found}


@lru_cache(maxsize=_KEPT)
def _classes(written: str) -> frozenset[str]:
    return frozenset(_attributes(written).get("class", "").split()) if "class" in written else frozenset()


@lru_cache(maxsize=_KEPT)
def _say_nothing(written: str) -> bool:
    """Whether these attributes make an element silent."""
    if not _MAY_BE_SILENT.search(written):
        return False
    attributes = _attributes(written)
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or bool(_classes(written) & _SILENT_CLASSES)


def text_inside(element: Element) -> str:
    """All text in an element, unchanged."""
    return "".join(child if isinstance(child, str) else text_inside(child) for child in element.children)
