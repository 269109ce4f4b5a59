"""The article of an item in a feed: that of its page, without the parts that work only there."""

import re

from geleerd.model.urls import joined
from geleerd.texts.safe_html import safe_html

_INPUT = re.compile(r"<input\b[^>]*>")


def article_for(url: str, html: str) -> str:
    """The article of the page at a URL, from the HTML that the templates of feeds give, with absolute links."""
    return _INPUT.sub(_as_sign, safe_html(html, lambda _tag, written: _absolute(url, written)).html).strip()


def _as_sign(control: re.Match[str]) -> str:
    """A character for the box of a task, since feeds have no controls; nothing for the switch of a tab."""
    return ("☑" if " checked" in control[0] else "☐") if 'type="checkbox"' in control[0] else ""


def _absolute(page: str, written: str) -> str | None:
    """The absolute URL of a link on a page; None for an invalid link."""
    try:
        return joined(page, written)
    except ValueError:
        return None
