"""The destinations of the links in a body: files in the repository, permalinks, and the rest of the web."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import quote, unquote, urlsplit

from geleerd.model.documents import Document, File
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import id_in_permalink, is_on_own_disk, relative, sound_url
from geleerd.relate.moves.renamed import heir_of
from geleerd.relate.places.addresses import Addresses
from geleerd.relate.places.spelling import alias_address
from geleerd.texts.wiki_links import meant_by
from geleerd.validate.did_you_mean import nearest, path_meant

_UNSAFE = re.compile(
    r"""(?:href|src)\s{0,9}=\s{0,9}["']?\s{0,9}((?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]{0,30}:[^"'>]*)""", re.IGNORECASE
)
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_MISSPELT = re.compile(r"(?:h{0,2}t{1,3}p{1,2}s?(?:[:;]|(?=/))[/\\]{0,3}|(?=www\.))([\w-]{1,63}\.\S+)", re.IGNORECASE)
"""An address whose scheme lacks something: `htp://…`, `http:/…`, `https//…`, `www.…`."""
_MAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:\?\S*)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,8}(?:nl|com|org|eu|net|be|de|info|nu|gov|edu|uk|io|frl|amsterdam)(?:[/?#:]\S*)?", re.IGNORECASE)
"""A web address without its scheme; no file ends like this."""
_IN_NO_HOST = re.compile(r"""[\s"<>\\^`{|}%]""")


@dataclass(frozen=True, slots=True)
class LinkTable:
    """Everything that a link can lead to. The site shows nothing of the `silent` files: links to them become plain text.

    `heirs` maps the old place of a page that moved to the file that lists its old address as an alias. `names` maps what people may call a
    page to its address.
    """

    by_path: Mapping[SourcePath, Address]
    permalinks: Mapping[str, Address]
    addresses: frozenset[Address]
    files: Mapping[SourcePath, File]
    silent: frozenset[SourcePath]
    heirs: Mapping[str, SourcePath]
    rules: Addresses
    names: Mapping[str, Address] = field(default_factory=Frozen)

    def known_from(self, origin: SourcePath) -> Callable[[str], str | None]:
        """A function that takes what the file `origin` has between double brackets, and returns the link that it means, if any."""
        return lambda written: meant_by(written, origin, self.names, self.files)

    def at_root(self, path: str) -> Address | None:
        """The address that a path from the root of the site means: the item's page for a permalink, else the page at that path, if any."""
        if item_id := id_in_permalink(path):
            return self.permalinks.get(item_id)
        address = alias_address(path)
        return address if address in self.addresses else None


def file_meant(origin: SourcePath, path: str) -> str:
    """The file in the repository that a relative path in the file `origin` means; outside the repository, it begins with `../`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(origin), unquote(path)))


@dataclass(frozen=True, slots=True)
class AnchorLink:
    """A link to a heading; a later step, which knows all headings, checks it."""

    place: Place
    written: str
    target: Address
    anchor: str


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A link that leads nowhere: the code of its problem, the link as written, and the file that it names, if it names one."""

    code: Code
    written: str
    source: SourcePath | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """The result for one link in a body. `href` is the link in the page; None when it leads nowhere, and then `dead` says why.

    `anchor` is the heading that the link leads to, with its page; `asset` the file that it needs, with the file's place on the site.
    """

    href: str | None = None
    anchor: tuple[Address, str] | None = None
    asset: tuple[SourcePath, str] | None = None
    dead: DeadLink | None = None


@dataclass(frozen=True, slots=True)
class BodyLinks:
    """The links in the body of a document with the address `page`."""

    table: LinkTable
    document: Document
    page: Address

    def destination(self, tag: str, written: str) -> Destination:
        """The destination of the link `written` in an element `a` or `img`; its `href` is relative to the page."""
        parts = urlsplit(written) if _is_url(written) else None
        if parts is None:
            return _dead(Code.UNSAFE_LINK, written)
        if parts.scheme or parts.netloc:
            return _outside(tag, written, parts.scheme)
        if not parts.path:
            return self._anchored(self.page, parts.fragment) if parts.fragment else _dead(Code.EMPTY_LINK, written)
        if parts.path.startswith("/"):
            return self._from_root(written, parts.path, parts.fragment)
        return self._file(written, parts.path, parts.fragment)

    def problem(self, dead: DeadLink, place: Place) -> Problem:
        """The problem of a link that leads nowhere."""
        if is_on_own_disk(dead.written):
            return Problem(place, Code.OWN_DISK, {"name": re.split(r"[\\/]", dead.written)[-1][:100]})  # the folders may name a person
        words = self._words(dead)
        return Problem(
            place, dead.code, {**words, **self._mended(place, dead.written, str(words.get("now") or words.get("suggestion") or ""))}
        )

    def _mended(self, place: Place, written: str, meant: str) -> dict[str, object]:
        """The line with the link that was meant, where the link stands on it once."""
        body, number = self.document.body, place.line - self.document.body.line
        line = body.text.split("\n", number + 1)[number] if meant and number >= 0 else ""
        return {"lines": (line.replace(written, meant),)} if meant and line.count(written) == 1 else {}

    def _from_root(self, written: str, path: str, anchor: str) -> Destination:
        target = self.table.at_root(path)
        return _dead(Code.BROKEN_LINK, written) if target is None else self._anchored(target, anchor)

    def _file(self, written: str, path: str, anchor: str) -> Destination:
        wanted = file_meant(self.document.path, path)
        if wanted.startswith("../") or wanted == "..":
            return _dead(Code.LINK_OUTSIDE, written)
        source = SourcePath(f"{wanted}/index.md" if path.endswith("/") else wanted)
        if source in self.table.by_path:
            return self._anchored(self.table.by_path[source], anchor)
        return Destination() if source in self.table.silent else self._asset(written, source)

    def _asset(self, written: str, source: SourcePath) -> Destination:
        if source not in self.table.files or source.endswith(".md"):
            return _dead(Code.BROKEN_LINK, written, source)
        content = self.table.rules.content
        if source.startswith(f"{content}/"):
            return Destination(quote(relative(self.page, posixpath.relpath(source, content))))
        own = posixpath.dirname(self.document.path)
        if posixpath.commonpath([own, posixpath.dirname(source)]) != own:
            return _dead(Code.LINK_OUTSIDE, written)
        place = self.page + posixpath.relpath(source, own)
        return Destination(quote(relative(self.page, place)), asset=(source, place))

    def _anchored(self, target: Address, anchor: str) -> Destination:
        here = "" if target == self.page and anchor else relative(self.page, target)
        return Destination(sound_url(f"{here}#{anchor}"), anchor=(target, anchor)) if anchor else Destination(here)

    def _words(self, link: DeadLink) -> dict[str, object]:
        words: dict[str, object] = {"target": link.written[:200]}
        if link.source:
            words["now"] = self._from_here(heir_of(link.source, self.table.heirs, self.table.rules))
            words["suggestion"] = self._from_here(path_meant(link.source, self.table.by_path, self.table.rules.declarations))
        if link.code is not Code.FOREIGN_IMAGE and (meant := _url_meant(link.written)):
            words["suggestion"] = meant
        return words

    def _from_here(self, path: str | None) -> str:
        return posixpath.relpath(path, posixpath.dirname(self.document.path)) if path else ""


_LINKED = re.compile(r"<(?:a|img)\b([^<>]{0,4000})", re.IGNORECASE)


def unsafe_links(html: str) -> Iterator[str]:
    """The links in a piece of HTML, as written, that the sanitiser removes before anything resolves them."""
    return (unescape(written) for element in _LINKED.findall(html) for written in _UNSAFE.findall(element))


def _outside(tag: str, written: str, scheme: str) -> Destination:
    host = urlsplit(written).netloc
    if scheme in {"mailto", "tel"} and not urlsplit(written).path:
        return _dead(Code.EMPTY_LINK, written)
    if scheme not in _SAFE_SCHEMES or _IN_NO_HOST.search(host) or (scheme.startswith("http") and not host):
        return _dead(Code.UNSAFE_LINK, written)
    return _dead(Code.FOREIGN_IMAGE, written) if tag == "img" else Destination(sound_url(written))


def _url_meant(written: str) -> str:
    """The address on the web, or of a mailbox, that lacks its scheme or has it misspelt; empty for any other link."""
    if _MAIL.fullmatch(written):
        return f"mailto:{written}"
    misspelt = _MISSPELT.fullmatch(written)
    return f"https://{misspelt[1]}" if misspelt else f"https://{written}" if _HOST.fullmatch(written) else ""


def _dead(code: Code, written: str, source: SourcePath | None = None) -> Destination:
    return Destination(dead=DeadLink(code, written, source))


def broken_anchors(links: Iterable[AnchorLink], anchors: Mapping[Address, frozenset[str]]) -> list[Problem]:
    """A problem for every link to a heading that its page does not have. Links to pages with unknown headings are not checked."""
    broken = (link for link in links if link.target in anchors and unquote(link.anchor) not in anchors[link.target])
    return [Problem(link.place, Code.BROKEN_ANCHOR, _anchor_words(link, anchors[link.target])) for link in broken]


def _anchor_words(link: AnchorLink, anchors: frozenset[str]) -> dict[str, object]:
    meant = nearest(link.anchor, anchors)
    return {"target": link.written[:200], "suggestion": f"#{meant}" if meant else ""}


def place_in_body(document: Document, written: str) -> Place:
    """The line of a body in which a text stands first, or else the body's first line."""
    text = document.body.text
    return Place(document.path, document.body.line + text.count("\n", 0, max(0, text.find(written))))


def _is_url(written: str) -> bool:
    try:
        urlsplit(written)
    except ValueError:
        return False
    return True
