"""`geleerd digest`: the newsletter of a knowledge base, in the form that somebody asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.model.settings import Settings
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import choices_since
from geleerd.relate.selection import Selection, facet_values_of
from geleerd.render.newsletter.digest.as_html import digest_html
from geleerd.render.newsletter.digest.as_markdown import digest_markdown
from geleerd.render.newsletter.digest.as_message import digest_message
from geleerd.render.newsletter.digest.as_text import digest_text
from geleerd.render.newsletter.digest.contents import digest_of
from geleerd.render.parts.templates import environment
from geleerd.validate.did_you_mean import nearest

DIGEST_FORMATS = ("html", "text", "markdown", "eml")
"""The forms of a digest: HTML for a mail, a text, Markdown, and a draft of a mail with the first two."""

_LISTED = 12
"""Choices worth naming in a message."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request for a digest, in the words of the user: dates of any precision, and slugs by facet."""

    since: str
    until: str | None
    facets: Mapping[str, tuple[str, ...]]


class WantedError(Exception):
    """The request cannot be met. It carries the key of a sentence for the console, and the words of that sentence."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key)
        self.key = key
        self.words = words


def selection_of(wanted: Wanted, library: Library, site_url: str) -> Selection:
    """The selection for a request. Raises `WantedError` for a choice that does not exist, and for a site without an address."""
    if not re.match(r"https?://[^/]", site_url):
        raise WantedError("digest-no-address")
    since = _date(wanted.since).first_day
    until = _date(wanted.until).last_day if wanted.until else None
    if until and until < since:
        raise WantedError("digest-backwards", since=since, until=until)
    asked = {facet: values for facet, values in wanted.facets.items() if values}
    facets = {facet: tuple(dict.fromkeys(_known(facet, value, library) for value in values)) for facet, values in asked.items()}
    return Selection(since, until, Frozen(facets))


def digest_in(form: str, selection: Selection, library: Library, settings: Settings) -> bytes:
    """The digest of a selection as a file in one of the `DIGEST_FORMATS`."""
    catalogue = library.catalogue
    digest = digest_of(library, selection, settings.site_name, settings.site_url)
    if form == "markdown":
        return digest_markdown(digest, catalogue).encode()
    text = digest_text(digest, catalogue)
    if form == "text":
        return text.encode()
    html = digest_html(digest, environment(catalogue, settings.overrides), catalogue)
    return html.encode() if form == "html" else digest_message(digest.title, text, html, settings.desk)


def _date(written: str) -> PartialDate:
    try:
        return PartialDate.parse(written)
    except ValueError:
        raise WantedError("digest-bad-date", value=written[:80]) from None


def _known(facet: str, value: str, library: Library) -> str:
    """The present name of a choice; scripts and notes may still use the old name of a renamed network or theme."""
    choices = facet_values_of(library, facet)
    _, _, now = choices_since(library, [facet]).get(f"{facet}={value}", "").partition(f"{facet}=")
    if value in choices or now:
        return value if value in choices else now
    catalogue = library.catalogue
    kind = catalogue.label(facet) if facet == "type" else catalogue.type_name(facet)
    if suggestion := nearest(value, choices):
        raise WantedError("digest-unknown-meant", kind=kind, value=value[:80], suggestion=suggestion)
    listed = ", ".join((*choices[:_LISTED], *(["…"] if len(choices) > _LISTED else [])))
    raise WantedError("digest-unknown", kind=kind, value=value[:80], choices=listed)
