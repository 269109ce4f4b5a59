"""Metadata of an item for libraries and archives: Dublin Core in the head of its page (RFC 2731, with the names of DCMI)."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from geleerd.model.artefacts import Page
from geleerd.model.documents import ItemEntry
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.render.parts.cited import cited
from geleerd.render.parts.described_item import language_of, organisations_of, themes_of
from geleerd.render.parts.licenses import license_url

_ELEMENTS = '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">'


def dublin_core(page: Page, library: Library, settings: Settings) -> Markup:
    """The elements for an item's page; empty for any other page."""
    if page.item is None:
        return Markup()
    found = _elements(page.item, library, settings)
    lines = [f'<meta name="DC.{name}" content="{escape(value)}">' for name, value in found if value]
    return Markup("\n".join([_ELEMENTS, *lines]))  # noqa: S704  # its contents are escaped


def _elements(item: ItemEntry, library: Library, settings: Settings) -> Iterator[tuple[str, str]]:
    fields = item.fields
    yield "title", fields.title or ""
    yield "description", fields.summary or ""
    yield "date", str(fields.date or "")
    yield "language", language_of(item, library)
    yield "rights", license_url(fields.license)
    yield "identifier", absolute(settings.site_url, library.addresses.permalink(fields.id))
    yield "type", "Text"  # of the DCMI Type Vocabulary
    yield "type", library.catalogue.type_name(fields.type)
    yield from (("creator", name) for name in organisations_of(item))
    yield "publisher", settings.site_name
    yield from (("subject", name) for _, name in themes_of(item, library))
    yield from (("subject", name) for name in library.tags(item))
    yield from (("source", source.named) for source in cited(fields.sources, library))
