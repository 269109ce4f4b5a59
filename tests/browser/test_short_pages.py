"""What a reader with a phone sees of an item, and how far the page goes on."""

from statistics import median

import pytest

from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

HEIGHT = 780
MOST_SCREENS = 4
SHARE = 0.2
"""Of a page, for what is related to its item."""

MEASURE = """document.fonts.ready.then(() => { const box = (query) => document.querySelector(query)?.getBoundingClientRect();
  return [document.documentElement.scrollHeight, box("[data-related]")?.height ?? 0, Math.round(box(".standing").bottom)]; })"""


@pytest.fixture(scope="module")
def measured(real_site, browser):
    folders = ("lessen", "tips", "werkvormen", "voorbeelden", "briljante-mislukkingen", "leervragen")
    pages = [
        page.parent
        for name in folders
        for page in sorted((real_site / name).glob("*/index.html"))
        if 'class="item item--' in page.read_text()
    ]
    with served(real_site) as origin:
        page = browser.new_page(viewport={"width": 360, "height": HEIGHT})
        found = {}
        for folder in pages:
            page.goto(f"{origin}/{folder.relative_to(real_site).as_posix()}/", wait_until="domcontentloaded")
            found[folder.name] = page.evaluate(MEASURE)
        page.close()
        return found


def test_half_of_the_items_end_within_four_screens(measured):
    assert median(height for height, _, _ in measured.values()) <= MOST_SCREENS * HEIGHT


def test_what_is_related_takes_a_fifth_of_a_page_at_most(measured):
    assert {name: related / height for name, (height, related, _) in measured.items() if related > SHARE * height} == {}


def test_how_an_item_stands_is_in_sight_at_once(measured):
    assert {name: bottom for name, (_, _, bottom) in measured.items() if bottom > HEIGHT} == {}


@pytest.mark.parametrize(("width", "height"), [(360, 780), (1280, 800)])
def test_home_shows_the_search_two_ways_in_and_a_lesson_at_once(real_site, visitor, width, height):
    with served(real_site) as origin:
        page = visitor(origin, viewport={"width": width, "height": height}).visit("")
        page.evaluate("document.fonts.ready.then(() => true)")
        bottoms = [
            page.locator(query).first.bounding_box() for query in (".home__search", ".guides__list li:nth-child(2)", ".home__lesson h3")
        ]
        assert all(box["y"] + box["height"] <= height for box in bottoms)
        lines = page.locator(".home__lesson p").first.bounding_box()
        assert lines["y"] + 48 <= height, "two lines of it"


def test_the_menu_opens_over_the_page_and_its_button_stays_where_it_was(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin, viewport={"width": 360, "height": 780}).visit("tips/")
        button = page.locator(".site-menu summary")
        before, heading = button.bounding_box(), page.locator("h1").bounding_box()
        button.click()
        assert (button.bounding_box(), page.locator("h1").bounding_box()) == (before, heading)
        names = page.locator(".site-menu nav a").all_inner_texts()
        assert names[:6] == ["Thema's", "Lessen", "Werkvormen", "Mislukkingen", "Netwerken", "Deel jouw les"]
        assert {"Over", "Privacy"} <= set(names)
        button.click()
        assert not page.locator(".site-menu nav").is_visible()


def test_another_failure_is_one_step_away_with_and_without_scripts(real_site, visitor):
    with served(real_site) as origin:
        for scripts, address in ((True, "**/briljante-mislukkingen/*/"), (False, "**/briljante-mislukkingen/")):
            page = visitor(origin, java_script_enabled=scripts).visit("")
            page.get_by_role("link", name="Nog een mislukking").click()
            page.wait_for_url(address)
            assert page.locator("h1").is_visible()
