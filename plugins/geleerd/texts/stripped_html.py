"""HTML of which nothing is left on a page."""

import re
from collections.abc import Iterator

from geleerd.commonmark.html import HtmlInText
from geleerd.texts.safe_html import TAGS

UNCLOSED = "!--"
"""The name of a comment without its end."""

_TAG = re.compile(
    r"<(?:!---?>|!--.*?-->|(!--|\?[a-z]{0,20}|!\[CDATA\[|![a-z]{1,20}|[a-z][a-z0-9-]{0,30}(?=[\s/>])))(?:(?<=<!--).*)?",
    re.IGNORECASE | re.DOTALL,
)
"""A tag, an instruction or a comment; what stands behind a comment without its end is part of it."""

_FOR_LOOKS = frozenset(
    {
        *("html", "body", "main", "section", "article", "header", "footer", "aside", "nav", "hgroup", "h1"),
        *("center", "font", "big", "tt", "nobr", "picture", "source", "track"),
    }
)
"""Elements that only arrange what is in them; that stays."""


_SHOWN = frozenset(TAGS) | _FOR_LOOKS


def stripped_elements(pieces: tuple[HtmlInText, ...]) -> Iterator[tuple[int, str]]:
    """Every element that the sanitiser leaves out, once a line: the line, counted from 0, and its name.

    Comments are for colleagues, unless one has no end.
    """
    return iter(dict.fromkeys((line, name) for piece in pieces for line, name in _elements(piece) if name not in _SHOWN))


def _elements(piece: HtmlInText) -> Iterator[tuple[int, str]]:
    line, counted = piece.line, 0
    for tag in _TAG.finditer(piece.html):
        line += piece.html.count("\n", counted, tag.start())
        counted = tag.start()
        if tag[1]:
            yield line, tag[1] if tag[1][0] in "!?" else tag[1].lower()
