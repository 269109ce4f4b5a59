"""The meetings of networks for people's own calendars (iCalendar, RFC 5545): `agenda.ics` below each network, and one with all.

Times are those on the clock in the Netherlands. The same meetings give the same bytes: stamps come from files, never from a clock.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur

from geleerd.locale.catalogue import Catalogue
from geleerd.model.frame_types import FrameEntry, Network
from geleerd.model.parts import Meeting
from geleerd.model.strings import Address
from geleerd.model.values import Entry
from geleerd.relate.artefacts import TextFile, absolute
from geleerd.relate.library import Library
from geleerd.render.meetings import meeting_view
from geleerd.render.site_facts import SiteFacts

ZONE = "Europe/Amsterdam"

_NO_HOST = "geleerd.invalid"
"""Whose the meetings are of a site that does not know where it stands (RFC 2606)."""

_DAY = datetime.timedelta(days=1)


def calendar_address(library: Library, slug: str) -> Address | None:
    """Where the calendar of a network stands; None without meetings."""
    entry = library.collection.frame["network"].get(slug)
    return library.addresses.calendar(library.addresses.entry(entry)) if entry and _meetings(entry) else None


def common_calendar_address(library: Library) -> Address | None:
    """Where the calendar of all networks stands; None without meetings."""
    return library.addresses.calendar(library.addresses.place("agenda")) if any(map(_meetings, _networks(library))) else None


def calendar_files(library: Library, facts: SiteFacts) -> Iterator[TextFile]:
    """A calendar for every network that meets, and one for all of them."""
    say = library.addresses.catalogue.say
    for entry in _networks(library):
        if address := calendar_address(library, entry.slug):
            yield TextFile(address, _calendar(str(entry.fields.name), [entry], library, facts))
    if address := common_calendar_address(library):
        yield TextFile(address, _calendar(f"{say('agenda')} - {facts.name}", _networks(library), library, facts))


def _networks(library: Library) -> tuple[Entry[FrameEntry], ...]:
    return tuple(library.collection.frame["network"].values())


def _meetings(entry: Entry[FrameEntry]) -> tuple[Meeting, ...]:
    """The meetings that the agenda shows: those of a network that is not withdrawn."""
    return entry.fields.meetings if isinstance(entry.fields, Network) and entry.fields.status != "withdrawn" else ()


def _calendar(name: str, entries: Iterable[Entry[FrameEntry]], library: Library, facts: SiteFacts) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Geleerd//{library.addresses.catalogue.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):  # RFC 7986, and what programs read that are older
        calendar.add(key, _line(name))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", vDuration(_DAY), parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    for entry in entries:
        for event in _events(entry, library, facts):
            calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def _events(entry: Entry[FrameEntry], library: Library, facts: SiteFacts) -> Iterator[Event]:
    host = urlsplit(facts.url).hostname or _NO_HOST
    seen: Counter[str] = Counter()
    page = absolute(facts.url, library.addresses.entry(entry))
    changed = facts.changed.get(entry.path)
    for meeting in _meetings(entry):
        seen[meeting.id] += 1
        again = f"-{seen[meeting.id]}" if seen[meeting.id] > 1 else ""
        event = Event()
        event.add("uid", f"{quote(meeting.id, safe='')}{again}.{entry.slug}@{host}")
        event.add("dtstamp", _stamp(changed or datetime.date.fromisoformat(meeting.start[:10])))
        _add_times(event, meeting)
        _add_words(event, meeting, str(entry.fields.name), library.addresses.catalogue)
        if facts.url:
            event.add("url", f"{page}#{quote(meeting_view(meeting, library.addresses.catalogue).anchor)}")
        yield event


def _add_words(event: Event, meeting: Meeting, network: str, catalogue: Catalogue) -> None:
    view = meeting_view(meeting, catalogue)
    event.add("summary", _line(f"{view.title} ({network})"))
    if place := ", ".join(part for part in (meeting.place, view.setting) if part):
        event.add("location", _line(place))
    parts = ((catalogue.part(key), texts) for key, texts in (("agenda", view.agenda), ("tasks", view.tasks)) if texts)
    if described := "\n\n".join("\n".join([f"{label}:", *(f"- {_line(text)}" for text in texts)]) for label, texts in parts):
        event.add("description", described)


def _add_times(event: Event, meeting: Meeting) -> None:
    """Start and end: times where both are known or the meeting stays within a day, else whole days, the end being the day after."""
    day, _, time = meeting.start.partition(" ")
    last_day, _, last_time = (meeting.end or meeting.start).partition(" ")
    if not time or (last_day != day and not last_time):
        event.add("dtstart", datetime.date.fromisoformat(day))
        last = datetime.date.fromisoformat(last_day)
        if last < datetime.date.max:
            event.add("dtend", last + _DAY)
        return
    start = datetime.datetime.fromisoformat(meeting.start)
    event.add("dtstart", start, parameters={"TZID": ZONE})
    end = datetime.datetime.fromisoformat(meeting.end) if meeting.end and last_time else start
    if end > start:
        event.add("dtend", end, parameters={"TZID": ZONE})


def _stamp(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _line(text: str) -> str:
    """A text in one line, as people wrote it."""
    return " ".join(text.split())


def _zone() -> Timezone:
    """The clock in the Netherlands since 1996 (Directive 2000/84/EC): an hour on from the last Sunday of March to that of October."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    hour = datetime.timedelta(hours=1)
    zone.add_component(_half(TimezoneDaylight(), "CEST", (3, 31, 2), (hour, 2 * hour)))
    zone.add_component(_half(TimezoneStandard(), "CET", (10, 27, 3), (2 * hour, hour)))
    return zone


def _half(
    half: TimezoneDaylight | TimezoneStandard,
    name: str,
    begins: tuple[int, int, int],
    offsets: tuple[datetime.timedelta, datetime.timedelta],
) -> TimezoneDaylight | TimezoneStandard:
    """A half of the year: its name, the month, day and hour of its beginning in 1996, and what the clock was ahead before and since."""
    month, day, hour = begins
    half.add("tzname", name)
    half.add("dtstart", datetime.datetime(1996, month, day, hour))  # noqa: DTZ001  # RFC 5545 wants it as the clock showed it
    half.add("tzoffsetfrom", offsets[0])
    half.add("tzoffsetto", offsets[1])
    half.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1su"}))
    return half
