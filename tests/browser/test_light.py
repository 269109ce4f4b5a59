"""What a first view costs: bytes over gzip, and whether anything jumps."""

import pytest

from tests.workbench.visiting import Gzipped, served

pytestmark = pytest.mark.browser

BUDGET = 120_000
"""Bytes of a first view in all, with its fonts."""

PAGES = [
    "",
    "lessen/begin-met-voorlopers/",
    "lessen/",
    "briljante-mislukkingen/hotline-to-home/",
    "werkvormen/",
    "werkvormen/casusbespreking/",
    "netwerken/voor-elkaar/",
    "themas/borging/",
    "themas/kennis-delen/kaarten/",
    "begrippen/",
    "cijfers/",
    "bijdragen/",
    "bijdragen/nieuw/tips/",
    "bijdragen/nieuw/briljante-mislukkingen/",
    "bijdragen/redactie/",
    "bijdragen/redactie/werkvormen/",
    "draaiboek/",
    "selectie/",
    "zoeken/",
    "nieuwsbrief/",
    "404.html",
    "lessen/begin-met-een-voorloper/",
]
WEIGHT = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .reduce((sizes, entry) => sizes.has(entry.name) ? sizes : sizes.set(entry.name, entry.encodedBodySize), new Map()).values().toArray()"""
"""Bytes of the bodies, packed as they came; what a form keeps for later comes out of what the browser has already.

What a form needs to look at answers comes once somebody begins, and does not count. Nor does what a worker asks for: where an address leads
nowhere, the search reads its index (some 70 kB) in one, after the page is shown.
"""
SHIFTS = """new Promise(done => { let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500); })"""


@pytest.mark.parametrize("path", PAGES)
def test_a_first_view_is_light_and_stays_in_its_place(real_site, visitor, path):
    with served(real_site, Gzipped) as origin:
        watched = visitor(origin, viewport={"width": 360, "height": 800})
        page = watched.visit(path)
        page.wait_for_load_state("networkidle")
        sizes = page.evaluate(WEIGHT)
        assert len(sizes) >= 4
        assert sum(sizes) <= BUDGET
        assert page.evaluate(SHIFTS) < 0.01
