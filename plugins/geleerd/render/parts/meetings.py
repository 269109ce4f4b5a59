"""A meeting of a network on a page."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import FrameEntry, Network
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.networks.worked_on import worked_on
from geleerd.texts.field_texts import FieldTexts, ShownText

QUESTIONS_SHOWN = 12
"""Most questions at a meeting; the learning agenda of the network has all."""

Held = tuple[Meeting, str]
"""A meeting, and the slug of the network that holds it."""


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting in words; `datetime` is its start for machines. `worked_on` are the questions that the network worked on there."""

    anchor: str
    title: str
    when: str
    datetime: str
    place: str | None
    setting: str | None
    agenda: tuple[ShownText, ...]
    tasks: tuple[ShownText, ...]
    worked_on: tuple[Link, ...]
    more_worked_on: int


def meeting_view(meeting: Meeting, catalogue: Catalogue, texts: FieldTexts, questions: tuple[Link, ...] = ()) -> MeetingView:
    """A meeting in the words of the site's language; `texts` are those of its network on the page, `questions` what it worked on there."""
    return MeetingView(
        anchor=meeting_anchor(meeting, catalogue),
        title=meeting.title or catalogue.say("meeting"),
        when=_span(meeting, catalogue),
        datetime=meeting.start.replace(" ", "T"),
        place=meeting.place,
        setting=catalogue.value("setting", meeting.setting) if meeting.setting else None,
        agenda=tuple(map(texts.shown, meeting.agenda)),
        tasks=tuple(map(texts.shown, meeting.tasks)),
        worked_on=questions[:QUESTIONS_SHOWN],
        more_worked_on=len(questions[QUESTIONS_SHOWN:]),
    )


def questions_at(meeting: Meeting, network: str, library: Library, page: Address) -> tuple[Link, ...]:
    """The questions that a network worked on at a meeting, as links from a page."""
    return tuple(
        Link(item.fields.title or "", relative(page, library.addresses.entry(item))) for item in worked_on(meeting, network, library)
    )


def meeting_anchor(meeting: Meeting, catalogue: Catalogue) -> str:
    """The anchor of a meeting on the page of its network."""
    return f"{catalogue.word('meeting')}-{meeting.slug}"


def meetings_to_show(fields: FrameEntry) -> tuple[Meeting, ...]:
    """The meetings that the agenda and the calendars show: those of all networks that are not withdrawn."""
    return fields.meetings if isinstance(fields, Network) and fields.status != "withdrawn" else ()


def to_come_and_past(held: Iterable[Held], today: datetime.date) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The meetings whose last day is not over, and the earlier ones; both sorted by nearness to today."""
    in_order = sorted(held, key=lambda pair: (pair[0].start, pair[0].id, pair[1]))  # ISO 8601 sorts as text
    past = tuple(pair for pair in reversed(in_order) if _is_over(pair[0], today))
    return tuple(pair for pair in in_order if not _is_over(pair[0], today)), past


def _is_over(meeting: Meeting, today: datetime.date) -> bool:
    return (meeting.end or meeting.start)[:10] < today.isoformat()


def _span(meeting: Meeting, catalogue: Catalogue) -> str:
    """The period of a meeting in words, with all known times."""
    day, _, time = meeting.start.partition(" ")
    last_day, _, last_time = (meeting.end or meeting.start).partition(" ")
    if last_day != day:
        key = ("from-time-to" if last_time else "from-time-through") if time or last_time else "from-through"
        return catalogue.say(key, start=_moment(day, time, catalogue), end=_moment(last_day, last_time, catalogue))
    if last_time in {"", time}:
        return _moment(day, time, catalogue)
    return catalogue.say("between-times" if time else "until-time", day=_moment(day, "", catalogue), start=time, end=last_time)


def _moment(day: str, time: str, catalogue: Catalogue) -> str:
    words = catalogue.date(datetime.date.fromisoformat(day))
    return catalogue.say("at-time", day=words, time=time) if time else words
