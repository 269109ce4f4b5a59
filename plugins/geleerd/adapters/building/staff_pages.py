"""The staff's own pages, by Python-Markdown with the owner's extensions: as the host makes them, to the byte."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import markdown
import yaml
from markdown.treeprocessors import Treeprocessor

from geleerd.adapters.building.heading_text import heading_text
from geleerd.adapters.building.table_sides import TableSides
from geleerd.making.frame import EditLinks, FramedPage, TocEntry, url_of
from geleerd.making.relative_links import shown_from
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import is_on_own_disk
from geleerd.texts.body_links import LinkTable, file_meant

_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions that every page has (MkDocs, `markdown_extensions`)."""

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_BETWEEN = re.compile(r"[-_]")


@dataclass(frozen=True, slots=True)
class Extensions:
    """The Markdown extensions of an owner, and what is set for each."""

    names: tuple[str, ...]
    options: Mapping[str, Any]


def extensions_from(written: Sequence[object]) -> Extensions:
    """The extensions of `markdown_extensions`, after those that every page has."""
    options = {str(name): value for one in written if isinstance(one, Mapping) for name, value in one.items() if value}
    names = (str(next(iter(one)) if isinstance(one, Mapping) else one) for one in written)
    return Extensions(tuple(dict.fromkeys((*_ALWAYS, *names))), options)


@dataclass(frozen=True, slots=True)
class StaffPageMaker:
    """Makes the pages of the staff. `addresses` are those of the staff's pages and files, by path from their folder."""

    table: LinkTable
    addresses: Mapping[str, Address]
    extensions: Extensions
    edit: EditLinks
    site_url: str

    def page(self, document: Document, text: str, address: Address, begin: str = "") -> FramedPage:
        """A page as the frame shows it, from the whole text of its file, below what it begins with."""
        body, meta = _parted(text)
        if document.tree is None or document.front.is_guessed:
            body, meta = f"\n{document.body.text.removeprefix(begin)}", {}
        links = _Links(self, posixpath.relpath(document.path, self.table.rules.content), url_of(address))
        title = _Title()
        parser = markdown.Markdown(extensions=[*self.extensions.names, TableSides()], extension_configs=dict(self.extensions.options))
        parser.treeprocessors.register(links, "geleerd-links", 0)
        parser.treeprocessors.register(title, "geleerd-title", 1)
        title.md = parser
        content = parser.convert(begin + body)
        own = meta.get("title", title.text)
        return FramedPage(
            title=own or ("Home" if not address else _name_as_title(document.path)),
            content=content,
            meta=Frozen(meta),
            url=url_of(address),
            canonical_url=urljoin(self.site_url, url_of(address)) if self.site_url else None,
            edit_url=self.edit.to(document.path, plainly=True),
            is_homepage=not address,
            toc=_toc(getattr(parser, "toc_tokens", ())),
        )


def _parted(text: str) -> tuple[str, Mapping[str, Any]]:
    """The body of a page and its front matter, read as the host reads it."""
    if front := _FRONT.match(text):
        meta = yaml.load(front[1], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe
        if isinstance(meta, dict):
            return text[front.end() :].lstrip("\n"), meta
    return text, {}


def _name_as_title(path: str) -> str:
    name = posixpath.splitext(posixpath.basename(path))[0]
    words = _BETWEEN.sub(" ", "index" if name == "README" else name)
    return words.capitalize() if words.lower() == words else words


def _toc(tokens: Iterable[Mapping[str, Any]]) -> tuple[TocEntry, ...]:
    return tuple(TocEntry(token["name"], token["id"], token["level"], _toc(token["children"])) for token in tokens)


class _Title(Treeprocessor):
    """Finds the title: the words of a first heading, when nothing stands before it."""

    text: str | None = None

    def run(self, root: Element) -> None:
        first = next(iter(root), None)
        if first is not None and first.tag == "h1":
            self.text = heading_text(first, self.md)


class _Links(Treeprocessor):
    """Turns links from file to file into links from page to page."""

    def __init__(self, pages: StaffPageMaker, path: str, url: str) -> None:
        super().__init__()
        self._pages = pages
        self._path = path
        self._url = url

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            if key and (written := element.get(key)):
                self._resolve(element, key, written)

    def _resolve(self, element: Element, key: str, written: str) -> None:
        if key == "href" and is_on_own_disk(written):
            del element.attrib["href"]  # its folders may name a person
            return
        parts = urlsplit(written)
        if parts.scheme or parts.netloc or not parts.path:
            return
        target = self._target(unquote(parts.path), is_link=key == "href")
        if target is not None:
            link = shown_from(self._url, url_of(target) or "./")
            element.set(key, urlunsplit(("", "", link, "" if key == "href" and self._is_ours(parts.path) else parts.query, parts.fragment)))

    def _is_ours(self, path: str) -> bool:
        return self._source(path) not in self._pages.addresses

    def _source(self, path: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._path), path))

    def _target(self, path: str, *, is_link: bool) -> Address | None:
        table = self._pages.table
        if path.startswith("/"):
            return table.at_root(path) if is_link else None
        own = self._source(path)
        if own in self._pages.addresses:
            return self._pages.addresses[own]
        source = SourcePath(file_meant(SourcePath(posixpath.join(table.rules.content, self._path)), path))
        return table.by_path.get(source) if is_link else None
