"""The time zone of the Netherlands, which every calendar includes (iCalendar, RFC 5545, 3.6.5)."""

import datetime

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

ZONE = "Europe/Amsterdam"


def time_zone() -> Timezone:
    """The clock in the Netherlands since 1996 (Directive 2000/84/EC): an hour ahead from the last Sunday of March to that of October."""
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
    """Half a year: its name, the month, day and hour of its beginning in 1996, and the offsets of the clock before and after that."""
    month, day, hour = begins
    half.add("tzname", name)
    half.add("dtstart", datetime.datetime(1996, month, day, hour))  # noqa: DTZ001  # RFC 5545 wants it as the clock showed it
    half.add("tzoffsetfrom", offsets[0])
    half.add("tzoffsetto", offsets[1])
    half.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1su"}))
    return half
