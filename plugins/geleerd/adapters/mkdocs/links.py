"""Links in staff pages, from file to file in the repository: those to our own pages are resolved before MkDocs reads them."""

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from geleerd.making.frame import url_of
from geleerd.making.relative_links import shown_from
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import is_on_own_disk
from geleerd.relate.library import Library
from geleerd.texts.body_links import LinkTable, file_meant
from geleerd.texts.texts import link_table

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

CurrentPage = Callable[[], "Page | None"]

_READY = "geleerd-link:"
"""Begins a link that is resolved: MkDocs leaves a link with a scheme as it is."""
_NOWHERE = f"{_READY}nowhere"


class RepositoryLinks(Extension):
    """Resolves a link to the file of an item or frame entry, a permalink or a path from the root of the site.

    Links to the staff's own pages and files are left to MkDocs, which tells when they lead nowhere.
    """

    def __init__(self, library: Library, files: "Files", current: CurrentPage) -> None:
        super().__init__()
        self._resolve = _Resolve(link_table(library), files, current)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Run before MkDocs' own processor (priority 0), which would not find these files, and after it."""
        md.treeprocessors.register(self._resolve, "geleerd-links", 1)
        md.treeprocessors.register(_Finish(), "geleerd-links-done", -1)


class _Resolve(Treeprocessor):
    def __init__(self, table: LinkTable, files: "Files", current: CurrentPage) -> None:
        super().__init__()
        self._table = table
        self._files = files
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        for element in root.iter("a") if page else ():
            written = element.get("href", "")
            if is_on_own_disk(written):
                element.set("href", _NOWHERE)  # its folders may name a person
            elif page and (link := self._link(page, written)):
                element.set("href", f"{_READY}{link}")

    def _link(self, page: "Page", written: str) -> str | None:
        """The link to a page of ours; None for every other one."""
        parts = urlsplit(written)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        address = self._address(page, parts.path)
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return None if address is None else f"{shown_from(page.url, url_of(address) or './')}{anchor}"

    def _address(self, page: "Page", path: str) -> Address | None:
        if path.startswith("/"):
            return self._table.at_root(path)
        content = self._table.rules.content
        source = SourcePath(file_meant(SourcePath(posixpath.join(content, page.file.src_uri)), path))
        is_mkdocs = source.startswith(f"{content}/") and self._files.get_file_from_path(posixpath.relpath(source, content))
        return None if is_mkdocs else self._table.by_path.get(source)


class _Finish(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            written = element.get("href", "")
            if written == _NOWHERE:
                del element.attrib["href"]
            elif written.startswith(_READY):
                element.set("href", written.removeprefix(_READY))
