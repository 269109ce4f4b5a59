"""The first heading of a page that was written elsewhere: it is the page's title."""

import re
from dataclasses import dataclass

import comrak
from markdown.extensions.toc import slugify

from geleerd.commonmark.parsing import Dialect, parse
from geleerd.commonmark.tree import nodes, words_seen

_MORE_THAN_WORDS = (comrak.Link, comrak.Image, comrak.HtmlInline, comrak.FootnoteReference)
_LINE_END = re.compile(r"\r\n?|\n")
_ATTRIBUTES = re.compile(r"\s{0,9}\{[^{}]{0,200}\}$")
"""What Python-Markdown and Pandoc put behind a heading: `{ #begin .groot }`."""


@dataclass(frozen=True, slots=True)
class FirstHeading:
    """The words of the first heading of the first level, and the text without it; with it when it holds more than words, such as a link."""

    words: str
    rest: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A story, the title that it got, if it had none, and the anchor of the heading that left it."""

    story: str
    title: str = ""
    top: str = ""


def anchor_of(words: str) -> str:
    """The anchor by which other pages lead to a heading."""
    return slugify(words, "-")


def first_heading(text: str) -> FirstHeading | None:
    """The first heading of the first level, when it is no part of a quotation or list; None without one."""
    tree = parse(text, Dialect.BODY)
    for node in tree.children if tree else ():
        value = node.node_value
        if isinstance(value, comrak.Heading) and value.value.level == 1:
            lines = _LINE_END.split(text)
            place = node.sourcepos
            if any(isinstance(inside.node_value, _MORE_THAN_WORDS) for inside in nodes(node)):
                return FirstHeading(_ATTRIBUTES.sub("", words_seen(node)), text)
            below = lines[place.end.line :]
            while below and not below[0].strip():
                del below[0]
            return FirstHeading(_ATTRIBUTES.sub("", words_seen(node)), "\n".join([*lines[: place.start.line - 1], *below]))
    return None
