"""Links in staff pages, which people write from file to file in the repository: we resolve them before MkDocs reads them."""

import posixpath
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from geleerd.adapters.mkdocs.pages import source_uri
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import is_on_own_disk
from geleerd.relate.library import Library
from geleerd.texts.body_links import LinkTable, file_meant
from geleerd.texts.texts import link_table

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

CurrentPage = Callable[[], "Page | None"]


class RepositoryLinks(Extension):
    """Turns a link to an item's file, a permalink or a path from the root of the site into the path that MkDocs has for the page."""

    def __init__(self, library: Library, current: CurrentPage) -> None:
        super().__init__()
        content = library.addresses.content
        self._table = link_table(library)
        self._uris = {a: posixpath.relpath(p, content) for p, a in library.by_path.items() if p.startswith(f"{content}/")}
        self._current = current

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Run before MkDocs' own processor (priority 0), which would not find these files."""
        md.treeprocessors.register(_Links(md, self._table, self._uris, self._current), "geleerd-links", 1)


class _Links(Treeprocessor):
    def __init__(self, md: markdown.Markdown, table: LinkTable, uris: Mapping[Address, str], current: CurrentPage) -> None:
        super().__init__(md)
        self._table = table
        self._uris = uris
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current()
        if page is None:
            return
        source = SourcePath(posixpath.join(self._table.rules.content, page.file.src_uri))
        for element in root.iter("a"):
            target = self._target(source, element.get("href", ""))
            if is_on_own_disk(element.get("href", "")):
                del element.attrib["href"]  # its folders may name a person
            elif target is not None:
                element.set("href", posixpath.relpath(target, posixpath.dirname(page.file.src_uri) or "."))

    def _target(self, source: SourcePath, written: str) -> str | None:
        """The path that MkDocs has for an item's file; None for links that MkDocs can resolve itself."""
        parts = urlsplit(written)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        if parts.path.startswith("/"):
            address = self._table.at_root(parts.path)
            return None if address is None else f"{self._uris.get(address, source_uri(address))}{anchor}"
        path = SourcePath(file_meant(source, parts.path))
        is_item = path in self._table.by_path and not path.startswith(f"{self._table.rules.content}/")
        return f"{source_uri(self._table.by_path[path])}{anchor}" if is_item else None
