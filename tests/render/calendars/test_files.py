"""Meetings as calendars read them (RFC 5545): valid, without a clock, and the same moments as on the page."""

import datetime
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st
from icalendar import Calendar
from pydantic import TypeAdapter, ValidationError

from geleerd import Page, Settings, TextFile, build, catalogue
from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.kinds import Moment
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.documents import Body, Document, Entry
from geleerd.model.strings import Slug, SourcePath
from geleerd.relate.places.addresses import Addresses
from geleerd.render.calendars.files import calendar_files
from tests.workbench.building import TODAY, settings

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NETWORK = """---
name: "Netwerk; met, \\\\ tekens"
meetings:
  - {id: start-2026, start: 2026-11-22 13:30, end: 2026-11-22 16:00, title: De start, place: "Zaal 1, Utrecht", setting: hybrid, agenda: [Kennismaken, "Plan: a; b"], tasks: Koffie zetten}
  - {id: dag, start: 2027-01-04}
  - {id: kamp, start: 2027-06-01 10:00, end: 2027-06-03, title: "Een heel lange titel met ëën trema en nog veel meer woorden dan er op één regel van een kalender passen"}
  - {id: kort, start: 2027-07-01 09:00}
  - {id: kort, start: 2027-08-01 23:00, end: 2027-08-02 01:00}
---
"""
MOMENT = TypeAdapter(Moment)


def calendars(root, **changes) -> dict[str, bytes]:
    artefacts = build(replace(settings(root), **changes)).artefacts
    return {artefact.path: artefact.content for artefact in artefacts if isinstance(artefact, TextFile) and artefact.path.endswith(".ics")}


def checked(data: bytes) -> Calendar:
    """A calendar that keeps the rules of RFC 5545 which programs trip over."""
    assert isinstance(data, bytes)
    text = data.decode()
    assert data.endswith(b"\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is cut in two
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    calendar = Calendar.from_ical(data)
    assert {"PRODID", "VERSION"} <= set(calendar)
    assert calendar["VERSION"] == "2.0"
    assert calendar.subcomponents  # RFC 5545, 3.6: at least one
    assert ("METHOD" in calendar) == bool(calendar.walk("VEVENT"))  # RFC 5546, 3.2.1: what is published holds an event
    uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert len(uids) == len(set(uids))
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)
        assert event["DTSTAMP"].to_ical().endswith(b"Z")
        start, end = event["DTSTART"], event.get("DTEND")
        if end:
            assert type(start.dt) is type(end.dt)
            assert end.dt > start.dt
        if isinstance(start.dt, datetime.datetime):
            assert start.params["TZID"] in zones
    return calendar


def held(found: dict[str, bytes]) -> set[str]:
    """The calendars in which there is a meeting."""
    return {path for path, data in found.items() if events(data)}


def page_of(root, address: str, **changes) -> str:
    artefacts = build(replace(settings(root), **changes)).artefacts
    return next(artefact.content for artefact in artefacts if isinstance(artefact, Page) and artefact.address == address)


def events(data: bytes) -> dict[str, object]:
    return {str(event["UID"]): event for event in checked(data).walk("VEVENT")}


def test_a_network_with_meetings_has_a_calendar_with_the_same_moments(write):
    found = calendars(
        write({"content/netwerken/west.md": NETWORK}), changed={SourcePath("content/netwerken/west.md"): datetime.date(2026, 3, 1)}
    )
    assert held(found) == {"netwerken/west/agenda.ics", "agenda/agenda.ics"}
    told = events(found["netwerken/west/agenda.ics"])
    start = told["start-2026.west@geleerd.example"]
    assert start["DTSTART"].dt == datetime.datetime(2026, 11, 22, 13, 30, tzinfo=AMSTERDAM)
    assert start["DTEND"].dt == datetime.datetime(2026, 11, 22, 16, 0, tzinfo=AMSTERDAM)
    assert str(start["SUMMARY"]) == "De start (Netwerk; met, \\ tekens)"
    assert str(start["LOCATION"]) == "Zaal 1, Utrecht, deels op locatie, deels online"
    assert "- Plan: a; b" in str(start["DESCRIPTION"])
    assert "- Koffie zetten" in str(start["DESCRIPTION"])
    assert str(start["URL"]) == "https://geleerd.example/netwerken/west/#bijeenkomst-start-2026"
    assert {event["DTSTAMP"].dt.date() for event in told.values()} == {datetime.date(2026, 3, 1)}


def test_a_day_without_a_time_lasts_all_day_and_ends_the_day_after(write):
    told = events(calendars(write({"content/netwerken/west.md": NETWORK}))["netwerken/west/agenda.ics"])
    day = told["dag.west@geleerd.example"]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (datetime.date(2027, 1, 4), datetime.date(2027, 1, 5))
    assert day["DTSTART"].params["VALUE"] == "DATE"
    assert day["DTSTAMP"].dt.date() == datetime.date(2027, 1, 4)


