"""A facilitator makes a plan of a meeting, shares it by its address, and prints it."""

import re
from datetime import datetime
from urllib.parse import quote

import icalendar
import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from geleerd.contribute.meeting_script import MeetingPart, minutes_for
from tests.workbench.visiting import AXE_RULES

pytestmark = pytest.mark.browser

READY = "[data-planner][data-ready]"
SCRIPT, CIRCLE = "s9645c", "Cirkel van invloed"


@pytest.fixture
def planner(origin, visitor):
    def opened(query="", **how):
        page = visitor(origin, **how).visit(f"draaiboek/{query}")
        page.locator(READY).wait_for(state="attached")
        return page

    return opened


def rows(page):
    return page.evaluate(
        """[...document.querySelectorAll('.planner__block')].map((row) => [row.querySelector('.planner__time').textContent,
        row.querySelector('.planner__name').value ?? row.querySelector('.planner__name').textContent, Number(row.querySelector('input[type=number]').value)])"""
    )


def add(page, label):
    page.select_option("#plan-add", label=label)
    page.locator("[data-add] button").click()


def test_a_meeting_from_formats_and_blocks_with_clock_times(planner):
    page = planner()
    page.fill("#plan-start", "13:30")
    page.locator("#plan-start").dispatch_event("change")
    add(page, "Blok")
    add(page, CIRCLE)
    add(page, "Pauze")
    assert [row[0] for row in rows(page)] == ["13:30–13:45", "13:45–14:00", "14:00–14:15"]
    assert re.search(r"plan=~Blok:15,\w{6}:15,~Pauze:15&start=13:30", page.url)
    assert "een lang touw" in page.locator("[data-materials]").inner_text()


SEVEN = ((5, 10, 10), (15, 20, 35), (20, 40, 65), (10, 25, 45), (5, 15, 25), (5, 10, 15), (5, 10, 15))
"""The least, the chosen and the most minutes of the seven blocks, as the source has them."""


@pytest.mark.parametrize(("place", "minutes"), [(0, 65), (1, 130), (2, 210)])
def test_the_seven_blocks_as_long_as_somebody_has(planner, place, minutes):
    page = planner()
    page.select_option("#plan-add", value=f"*{SCRIPT}:{minutes}")
    page.locator("[data-add] button").click()
    assert [row[2] for row in rows(page)] == [block[place] for block in SEVEN]


@pytest.mark.parametrize("minutes", [65, 90, 145, 210])
def test_the_seven_blocks_fit_in_what_there_is_also_from_an_address(planner, minutes):
    page = planner()
    page.select_option("#plan-add", value=f"*{SCRIPT}:130")
    page.locator("[data-add] button").click()
    page = planner(page.evaluate("location.search"))
    page.fill("#plan-total", str(minutes))
    page.locator("[data-fit]").click()
    found = [row[2] for row in rows(page)]
    assert sum(found) == minutes
    assert all(least <= found[place] <= most for place, (least, _, most) in enumerate(SEVEN))


def test_the_first_two_meetings_are_a_beginning(planner):
    assert planner().locator("#plan-add option[value^='*afg03p:']").count() >= 2


def test_the_same_address_gives_the_same_plan_in_another_browser(planner):
    first = planner("?plan=~Opening:10,v88a73:25,~Pauze:15&start=09:15&people=12")
    assert first.evaluate("location.search") == planner(first.evaluate("location.search")).evaluate("location.search")
    assert rows(first) == [["09:15–09:25", "Opening", 10], ["09:25–09:50", "Dynamische leeragenda", 25], ["09:50–10:05", "Pauze", 15]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?plan=zzzzzz:10,~A:5", [["09:00–09:05", "A", 5]]),
        ("?plan=~A:0,~B:9999&start=23:50", [["23:50–00:05 (+1)", "A", 15], ["00:05 (+1)–10:05 (+1)", "B", 600]]),
        ("?plan=~%253Cb%253Ex%253C%252Fb%253E:5&start=99:99", [["09:00–09:05", "<b>x</b>", 5]]),
        ("?plan=,,,:5,~:&start=nee", [["09:00–09:15", ":", 15]]),
    ],
)
def test_an_address_edited_by_hand_gives_a_plan_that_can_be(planner, query, expected):
    assert rows(planner(query)) == expected


def test_forty_blocks_at_most(planner):
    page = planner("?plan=" + ",".join(f"~B{n}:5" for n in range(60)))
    assert len(rows(page)) == 40


