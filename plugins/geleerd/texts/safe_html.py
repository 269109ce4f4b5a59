"""The sanitiser: of what contributors write, only what an article needs is left."""

import re
from collections.abc import Callable

import nh3

from geleerd.model.characters import without_unseen

Rewrite = Callable[[str, str], str | None]
"""Takes `a` or `img` and the address in it; gives the address to use, or None to leave it out."""

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
"""Such an element in what was cleaned, where no `<`, `>` or `"` stands in a text or a value."""


class Sanitiser:
    """Cleans HTML and hands every link and image to `rewrite`; `anchors` are the ids it left in the last text."""

    def __init__(self) -> None:
        self.anchors: set[str] = set()
        self._rewrite: Rewrite = lambda _tag, value: value
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            tag_attribute_values={"input": {"type": {"checkbox", "radio"}}},
            attribute_filter=self._attribute,
            filter_style_properties={"text-align"},
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel=None,
        )

    def clean(self, html: str, rewrite: Rewrite) -> str:
        """The harmless part of a text."""
        self.anchors = set()
        self._rewrite = rewrite
        return _VOID.sub(_useful, without_unseen(self._cleaner.clean(html)))

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name in {"href", "src"}:
            return self._rewrite(tag, value) if without_unseen(value) == value else None  # without them it may lead elsewhere
        if name == "id":
            return self._anchor(value)
        if name == "class":
            return " ".join(word for word in value.split() if _CLASS.fullmatch(word)) or None
        return value

    def _anchor(self, value: str) -> str | None:
        if not _ID.fullmatch(value):
            return None
        self.anchors.add(value)
        return value


def _useful(element: re.Match[str]) -> str:
    """An image or input, if it shows something: an image has a file and a description, an input is the box of a task or switch of a tab."""
    tag, attributes = element.groups()
    if tag == "img":
        alt = "" if ' alt="' in attributes else ' alt=""'
        return f"<img{attributes}{alt}>" if ' src="' in attributes else ""
    is_box = ' type="checkbox"' in attributes and ' disabled="' in attributes
    is_switch = ' type="radio"' in attributes and ' name="__tabbed_' in attributes
    return element[0] if is_box or is_switch else ""
