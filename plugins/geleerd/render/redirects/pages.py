"""Redirects as plain HTML, which works without scripts and without a server."""

from collections.abc import Iterator, Sequence

from jinja2 import Environment

from geleerd.model.artefacts import TextFile
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute, file_of, relative
from geleerd.relate.library import Library
from geleerd.relate.places.redirect import Redirect
from geleerd.render.heads.open_graph import Shared, share_tags
from geleerd.render.pictures.which import SharePictures


def redirect_files(
    redirects: Sequence[Redirect], pictures: SharePictures, library: Library, env: Environment, settings: Settings
) -> Iterator[TextFile]:
    """A document at the address of every redirect. Sharing a redirect to an item shows the item."""
    template = env.get_template("pages/redirect.html")
    moved = library.catalogue.say("moved-description")
    items = {library.addresses.entry(item): item for item in library.collection.items if item.fields.status != "withdrawn"}
    for redirect in redirects:
        canonical = absolute(settings.site_url, redirect.target) if settings.site_url else ""
        item = items.get(redirect.target)
        title, summary = (item.fields.title or "", item.fields.summary or "") if item else (redirect.title, redirect.summary)
        html = template.render(
            title=redirect.title,
            summary=redirect.summary,
            href=relative(redirect.address, absolute("", redirect.target)),
            canonical=canonical,
            sharing=share_tags(Shared(title, summary or moved, canonical, item, pictures.of(item)), library, settings),
        )
        yield TextFile(file_of(redirect.address), html)
