"""The texts in fields, as the pages show them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.places.addresses import HOME

FROM_ROOT = "~/"
"""Begins a link to a page or file of the site: the same text can stand on several pages."""

_SCHEME = re.compile("[a-z]+:")
_LINK = re.compile(r'<a((?: [a-z-]+="[^"]*")*)>')
_INSIDE = re.compile(rf' href="{FROM_ROOT}([^"]*)"')


def from_root(href: str, page: Address) -> str:
    """A link on a page for all pages: one within the site begins with `~/`."""
    if _SCHEME.match(href):
        return href
    if href.startswith("#"):
        return f"{FROM_ROOT}{page}{href}"
    return FROM_ROOT + href.removeprefix("../" * page.count("/")).removeprefix("./")


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text for a template: `block` holds its paragraphs and lists."""

    block: Markup

    @classmethod
    def plain(cls, text: str) -> "ShownText":
        """A text without marks."""
        return cls(Markup("<p>{}</p>").format(text))

    @property
    def inline(self) -> Markup | None:
        """The words of a text of one paragraph, without the paragraph; None for any other text."""
        alone = self.block.startswith("<p>") and self.block.find("</p>") == len(self.block) - len("</p>")
        return self.block[len("<p>") : -len("</p>")] if alone else None

    @property
    def short(self) -> Markup:
        """What stands in an item of a list: the words of a text of one paragraph, else all of it."""
        return self.block if self.inline is None else self.inline


@dataclass(frozen=True, slots=True)
class FieldTexts:
    """The texts of one file on one page. `marked` holds the safe HTML of those with marks, by the text as written."""

    marked: Mapping[str, str] = Frozen()
    page: Address = HOME

    def on(self, page: Address) -> "FieldTexts":
        """The same texts on another page."""
        return replace(self, page=page)

    def shown(self, text: str) -> ShownText:
        """A text with its marks, and with links that work on the page."""
        html = self.marked.get(text)
        if html is None:
            return ShownText.plain(text)
        return ShownText(Markup(_LINK.sub(self._relative, html)))  # noqa: S704  # sanitised in `bodies`

    def _relative(self, link: re.Match[str]) -> str:
        return _INSIDE.sub(lambda inside: f' href="{relative(self.page, inside[1])}"', link[0])
