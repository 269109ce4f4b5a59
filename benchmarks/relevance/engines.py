"""Three searches over the same items, each through its own page in a browser: ours, Material's, and Pagefind as it comes."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page

from benchmarks.relevance.judged import Judged

Ask = Callable[[Judged], list[str]]
"""Asks a query; gives the addresses of the results from the root of the site, best first."""


def ours(page: Page, origin: str) -> Ask:
    """Our search page; facets go into the address."""

    def ask(judged: Judged) -> list[str]:
        page.goto(f"{origin}/zoeken/?{urlencode({'q': judged.query, **judged.filters}, doseq=True)}")
        page.locator("[data-search][data-ready]").wait_for()
        return _paths(page.locator("[data-results] .card__title a").evaluate_all("links => links.map(link => link.pathname)"))

    return ask


def material(page: Page, origin: str, allowed: Callable[[Judged, str], bool]) -> Ask:
    """The search box of Material, which has no facets: what a reader filters by eye is filtered here."""
    page.goto(origin)
    box = page.locator("input[data-md-component=search-query]")
    box.click()

    def ask(judged: Judged) -> list[str]:
        box.fill("")
        page.locator(".md-search-result__item").first.wait_for(state="detached")
        box.press_sequentially(judged.query)
        page.wait_for_timeout(600)
        found = _paths(page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.pathname)"))
        return [path for path in found if allowed(judged, path)]

    return ask


def pagefind(page: Page, origin: str) -> Ask:
    """Pagefind over the same pages, asked through its own programme, with its own filters."""
    page.goto(f"{origin}/404.html")
    script = """async ([query, filters]) => { const pagefind = await import('/pagefind/pagefind.js');
        const found = await pagefind.search(query, {filters});
        return Promise.all(found.results.slice(0, 10).map(async one => (await one.data()).url)); }"""

    def ask(judged: Judged) -> list[str]:
        filters = {facet: {"any": list(values)} for facet, values in judged.filters.items()}
        return _paths(page.evaluate(script, [judged.query, filters]))

    return ask


def index_plainly(site: Path) -> None:
    """Put a plain Pagefind index over the pages of a site that have `data-pagefind-body`."""
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), "--silent"], check=True)  # our own interpreter


def _paths(found: Sequence[str]) -> list[str]:
    """Addresses from the root, each once, without anchors."""
    return list(dict.fromkeys(re.sub(r"^/|#.*$", "", path) for path in found))
