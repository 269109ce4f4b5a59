"""The agenda and the meetings of a network: what is next stands first, and every time that is known is told."""

import re
from dataclasses import replace

import pytest

from geleerd import Page, Site, build, catalogue
from geleerd.model.declarations.part_types import Meeting
from geleerd.render.parts.meetings import meeting_view
from geleerd.texts.field_texts import FieldTexts
from tests.workbench.building import TODAY, settings

PAST = """
  - {id: b, start: 2025-03-01, title: Voorjaar}
  - {id: a, start: 2024-05-01, title: Toen}
  - {id: c, start: 2025-09-01, title: Najaar}"""
TO_COME = """
  - {id: e, start: 2027-01-01, title: Later}
  - {id: d, start: 2026-11-20, end: 2026-11-22 10:00, title: Gaande}"""


def html_of(site: Site, address: str) -> str:
    return next(artefact.content for artefact in site.artefacts if isinstance(artefact, Page) and artefact.address == address)


def text_of(site: Site, address: str) -> str:
    return re.sub(r"<[^>]+>", "", re.sub(r"<h[1-3][^>]*>", "# ", html_of(site, address)))


def built(write, meetings: str, **changes) -> Site:
    network = f"---\nname: West\nmeetings:{meetings}\n---\n"
    return build(replace(settings(write({"content/netwerken/west.md": network} if meetings else {})), **changes))


def in_order(text: str, *found: str) -> bool:
    places = [text.index(word) for word in found]
    return places == sorted(places)


@pytest.mark.parametrize("address", ["agenda/", "netwerken/west/"])
def test_what_is_to_come_stands_first_the_nearest_on_top_then_what_has_been_the_latest_on_top(write, address):
    text = text_of(built(write, PAST + TO_COME), address)
    assert in_order(text, "# Komt eraan", "Gaande", "Later", "# Geweest", "Najaar", "Voorjaar", "Toen")


def test_the_agenda_tells_the_years_of_what_has_been_and_whose_meeting_it_is(write):
    site = built(write, PAST + TO_COME)
    assert in_order(text_of(site, "agenda/"), "# Geweest", "# 2025", "Najaar", "Voorjaar", "# 2024", "Toen")
    assert "# 2026" not in text_of(site, "agenda/")
    assert 'href="../netwerken/west/#bijeenkomst-b"' in html_of(site, "agenda/")


def test_a_meeting_is_over_on_the_day_after(write):
    text = text_of(built(write, TO_COME, today=TODAY.replace(day=23)), "agenda/")
    assert in_order(text, "# Komt eraan", "Later", "# Geweest", "Gaande")


def test_with_nothing_but_the_past_the_agenda_says_that_nothing_is_to_come(write):
    site = built(write, PAST)
    assert in_order(text_of(site, "agenda/"), "# Komt eraan", "Er staan nu geen nieuwe bijeenkomsten op de agenda.", "# Geweest")
    assert "Komt eraan" not in text_of(site, "netwerken/west/")


def test_with_nothing_but_the_future_nothing_has_been(write):
    site = built(write, TO_COME)
    assert "Geweest" not in text_of(site, "agenda/") + text_of(site, "netwerken/west/")


def test_without_meetings_the_agenda_says_so(write):
    text = text_of(built(write, ""), "agenda/")
    assert "Er staan nog geen bijeenkomsten op de agenda." in text
    assert "Komt eraan" not in text


WHEN = [
    ("2026-12-10", None, "10 december 2026", "10 December 2026"),
    ("2026-12-10 09:00", None, "10 december 2026, 09:00 uur", "10 December 2026, 09:00"),
    ("2026-12-10 09:00", "2026-12-10", "10 december 2026, 09:00 uur", "10 December 2026, 09:00"),
    ("2026-12-10 09:00", "2026-12-10 11:30", "10 december 2026, 09:00 tot 11:30 uur", "10 December 2026, 09:00 to 11:30"),
    ("2026-12-10", "2026-12-10 11:30", "10 december 2026, tot 11:30 uur", "10 December 2026, until 11:30"),
    ("2026-12-10", "2026-12-11", "10 december 2026 tot en met 11 december 2026", "10 December 2026 to 11 December 2026"),
    (
        *("2026-12-10 22:30", "2026-12-11 01:00"),
        *("10 december 2026, 22:30 uur, tot 11 december 2026, 01:00 uur", "10 December 2026, 22:30, to 11 December 2026, 01:00"),
    ),
    (
        *("2026-12-10 09:00", "2026-12-12"),
        *("10 december 2026, 09:00 uur, tot en met 12 december 2026", "10 December 2026, 09:00, to 12 December 2026"),
    ),
    ("2026-12-10", "2026-12-11 01:00", "10 december 2026, tot 11 december 2026, 01:00 uur", "10 December 2026, to 11 December 2026, 01:00"),
]


@pytest.mark.parametrize(("start", "end", "dutch", "english"), WHEN)
def test_every_time_that_is_known_is_told(start, end, dutch, english):
    meeting = Meeting(id="x", start=start, end=end)
    assert [meeting_view(meeting, catalogue(language), FieldTexts()).when for language in ("nl", "en")] == [dutch, english]


def held(networks: int) -> dict[str, str]:
    """Networks with fifty past meetings each."""
    meetings = "".join(f"\n  - {{id: m{n}, start: 2024-01-{1 + n % 28:02}, title: Bijeenkomst}}" for n in range(50))
    return {f"content/netwerken/n{at:02}.md": f"---\nname: Net {at:02}\nmeetings:{meetings}\n---\n" for at in range(networks)}


def test_the_agenda_stays_as_long_however_many_meetings_have_been_and_leads_to_all_of_them(write):
    few, many = (build(settings(write(held(networks)))) for networks in (4, 12))
    assert html_of(few, "agenda/").count("<li>") == html_of(many, "agenda/").count("<li>")
    assert abs(len(html_of(many, "agenda/")) - len(html_of(few, "agenda/"))) < 50
    assert '<a href="../netwerken/">Nog 500 eerdere: bekijk ze bij de netwerken</a>' in html_of(many, "agenda/")
    for at in range(12):
        assert f'netwerken/n{at:02}/"' in html_of(many, "netwerken/")
        assert html_of(many, f"netwerken/n{at:02}/").count('<li id="bijeenkomst-') == 50
