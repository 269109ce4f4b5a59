"""A meeting as an event in a calendar (iCalendar, RFC 5545)."""

import datetime

from icalendar import Event

from geleerd.commonmark.plain_text import plain
from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.part_types import Meeting
from geleerd.render.calendars.time_zone import ZONE
from geleerd.render.parts.meetings import meeting_view
from geleerd.texts.field_texts import FieldTexts

_DAY = datetime.timedelta(days=1)


def meeting_event(meeting: Meeting, network: str, uid: str, changed: datetime.date | None, catalogue: Catalogue) -> Event:
    """The event of a meeting, without its address; `uid` identifies it, `changed` is the day of its stamp."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _stamp(changed or datetime.date.fromisoformat(meeting.start[:10])))
    _add_times(event, meeting)
    _add_words(event, meeting, network, catalogue)
    return event


def in_one_line(text: str) -> str:
    """A text on one line, otherwise unchanged."""
    return " ".join(text.split())


def _add_words(event: Event, meeting: Meeting, network: str, catalogue: Catalogue) -> None:
    view = meeting_view(meeting, catalogue, FieldTexts())
    event.add("summary", in_one_line(f"{view.title} ({network})"))
    if place := ", ".join(part for part in (meeting.place, view.setting) if part):
        event.add("location", in_one_line(place))
    parts = ((catalogue.part(key), texts) for key, texts in (("agenda", meeting.agenda), ("tasks", meeting.tasks)) if texts)
    if described := "\n\n".join("\n".join([f"{label}:", *(f"- {plain(text)}" for text in texts)]) for label, texts in parts):
        event.add("description", described)


def _add_times(event: Event, meeting: Meeting) -> None:
    """Add start and end. A meeting without a start time takes whole days; one without an end time lasts until midnight of its last day.

    The end in RFC 5545 is exclusive: a meeting of one day ends on the next day.
    """
    day, _, time = meeting.start.partition(" ")
    last_day, _, last_time = (meeting.end or meeting.start).partition(" ")
    last = datetime.date.fromisoformat(last_day)
    after = last + _DAY if last < datetime.date.max else None
    if not time:
        event.add("dtstart", datetime.date.fromisoformat(day))
        if after:
            event.add("dtend", after)
        return
    start = datetime.datetime.fromisoformat(meeting.start)
    event.add("dtstart", start, parameters={"TZID": ZONE})
    if last_time:
        end = datetime.datetime.fromisoformat(f"{last_day} {last_time}")
    else:
        end = datetime.datetime.combine(after, datetime.time()) if after and last_day != day else start
    if end > start:
        event.add("dtend", end, parameters={"TZID": ZONE})


def _stamp(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
