"""The elements that tell a feed reader where the feeds of a page are."""

from markupsafe import Markup

from geleerd.model.artefacts import Page
from geleerd.model.settings import Settings
from geleerd.render.feeds.formats import FORMATS

_LINK = Markup('<link rel="alternate" type="{}" title="{} ({})" href="{}">')


def feed_links(page: Page, settings: Settings) -> Markup:
    """A link for each format; empty for a page that has no feeds."""
    if not page.feeds:
        return Markup()
    title = page.title if page.address else settings.site_name
    return Markup("\n").join(_LINK.format(form.media_type, title, form.name, form.file) for form in FORMATS)