def test_it_warns_and_stops_warning(planner):
    page = planner("?plan=v88a73:50,v88a73:50&start=09:00")
    told = page.locator("[data-warnings]")
    for words in ("geen pauze", "geen opening", "geen afsluiting"):
        assert words in told.inner_text()
    page = planner("?plan=~Opening:10,v88a73:50,~Pauze:10,v88a73:30,~Afsluiting:10&start=09:00")
    assert page.locator("[data-warnings] li").count() == 0
    page.select_option("#plan-setting", "in-person")
    page.fill("#plan-people", "500")
    page.locator("#plan-people").dispatch_event("change")
    assert "past niet bij dit aantal mensen" in page.locator("[data-warnings]").inner_text()


def test_blocks_move_by_keyboard_and_the_focus_follows(planner):
    page = planner("?plan=~Een:10,~Twee:10,~Drie:10")
    page.locator("[data-down]").first.focus()
    page.keyboard.press("Enter")
    assert [row[1] for row in rows(page)] == ["Twee", "Een", "Drie"]
    assert "Een staat nu op plaats 2" in page.locator("[data-status]").inner_text()
    page.keyboard.press("Enter")
    assert [row[1] for row in rows(page)] == ["Twee", "Drie", "Een"]


def test_blocks_move_by_dragging(planner):
    page = planner("?plan=~Een:10,~Twee:10,~Drie:10")
    page.locator("[data-place='2'] .planner__time").drag_to(page.locator("[data-place='0'] .planner__time"))
    assert [row[1] for row in rows(page)] == ["Drie", "Een", "Twee"]
    assert "~Drie:10,~Een:10,~Twee:10" in page.url


INVENTED = {
    "formats": {
        "newnew": {"title": "Nieuw", "address": "x/", "minutes": None, "people": None, "setting": [], "phase": None, "materials": ["touw"]}
    },
    "moved": {"oldold": "midmid", "midmid": "newnew", "gogogo": "roundd", "roundd": "gogogo"},
    "beginnings": {},
}


def test_a_format_that_another_took_the_place_of_leads_to_that(planner):
    page = planner()
    script = """async (known) => { const { readPlan, warnings, fitted } = await import(new URL("../assets/scripts/planner/plan.js", location));
      const { plan, lost } = readPlan("?plan=oldold:20,gogogo:5,newnew", known);
      const told = warnings({ ...plan, people: 12, setting: "online" }, known, { breaks: [], openings: [], closings: [] });
      return [plan.blocks.map(({ id, minutes }) => [id, minutes]), lost, told.map(([key]) => key), fitted(plan.blocks, 200).map(({ minutes }) => minutes)]; }"""
    blocks, lost, told, fitted = page.evaluate(script, INVENTED)
    assert blocks == [["newnew", 20], ["newnew", 15]], "without minutes of its own a format takes a quarter of an hour"
    assert lost == ["gogogo"], "one that leads in a circle is gone"
    assert told == ["no-opening", "no-closing"], "without people or places nothing can be wrong with these"
    assert fitted == [20, 15]


def test_blocks_without_a_name_are_none_and_those_that_are_too_many_are_told(planner):
    page = planner("?plan=~:5,~%20:5," + ",".join(f"~Blok {number}:10" for number in range(43)))
    assert len(rows(page)) == 40
    page.get_by_text("Een draaiboek heeft hoogstens 40 blokken. Er pasten er 3 niet bij.").wait_for()


def test_a_format_goes_into_the_plan_from_its_own_page(origin, visitor):
    watched = visitor(origin)
    watched.visit("draaiboek/?plan=~Opening:10").locator(READY).wait_for(state="attached")
    page = watched.visit("werkvormen/cirkel-van-invloed/")
    page.get_by_role("link", name="Zet in draaiboek").click()
    page.locator(READY).wait_for(state="attached")
    assert [row[1] for row in rows(page)] == ["Opening", CIRCLE]


def test_the_calendar_reads_as_one_event_with_every_block(planner):
    page = planner("?plan=~Opening%252C%20en%20meer:10,v88a73:25&start=23:45")
    page.fill("#plan-date", "2027-03-27")
    with page.expect_download() as download:
        page.locator("[data-calendar]").click()
    (event,) = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert (event.start, event.end) == (datetime(2027, 3, 27, 23, 45), datetime(2027, 3, 28, 0, 20))  # noqa: DTZ001  # at the clock of the place
    assert "Dynamische leeragenda" in event["DESCRIPTION"]


