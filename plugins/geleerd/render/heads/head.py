"""The head of a page: elements for programs that follow, share or harvest it."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from geleerd.model.artefacts import Page
from geleerd.model.settings import Settings
from geleerd.relate.library import Library
from geleerd.render.heads.dublin_core import dublin_core
from geleerd.render.heads.feed_links import feed_links
from geleerd.render.heads.open_graph import sharing
from geleerd.render.heads.structured_data import structured_data
from geleerd.render.pictures.which import SharePictures
from geleerd.render.programs.renditions import alternates


def with_head(page: Page, pictures: SharePictures, library: Library, settings: Settings) -> Page:
    """The page with the elements of its head."""
    return replace(page, head=Markup("\n").join([Markup(page.head), *_parts(page, pictures, library, settings)]))  # noqa: S704  # heads are made by the product


def _parts(page: Page, pictures: SharePictures, library: Library, settings: Settings) -> Iterator[Markup]:
    """The elements for the head, from one module each. A module returns nothing for a page that it does not concern."""
    picture = pictures.of(page.item)
    yield feed_links(page, settings)
    yield alternates(page, library)
    yield dublin_core(page, library, settings)
    yield structured_data(page, picture, library, settings)
    yield sharing(page, picture, library, settings)
