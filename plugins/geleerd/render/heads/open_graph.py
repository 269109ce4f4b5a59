"""Metadata that other sites show beside a shared link: Open Graph (ogp.me), and the size of the card for X."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from markupsafe import Markup, escape

from geleerd.model.artefacts import Page
from geleerd.model.documents import ItemEntry
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.render.parts.described_item import language_of
from geleerd.render.pictures.painting import HEIGHT, WIDTH
from geleerd.render.pictures.which import SharePicture


@dataclass(frozen=True, slots=True)
class Shared:
    """A page to share: its words, its canonical URL (empty for a site without an address), and its item and picture, if any."""

    title: str
    description: str
    url: str
    item: ItemEntry | None = None
    picture: SharePicture | None = None


def sharing(page: Page, picture: SharePicture | None, library: Library, settings: Settings) -> Markup:
    """The elements for a page that the product makes."""
    url = absolute(settings.site_url, page.address) if settings.site_url else ""
    return share_tags(Shared(page.title, page.description, url, page.item, picture), library, settings)


def share_tags(shared: Shared, library: Library, settings: Settings) -> Markup:
    """The elements for a shared page, escaped, one on each line."""
    found = _properties(shared, library, settings)
    lines = [f'<meta property="{name}" content="{escape(content)}">' for name, content in found if content]
    card = "summary_large_image" if shared.picture else "summary"
    return Markup("\n".join([*lines, f'<meta name="twitter:card" content="{card}">']))  # noqa: S704  # its contents are escaped


def _properties(shared: Shared, library: Library, settings: Settings) -> Iterator[tuple[str, str]]:
    site_language = library.catalogue.language
    language = language_of(shared.item, library) if shared.item else site_language
    yield "og:type", "article" if shared.item else "website"
    yield "og:title", _on_one_line(shared.title)
    yield "og:description", _on_one_line(shared.description)
    yield "og:url", shared.url
    yield "og:site_name", _on_one_line(settings.site_name)
    yield "og:locale", _locale(language) or _locale(site_language)
    if shared.picture:
        yield "og:image", shared.picture.url
        yield "og:image:type", "image/png"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", _on_one_line(shared.picture.alt)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=1_000)
def _locale(language: str) -> str:
    """A language (BCP 47) in the notation of Open Graph, with the country of most of its readers; empty for an unknown language."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    territory = locale.territory or get_global("likely_subtags").get(locale.language, "").rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory else ""
