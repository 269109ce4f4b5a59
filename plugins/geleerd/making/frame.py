"""What the frame around every article shows, from the owner's configuration: the values of its template."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from urllib.parse import quote, urljoin, urlsplit

from geleerd.model.artefacts import Heading, Page
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address


@dataclass(frozen=True, slots=True)
class EditLinks:
    """Where readers may improve a page: the options `repo_url`, `edit_uri` and `edit_uri_template` of MkDocs, and the owner's folder."""

    repo_url: str = ""
    edit_uri: str = ""
    template: str = ""
    content: str = "content"

    def to(self, source: str, *, plainly: bool = False) -> str | None:
        """The URL at which to edit a file of the repository; None when the owner offers none.

        `plainly`: the URL as the host writes it for a file in its own folder, whatever the owner's option says.
        """
        if not (self.edit_uri or self.template):
            return None
        path = posixpath.relpath(source, self.content)
        written = _filled(self.template, path) if self.template else f"{self.edit_uri}{path}"
        base = self.repo_url if written.startswith(("?", "#")) or not self.repo_url else f"{self.repo_url.rstrip('/')}/"
        parts = urlsplit(urljoin(base, written))
        return parts.geturl() if plainly else parts._replace(path=posixpath.normpath(parts.path)).geturl()


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What the owner's configuration says, by its own names: the frame's template reads it as `config`."""

    configuration: Frozen[str, object]
    edit: EditLinks = EditLinks()


@dataclass(frozen=True, slots=True)
class FramedPage:
    """A page as the frame's template sees it: with the names of the host, so that an owner's own template works whoever writes the site."""

    title: str
    content: str
    meta: Mapping[str, object]
    url: str
    canonical_url: str | None
    edit_url: str | None
    is_homepage: bool
    toc: tuple["TocEntry", ...] = ()

    @property
    def abs_url(self) -> str | None:
        """The path of its URL on the host."""
        return urlsplit(self.canonical_url).path if self.canonical_url else None


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading in the table of contents of a page."""

    title: str
    id: str
    level: int
    children: tuple["TocEntry", ...]

    @property
    def url(self) -> str:
        """The link to the heading on its page."""
        return f"#{self.id}"


def toc_of(headings: tuple[Heading, ...]) -> tuple[TocEntry, ...]:
    """The table of contents of headings."""
    return tuple(TocEntry(heading.title, heading.anchor, heading.level, toc_of(heading.children)) for heading in headings)


def url_of(address: Address) -> str:
    """The URL of a page from the root of the site, as the frame compares it with the entries of the menu."""
    return quote(address)


def canonical_of(page: Page, site_url: str) -> str | None:
    """The URL of a page; None for a site without an address."""
    return urljoin(site_url, url_of(page.address)) if site_url else None


class _Quoting(Formatter):
    """Fills a template of edit links, in which `!q` encodes a value for a query."""

    def convert_field(self, value: object, conversion: str | None) -> object:
        return quote(str(value), safe="") if conversion == "q" else super().convert_field(value, conversion)


def _filled(template: str, path: str) -> str:
    return _Quoting().format(template, path=path, path_noext=posixpath.splitext(path)[0])
