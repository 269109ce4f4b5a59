"""The learning agenda of every network, and the page that leads to all of them, with a blank one to print."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from geleerd.guard import each
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import FrameEntry, Network
from geleerd.model.documents import Entry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.networks.learning_agenda import AgendaPoint, DoneAction, LearningAgenda, agenda_of, changes_since
from geleerd.render.networks.agenda_points import ActionView, ChangeView, PointView, PointViews
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.meetings import MeetingView, meeting_view, meetings_to_show, questions_at, to_come_and_past
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets
from geleerd.texts.texts import SafeTexts

CHANGES_SHOWN = 12
"""Most changes since the last meeting; older ones stand with their questions."""

BLANK_ROWS = 7
"""Rows of the blank agenda: as many as a sheet of A4 has room for, with space to write."""

Listed = AgendaPoint | DoneAction
"""What stands on an agenda or in its archive."""


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Points under one heading, or actions that are done. `archived`: they left the agenda."""

    title: str
    archived: bool
    points: tuple[PointView, ...]
    done: tuple[ActionView, ...]


@dataclass(frozen=True, slots=True)
class LearningAgendaView:
    """The view for the template of a learning agenda: `groups` in their order, those of the archive last.

    `met` is when the network last met, empty where no meeting was told. `changed` is empty on further pages.
    """

    title: str
    network: Link
    breadcrumbs: tuple[Link, ...]
    next_meeting: MeetingView | None
    last_meeting: MeetingView | None
    changed: tuple[ChangeView, ...]
    more_changed: int
    groups: tuple[AgendaGroup, ...]
    is_empty: bool
    is_first: bool
    ask_href: str
    blank_href: str
    pager: Pager


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A network in the list of agendas, with the number of its questions in each state, in words."""

    network: Link
    counts: str
    next_meeting: str


@dataclass(frozen=True, slots=True)
class LearningAgendasView:
    """The view for the template of the list of learning agendas."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    rows: tuple[AgendaRow, ...]
    blank_rows: int
    is_first: bool
    ask_href: str
    pager: Pager


def learning_agendas(library: Library, texts: SafeTexts, introductions: Introductions, settings: Settings) -> Iterator[Page]:
    """The list of learning agendas, and the agenda of every network."""
    entries = tuple(library.collection.frame[Network.KEY].values())
    yield from _overview(library, introductions, settings)
    for pages in each(lambda entry: tuple(_pages(entry, library, texts, settings)), entries):
        yield from pages


def _pages(entry: Entry[FrameEntry], library: Library, texts: SafeTexts, settings: Settings) -> Iterator[Page]:
    agenda = agenda_of(library.shelves[Network.KEY][entry.slug].items)
    listed: tuple[Listed, ...] = (*agenda.current, *agenda.archived, *agenda.done)
    parts = sheets(listed, lambda page: library.addresses.learning_agenda(entry.slug, page))
    say, name = library.catalogue.say, entry.fields.shown_name
    title = say("learning-agenda-of", name=name)
    for part in parts:
        view = _view(part, len(parts), entry, library, texts, settings)
        yield Page(
            address=part.address,
            title=title if part.number == 1 else say("page-of", title=title, number=part.number),
            description=say("learning-agenda-of-description", name=name),
            shown=Shown("pages/learning-agenda.html", Frozen({"page": view})),
            hidden=not listed,
            breadcrumbs=view.breadcrumbs,
        )


