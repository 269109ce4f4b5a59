"""The same pages for programs that read no HTML: items, entries and indices as Markdown, and items as records of the API."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from geleerd.model.artefacts import Page, TextFile
from geleerd.model.strings import Address
from geleerd.model.urls import absolute, joined, relative
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.places.addresses import markdown_of
from geleerd.render.programs.api_records import record_path
from geleerd.render.programs.markdown_text import markdown_text


def markdown_places(page: Page, library: Library, companions: Companions) -> tuple[Address, ...]:
    """The places of the Markdown of a page with contents: beside the page and at its former addresses."""
    return tuple(companions.of(page.address, markdown_of(Address("")))) if has_markdown(page, library) else ()


def markdown_files(page: Page, site_url: str) -> Iterator[TextFile]:
    """The Markdown of a page that is made."""
    if page.markdown_at:
        here = absolute(site_url, page.address)
        text = markdown_text(page.content, lambda href: joined(here, href) if site_url else href)
        yield from (TextFile(place, text) for place in page.markdown_at)


def has_markdown(page: Page, library: Library) -> bool:
    """Whether a page also exists as Markdown: the page of an item or frame entry, or the first page of an index."""
    kinds = library.declarations.types
    return page.subject is not None or any(page.address == library.addresses.index(kind) for kind in kinds)


def alternates(page: Page, library: Library) -> Markup:
    """The links from a page to its other forms."""
    forms: dict[str, str] = {}
    if has_markdown(page, library):
        forms["text/markdown"] = markdown_of(page.address)
    if page.item:
        forms["application/json"] = record_path(page.item.fields.id)
    links = (f'<link rel="alternate" type="{kind}" href="{escape(relative(page.address, path))}">' for kind, path in forms.items())
    return Markup("\n".join(links))  # noqa: S704  # its addresses are escaped
