"""The newsletter: a page on which staff choose and copy, and the months in which something was added."""

import datetime
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from geleerd.model.artefacts import Link, Page
from geleerd.model.partial_dates import PartialDate
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute, relative
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import choices_since
from geleerd.relate.selection import narrowing
from geleerd.relate.shelves import Shelf
from geleerd.render.newsletter.months import month_pages
from geleerd.render.newsletter.script import script, script_words
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet with what can be chosen of it: values and their names."""

    key: str
    label: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something was added."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Period:
    """A month to choose with one press: what that says, and its first and last day (ISO 8601)."""

    label: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class NewsletterView:
    """Everything that the template of the newsletter page shows.

    The script begins with the first of the `periods`; `script_words` are its sentences, as JSON.
    `former` are the choices that were renamed, for links that still have their old names, as JSON too. `site` leads to the root of
    the site from here, `url` from anywhere.
    """

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    facets: tuple[FacetChoices, ...]
    months: tuple[Month, ...]
    periods: tuple[Period, ...]
    words: str
    former: str
    site: str
    url: str
    subscribe: str


def newsletter_pages(library: Library, introductions: Introductions, env: Environment, settings: Settings) -> Iterator[Page]:
    """The page for the staff, and the months, newest first."""
    yield _newsletter(library, introductions, env, settings)
    for month in library.shelves["newsletter"].values():
        yield from month_pages(month, library, introductions, env, settings)


def _newsletter(library: Library, introductions: Introductions, env: Environment, settings: Settings) -> Page:
    catalogue = library.catalogue
    address = library.addresses.place("newsletter")
    introduction = introductions.at(address)
    months = library.shelves["newsletter"].values()
    view = NewsletterView(
        title=introduction.title or catalogue.say("newsletter"),
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        facets=tuple(choices for facet in narrowing(library.declarations) if (choices := _choices(facet, library)).values),
        months=tuple(Month(m.name, relative(address, library.addresses.shelf(m.kind, m.slug)), len(m.items)) for m in months),
        periods=tuple(_periods(months, library, settings.today)),
        words=script_words(library),
        former=json.dumps(choices_since(library, narrowing(library.declarations))),
        site=relative(address, ""),
        url=absolute(settings.site_url, "") if settings.site_url else "",
        subscribe=settings.newsletter,
    )
    description = introduction.description or catalogue.say("newsletter-description")
    content = env.get_template("pages/newsletter.html").render(page=view)
    return Page(
        address, view.title, description, content, introduction.source, head=script(address, "newsletter"), breadcrumbs=view.breadcrumbs
    )


def _periods(months: Collection[Shelf], library: Library, today: datetime.date) -> Iterator[Period]:
    """The newest month in which something was added, and the one before it; a date still to come does not hide them."""
    say = library.catalogue.say
    begun = ((month, days) for month in months if (days := PartialDate.parse(month.slug)).first_day <= today)
    for key, (month, days) in zip(("newsletter-last-month", "newsletter-month-before"), begun, strict=False):
        yield Period(say(key, month=month.name), str(days.first_day), str(days.last_day))


def _choices(facet: str, library: Library) -> FacetChoices:
    catalogue = library.catalogue
    if facet in library.declarations.frame_types:
        filled = [shelf for shelf in library.shelves[facet].values() if shelf.items]
        return FacetChoices(facet, catalogue.type_name(facet), tuple((shelf.slug, shelf.name) for shelf in filled))
    filled = [shelf for key in library.declarations.item_types for shelf in library.shelves[key].values() if shelf.items]
    return FacetChoices(
        facet, catalogue.label(facet), tuple((shelf.kind, catalogue.type_name(shelf.kind, plural=True)) for shelf in filled)
    )
