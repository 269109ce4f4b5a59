"""Links to a selection in old newsletters, after what they select was renamed."""

import pytest
from playwright.sync_api import expect

from tests.workbench.building import built
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

TIP = """---
id: {id}
type: tip
title: {title}
summary: Een samenvatting die lang genoeg is.
date: 2026-11-20
themes: [{theme}]
tags: [leernetwerk]
sources: [{{title: eigen ervaring}}]
---
"""


@pytest.fixture
def origin(write):
    root = write(
        {
            "content/themas/blijven.md": "---\nname: Blijven\ndefinition: Wat blijft.\naliases: [/themas/vasthouden/]\n---\n",
            "content/begrippen.yml": "- {term: Leernetwerk, meaning: Een netwerk dat leert., synonyms: [lerend netwerk]}\n",
            "lessons/a.md": TIP.format(id="k1aaaa", title="Houd het vast", theme="blijven"),
            "lessons/b.md": TIP.format(id="k2aaaa", title="Zoek het uit", theme="werving"),
        }
    )
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    with served(root / "site") as address:
        yield address


def test_a_search_by_an_old_name_shows_the_same_items_and_the_new_name(origin, visitor):
    watched = visitor(origin)
    page = watched.visit("zoeken/?sort=date&theme=vasthouden&tag=lerend-netwerk&theme=nooit")
    page.locator("[data-search][data-ready]").wait_for(timeout=10_000)
    assert page.locator("[data-results] .card__title").all_inner_texts() == ["Houd het vast"]
    assert page.url.endswith("zoeken/?sort=date&theme=blijven&tag=leernetwerk&theme=nooit")
    assert "theme=nooit" in page.locator("[data-notes]").inner_text()
    assert "vasthouden" not in page.locator("main").inner_text()
    expect(page.locator("input[name=theme][value=blijven]")).to_be_checked()
    page.reload()
    page.locator("[data-search][data-ready]").wait_for(timeout=10_000)
    assert page.locator("[data-results] .card__title").all_inner_texts() == ["Houd het vast"]
    page = watched.visit("zoeken/?theme=__proto__&tag=constructor")
    page.locator("[data-search][data-ready]").wait_for(timeout=10_000)
    assert watched.errors == []


def test_a_newsletter_by_an_old_name_offers_the_same_items(origin, visitor):
    watched = visitor(origin)
    page = watched.visit("nieuwsbrief/?theme=vasthouden")
    page.locator("[data-newsletter][data-ready]").wait_for(timeout=10_000)
    assert [box.get_attribute("value") for box in page.locator("[data-item]").all()] == ["k1aaaa"]
    assert page.url.endswith("nieuwsbrief/?theme=blijven")
    expect(page.locator("[data-notes]")).to_be_empty()
    assert watched.errors == []
