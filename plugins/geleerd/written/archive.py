"""The pages of a copy on disk: every link names a file, and a sentence replaces everything that needs a server or a script."""

import base64
import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from geleerd.commonmark.html_elements import VOID
from geleerd.model.strings import Address
from geleerd.relate.places.addresses import Addresses
from geleerd.written.site_links import LINK_ATTRIBUTES, Attributes, PageReader, refresh_target
from geleerd.written.targets import target_of

_DROPPED = frozenset({"script", "noscript", "template", "button"})
_LOADED_EARLY = frozenset({"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "search"})
_ANYWHERE = "file: http: https:"
_POLICY = f"default-src 'none'; style-src {_ANYWHERE} 'unsafe-inline'; img-src {_ANYWHERE} data:; media-src {_ANYWHERE}; font-src data:"
"""The policy of a page on disk, which has no site of its own (`'self'` is no file there): nothing runs, and nothing is sent."""

_WHOLE = re.compile(r"\s*(?:[a-z][a-z\d+.-]*:)?//", re.IGNORECASE)
_TYPEFACE = re.compile(r"url\(\s*['\"]?([^'\")]+\.(?:ttf|otf|woff2?))['\"]?\s*\)")


@dataclass(frozen=True, slots=True)
class Archive:
    """The facts that every page of a copy needs: all its files, the URL of the site, and the sentences about the copy."""

    files: Collection[str]
    site_url: str
    note: str
    desk: str
    addresses: Addresses

    def page(self, path: str, html: str) -> str:
        """A page of the copy, from the same page of the site."""
        return _Editor(html, path, self).edited()

    def style(self, path: str, css: str, load: Callable[[str], bytes]) -> str:
        """A stylesheet with its typefaces inside: browsers refuse to load those from disk (Firefox: another folder is another origin)."""

        def inline(match: re.Match[str]) -> str:
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[1]))
            kind = file.rpartition(".")[2]
            return f'url("data:font/{kind};base64,{base64.b64encode(load(file)).decode()}")' if file in self.files else match[0]

        return _TYPEFACE.sub(inline, css)

    def link(self, path: str, address: str) -> str:
        """The link from a page to a file of the copy; an address elsewhere, or one that leads nowhere, unchanged."""
        if not address.partition("#")[0]:
            return address
        target = target_of(address, path, self.files, self.site_url)
        if target.why:
            return address
        fragment = f"#{target.fragment}" if target.fragment else ""
        return quote(posixpath.relpath(target.file, posixpath.dirname(path) or "."), safe="/") + fragment

    def instead_of_form(self) -> Markup:
        """The sentence that replaces a form."""
        say = self.addresses.catalogue.say
        if not self.desk:
            return Markup('<p class="banner">{}</p>').format(say("archive-no-form"))
        return Markup('<p class="banner">{} <a href="mailto:{}">{}</a></p>').format(say("archive-form"), self.desk, self.desk)

    def instead_of_search(self, path: str) -> Markup:
        """The HTML that replaces a search field: a link to the lists, or a sentence on the page that has the lists."""
        say = self.addresses.catalogue.say
        place = self.addresses.place("search")
        if path == f"{place}index.html":
            return Markup('<p class="banner">{}</p>').format(say("archive-search"))
        return Markup('<p class="archive-lists"><a href="{}">{}</a></p>').format(self.link(path, _to(path, place)), say("all-lists"))


def _to(path: str, address: Address) -> str:
    return posixpath.relpath(address, posixpath.dirname(path) or ".") + "/"


