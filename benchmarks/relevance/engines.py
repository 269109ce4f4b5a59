"""Searches over the same items: ours, Material's and Pagefind as it comes, each through its own page in a browser, and tantivy."""

import importlib
import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page

from benchmarks.relevance.judged import Judged
from geleerd import Record

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


HAS_TANTIVY = importlib.util.find_spec("tantivy") is not None
"""Whether the search engine for servers is there: `pip install tantivy`. It is no requirement."""

_BOOSTS = {"title": 5.0, "summary": 3.5, "questions": 3.0, "core": 1.8, "names": 3.0, "body": 0.5}


def tantivy(records: Sequence[Record], allowed: Callable[[Judged, str], bool]) -> Ask:
    """A search engine for servers with its Dutch analyser (BM25), over the same texts with our weights; facets narrow what it found."""
    engine = importlib.import_module("tantivy")
    analyser = engine.TextAnalyzerBuilder(engine.Tokenizer.simple()).filter(engine.Filter.lowercase())
    analyser = analyser.filter(engine.Filter.stopword("dutch")).filter(engine.Filter.stemmer("dutch")).build()
    builder = engine.SchemaBuilder()
    builder.add_text_field("address", stored=True, tokenizer_name="raw")
    for place in _BOOSTS:
        builder.add_text_field(place, tokenizer_name="dutch")
    index = engine.Index(builder.build())
    index.register_tokenizer("dutch", analyser)
    writer = index.writer()
    for record in records:
        writer.add_document(engine.Document(address=record.address, **{place: record.texts[place] for place in _BOOSTS}))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(judged: Judged) -> list[str]:
        words = " ".join(re.findall(r"\w+", judged.query.lower()))
        found = searcher.search(index.parse_query(words, list(_BOOSTS), field_boosts=_BOOSTS), 100).hits
        paths = [searcher.doc(place)["address"][0] for _, place in found]
        return [path for path in paths if allowed(judged, path)]

    return ask


def index_plainly(site: Path) -> None:
    """Put a plain Pagefind index over the pages of a site that have `data-pagefind-body`."""
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), "--silent"], check=True)  # our own interpreter


def _paths(found: Sequence[str]) -> list[str]:
    """Addresses from the root, each once, without anchors."""
    return list(dict.fromkeys(re.sub(r"^/|#.*$", "", path) for path in found))