def test_a_time_at_the_start_stays_where_only_the_last_day_is_known(write):
    camp = events(calendars(write({"content/netwerken/west.md": NETWORK}))["netwerken/west/agenda.ics"])["kamp.west@geleerd.example"]
    assert camp["DTSTART"].dt == datetime.datetime(2027, 6, 1, 10, 0, tzinfo=AMSTERDAM)
    assert camp["DTEND"].dt == datetime.datetime(2027, 6, 4, 0, 0, tzinfo=AMSTERDAM)


def test_ids_that_repeat_stay_apart_and_a_meeting_may_pass_midnight(write):
    told = events(calendars(write({"content/netwerken/west.md": NETWORK}))["netwerken/west/agenda.ics"])
    assert "DTEND" not in told["kort.west@geleerd.example"]
    assert told["kort-2.west@geleerd.example"]["DTEND"].dt == datetime.datetime(2027, 8, 2, 1, 0, tzinfo=AMSTERDAM)


def test_the_zone_is_that_of_the_netherlands(write):
    data = calendars(write({"content/netwerken/west.md": NETWORK}))["netwerken/west/agenda.ics"]
    (zone,) = checked(data).walk("VTIMEZONE")
    for year in (1997, 2024, 2030):
        for month in range(1, 13):
            moment = datetime.datetime(year, month, 28, 12, 0)  # noqa: DTZ001  # as the clock shows it
            assert zone.to_tz().utcoffset(moment) == AMSTERDAM.utcoffset(moment)


def test_the_calendar_of_all_networks_holds_what_the_agenda_shows(write):
    gone = NETWORK.replace("meetings:", "status: withdrawn\nmeetings:")
    found = calendars(write({"content/netwerken/west.md": NETWORK, "content/netwerken/zuid.md": NETWORK, "content/netwerken/weg.md": gone}))
    assert held(found) == {"netwerken/west/agenda.ics", "netwerken/zuid/agenda.ics", "agenda/agenda.ics"}
    assert set(events(found["agenda/agenda.ics"])) == {
        *events(found["netwerken/west/agenda.ics"]),
        *events(found["netwerken/zuid/agenda.ics"]),
    }


def test_pages_link_to_the_calendars_there_are(write):
    site = build(settings(write({"content/netwerken/west.md": NETWORK})))
    pages = {artefact.address: artefact.content for artefact in site.artefacts if isinstance(artefact, Page)}
    assert 'href="../../netwerken/west/agenda.ics"' in pages["netwerken/west/"]
    assert 'href="../agenda/agenda.ics"' in pages["agenda/"]
    assert "agenda.ics" not in pages["netwerken/noord/"]


def test_pages_tell_where_calendars_find_every_change(write):
    root = write({"content/netwerken/west.md": NETWORK})
    for address in ("netwerken/west/", "agenda/"):
        html = page_of(root, address)
        assert f">https://geleerd.example/{address}agenda.ics</textarea>" in html
        assert f'href="webcal://geleerd.example/{address}agenda.ics"' in html
        assert "webcal" not in page_of(root, address, site_url="")
        assert "textarea" not in page_of(root, address, site_url="")


def test_without_meetings_every_network_has_an_empty_calendar_and_no_page_links_to_it(write):
    root = write({})
    found = calendars(root)
    assert set(found) == {"netwerken/noord/agenda.ics", "netwerken/oost/agenda.ics", "agenda/agenda.ics"}
    assert held(found) == set()
    assert str(Calendar.from_ical(found["netwerken/noord/agenda.ics"])["NAME"])
    pages = [artefact for artefact in build(settings(root)).artefacts if isinstance(artefact, Page)]
    assert [page.address for page in pages if "agenda.ics" in page.content] == []


def test_a_network_that_moves_keeps_its_calendar_and_its_meetings(write):
    once = NETWORK.replace("meetings:", "aliases: [/west-oud/, /netwerken/west/]\nmeetings:")
    twice = NETWORK.replace("meetings:", "aliases: [/west-oud/, /netwerken/west/, /netwerken/westen]\nmeetings:")
    root = write({"content/netwerken/westen.md": once})
    told = calendars(root)
    assert held(told) == {"agenda/agenda.ics", "west-oud/agenda.ics", "netwerken/west/agenda.ics", "netwerken/westen/agenda.ics"}
    assert "start-2026.west@geleerd.example" in events(told["netwerken/west/agenda.ics"])
    (root / "content/netwerken/westen.md").unlink()
    again = calendars(write({"content/netwerken/wijd-west.md": twice}))
    assert held(again) == held(told) | {"netwerken/wijd-west/agenda.ics"}
    assert set(events(again["netwerken/wijd-west/agenda.ics"])) == set(events(told["netwerken/westen/agenda.ics"]))


def test_a_network_that_takes_in_another_keeps_its_own_slug_when_it_names_that_first(write):
    joined = NETWORK.replace("meetings:", "aliases: [/netwerken/west/, /netwerken/oud/]\nmeetings:")
    assert "dag.west@geleerd.example" in events(calendars(write({"content/netwerken/west.md": joined}))["netwerken/oud/agenda.ics"])


