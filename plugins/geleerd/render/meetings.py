"""A meeting of a network as pages show it."""

import datetime
from dataclasses import dataclass

from geleerd.locale.catalogue import Catalogue
from geleerd.model.parts import Meeting


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting in words; `datetime` is its start for machines."""

    anchor: str
    title: str
    when: str
    datetime: str
    place: str | None
    setting: str | None
    agenda: tuple[str, ...]
    tasks: tuple[str, ...]


def meeting_view(meeting: Meeting, catalogue: Catalogue) -> MeetingView:
    """A meeting in the words of the site's language."""
    return MeetingView(
        anchor=f"bijeenkomst-{meeting.id}",
        title=meeting.title or catalogue.say("meeting"),
        when=_span(meeting, catalogue),
        datetime=meeting.start.replace(" ", "T"),
        place=meeting.place,
        setting=catalogue.value("setting", meeting.setting) if meeting.setting else None,
        agenda=meeting.agenda,
        tasks=meeting.tasks,
    )


def _span(meeting: Meeting, catalogue: Catalogue) -> str:
    day, _, time = meeting.start.partition(" ")
    last_day, _, last_time = (meeting.end or meeting.start).partition(" ")
    words = catalogue.date(datetime.date.fromisoformat(day))
    if last_day != day:
        return catalogue.say("from-to", start=words, end=catalogue.date(datetime.date.fromisoformat(last_day)))
    if not time:
        return words
    if last_time in {"", time}:
        return catalogue.say("at-time", day=words, time=time)
    return catalogue.say("between-times", day=words, start=time, end=last_time)
