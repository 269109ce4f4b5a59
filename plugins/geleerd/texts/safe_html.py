"""The sanitiser: it keeps only the HTML that an article needs."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import nh3

from geleerd.model.characters import without_unseen

Rewrite = Callable[[str, str], str | None]
"""Takes `a` or `img` and the address in it; returns the address to use, or None to remove it."""

_BLOCKS = "p br hr div blockquote pre ul ol li dl dt dd figure figcaption details summary"
_TABLE = "table caption colgroup col thead tbody tfoot tr th td"
_INLINE = "a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr img input"
TAGS = set(f"h2 h3 h4 h5 h6 {_BLOCKS} {_TABLE} {_INLINE}".split())

_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href", "aria-label"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "input": {"checked", "disabled"},
    "li": {"value"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan", "style"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
    "time": {"datetime"},
}

_RENAMED = {
    "markdown-alert": "admonition",
    "markdown-alert-title": "admonition-title",
    **{f"markdown-alert-{kind}": kind for kind in ("note", "tip", "important", "warning", "caution")},
    "contains-task-list": "task-list",
}
"""What the parser calls the parts of its constructs, and what the stylesheet calls them."""

_CLASS = re.compile(
    r"admonition(-title)?|note|tip|important|warning|caution|task-list(-item)?|footnotes|footnote-(ref|backref)|language-[\w+#.-]+"
)
"""Classes of Markdown's own constructs. Any other could make a contributor's text look like a part of the site."""

_ID = re.compile(r"(?!__)[^\s\"'<>&]{1,200}")
"""The theme's scripts find their parts by ids that start with two underscores."""

_BACK = re.compile(r"Back to reference [\d-]{1,20}")

_CELL = re.compile(r"<(t[dh])\b([^>]*)>")
_SIDE = re.compile(r' (?:style="text-align:|align=")(left|center|right)"')
_OF_SIDES = re.compile(r' (?:style|align)="[^"]*"')

_SCHEMES = {"http", "https", "mailto", "tel"}
_UNREAD = {"script", "style"}
"""Elements that go with all that is in them; of every other one that is not kept, the text stays."""

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
            if tag not in {"a", "img"}:
                return None
            return rewrite(tag, value) if without_unseen(value) == value else None  # what is left may lead elsewhere
        if name == "id" and _ID.fullmatch(value):
            anchors.add(value)
        return _harmless(name, value)

    cleaned = nh3.clean(
        written,
        tags=TAGS,
        clean_content_tags=_UNREAD,
        attributes=_ATTRIBUTES,
        tag_attribute_values={"input": {"type": {"checkbox"}}},
        attribute_filter=kept,
        filter_style_properties={"text-align"},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    aligned = _CELL.sub(_aligned, without_unseen(cleaned).strip())
    return SafeHtml(_VOID.sub(_useful, aligned), frozenset(anchors))


def allowed() -> dict[str, object]:
    """The list of the sanitiser as data, for the preview of a form, which has no Python."""
    return {
        "tags": sorted(TAGS),
        "attributes": {tag: sorted(names) for tag, names in _ATTRIBUTES.items()},
        "renamed": _RENAMED,
        "classes": _CLASS.pattern,
        "ids": _ID.pattern,
        "schemes": sorted(_SCHEMES),
        "unread": sorted(_UNREAD),
    }


def _harmless(name: str, value: str) -> str | None:
    if name == "id":
        return value if _ID.fullmatch(value) else None
    if name == "class":
        return " ".join(word for word in (_RENAMED.get(word, word) for word in value.split()) if _CLASS.fullmatch(word)) or None
    if name == "aria-label":
        return value if _BACK.fullmatch(value) else None
    return value


def _aligned(cell: re.Match[str]) -> str:
    """A cell with its side as an attribute: a strict policy refuses styles in a page, and programs that read feeds know no classes."""
    tag, attributes = cell.groups()
    found = sorted(_SIDE.finditer(attributes), key=lambda side: not side[0].startswith(" style"))
    side = f' align="{found[0][1]}"' if found else ""
    return f"<{tag}{_OF_SIDES.sub('', attributes)}{side}>"


def _useful(element: re.Match[str]) -> str:
    """An image with a file or with a description, which stands in for a file that is not there; the box of a task; nothing for others."""
    tag, attributes = element.groups()
    if tag == "img":
        alt = "" if ' alt="' in attributes else ' alt=""'
        return f"<img{attributes}{alt}>" if ' src="' in attributes or re.search(r' alt="[^"]', attributes) else ""
    return element[0] if ' type="checkbox"' in attributes and ' disabled="' in attributes else ""
