"""The sanitiser: it keeps only the HTML that an article needs."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import nh3

from geleerd.model.characters import without_unseen

Rewrite = Callable[[str, str], str | None]
"""Takes `a` or `img` and the address in it; returns the address to use, or None to remove it."""

_BLOCKS = (
    "p br hr div blockquote pre ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption details summary"
)
_INLINE = "a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr img input label"
_TAGS = set(f"h2 h3 h4 h5 h6 {_BLOCKS} {_INLINE}".split())

_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href"},
    "abbr": {"title"},
    "div": {"data-tabs"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "input": {"checked", "disabled", "name"},
    "label": {"for"},
    "li": {"value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "time": {"datetime"},
}

# Classes that Markdown's own constructs need. Any other could make a contributor's text look like a part of the site.
_CLASS = re.compile(
    r"admonition(-title)?|note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote"
    r"|tabbed-[a-z]+|task-list(-[a-z]+)*|footnote(-[a-z]+)*|highlight|headerlink|language-[\w-]+|linenos|[a-z]{1,2}[0-9a-z]?"
)
# The theme's scripts find their parts by ids that start with two underscores; only these two come from Markdown.
_ID = re.compile(r"__tabbed_\d+(_\d+)?|__codelineno-\d+(-\d+)*|(?!__)[^\s\"'<>&]{1,200}")


_VOID = re.compile(r"<(img|input)\b([^>]*)>")
"""An element without an end tag in cleaned HTML, whose texts and values hold no `<`, `>` or `"`."""


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """The harmless part of a text, and the ids in it."""

    html: str
    anchors: frozenset[str]


def safe_html(written: str, rewrite: Rewrite) -> SafeHtml:
    """The HTML of a text that an article needs; `rewrite` decides on every link and image in it."""
    anchors: set[str] = set()

    def kept(tag: str, name: str, value: str) -> str | None:
        if name in {"href", "src"}:
            return rewrite(tag, value) if without_unseen(value) == value else None  # what is left may lead elsewhere
        if name == "id" and _ID.fullmatch(value):
            anchors.add(value)
        return _harmless(name, value)

    cleaned = nh3.clean(
        written,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values={"input": {"type": {"checkbox", "radio"}}},
        attribute_filter=kept,
        filter_style_properties={"text-align"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return SafeHtml(_VOID.sub(_useful, without_unseen(cleaned)), frozenset(anchors))


def _harmless(name: str, value: str) -> str | None:
    if name == "id":
        return value if _ID.fullmatch(value) else None
    if name == "class":
        return " ".join(word for word in value.split() if _CLASS.fullmatch(word)) or None
    return value


def _useful(element: re.Match[str]) -> str:
    """An image with a file, given an empty description if it has none, or the input of a task or a tab; nothing for all other ones."""
    tag, attributes = element.groups()
    if tag == "img":
        alt = "" if ' alt="' in attributes else ' alt=""'
        return f"<img{attributes}{alt}>" if ' src="' in attributes else ""
    is_box = ' type="checkbox"' in attributes and ' disabled="' in attributes
    is_switch = ' type="radio"' in attributes and ' name="__tabbed_' in attributes
    return element[0] if is_box or is_switch else ""
