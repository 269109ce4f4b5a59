"""The year plan: the meetings of all networks, by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from geleerd.model.frame_types import Network
from geleerd.model.parts import Meeting
from geleerd.relate.artefacts import Link, Page, relative
from geleerd.relate.library import Library
from geleerd.render.calendars import common_calendar_address
from geleerd.render.introductions import Introductions
from geleerd.render.meetings import MeetingView, meeting_view


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A meeting and the network that holds it."""

    meeting: MeetingView
    network: Link


@dataclass(frozen=True, slots=True)
class AgendaView:
    """Everything that the template of the agenda shows: years, newest first, each with its meetings in order."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    years: tuple[tuple[str, tuple[AgendaEntry, ...]], ...]
    calendar_href: str | None


def agenda_page(library: Library, introductions: Introductions, env: Environment) -> Page:
    """The agenda of all networks."""
    catalogue = library.addresses.catalogue
    address = library.addresses.place("agenda")
    introduction = introductions.at(address)
    found = sorted(_meetings(library), key=lambda pair: (pair[0].start, pair[0].id, pair[1]))
    by_year = [(year, tuple(pairs)) for year, pairs in groupby(found, key=lambda pair: pair[0].start[:4])]
    title = introduction.title or catalogue.say("agenda")

    def entry(meeting: Meeting, slug: str) -> AgendaEntry:
        shelf = library.shelves["network"][slug]
        return AgendaEntry(meeting_view(meeting, catalogue), Link(shelf.name, relative(address, library.addresses.shelf("network", slug))))

    view = AgendaView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        years=tuple((year, tuple(entry(*pair) for pair in pairs)) for year, pairs in reversed(by_year)),
        calendar_href=relative(address, calendar) if (calendar := common_calendar_address(library)) else None,
    )
    content = env.get_template("pages/agenda.html").render(page=view)
    description = introduction.description or catalogue.say("agenda-description")
    return Page(address, title, description, content, introduction.source, breadcrumbs=view.breadcrumbs)


def _meetings(library: Library) -> Iterator[tuple[Meeting, str]]:
    for slug, entry in library.collection.frame["network"].items():
        if isinstance(entry.fields, Network) and entry.fields.status != "withdrawn":
            yield from ((meeting, slug) for meeting in entry.fields.meetings)
