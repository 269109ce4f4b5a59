"""The meetings of networks for people's own calendars (iCalendar, RFC 5545): `agenda.ics` below each network, and one with all.

Subscriptions must not break: every network has a calendar, with or without meetings, and its former addresses have a copy. Times are
those on the clock in the Netherlands. The same meetings give the same bytes: stamps come from files, never from a clock.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote, urlsplit

from icalendar import Calendar, Event, vDuration, vText

from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.documents import Entry
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import absolute, relative
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.moves.renamed import first_addresses
from geleerd.render.calendars.events import in_one_line, meeting_event
from geleerd.render.calendars.time_zone import ZONE, time_zone
from geleerd.render.parts.meetings import meeting_anchor, meetings_to_show

_NO_HOST = "geleerd.invalid"
"""The domain in the ids of meetings, for a site without an address (RFC 2606)."""

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarView:
    """How readers get a calendar: as a file (`href`), or by its address. `url` and `webcal` are empty for a site without an address.

    Google and Outlook take the `url`; Apple's programs open `webcal`, the same address with another scheme.
    """

    href: str
    url: str
    webcal: str


def calendar_view(page: Address, library: Library, settings: Settings) -> CalendarView:
    """The calendar beside a page, as the page offers it."""
    address = library.addresses.calendar(page)
    url = absolute(settings.site_url, address) if settings.site_url else ""
    return CalendarView(relative(page, address), url, f"webcal:{url.partition(':')[2]}" if url else "")


def calendar_files(library: Library, settings: Settings) -> Iterator[TextFile]:
    """A calendar for every network, an empty one at the address of every former network, and one with the meetings of all networks."""
    addresses, companions = library.addresses, Companions(library)
    first = first_addresses(library)
    networks = {addresses.entry(network): network for network in library.collection.frame["network"].values()}
    events = {page: tuple(_events(network, first.get(page, page), library, settings)) for page, network in networks.items()}
    gone = (alias.address for alias in library.aliases if alias.target not in networks and addresses.is_shelf(alias.address, ("network",)))
    calendars: dict[Address, tuple[str, tuple[Event, ...]]] = dict.fromkeys(gone, (settings.site_name, ()))
    calendars |= {page: (str(network.fields.name), events[page]) for page, network in networks.items()}
    calendars[addresses.place("agenda")] = (f"{library.catalogue.say('agenda')} - {settings.site_name}", tuple(chain(*events.values())))
    for page, (name, held) in calendars.items():
        written = _calendar(name, held, library.catalogue.language)
        yield from (TextFile(place, written) for place in companions.of(page, addresses.calendar(Address(""))))


def _slug_of(page: Address) -> str:
    return page.removesuffix("/").rpartition("/")[2]


def _calendar(name: str, events: tuple[Event, ...], language: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Geleerd//{language.upper()}")
    calendar.add("version", "2.0")
    if events:  # RFC 5546 wants a published calendar to hold an event; a calendar without a method may hold no more than its zone
        calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):  # RFC 7986, and the property that older programs read
        calendar.add(key, vText(in_one_line(name)))  # the library escapes only the properties that it knows, and it knows neither of these
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", vDuration(_DAY), parameters={"VALUE": "DURATION"})
    calendar.add_component(time_zone())
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def _events(entry: Entry[FrameEntry], first: Address, library: Library, settings: Settings) -> Iterator[Event]:
    """The meetings of a network as events. Their ids hold its `first` address, so calendars recognise them after its file is renamed."""
    host = urlsplit(settings.identity).hostname or _NO_HOST
    seen: Counter[str] = Counter()
    page = absolute(settings.site_url, library.addresses.entry(entry))
    for meeting in meetings_to_show(entry.fields):
        seen[meeting.id] += 1
        again = f"-{seen[meeting.id]}" if seen[meeting.id] > 1 else ""
        uid = f"{quote(meeting.id, safe='')}{again}.{quote(_slug_of(first), safe='')}@{host}"
        event = meeting_event(meeting, str(entry.fields.name), uid, settings.changed.get(entry.path), library.catalogue)
        if settings.site_url:
            event.add("url", f"{page}#{quote(meeting_anchor(meeting, library.catalogue))}")
        yield event
