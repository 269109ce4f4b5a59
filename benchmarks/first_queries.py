"""`python -m benchmarks.first_queries`: what a reader's first and later queries cost, in bytes and milliseconds, at several sizes."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.corpus.corpus import corpus_of
from benchmarks.generators.generator import write
from benchmarks.generators.ours import files
from tests.workbench.visiting import opened_browser, served

SIZES = (100, 1000, 5000)
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}
QUERIES = ("uitwisseling", "casus bespreking", "financiering van het vervolg", "jaarplan")


def main() -> None:
    """Print a table: the first query with everything that it loads, then later ones in the same visit."""
    print(f"{'items':>6} {'query':30} {'bytes':>9} {'ms':>6}  (bytes as they travel, without compression by the server)")
    with tempfile.TemporaryDirectory() as folder, opened_browser() as opened:
        for size in SIZES:
            site = Path(folder, str(size))
            write(site, files(corpus_of(size)))
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=site, env=ENVIRONMENT, check=True)
            with served(site / "site") as origin:
                _measure(opened.new_page(), origin, size)


def _measure(page: Page, origin: str, size: int) -> None:
    loaded: list[int] = []
    searching = ("/pagefind/", "/assets/search/", "/assets/scripts/search/")
    page.on(
        "response", lambda answer: any(part in answer.url for part in searching) and loaded.append(int(answer.headers["content-length"]))
    )
    page.goto(f"{origin}/zoeken/?q={QUERIES[0]}")
    page.locator("[data-search][data-ready]").wait_for()
    page.wait_for_load_state("networkidle")
    print(f"{size:>6} {QUERIES[0] + ' (first)':30} {sum(loaded):>9}")
    field = page.locator("[data-search] input[name=q]")
    for query in QUERIES[1:]:
        loaded.clear()
        field.fill(query)
        started = time.perf_counter()
        field.press("Enter")
        page.locator(f'[data-search][data-ready="{query}"]').wait_for()
        took = time.perf_counter() - started
        page.wait_for_load_state("networkidle")
        print(f"{size:>6} {query:30} {sum(loaded):>9} {took * 1000:>6.0f}", flush=True)


if __name__ == "__main__":
    main()
