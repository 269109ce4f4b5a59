"""The agenda: the meetings of all networks, first the coming ones, then the past ones."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.calendars.files import CalendarView, calendar_view
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.meetings import MeetingView, meeting_view, meetings_to_show, to_come_and_past
from geleerd.texts.texts import SafeTexts

PAST_SHOWN = TO_COME_SHOWN = 100
"""Most past meetings on the agenda, and most that are to come; the page of each network has all of its own."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A meeting and the network that holds it."""

    meeting: MeetingView
    network: Link


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The view for the template of the agenda: the coming meetings, nearest first, and the past ones by year, latest first."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    to_come: tuple[AgendaEntry, ...]
    later: int
    years: tuple[tuple[str, tuple[AgendaEntry, ...]], ...]
    earlier: int
    networks_href: str
    calendar: CalendarView | None


def agenda_page(library: Library, texts: SafeTexts, introductions: Introductions, settings: Settings) -> Page:
    """The agenda of all networks."""
    catalogue = library.catalogue
    address = library.addresses.place("agenda")
    introduction = introductions.at(address)
    networks = library.collection.frame["network"].items()
    held = ((meeting, slug) for slug, network in networks for meeting in meetings_to_show(network.fields))
    to_come, past = to_come_and_past(held, settings.today)
    title = introduction.title or catalogue.say("agenda")

    def entry(meeting: Meeting, slug: str) -> AgendaEntry:
        shelf = library.shelves["network"][slug]
        shown = meeting_view(meeting, catalogue, texts.of(library.collection.frame["network"][slug].path, address))
        return AgendaEntry(shown, Link(shelf.name, relative(address, library.addresses.shelf("network", slug))))

    view = AgendaView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        to_come=tuple(entry(*pair) for pair in to_come[:TO_COME_SHOWN]),
        later=len(to_come[TO_COME_SHOWN:]),
        years=tuple(
            (year, tuple(entry(*pair) for pair in pairs)) for year, pairs in groupby(past[:PAST_SHOWN], key=lambda pair: pair[0].start[:4])
        ),
        earlier=len(past[PAST_SHOWN:]),
        networks_href=relative(address, library.addresses.index("network")),
        calendar=calendar_view(address, library, settings) if to_come or past else None,
    )
    shown = Shown("pages/agenda.html", Frozen({"page": view}))
    description = introduction.description or catalogue.say("agenda-description")
    return Page(address, title, description, shown, introduction.source, breadcrumbs=view.breadcrumbs)
