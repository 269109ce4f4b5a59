"""Redirects as plain HTML, which works without scripts and without a server."""

from collections.abc import Iterator, Sequence

from geleerd.model.artefacts import Shown, ShownFile
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute, file_of, relative
from geleerd.relate.library import Library
from geleerd.relate.places.redirect import Redirect
from geleerd.render.heads.open_graph import Shared, share_tags
from geleerd.render.pictures.which import SharePictures


def redirect_files(redirects: Sequence[Redirect], pictures: SharePictures, library: Library, settings: Settings) -> Iterator[ShownFile]:
    """A document at the address of every redirect. Sharing a redirect to an item shows the item."""
    moved = library.catalogue.say("moved-description")
    items = {library.addresses.entry(item): item for item in library.collection.items if item.fields.status != "withdrawn"}
    for redirect in redirects:
        canonical = absolute(settings.site_url, redirect.target) if settings.site_url else ""
        item = items.get(redirect.target)
        title, summary = (item.fields.title or "", item.fields.summary or "") if item else (redirect.title, redirect.summary)
        values = {
            "title": redirect.title,
            "summary": redirect.summary,
            "href": relative(redirect.address, absolute("", redirect.target)),
            "canonical": canonical,
            "sharing": share_tags(Shared(title, summary or moved, canonical, item, pictures.of(item)), library, settings),
        }
        yield ShownFile(file_of(redirect.address), Shown("pages/redirect.html", Frozen(values)))
