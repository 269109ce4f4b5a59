"""Reads a built site as a browser and a crawler would."""

import posixpath
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
}
LOADING_RELS = {"stylesheet", "icon", "preload", "preconnect", "dns-prefetch", "prefetch", "modulepreload", "manifest", "shortcut"}


class Document(HTMLParser):
    """The links, loads and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.repeated: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if identifier := values.get("id"):
            if identifier in self.ids:
                self.repeated.append(identifier)
            self.ids.add(identifier)
        self.loads += [values[name] for name in LOADING.get(tag, ()) if name in values]
        if tag == "link" and "href" in values:
            (self.loads if LOADING_RELS & set(values.get("rel", "").split()) else self.links).append(values["href"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.links.append(values["content"].partition("url=")[2])


@cache
def document(path: Path) -> Document:
    return Document(path.read_text(encoding="utf-8"))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def is_foreign(address: str) -> bool:
    return bool(re.match(r"(?:https?:)?//", address))


def foreign_requests(site: Path) -> list[str]:
    """Every address on another host that a page would load by itself, from HTML or from a stylesheet."""
    found = [f"{page.relative_to(site)}: {load}" for page in pages(site) for load in document(page).loads if is_foreign(load)]
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        found += [f"{sheet.relative_to(site)}: {load}" for load in re.findall(r"url\(['\"]?([^)'\"]+)", text) if is_foreign(load)]
        found += [f"{sheet.relative_to(site)}: @import" for _ in re.findall(r"@import", text)]
    return found


def broken_links(site: Path, base: str) -> list[str]:
    """Every link, load and redirect that leads to no file or heading, when the site is served at `base`."""
    found = []
    for page in pages(site):
        own = base + page.relative_to(site).as_posix().removesuffix("index.html")
        parsed = document(page)
        found += [f"{page.relative_to(site)}: id twice: {identifier}" for identifier in parsed.repeated]
        for link in (*parsed.links, *parsed.loads):
            if not urlsplit(link).scheme and not is_foreign(link) and (wrong := _broken(site, base, own, link)):
                found.append(f"{page.relative_to(site)}: {link}: {wrong}")
    return found


def _broken(site: Path, base: str, own: str, link: str) -> str:
    parts = urlsplit(urljoin(f"https://x{own}", link))
    path = unquote(parts.path)
    if not path.startswith(base):
        return "outside the site"
    inner = path.removeprefix(base)
    file = site / posixpath.normpath(inner or ".")
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return "no such file"
    if parts.fragment and file.suffix == ".html" and unquote(parts.fragment) not in document(file).ids:
        return "no such heading"
    return ""