def _view(
    part: Sheet[Listed], total: int, entry: Entry[FrameEntry], library: Library, texts: SafeTexts, settings: Settings
) -> LearningAgendaView:
    addresses, say, here = library.addresses, library.catalogue.say, part.address
    network = Link(entry.fields.shown_name, relative(here, addresses.entry(entry)))
    views = PointViews(library, texts, entry.slug, here, settings.today)
    to_come, past = to_come_and_past(((meeting, entry.slug) for meeting in meetings_to_show(entry.fields)), settings.today)
    words = texts.of(entry.path, here)
    shown = [
        meeting_view(held[0][0], library.catalogue, words, questions_at(held[0][0], entry.slug, library, here)) if held else None
        for held in (to_come, past)
    ]
    changed = _changed(entry, past[0][0].start if past else "", library, settings.today, views) if part.number == 1 else ()
    above = ((say("home"), Address("")), (library.catalogue.type_name(Network.KEY, plural=True), addresses.index(Network.KEY)))
    return LearningAgendaView(
        title=say("learning-agenda-of", name=network.name),
        network=network,
        breadcrumbs=(*(Link(name, relative(here, to)) for name, to in above), network),
        next_meeting=shown[0],
        last_meeting=shown[1],
        changed=changed[:CHANGES_SHOWN],
        more_changed=len(changed[CHANGES_SHOWN:]),
        groups=tuple(_groups(part, views, library)),
        is_empty=not part.entries,
        is_first=part.number == 1,
        ask_href=relative(here, addresses.form("new", "learning-question")),
        blank_href=f"{relative(here, addresses.place('learning-agenda'))}#blank-agenda",
        pager=pager(part.number, total, lambda page: addresses.learning_agenda(entry.slug, page)),
    )


def _changed(entry: Entry[FrameEntry], met: str, library: Library, today: datetime.date, views: PointViews) -> tuple[ChangeView, ...]:
    """What changed on the day of the last meeting and after it; nothing where no meeting was told."""
    if not met:
        return ()
    items = library.shelves[Network.KEY][entry.slug].items
    return tuple(map(views.change, changes_since(items, datetime.date.fromisoformat(met[:10]), today)))


def _groups(part: Sheet[Listed], views: PointViews, library: Library) -> Iterator[AgendaGroup]:
    """What is listed on a page, under a heading for each state."""
    for key, found in groupby(part.entries, key=_heading):
        listed = tuple(found)
        yield AgendaGroup(
            title=library.catalogue.say(f"points-{key}"),
            archived=key not in {"in-progress", "open"},
            points=tuple(views.point(one) for one in listed if isinstance(one, AgendaPoint)),
            done=tuple(views.done(one) for one in listed if isinstance(one, DoneAction)),
        )


def _heading(listed: Listed) -> str:
    return listed.state if isinstance(listed, AgendaPoint) else "done"


def _overview(library: Library, introductions: Introductions, settings: Settings) -> Iterator[Page]:
    """The networks that have a question on their agenda or in its archive, page by page; the first page has the blank agenda."""
    say = library.catalogue.say

    def address(page: int) -> Address:
        return library.addresses.place("learning-agenda", page)

    introduction = introductions.at(address(1))
    title = introduction.title or say("learning-agenda")
    agendas = {slug: agenda_of(shelf.items) for slug, shelf in library.shelves[Network.KEY].items()}
    kept = tuple((slug, agenda) for slug, agenda in agendas.items() if agenda.current or agenda.archived)
    parts = sheets(kept, address)
    for part in parts:
        view = LearningAgendasView(
            title=title,
            intro=introduction.html if part.number == 1 else Markup(),
            breadcrumbs=(Link(say("home"), relative(part.address, "")),),
            rows=tuple(_row(slug, agenda, part.address, library, settings.today) for slug, agenda in part.entries),
            blank_rows=BLANK_ROWS,
            is_first=part.number == 1,
            ask_href=relative(part.address, library.addresses.form("new", "learning-question")),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if part.number == 1 else say("page-of", title=title, number=part.number),
            description=introduction.description or say("learning-agenda-description"),
            shown=Shown("pages/learning-agendas.html", Frozen({"page": view})),
            source=introduction.source if part.number == 1 else None,
            breadcrumbs=view.breadcrumbs,
        )


def _row(slug: str, agenda: LearningAgenda, here: Address, library: Library, today: datetime.date) -> AgendaRow:
    points = (*agenda.current, *agenda.archived)
    counted = {point.state: sum(other.state == point.state for other in points) for point in points}
    counts = ", ".join(f"{count} {library.catalogue.value('state', state)}" for state, count in counted.items())
    fields = library.collection.frame[Network.KEY][slug].fields
    to_come, _ = to_come_and_past(((meeting, slug) for meeting in meetings_to_show(fields)), today)
    day = datetime.date.fromisoformat(to_come[0][0].start[:10]) if to_come else None
    name = library.shelves[Network.KEY][slug].name
    return AgendaRow(
        Link(name, relative(here, library.addresses.learning_agenda(slug))), counts, library.catalogue.date(day) if day else ""
    )
