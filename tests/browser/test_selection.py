"""A visitor keeps items, puts them in order, compares formats, and shares or prints them."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.workbench.visiting import AXE_RULES

pytestmark = pytest.mark.browser

READY = "[data-selection][data-ready]"
AGENDA, CIRCLE = ("v88a73", "Dynamische leeragenda"), ("c4rk3v", "Cirkel van invloed")


def opened(watched, query=""):
    page = watched.visit(f"selectie/{query}")
    page.locator(READY).wait_for(state="attached")
    return page


def titles(page):
    return page.locator(".selection__list a").all_inner_texts()


def test_what_is_kept_on_a_page_stands_in_the_selection_and_leaves_it(origin, visitor):
    watched = visitor(origin)
    page = watched.visit("werkvormen/cirkel-van-invloed/")
    keep = page.locator("[data-keep]")
    keep.wait_for()
    keep.click()
    assert keep.get_attribute("aria-pressed") == "true"
    page = opened(watched)
    assert titles(page) == [CIRCLE[1]]
    page.get_by_role("button", name=f"Haal {CIRCLE[1]} weg").click()
    assert titles(page) == []
    assert "nog niets bewaard" in page.locator("[data-empty]").inner_text()


def test_an_address_is_a_selection_by_itself_in_order(origin, visitor):
    page = opened(visitor(origin), f"?items={AGENDA[0]},{CIRCLE[0]},zzzzzz,<b>,{AGENDA[0]}")
    assert titles(page) == [AGENDA[1], CIRCLE[1]]
    assert "zzzzzz" in page.locator("[data-status]").inner_text()
    page.get_by_role("button", name=f"{CIRCLE[1]} eerder").press("Enter")
    assert titles(page) == [CIRCLE[1], AGENDA[1]]
    assert page.url.endswith(f"?items={CIRCLE[0]},{AGENDA[0]}")


def test_two_formats_stand_side_by_side(origin, visitor):
    page = opened(visitor(origin), f"?items={AGENDA[0]},{CIRCLE[0]}")
    table = page.locator("[data-compare]")
    table.locator("td", has_text="20–50").wait_for()
    assert "15–30" in table.inner_text()


def test_a_booklet_has_every_story(origin, visitor):
    page = opened(visitor(origin), f"?items={AGENDA[0]},{CIRCLE[0]}")
    page.evaluate("() => { print = () => { document.body.dataset.printed = ''; }; }")
    page.locator("[data-booklet]").click()
    page.locator("body[data-printed]").wait_for()
    assert page.locator("[data-pages] article h1").all_inner_texts() == [AGENDA[1], CIRCLE[1]]


def test_no_booklet_is_printed_without_one_of_its_stories(origin, visitor):
    page = opened(visitor(origin), f"?items={AGENDA[0]},{CIRCLE[0]}")
    page.evaluate("() => { print = () => { document.body.dataset.printed = ''; }; }")
    page.route("**/cirkel-van-invloed/", lambda route: route.fulfill(status=503, body="even niet"))
    page.locator("[data-booklet]").click()
    page.locator("[data-status]", has_text="niet laden").wait_for()
    assert page.locator("body[data-printed]").count() == 0


def test_it_is_accessible(origin, visitor):
    page = opened(visitor(origin, viewport={"width": 360, "height": 800}), f"?items={AGENDA[0]},{CIRCLE[0]}")
    page.locator("[data-compare] td", has_text="20–50").wait_for()
    assert Axe().run(page, options=AXE_RULES).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
