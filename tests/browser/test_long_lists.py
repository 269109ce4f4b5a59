"""Choices that are too many for a page: the search, the newsletter and the forms take them from files."""

import pytest
from playwright.sync_api import expect

from geleerd.model.limits import MOST_CHOICES
from geleerd.relate.facets import MOST_USED
from tests.browser.test_form import text_of
from tests.workbench.building import built
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

COUNT = MOST_CHOICES + 1
ITEM = """---
id: k{n:05}
type: tip
title: Titel van tip {n:03}
summary: Een samenvatting die lang genoeg is.
date: 2026-11-01
networks: [net-{n:03}]
themes: [borging]
sources: [{{title: eigen ervaring}}]
---
"""


@pytest.fixture
def origin(write):
    networks = {f"content/netwerken/net-{n:03}.md": f"---\nname: Netwerk {n:03}\n---\n" for n in range(COUNT)}
    folder = write({**networks, **{f"lessons/tip-{n:03}.md": ITEM.format(n=n) for n in range(COUNT)}})
    result = built(folder)
    assert result.returncode == 0, result.stderr
    with served(folder / "site") as address:
        yield address


def test_a_choice_that_the_page_leaves_out_is_found_by_its_name_and_by_an_address(origin, visitor):
    watched = visitor(origin)
    page = watched.visit("zoeken/?network=net-150")
    page.locator("[data-search][data-ready]").wait_for(timeout=10_000)
    expect(page.locator("[data-chosen]")).to_contain_text("Netwerk 150")
    expect(page.locator("[data-results] > li")).to_have_count(1)
    facet = page.locator("details[data-facet=network]")
    assert facet.locator("input[type=checkbox]").count() == MOST_USED + 1
    name = facet.get_by_label("namen. Typ en kies")
    name.focus()
    expect(facet.locator("datalist option")).to_have_count(COUNT + 2)  # the small knowledge base has two networks of its own
    name.fill("netwerk 180")
    name.press("Enter")
    name.blur()
    expect(page.locator("[data-results] > li")).to_have_count(2)
    assert page.url.endswith("?network=net-150&network=net-180")
    expect(name).to_have_value("")
    facet.get_by_label("Netwerk 150").uncheck()
    expect(page.locator("[data-results] > li")).to_have_count(1)
    assert page.url.endswith("?network=net-180")
    assert watched.errors == []


def test_the_newsletter_takes_a_choice_from_its_address(origin, visitor):
    page = visitor(origin).visit("nieuwsbrief/?from=2026-11-01&until=2026-11-30&network=net-150")
    page.locator("[data-newsletter][data-ready]").wait_for(timeout=10_000)
    assert page.locator("details[data-facet=network] input:checked").evaluate_all("boxes => boxes.map((box) => box.value)") == ["net-150"]
    assert page.locator("[data-item]").evaluate_all("boxes => boxes.map((box) => box.value)") == ["k00150"]


def test_a_form_offers_all_of_a_long_list(origin, visitor):
    watched = visitor(origin)
    page = watched.visit("bijdragen/nieuw/tips/")
    page.locator("[data-form][data-ready]").wait_for(timeout=10_000)
    page.locator(".more").evaluate("details => { details.open = true; }")
    boxes = page.locator("[data-key=networks] input[type=checkbox]")
    assert boxes.count() == COUNT + 2
    page.locator("#f-title").fill("Een titel van genoeg letters")
    page.locator("#f-summary").fill("Een samenvatting die lang genoeg is.")
    page.locator("[data-key=networks]").get_by_label("Netwerk 150").check()
    assert "networks: [net-150]" in text_of(page)
    assert [error for error in watched.errors if "404" not in error] == []
