"""`geleerd digest`: the newsletter of a knowledge base, in the form that somebody asks for."""

import re

from geleerd.adapters.commands.sharing.wanted import WantedError
from geleerd.model.settings import Settings
from geleerd.relate.library import Library
from geleerd.relate.selection import Selection
from geleerd.render.newsletter.digest.as_html import digest_html
from geleerd.render.newsletter.digest.as_markdown import digest_markdown
from geleerd.render.newsletter.digest.as_message import digest_message
from geleerd.render.newsletter.digest.as_text import digest_text
from geleerd.render.newsletter.digest.contents import digest_of
from geleerd.render.parts.templates import environment

DIGEST_FORMATS = ("html", "text", "markdown", "eml")
"""The forms of a digest: HTML for a mail, a text, Markdown, and a draft of a mail with the first two."""


def digest_in(form: str, selection: Selection, library: Library, settings: Settings) -> bytes:
    """The digest of a selection as a file in one of the `DIGEST_FORMATS`. Raises `WantedError` for a site without an address."""
    if not re.match(r"https?://[^/]", settings.site_url):
        raise WantedError("digest-no-address")
    catalogue = library.catalogue
    digest = digest_of(library, selection, settings.site_name, settings.site_url)
    if form == "markdown":
        return digest_markdown(digest, catalogue).encode()
    text = digest_text(digest, catalogue)
    if form == "text":
        return text.encode()
    html = digest_html(digest, environment(catalogue, settings.overrides, settings.declarations), catalogue)
    return html.encode() if form == "html" else digest_message(digest.title, text, html, settings.desk)
