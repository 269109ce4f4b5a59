"""The links in built pages, and which of them lead nowhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from geleerd.written.targets import Target, target_of

Attributes = Mapping[str, str]

LINK_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""The attributes of elements that hold an address (HTML Living Standard)."""

_PICTURES = {"og:image", "twitter:image"}
_REFRESH = re.compile(r"^[\s\d.]*;?\s*(?:url\s*=)?\s*['\"]?(?P<url>[^'\"]*)", re.IGNORECASE)
_OF_STYLES = re.compile(r"url\(\s*['\"]?([^'\")]+)")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """An address as a page has it, and its line."""

    address: str
    line: int


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of a page, and the anchors that others can link to."""

    links: tuple[WrittenLink, ...]
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere. `why` is the end of the key of the sentence about it."""

    page: str
    link: WrittenLink
    why: str


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """A site as it was written: its files by path, and the links of those that have any. `site_url` is where it will stand."""

    files: Collection[str]
    pages: Mapping[str, PageLinks]
    site_url: str = ""

    def broken_links(self) -> Iterator[BrokenLink]:
        """Every link inside the site that leads to no file or no anchor, in the order of the pages."""
        for page, found in self.pages.items():
            for link in found.links:
                if why := self._wrong(page, link.address):
                    yield BrokenLink(page, link, why)

    def outward(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses on other sites, without their anchors, each with the pages that link to it."""
        found: dict[str, dict[str, None]] = {}
        for page, of_page in self.pages.items():
            for link in of_page.links:
                if self._is_outward(page, link.address):
                    found.setdefault(link.address.partition("#")[0].strip(), {})[page] = None
        return {address: tuple(found[address]) for address in sorted(found)}

    def _is_outward(self, page: str, address: str) -> bool:
        if self._target(page, address).why != "elsewhere":
            return False
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.netloc)

    def _wrong(self, page: str, address: str) -> str:
        """Why a link is broken; empty for a good link, and for a link that we cannot judge."""
        target = self._target(page, address)
        if target.why:
            return "" if target.why == "elsewhere" else target.why
        return "" if self._has(target.file, target.fragment) else "no-anchor"

    def _target(self, page: str, address: str) -> Target:
        return target_of(address, page, self.files, self.site_url)

    def _has(self, file: str, fragment: str) -> bool:
        """Whether a page has an anchor. Every page has a top, and any link to a text (`:~:`) counts, since a browser may find the text."""
        name = fragment.partition(":~:")[0]
        if not name or name.lower() == "top" or not file.endswith(".html"):
            return True
        anchors = self.pages[file].anchors if file in self.pages else frozenset()
        return name in anchors or unquote(name) in anchors


def links_of_page(html: str) -> PageLinks:
    """The links and anchors of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return PageLinks(tuple(reader.links), frozenset(reader.anchors))


def links_of_style(css: str) -> PageLinks:
    """The pictures and typefaces of a stylesheet."""
    return PageLinks(
        tuple(WrittenLink(match[1].strip(), css.count("\n", 0, match.start()) + 1) for match in _OF_STYLES.finditer(css)), frozenset()
    )


def refresh_target(content: str) -> str:
    """The address to which a page redirects its readers: the one in the content of a `<meta http-equiv="refresh">`."""
    match = _REFRESH.match(content)
    return match["url"].strip() if match else ""


class PageReader(HTMLParser):
    """Reads any page to its end, as browsers do."""

    def parse_html_declaration(self, i: int) -> int:
        """Take `<![…>`, which Word leaves behind, for a comment (HTML Living Standard, 13.2.5.42): the standard library stops at it."""
        return self.parse_bogus_comment(i) if self.rawdata.startswith("<![", i) else super().parse_html_declaration(i)


class _Reader(PageReader):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[WrittenLink] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors.update(values[name] for name in ("id", "name") if values.get(name) and (name == "id" or tag == "a"))
        line = self.getpos()[0]
        self.links += [WrittenLink(address, line) for address in addresses_in(tag, values)]


def addresses_in(tag: str, values: Attributes) -> Iterable[str]:
    """The addresses in the attributes of an element."""
    if tag == "meta":
        if values.get("http-equiv", "").lower() == "refresh" and (target := refresh_target(values.get("content", ""))):
            return [target]
        return [values.get("content", "")] if values.get("property", values.get("name")) in _PICTURES else []
    if tag == "link" and values.get("rel", "").lower().startswith("schema."):
        return []  # the name of a vocabulary, not a link (DCMI, "Expressing Dublin Core metadata using HTML/XHTML")
    found = []
    for name in LINK_ATTRIBUTES.get(tag, ()):
        if name == "srcset":
            found += [part.split()[0] for part in values.get(name, "").split(",") if part.strip()]
        elif name in values:
            found.append(values[name].strip())
    return found