def test_an_alias_that_is_somebody_elses_gives_no_slug_and_takes_no_calendar(write):
    greedy = NETWORK.replace("meetings:", "aliases: [/netwerken/noord/]\nmeetings:")
    found = calendars(write({"content/netwerken/west.md": greedy}))
    assert "dag.west@geleerd.example" in events(found["netwerken/west/agenda.ics"])
    assert events(found["netwerken/noord/agenda.ics"]) == {}


def test_a_network_that_is_no_more_leaves_an_empty_calendar(write):
    root = write({"content/over/wie.md": "---\ntitle: Wie\naliases: [/netwerken/weg/, /netwerken/weg/lijst/, /elders/]\n---\nTekst.\n"})
    found = calendars(root)
    assert events(found["netwerken/weg/agenda.ics"]) == {}
    assert not {"elders/agenda.ics", "netwerken/weg/lijst/agenda.ics"} & set(found)


def test_a_calendar_of_the_staff_stays(write):
    moved = NETWORK.replace("meetings:", "aliases: [/netwerken/oud/]\nmeetings:")
    found = calendars(
        write({"content/netwerken/west.md": moved, "content/netwerken/oud/agenda.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"})
    )
    assert "netwerken/oud/agenda.ics" not in found


def test_without_an_address_of_the_site_the_calendar_stays_valid(write):
    told = events(calendars(write({"content/netwerken/west.md": NETWORK}), site_url="")["netwerken/west/agenda.ics"])
    assert "start-2026.west@geleerd.invalid" in told
    assert all("URL" not in event for event in told.values())


def moments() -> st.SearchStrategy[str]:
    days = st.dates().map(str)
    return st.one_of(days, st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%d %H:%M").zfill(16)))


def is_moment(text: str) -> bool:
    try:
        MOMENT.validate_python(text)
    except ValidationError:
        return False
    return True


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120).filter(lambda text: text.strip())


@profile(deadline=None)  # the first calendar of a process loads what all need
@given(WORDS, WORDS, moments().filter(is_moment), st.none() | moments().filter(is_moment), st.sampled_from(["https://x.example/a b/", ""]))
def test_any_meeting_makes_a_valid_calendar(name, words, start, end, url):
    if end and end < start[: len(end)]:
        end = None
    meeting = Meeting(id=words, start=start, end=end, title=words, place=words, agenda=words, tasks=(words, words))
    network = Network(name=name, meetings=(meeting, meeting))
    entry = Entry(Slug("x"), network, Document(SourcePath("content/netwerken/x.md"), {}, {}, Body()))
    frame = SimpleNamespace(frame={"network": {"x": entry}}, items=(), staff_pages=(), page_aliases={})
    library = SimpleNamespace(
        addresses=Addresses(catalogue("nl"), "content"),
        catalogue=catalogue("nl"),
        collection=frame,
        aliases=(),
        by_path={},
        is_of_the_staff=lambda path: False,
    )
    settings = Settings(root=Path(), site_url=url, today=TODAY)
    for file in calendar_files(library, settings):
        found = checked(file.content)
        assert len(found.walk("VEVENT")) == 2
        assert str(found.walk("VEVENT")[0]["SUMMARY"]) == f"{' '.join(words.split())} ({' '.join(name.split())})"


def test_the_name_of_a_calendar_is_escaped(write):
    text = "---\nname: Anders werken, samen; leren\\n\nkind: network\nmeetings:\n  - {id: a, start: 2026-12-10}\n---\n"
    data = calendars(write({"content/netwerken/anders.md": text}))["netwerken/anders/agenda.ics"]
    checked(data)
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert {r"NAME:Anders werken\, samen\; leren\\n", r"X-WR-CALNAME:Anders werken\, samen\; leren\\n"} <= set(lines)


def test_meetings_stay_the_same_when_the_site_moves(write):
    root = write({"content/netwerken/anders.md": "---\nname: Anders\nkind: network\nmeetings:\n  - {id: a, start: 2026-12-10}\n---\n"})
    moved = {"site_url": "https://nieuw.example/", "first_url": settings(root).site_url}
    before, after = (calendars(root, **changes)["netwerken/anders/agenda.ics"] for changes in ({}, moved))
    assert set(events(before)) == set(events(after))


def test_lines_of_an_agenda_are_points(write):
    meeting = "  - id: a\n    start: 2026-11-22\n    agenda: |\n      - Welkom\n      - Rondje: a; b\n    tasks: |\n      1. Koffie\n      2. Thee\n"
    root = write({"content/netwerken/west.md": f"---\nname: West\nmeetings:\n{meeting}---\n"})
    (event,) = Calendar.from_ical(calendars(root)["netwerken/west/agenda.ics"]).events
    assert str(event["description"]) == "Op de agenda:\n- Welkom\n- Rondje: a; b\n\nTaken:\n- Koffie\n- Thee"
    page = next(a for a in build(settings(root)).artefacts if isinstance(a, Page) and a.address == "netwerken/west/")
    assert re.findall(r"<li>(Welkom|Rondje: a; b|Koffie|Thee)</li>", page.content) == ["Welkom", "Rondje: a; b", "Koffie", "Thee"]
