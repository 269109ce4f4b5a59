"""A reader finds items in the list of their type by what there is or what they want: minutes and people, a goal, how sure it is."""

from itertools import islice, product

import pytest

from geleerd import reading_of
from geleerd.model.declarations.item_types import WorkFormat
from tests.workbench.building import ROOT, settings

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 640}
MINUTES, PEOPLE = (0, 10, 15, 30, 45, 60, 90, 120, 240), (0, 1, 4, 10, 20, 60)
ROWS = """[...document.querySelectorAll('[data-place]')].filter((row) => !row.hidden)
    .map((row) => row.querySelector('.card__title a').pathname.slice(1))"""
SETTINGS = ("", "online", "in-person", "hybrid")
PHASES = ("", "meet", "observe-reflect", "plan-action", "close", "between-meetings")


def shown(page):
    return sorted(page.evaluate(ROWS))


def can_be_done(fields, minutes, people, setting, phase):
    size, span = fields.group_size, fields.duration and fields.duration.span
    return (
        (not minutes or not span or span[0] <= minutes)
        and (not people or not size or (size.min or 1) <= people <= (size.max or people))
        and (not setting or setting in fields.setting)
        and (not phase or phase == fields.phase)
    )


@pytest.fixture(scope="module")
def library():
    return reading_of(settings(ROOT)).library


def work_formats(library):
    return {library.addresses.entry(item): item.fields for item in library.published if isinstance(item.fields, WorkFormat)}


def test_ten_people_half_an_hour_online_in_five_taps_on_a_phone(origin, visitor, library):
    fitting = [item for item in work_formats(library).values() if can_be_done(item, 30, 10, "online", None)]
    page = visitor(origin, viewport=PHONE).visit("werkvormen/")
    page.locator("[data-finder]").wait_for()
    page.select_option("#finder-minutes", "30")  # a tap to open, a tap to choose
    page.select_option("#finder-people", "10")
    page.locator("label", has_text="online").first.click()
    assert "minutes=30&people=10&setting=online" in page.url
    page.locator("[data-found]", has_text=f"{len(fitting)} werkvormen").wait_for()
    assert len(shown(page)) == len(fitting)
    first = page.locator("[data-place]:visible").first
    assert first.bounding_box()["y"] < PHONE["height"]
    assert "minuten" in first.inner_text()


@pytest.mark.parametrize("step", [pytest.param(11, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_every_combination_shows_what_can_be_done(origin, visitor, library, step):
    formats = work_formats(library)
    page = visitor(origin).visit("werkvormen/")
    page.locator("[data-finder]").wait_for()
    rows = f"""(asked) => {{ history.pushState(null, '', '?' + new URLSearchParams(asked)); dispatchEvent(new PopStateEvent('popstate'));
        return new Promise((done) => setTimeout(() => done({ROWS}), 5)); }}"""
    for asked in islice(product(MINUTES, PEOPLE, SETTINGS, PHASES), 0, None, step):  # 11 divides no number of choices: every pair comes by
        given = {key: str(value) for key, value in zip(("minutes", "people", "setting", "phase"), asked, strict=True) if value}
        expected = sorted(address for address, fields in formats.items() if can_be_done(fields, *asked))
        assert sorted(page.evaluate(rows, given)) == expected, given


@pytest.mark.parametrize("query", ["minutes=nee&people=-1", "minutes=0&setting=maan&phase=%3Cb%3E", "minutes=1e9", "people=99999999"])
def test_an_address_that_asks_nonsense_shows_everything(origin, visitor, query):
    page = visitor(origin).visit(f"werkvormen/?{query}")
    page.locator("[data-finder]").wait_for()
    assert len(shown(page)) == page.locator("[data-place]").count()


def test_a_number_that_is_no_choice_is_kept_and_can_be_cleared(origin, visitor):
    page = visitor(origin).visit("werkvormen/?people=11&minutes=30")
    page.locator("[data-finder]").wait_for()
    assert page.input_value("#finder-people") == "11"
    page.get_by_role("button", name="Wis keuzes").click()
    page.wait_for_url("**/werkvormen/")
    assert len(shown(page)) == page.locator("[data-place]").count()


def test_a_goal_narrows_all_lessons_and_not_only_those_of_the_page(origin, visitor, library):
    lessons = library.shelves["lesson"][""].items
    on_theme = {item.fields.id for item in library.shelves["theme"]["borging"].items}
    expected = sorted(library.addresses.entry(item) for item in lessons if item.fields.id in on_theme)
    page = visitor(origin, viewport=PHONE).visit("lessen/pagina/2/")
    page.locator("[data-finder]").wait_for()
    page.select_option("#finder-theme", "borging")
    page.locator("[data-found]", has_text=f"{len(expected)} bijdragen passen").wait_for()
    assert shown(page) == expected
    assert page.url.endswith("lessen/pagina/2/?theme=borging")
    assert page.locator("[data-place]:visible").first.bounding_box()["y"] < PHONE["height"]


def test_an_order_of_ones_own_takes_the_whole_list(origin, visitor, library):
    lessons = library.shelves["lesson"][""].items
    page = visitor(origin).visit("lessen/?sort=title")
    page.locator("[data-place]").nth(len(lessons) - 1).wait_for()
    titles = page.locator(".card__title").all_inner_texts()
    assert titles[:3] == page.evaluate("(titles) => titles.sort((a, b) => a.localeCompare(b, 'nl')).slice(0, 3)", titles)
    page.select_option("#finder-sort", "evidence")
    page.locator("[data-place]:first-child", has_text="ook elders bevestigd").wait_for()
    page.select_option("#finder-sort", "theme")
    page.locator("[data-goal]").first.wait_for()
    goals = page.locator("[data-goal] h2").all_inner_texts()
    assert len(goals) == len(set(goals)) > 5
    assert set(goals) <= {*(shelf.name for shelf in library.shelves["theme"].values()), "Andere"}
    page.get_by_role("button", name="Wis keuzes").click()
    page.locator("[data-goal]").first.wait_for(state="detached")
    assert [f"/{library.addresses.entry(item)}" for item in lessons[:24]] == page.evaluate(
        "[...document.querySelectorAll('[data-place]')].filter((row) => !row.hidden).map((row) => row.querySelector('a').pathname)"
    )


def test_without_scripts_a_list_is_whole_and_offers_nothing_that_does_not_work(origin, visitor):
    page = visitor(origin, java_script_enabled=False).visit("lessen/")
    assert page.locator("[data-place]:visible").count() == 24
    assert page.locator("select:visible, button:visible").count() == 0
    assert page.locator(".pager").is_visible()
