"""HTML of which nothing is left on a page."""

import re
from collections.abc import Iterator

from geleerd.commonmark.html import HtmlInText
from geleerd.texts.safe_html import TAGS

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<([a-z][a-z0-9-]{0,30})(?=[\s/>])", re.IGNORECASE | re.DOTALL)

_FOR_LOOKS = frozenset(
    {
        *("html", "body", "main", "section", "article", "header", "footer", "aside", "nav", "hgroup", "h1"),
        *("center", "font", "big", "tt", "nobr", "picture", "source", "track"),
    }
)
"""Elements that only arrange what is in them; that stays."""


def stripped_elements(pieces: tuple[HtmlInText, ...]) -> Iterator[tuple[int, str]]:
    """Every element that the sanitiser leaves out, once a line: the line, counted from 0, and its name. Comments are for colleagues."""
    seen: set[tuple[int, str]] = set()
    for piece in pieces:
        for tag in _TAG.finditer(piece.html):
            name = (tag[1] or "").lower()
            found = piece.line + piece.html.count("\n", 0, tag.start()), name
            if name and name not in TAGS | _FOR_LOOKS and found not in seen:
                seen.add(found)
                yield found
