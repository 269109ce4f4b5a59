"""Reads a site that `mkdocs build` wrote to disk."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from geleerd.written.site_links import WrittenSite, links_of_page, links_of_style

_Files = Collection[tuple[str, Path]]

_READERS = {".html": links_of_page, ".css": links_of_style}


def read_site(folder: Path, site_url: str = "", each: Callable[[_Files], Iterable[tuple[str, Path]]] = iter) -> WrittenSite:
    """All files of a site, and what its pages and stylesheets link to. `site_url` is where the site stands, if that is known.

    `each` gives the files one by one, for whoever wants to see how far the reading is.
    """
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    pages = {
        name: _READERS[path.suffix](path.read_text(encoding="utf-8", errors="replace"))
        for name, path in each(files.items())
        if path.suffix in _READERS
    }
    return WrittenSite(frozenset(files), pages, site_url)