def test_the_lines_of_the_calendar_are_short_and_its_signs_whole(planner):
    name = "\U0001f469\u200d\U0001f467 caf\u00e9 " * 7
    page = planner(f"?plan=~{quote(quote(name))}:10,~{quote(quote('B' * 100))}:20")
    page.fill("#plan-date", "2027-03-27")
    identities = []
    for _ in range(2):
        with page.expect_download() as download:
            page.locator("[data-calendar]").click()
        data = download.value.path().read_bytes()
        assert max(map(len, data.split(b"\r\n"))) <= 75
        (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
        assert name.strip() in event["DESCRIPTION"]
        identities.append(str(event["UID"]))
        page.get_by_label("Minuten voor").first.fill("15")
    assert identities == ["2027-03-27-0900@127.0.0.1"] * 2


PARTS = [[[10, 20], [5, 5], [1, 90], [30, 45]], [[1, 600]] * 7, [[7, 13], [11, 12], [3, 600], [20, 20], [1, 2]]]


def test_the_planner_and_the_command_give_the_same_minutes(planner):
    script = """(ranges) => import(new URL("../assets/scripts/planner/plan.js", location)).then(({ own, fitted }) => Array.from({ length: 120 }, (_, place) =>
      fitted(ranges.map(([least, most]) => own("Deel", least, [least, most])), 1 + place * 7).map(({ minutes }) => minutes)))"""
    page = planner()
    for ranges in PARTS:
        parts = [MeetingPart("Deel", least, most, ()) for least, most in ranges]
        assert page.evaluate(script, ranges) == [list(minutes_for(parts, 1 + place * 7)) for place in range(120)]


def test_a_night_on_which_the_clock_changes_keeps_the_clock_times_of_the_plan(planner):
    page = planner("?plan=~Opening:10,~Nachtwerk:110&start=01:30", timezone_id="Europe/Amsterdam")
    page.fill("#plan-date", "2027-03-28")
    with page.expect_download() as download:
        page.locator("[data-calendar]").click()
    (event,) = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert (event.start, event.end) == (datetime(2027, 3, 28, 1, 30), datetime(2027, 3, 28, 3, 30))  # noqa: DTZ001  # at the clock of the place


def test_a_plan_of_twenty_blocks_is_one_sheet_of_paper(planner, tmp_path):
    page = planner("?plan=" + ",".join(f"~Blok {number}:10" for number in range(18)) + ",v88a73:25,c4rk3v:20")
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    (sheet,) = pypdf.PdfReader(tmp_path / "plan.pdf").pages
    text = sheet.extract_text()
    assert "Blok 17" in text
    assert "een lang touw" in text
    assert "Kopieer" not in text


def test_the_timer_counts_down_and_goes_on(planner):
    page = planner("?plan=~Opening:10,~Twee:5")
    page.locator("[data-run]").click()
    assert re.match(r"(10:00|9:5\d)", page.locator("[data-left]").inner_text())
    assert "Straks: Twee" in page.locator("[data-next]").inner_text()
    page.locator("[data-forward]").click()
    assert page.locator("[data-now]").inner_text() == "Twee"
    page.keyboard.press("Escape")
    assert not page.locator("[data-timer]").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_accessible_and_does_not_scroll_sideways(planner, width):
    page = planner("?plan=~Opening:10,v88a73:25,~Pauze:15", viewport={"width": width, "height": 800})
    found = Axe().run(page, options=AXE_RULES)
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_works_without_internet_once_it_was_opened_and_nothing_else_is_stale(origin, visitor):
    watched = visitor(origin)
    page = watched.visit("draaiboek/?plan=~Opening:10,v88a73:25")
    page.locator("[data-works-offline]").wait_for()
    page.context.set_offline(True)
    page.goto(f"{origin}/draaiboek/?plan=~Anders:20")
    page.locator(READY).wait_for(state="attached")
    assert [row[1] for row in rows(page)] == ["Anders"]
    add(page, CIRCLE)
    assert [row[1] for row in rows(page)] == ["Anders", CIRCLE]
    with pytest.raises(Exception, match=r"ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        page.goto(f"{origin}/lessen/")


FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.mark.parametrize("storage", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_it_works_where_nothing_can_be_kept(origin, visitor, storage):
    watched = visitor(origin)
    watched.visit("")
    watched.page.context.add_init_script(storage)
    page = watched.visit("draaiboek/?add=v88a73")
    page.locator(READY).wait_for(state="attached")
    assert [row[1] for row in rows(page)] == ["Dynamische leeragenda"]
    page = watched.visit("selectie/?items=v88a73")
    page.locator(".selection__list a").wait_for()