class _Editor(PageReader):
    """Finds the parts of a page that must change. All other text stays as it is, to the letter."""

    def __init__(self, html: str, path: str, archive: Archive) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._path = path
        self._archive = archive
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._changes: list[tuple[int, int, str]] = []
        self._dropping: _Dropping | None = None
        self._form = 0
        """How many elements deep we are inside a page's form of questions; its heading stays."""
        self._has_main = False

    def edited(self) -> str:
        """The page of the copy."""
        self.feed(self._html)
        self.close()
        result, done = [], 0
        for start, end, text in self._changes:
            result += [self._html[done:start], text]
            done = end
        return "".join([*result, self._html[done:]])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, end = self._here(), self._here() + len(self.get_starttag_text() or "")
        if self._dropping:
            self._dropping.depth += tag == self._dropping.tag and tag not in VOID
            return
        values = {name: value or "" for name, value in attrs}
        if self._form and tag == "div":
            self._form += 1
        elif tag == "div" and ("data-form" in values or ("data-open" in values and "form" in values.get("class", "").split())):
            self._form = 1
        elif (instead := self._instead(tag, values)) is not None:
            self._drop(tag, start, end, instead)
        elif tag == "main" and not self._has_main:
            self._has_main = True
            self._changes.append(
                (start, start, Markup('<aside class="archive-note" aria-label="{0}"><p>{0}</p></aside>').format(self._archive.note))
            )
        else:
            self._mend(tag, attrs, start, end)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropping is None:
            start = self._here()
            self._mend(tag, attrs, start, start + len(self.get_starttag_text() or ""), closed=" /")

    def handle_endtag(self, tag: str) -> None:
        start = self._here()
        end = self._html.find(">", start) + 1
        if self._dropping:
            if tag == self._dropping.tag:
                self._dropping.depth -= 1
            if self._dropping.depth == 0:
                self._changes.append((self._dropping.start, start if self._dropping.keeps_end else end, self._dropping.instead))
                self._dropping = None
        elif self._form and tag == "h1":
            self._dropping = _Dropping("div", end, self._form, self._archive.instead_of_form(), keeps_end=True)
            self._form = 0
        elif self._form and tag == "div":
            self._form -= 1

    def _instead(self, tag: str, values: Attributes) -> str | None:
        """The HTML that replaces an element; None when the element stays."""
        classes = values.get("class", "").split()
        if tag == "form":
            return self._archive.instead_of_search(self._path) if values.get("role") == "search" else self._archive.instead_of_form()
        leaves = (
            tag in _DROPPED
            or "data-needs-script" in values
            or "data-online" in values
            or (tag == "link" and _LOADED_EARLY & set(values.get("rel", "").lower().split()))
            or "improve" in classes
            or "site-search__link" in classes
        )
        return "" if leaves else None

    def _drop(self, tag: str, start: int, end: int, instead: str) -> None:
        if tag in VOID:
            self._changes.append((start, end, instead))
        else:
            self._dropping = _Dropping(tag, start, 1, instead)

    def _mend(self, tag: str, attrs: list[tuple[str, str | None]], start: int, end: int, closed: str = "") -> None:
        """Rewrite the links of an element so that they name files."""
        mended = [(name, self._mended(tag, name, value or "", dict(attrs)) if value else value) for name, value in attrs]
        if mended != attrs:
            written = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in mended)
            self._changes.append((start, end, f"<{tag}{written}{closed}>"))

    def _mended(self, tag: str, name: str, value: str, attributes: dict[str, str | None]) -> str:
        meaning = (attributes.get("http-equiv") or "").lower() if tag == "meta" and name == "content" else ""
        if meaning == "content-security-policy":
            return _POLICY
        if meaning == "refresh":
            target = refresh_target(value)
            return value.replace(target, self._archive.link(self._path, target)) if target else value
        names_the_site = tag == "link" and _WHOLE.match(value)  # as `canonical` does
        if name not in LINK_ATTRIBUTES.get(tag, ()) or name == "srcset" or names_the_site:
            return value
        return self._archive.link(self._path, value)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


@dataclass(slots=True)
class _Dropping:
    """An element that the copy leaves out; it ends when all elements with its name inside it have ended."""

    tag: str
    start: int
    depth: int
    instead: str
    keeps_end: bool = False
