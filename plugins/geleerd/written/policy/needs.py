"""What a page needs of a policy: the scripts and styles that stand in it, and what it loads."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from geleerd.written.policy.directives import ANY
from geleerd.written.policy.style_loads import style_loads
from geleerd.written.site_links import PageReader

_ELEMENT = re.compile(
    r"<(script|style|iframe|frame|object|embed|img|image|feimage|use|video|audio|source|track|link|base|form|input)\b([^<>]*)(>?)"
)
_ATTRIBUTES = tuple(
    re.compile(rf"""{name}(?<=[\s"'/]{name}){rest}\s{{0,9}}=""")
    for name, rest in (("on", "[a-z]{3,30}"), ("style", ""), ("formaction", ""), ("background", ""), ("ping", ""))
)
"""Each begins with its own letters, which are quick to find; what stands before them is looked at afterwards."""

_ELSEWHERE = re.compile(r"""=\s{0,9}["']?\s{0,9}(?:[a-z][a-z0-9+.-]{0,30}:|//)""")
_IN_PAGE = {"style", "iframe", "frame", "object", "embed", "base"}
_LOADING_LINK = re.compile("stylesheet|icon|preload|manifest|prefetch|prerender")
_ELEMENTS = 4_096
"""Elements that are looked at once for all pages: many stand on each."""

_LOADED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "audio": (("src", "media-src"),),
    "base": (("href", "base-uri"),),
    "embed": (("src", "object-src"),),
    "feimage": (("href", "img-src"), ("xlink:href", "img-src")),
    "form": (("action", "form-action"),),
    "frame": (("src", "frame-src"),),
    "iframe": (("src", "frame-src"),),
    "image": (("href", "img-src"), ("xlink:href", "img-src")),
    "img": (("src", "img-src"), ("srcset", "img-src")),
    "input": (("src", "img-src"),),
    "object": (("data", "object-src"),),
    "script": (("src", "script-src"),),
    "source": (("src", "media-src"), ("srcset", "img-src")),
    "track": (("src", "media-src"),),
    "use": (("href", "img-src"), ("xlink:href", "img-src")),
    "video": (("src", "media-src"), ("poster", "img-src")),
}
_LINKED = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "prefetch": ANY,
    "prerender": ANY,
}
_PRELOADED = {
    "audio": "media-src",
    "fetch": "connect-src",
    "font": "font-src",
    "image": "img-src",
    "script": "script-src",
    "style": "style-src",
    "track": "media-src",
    "video": "media-src",
    "worker": "worker-src",
}
"""What a link loads ahead, by its `as`."""

_EVERYWHERE = {"background": "img-src", "formaction": "form-action", "ping": "connect-src"}
"""Attributes that hold an address in any element that has them."""

_DEEPEST_PAGE = 4
"""Pages inside each other (`srcdoc`) that are read."""

_HANDLER = re.compile("on[a-z]+")


@dataclass(frozen=True, slots=True)
class Load:
    """An address that a page uses by itself, and the directive that it falls under."""

    directive: str
    address: str
    line: int


