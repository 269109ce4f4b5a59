"""The page on which the staff choose items for a newsletter and copy the text."""

import json
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute, relative
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import choices_since
from geleerd.relate.places.addresses import ATOM
from geleerd.relate.selection import narrowing
from geleerd.render.newsletter.choices import FacetChoices, Period, facet_choices, periods
from geleerd.render.newsletter.script import script, script_words
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something was added."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class NewsletterView:
    """The view for the template of the newsletter page.

    The script begins with the first of the `periods`; `words` are its sentences, `former` the renamed choices by their old names, for
    old links, and `columns` the keys of records by the facet that they answer, all three as JSON. `site` is the relative link to the
    root of the site, `url` its absolute address.
    """

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    facets: tuple[FacetChoices, ...]
    months: tuple[Month, ...]
    periods: tuple[Period, ...]
    words: str
    former: str
    columns: str
    site: str
    url: str
    subscribe: str
    feed: str


def chooser_page(library: Library, introductions: Introductions, settings: Settings) -> Page:
    """The page for the staff."""
    catalogue = library.catalogue
    address = library.addresses.place("newsletter")
    introduction = introductions.at(address)
    months = library.shelves["newsletter"].values()
    view = NewsletterView(
        title=introduction.title or catalogue.say("newsletter"),
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        facets=facet_choices(library),
        months=tuple(Month(m.name, relative(address, library.addresses.shelf(m.kind, m.slug)), len(m.items)) for m in months),
        periods=tuple(periods(months, catalogue, settings.today)),
        words=script_words(library),
        former=json.dumps(choices_since(library, narrowing(library.declarations))),
        columns=json.dumps({"type": "type", **library.declarations.belonging}),
        site=relative(address, ""),
        url=absolute(settings.site_url, "") if settings.site_url else "",
        subscribe=settings.newsletter,
        feed=relative(address, ATOM),
    )
    description = introduction.description or catalogue.say("newsletter-description")
    shown = Shown("pages/newsletter.html", Frozen({"page": view}))
    return Page(
        address, view.title, description, shown, introduction.source, head=script(address, "newsletter"), breadcrumbs=view.breadcrumbs
    )
