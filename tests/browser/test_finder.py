"""A facilitator finds a work format by what there is: minutes, people, a place, a moment."""

from itertools import product

import pytest

from geleerd import reading_of
from geleerd.model.declarations.item_types import WorkFormat
from tests.workbench.building import ROOT, settings
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 640}
MINUTES, PEOPLE = (0, 10, 15, 30, 45, 60, 90, 120, 240), (0, 1, 4, 10, 20, 60)
SETTINGS = ("", "online", "in-person", "hybrid")
PHASES = ("", "meet", "observe-reflect", "plan-action", "close", "between-meetings")


@pytest.fixture
def origin(real_site):
    with served(real_site) as address:
        yield address


def shown(page):
    return page.evaluate(
        "[...document.querySelectorAll('[data-format]')].filter((row) => !row.hidden).map((row) => row.dataset.format).sort()"
    )


def can_be_done(fields, minutes, people, setting, phase):
    size, span = fields.group_size, fields.duration and fields.duration.span
    return (
        (not minutes or not span or span[0] <= minutes)
        and (not people or not size or (size.min or 1) <= people <= (size.max or people))
        and (not setting or setting in fields.setting)
        and (not phase or phase == fields.phase)
    )


def work_formats():
    return [item.fields for item in reading_of(settings(ROOT)).library.published if isinstance(item.fields, WorkFormat)]


def test_ten_people_half_an_hour_online_in_five_taps_on_a_phone(origin, visitor):
    fitting = [item for item in work_formats() if can_be_done(item, 30, 10, "online", None)]
    page = visitor(origin, viewport=PHONE).visit("werkvormen/")
    page.locator("[data-finder]").wait_for()
    page.select_option("#finder-minutes", "30")  # a tap to open, a tap to choose
    page.select_option("#finder-people", "10")
    page.locator("label", has_text="online").first.click()
    assert "minutes=30&people=10&setting=online" in page.url
    page.locator("[data-found]", has_text=f"{len(fitting)} werkvormen").wait_for()
    assert len(shown(page)) == len(fitting)
    first = page.locator("[data-format]:visible").first
    assert first.bounding_box()["y"] < PHONE["height"]
    assert "minuten" in first.inner_text()


def test_every_combination_shows_what_can_be_done(origin, visitor):
    formats = work_formats()
    page = visitor(origin).visit("werkvormen/")
    page.locator("[data-finder]").wait_for()
    rows = """(asked) => { history.pushState(null, '', '?' + new URLSearchParams(asked)); dispatchEvent(new PopStateEvent('popstate'));
        return new Promise((done) => setTimeout(() => done([...document.querySelectorAll('[data-format]')]
            .filter((row) => !row.hidden).map((row) => row.dataset.format).sort()), 5)); }"""
    for asked in product(MINUTES, PEOPLE, SETTINGS, PHASES):
        given = {key: str(value) for key, value in zip(("minutes", "people", "setting", "phase"), asked, strict=True) if value}
        expected = sorted(fields.id for fields in formats if can_be_done(fields, *asked))
        assert page.evaluate(rows, given) == expected, given


@pytest.mark.parametrize("query", ["minutes=nee&people=-1", "minutes=0&setting=maan&phase=%3Cb%3E", "minutes=1e9", "people=99999999"])
def test_an_address_that_asks_nonsense_shows_everything(origin, visitor, query):
    page = visitor(origin).visit(f"werkvormen/?{query}")
    page.locator("[data-finder]").wait_for()
    assert len(shown(page)) == page.locator("[data-format]").count()


def test_a_number_that_is_no_choice_is_kept_and_can_be_cleared(origin, visitor):
    page = visitor(origin).visit("werkvormen/?people=11&minutes=30")
    page.locator("[data-finder]").wait_for()
    assert page.input_value("#finder-people") == "11"
    page.locator("[data-finder] button").click()
    page.wait_for_url("**/werkvormen/")
    assert len(shown(page)) == page.locator("[data-format]").count()
