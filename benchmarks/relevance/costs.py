"""What queries cost a reader: the bytes that travel, and the milliseconds until the first results stand there."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.corpus.corpus import corpus_of
from benchmarks.generators.generator import write
from benchmarks.generators.ours import files
from tests.workbench.visiting import Gzipped, served

USUAL, LARGE = 1_000, 5_000
"""The items of a corpus of which queries are measured, and of one that takes minutes to build."""

QUERIES = (
    "uitwisseling",
    "financiering van het vervolg",
    "hoe krijg ik mensen mee die geen tijd hebben",
    "casus bespreking met de wijkverpleegkundige",
    "wie betaalt het als de subsidie stopt",
    "jaarplan",
    "onze groep valt uit elkaar en niemand doet nog iets",
)
"""Words of the corpus and of the knowledge base, and questions as people ask them."""

MOST_BYTES, MOST_LATER = 340_000, 60_000
MOST_MILLISECONDS = {USUAL: 200, LARGE: 300}

_SEARCHING = ("/pagefind/", "/assets/search/", "/assets/scripts/search/")
_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}
_ASKED = """query => new Promise(resolve => {
    const root = document.querySelector("[data-search]");
    const begun = performance.now();
    new MutationObserver((_, watching) => {
        if (root.dataset.ready !== query) return;
        watching.disconnect();
        resolve(performance.now() - begun);
    }).observe(root, { attributes: true });
    root.querySelector("input[name=q]").value = query;
    root.querySelector("form").requestSubmit();
})"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the search loads for a query beside the page itself, packed as hosts send it, and how long it takes from the end of the pause.

    `processor` is how long the browser calculated for the page meanwhile, in all its threads: a busy machine makes that little longer.
    """

    size: int
    milliseconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of queries that are the first of a visit, right after the page was opened, and of all that come later in one visit."""

    first: Sequence[Cost]
    later: Sequence[Cost]


def costs_at(site: Path, opened: Browser) -> Costs:
    """The costs of our queries on a site."""
    with served(site, Gzipped) as origin:
        first = [cost for query in QUERIES for cost in _asked(opened, origin, [query])]
        return Costs(first, _asked(opened, origin, QUERIES)[1:])


def _asked(opened: Browser, origin: str, queries: Sequence[str]) -> list[Cost]:
    """The cost of each of the queries of one visit."""
    page = opened.new_context().new_page()
    loaded: list[int] = []

    def note(url: str, size: str) -> None:
        if any(part in url for part in _SEARCHING):
            loaded.append(int(size))

    page.on("response", lambda answer: note(answer.url, answer.headers.get("content-length", "0")))
    page.goto(f"{origin}/zoeken/")
    page.locator("[data-search][data-ready]").wait_for()
    page.wait_for_load_state("networkidle")
    costs = []
    for query in queries:
        before = _calculated(opened)
        took = page.evaluate(_ASKED, query)
        calculated = _calculated(opened) - before
        page.wait_for_load_state("networkidle")
        costs.append(Cost(sum(loaded), took, calculated))
        loaded.clear()
    page.context.close()
    return costs


def _calculated(opened: Browser) -> float:
    """The milliseconds for which the browser calculated for its pages."""
    processes = opened.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return 1000 * sum(float(process["cpuTime"]) for process in processes if process["type"] == "renderer")


def corpus_site(size: int, folder: Path) -> Path:
    """A site of a corpus with so many items."""
    root = folder / str(size)
    write(root, files(corpus_of(size)))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, env=_ENVIRONMENT, check=True)  # our own interpreter
    return root / "site"


def print_costs(found: Iterable[tuple[int, Costs]]) -> None:
    """Print what queries cost at most by the number of items, and what of it is more than was promised."""
    print("\nWhat queries cost: bytes at most; milliseconds in the middle and at most, and those of the processor in the middle")
    print(f"{'items':>6}" + "".join(f"{title:>20}" for title in ("first", "", "later", "")))
    for items, costs in found:
        told = "".join(f"{_size(some):>14,} bytes{_times(some):>20}" for some in (costs.first, costs.later))
        print(f"{items:>6}{told}{''.join(f'; {one}' for one in over(items, costs))}", flush=True)


def over(items: int, costs: Costs) -> Iterator[str]:
    """What is more than was promised, in words."""
    for what, found, limit in (("first", costs.first, MOST_BYTES), ("later", costs.later, MOST_LATER)):
        if _size(found) > limit:
            yield f"{what} more than {limit:,} bytes"
    if median(cost.milliseconds for cost in costs.later) > (limit := MOST_MILLISECONDS[LARGE if items > USUAL else USUAL]):
        yield f"more than {limit} ms"


def _size(costs: Sequence[Cost]) -> int:
    return max(cost.size for cost in costs)


def _times(costs: Sequence[Cost]) -> str:
    took = [cost.milliseconds for cost in costs]
    return f"{median(took):.0f}, {max(took):.0f} ({median(cost.processor for cost in costs):.0f})"