@dataclass(frozen=True, slots=True)
class Needs:
    """The hashes of the scripts and styles in a page, what it loads, and the attributes that no hash can allow, with their lines."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    loads: tuple[Load, ...] = ()
    attributes: tuple[tuple[str, int], ...] = ()


NO_NEEDS = Needs()


def needs_of(html: str) -> Needs:
    """The needs of a page that go beyond files of its own site; most pages have none, and are then not read as HTML."""
    if not _may_have_needs(html.lower()):
        return NO_NEEDS
    reader = _Reader()
    reader.read(html)
    scripts, styles = (tuple(dict.fromkeys(hashes)) for hashes in (reader.scripts, reader.styles))
    return Needs(scripts, styles, tuple(reader.loads), tuple(reader.attributes))


def _may_have_needs(html: str) -> bool:
    """Whether a page in lower case may need something."""
    if "javascript:" in html or any(attribute.search(html) for attribute in _ATTRIBUTES):
        return True
    return any(_may_need(*element) for element in _ELEMENT.findall(html))


@lru_cache(maxsize=_ELEMENTS)
def _may_need(name: str, attributes: str, end: str) -> bool:
    """Whether an element may hold a script or style, or load from elsewhere; also when a sign in an attribute hides its end."""
    if not end or attributes.count('"') % 2 or "='" in attributes:
        return True
    if name == "script" and "src=" not in attributes:
        return 'type="application/' not in attributes
    if name == "link" and not _LOADING_LINK.search(attributes):
        return False
    return name in _IN_PAGE or _ELSEWHERE.search(attributes) is not None or ("srcset" in attributes and "//" in attributes)


def needs_of_style(css: str) -> Needs:
    """The needs of a stylesheet of the site."""
    return Needs(loads=tuple(Load(directive, address, line + 1) for directive, address, line in style_loads(css)))


class _Reader(PageReader):
    def __init__(self, depth: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self._depth = depth
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.loads: list[Load] = []
        self.attributes: list[tuple[str, int]] = []
        self._into: list[str] | None = None
        self._text: list[str] = []

    def read(self, html: str) -> None:
        """Take a whole page."""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self.attributes += [(name, line) for name in _refused(values)]
        self.loads += [Load(directive, address, line) for directive, address in _loads(tag, values)]
        self._style_loads(values.get("style", ""), line)
        if tag == "iframe" and "srcdoc" in values and self._depth < _DEEPEST_PAGE:
            self._inside(values["srcdoc"], line)
        if tag == "style":
            self._into = self.styles
        elif tag == "script" and "src" not in values and _runs(values.get("type", "")):
            self._into = self.scripts

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._into is not None and tag in {"script", "style"}:
            text = "".join(self._text)
            self._into.append(hash_of(text))
            if self._into is self.styles:
                self._style_loads(text, self.getpos()[0] - text.count("\n"))
            self._into, self._text = None, []

    def _style_loads(self, css: str, line: int) -> None:
        self.loads += [Load(directive, address, line + below) for directive, address, below in style_loads(css)]

    def _inside(self, html: str, line: int) -> None:
        """What a page in an attribute needs; it falls under the policy of the page around it."""
        inner = _Reader(self._depth + 1)
        inner.read(html)
        self.scripts += inner.scripts
        self.styles += inner.styles
        self.loads += [replace(load, line=line) for load in inner.loads]
        self.attributes += [(name, line) for name, _ in inner.attributes]


def hash_of(text: str) -> str:
    """The source that allows exactly this script or style (CSP3, 2.3.1), as browsers read it: with plain ends of line."""
    read = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", errors="surrogateescape")
    return f"'sha256-{base64.b64encode(hashlib.sha256(read).digest()).decode()}'"


def _runs(kind: str) -> bool:
    """Whether a browser runs a script of this type, or takes it as rules for scripts; all other types are data."""
    kind = kind.strip().lower()
    return not kind or kind in {"module", "importmap", "speculationrules"} or "javascript" in kind or "ecmascript" in kind


def _refused(values: Mapping[str, str]) -> Iterator[str]:
    for name, value in values.items():
        if value and (name == "style" or _HANDLER.fullmatch(name)):
            yield name
        elif name in {"href", "action", "formaction"} and re.sub(r"[\x00-\x20]", "", value[:99]).lower().startswith("javascript:"):
            yield "javascript:"


def _loads(tag: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if tag == "link":
        kinds = values.get("rel", "").lower().split()
        ahead = {"preload": _PRELOADED.get(values.get("as", "").lower(), ANY)}
        directives = [directive for kind in kinds if (directive := {**_LINKED, **ahead}.get(kind))]
        yield from ((directive, values["href"].strip()) for directive in directives if values.get("href"))
    yield from ((directive, values[name].strip()) for name, directive in _EVERYWHERE.items() if values.get(name, "").strip())
    for name, directive in _LOADED.get(tag, ()):
        written = values.get(name, "").strip()
        parts = written.split(",") if name == "srcset" else [written]
        yield from ((directive, part.split()[0]) for part in parts if part.strip())
