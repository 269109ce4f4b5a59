"""The pages that crawlers may visit, with the days of their last change: `sitemap.xml` (sitemaps.org) and `robots.txt` (RFC 9309)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape

from geleerd.model.artefacts import Page, TextFile
from geleerd.model.documents import Document
from geleerd.model.settings import Settings
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import absolute
from geleerd.relate.last_change import updated_on
from geleerd.relate.library import Library

SITEMAP = "sitemap.xml"
MOST_IN_SITEMAP = 50_000
"""Most URLs that the protocol allows in one file; of a larger site, `sitemap.xml` lists the files with the URLs."""

_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_END = "</{}>\n"


def crawler_files(pages: Iterable[Page], library: Library, settings: Settings) -> Iterator[TextFile]:
    """Both files, or more for a large site, but no sitemap for a site without an address. The staff's own files with these names win."""
    files = {"robots.txt": "User-agent: *\nAllow: /\n"}
    if settings.site_url:
        files["robots.txt"] += f"\nSitemap: {absolute(settings.site_url, SITEMAP)}\n"
    if settings.site_url and not library.is_of_the_staff(SITEMAP):  # theirs would not list the parts of ours
        files |= _sitemaps(pages, library, settings)
    for name, text in files.items():
        if not library.is_of_the_staff(name):
            yield TextFile(name, text)


def _sitemaps(pages: Iterable[Page], library: Library, settings: Settings) -> Mapping[str, str]:
    """The sitemap, or several below one that lists them."""
    dates = {page.address: _changed(page, settings) for page in pages if not page.hidden and not _is_superseded(page)}
    dates |= {address: day for address, day in _pages_of_the_staff(library, settings) if address not in dates}
    urls = [_place("url", absolute(settings.site_url, address), day) for address, day in sorted(dates.items())]
    if len(urls) <= MOST_IN_SITEMAP:
        return {SITEMAP: _listed("urlset", urls)}
    starts = range(0, len(urls), MOST_IN_SITEMAP)
    parts = {f"sitemap-{number}.xml": urls[start : start + MOST_IN_SITEMAP] for number, start in enumerate(starts, 1)}
    index = [_place("sitemap", absolute(settings.site_url, name), None) for name in parts]
    return {SITEMAP: _listed("sitemapindex", index)} | {name: _listed("urlset", part) for name, part in parts.items()}


def _listed(kind: str, places: Iterable[str]) -> str:
    return "".join((_BEGIN.format(kind), *places, _END.format(kind)))


def _pages_of_the_staff(library: Library, settings: Settings) -> Iterator[tuple[Address, date | None]]:
    """The pages that the host renders, with the day of their last change."""
    for page in library.collection.staff_pages:
        if not _is_hidden(page) and (page.tree is not None or page.body.text.strip()):
            yield library.by_path[page.path], settings.changed.get(page.path)


def _changed(page: Page, settings: Settings) -> date | None:
    """The day on which a page last changed: that of its item, or else of its file."""
    return updated_on(page.item, settings.changed) if page.item else settings.changed.get(page.source or SourcePath(""))


def _is_superseded(page: Page) -> bool:
    """Whether another item took the place of that of a page, which stays for those who hold on to its address."""
    return page.item is not None and page.item.fields.status == "superseded"


def _is_hidden(page: Document) -> bool:
    """Whether the staff hide a page of theirs from crawlers."""
    return "noindex" in str((page.tree or {}).get("robots", ""))


def _place(kind: str, location: str, day: date | None) -> str:
    modified = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{kind}><loc>{escape(location)}</loc>{modified}</{kind}>\n"
