"""Reads a site that `mkdocs build` wrote to disk."""

from pathlib import Path

from geleerd.written.site_links import WrittenSite, links_of_page, links_of_style

_READERS = {".html": links_of_page, ".css": links_of_style}


def read_site(folder: Path, site_url: str = "") -> WrittenSite:
    """All files of a site, and what its pages and stylesheets link to. `site_url` is where the site stands, if that is known."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    pages = {
        name: _READERS[path.suffix](path.read_text(encoding="utf-8", errors="replace"))
        for name, path in files.items()
        if path.suffix in _READERS
    }
    return WrittenSite(frozenset(files), pages, site_url)
