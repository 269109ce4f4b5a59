"""Where the links in a body lead: files in the repository, permalinks, and the rest of the web."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote, urlsplit

from geleerd.model.documents import Document, File
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import relative, sound_url
from geleerd.relate.places.aliases import alias_address
from geleerd.validate.did_you_mean import nearest, path_meant

_UNSAFE = re.compile(r"""(?:href|src)\s{0,9}=\s{0,9}["']?\s{0,9}((?:javascript|vbscript|data|file|ftp|blob):[^"'>]*)""", re.IGNORECASE)
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_IN_NO_HOST = re.compile(r"""[\s"<>\\^`{|}%]""")


@dataclass(frozen=True, slots=True)
class LinkTable:
    """Everything that a link can lead to. `silent` are files of which nothing is shown: links to them become plain text.

    `now_at` is the file of the page that a file's page became; None when it became none.
    """

    by_path: Mapping[SourcePath, Address]
    permalinks: Mapping[str, Address]
    addresses: frozenset[Address]
    files: Mapping[SourcePath, File]
    silent: frozenset[SourcePath]
    content: str
    now_at: Callable[[SourcePath], SourcePath | None]


@dataclass(frozen=True, slots=True)
class AnchorLink:
    """A link to a heading, to be checked when all headings are known."""

    document: Document
    written: str
    target: Address
    anchor: str


class BodyLinks:
    """The links of one body: what they become, and what was found on the way."""

    def __init__(self, table: LinkTable, document: Document, page: Address) -> None:
        self.problems: list[Problem] = []
        self.anchors: list[AnchorLink] = []
        self.assets: dict[SourcePath, str] = {}
        self._told: Counter[str] = Counter()
        self._table = table
        self._document = document
        self._page = page

    def rewrite(self, tag: str, written: str) -> str | None:
        """The address to put in the page, relative to it; None when there is nothing to link to."""
        parts = urlsplit(written) if _is_url(written) else None
        if parts is None:
            return self._dead("unsafe-link", written)
        if parts.scheme or parts.netloc:
            return self._outside(tag, written, parts.scheme)
        if not parts.path:
            return self._anchored(self._page, written, parts.fragment) if parts.fragment else None
        if parts.path.startswith("/"):
            return self._from_root(written, parts.path, parts.fragment)
        return self._file(written, parts.path, parts.fragment)

    def report_unsafe(self, html: str) -> None:
        """A problem for every link that the sanitiser will take away without asking here."""
        for written in dict.fromkeys(_UNSAFE.findall(html)):
            self._complain("unsafe-link", unescape(written))

    def _outside(self, tag: str, written: str, scheme: str) -> str | None:
        if scheme not in _SAFE_SCHEMES or _IN_NO_HOST.search(urlsplit(written).netloc):
            return self._dead("unsafe-link", written)
        return self._dead("foreign-image", written) if tag == "img" else sound_url(written)

    def _from_root(self, written: str, path: str, anchor: str) -> str | None:
        parts = path.strip("/").split("/")
        if len(parts) == 2 and parts[0] == "l":
            target = self._table.permalinks.get(parts[1])
        else:
            address = alias_address(path)
            target = address if address in self._table.addresses else None
        return self._dead("broken-link", written) if target is None else self._anchored(target, written, anchor)

    def _file(self, written: str, path: str, anchor: str) -> str | None:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(self._document.path), unquote(path)))
        if wanted.startswith("../") or wanted == "..":
            return self._dead("link-outside", written)
        source = SourcePath(f"{wanted}/index.md" if path.endswith("/") else wanted)
        if source in self._table.by_path:
            return self._anchored(self._table.by_path[source], written, anchor)
        if source in self._table.silent:
            return None
        return self._asset(written, source)

    def _asset(self, written: str, source: SourcePath) -> str | None:
        if source not in self._table.files or source.endswith(".md"):
            return self._dead("broken-link", written, source)
        if source.startswith(f"{self._table.content}/"):
            return quote(relative(self._page, posixpath.relpath(source, self._table.content)))
        own = posixpath.dirname(self._document.path)
        if posixpath.commonpath([own, posixpath.dirname(source)]) != own:
            return self._dead("link-outside", written)
        self.assets[source] = self._page + posixpath.relpath(source, own)
        return quote(relative(self._page, self.assets[source]))

    def _anchored(self, target: Address, written: str, anchor: str) -> str:
        if anchor:
            self.anchors.append(AnchorLink(self._document, written, target, anchor))
        here = "" if target == self._page and anchor else relative(self._page, target)
        return sound_url(f"{here}#{anchor}") if anchor else here

    def _dead(self, code: str, written: str, source: SourcePath | None = None) -> str | None:
        """Nothing to link to, after a problem that says why."""
        self._complain(code, written, source)
        return None

    def _complain(self, code: str, written: str, source: SourcePath | None = None) -> None:
        words: dict[str, object] = {"target": written[:200]}
        if source:
            words["now"] = self._from_here(self._table.now_at(source))
            words["suggestion"] = self._from_here(path_meant(source, self._table.by_path))
        self.problems.append(Problem(place_of_link(self._document, written, self._told[written]), code, words))
        self._told[written] += 1

    def _from_here(self, path: str | None) -> str:
        return posixpath.relpath(path, posixpath.dirname(self._document.path)) if path else ""


def broken_anchors(links: list[AnchorLink], anchors: Mapping[Address, frozenset[str]]) -> list[Problem]:
    """A problem for every link to a heading that its page does not have; pages whose headings nobody knows are left alone."""
    broken = [link for link in links if link.target in anchors and unquote(link.anchor) not in anchors[link.target]]
    told: Counter[tuple[str, str]] = Counter()
    problems = []
    for link in broken:
        key = (link.document.path, link.written)
        place = place_of_link(link.document, link.written, told[key])
        told[key] += 1
        problems.append(Problem(place, "broken-anchor", _anchor_words(link, anchors[link.target])))
    return problems


def _anchor_words(link: AnchorLink, anchors: frozenset[str]) -> dict[str, object]:
    meant = nearest(link.anchor, anchors)
    return {"target": link.written[:200], "suggestion": f"#{meant}" if meant else ""}


def place_of_link(document: Document, written: str, number: int = 0) -> Place:
    """The line of a body on which a link stands, the first time or a later one; Markdown's parser does not say, so we look for it."""
    text = document.body.text
    found = [match.start() for match in re.finditer(re.escape(written) + r"(?![\w/#?-])", text)] or [max(0, text.find(written))]
    return Place(document.path, document.body.line + text.count("\n", 0, found[min(number, len(found) - 1)]))


def _is_url(written: str) -> bool:
    try:
        urlsplit(written)
    except ValueError:
        return False
    return True
