"""`python -m benchmarks.relevance`: recall@5, MRR and nDCG@10 by kind of query, for ours and for other searches.

The others are our own page without the vectors of words and items ("words alone"), stock Material, plain Pagefind, and tantivy where that
is installed. A drop of 0.01 on a set that is kept aside is an error.

Last comes what queries cost, in bytes and milliseconds: on the site, and on a corpus of 1,000 items in which words are as common or rare as
in the language. `--large` adds one of 5,000, which takes minutes to build.

`--ours` leaves the others out, `--tuned` asks nothing that is kept aside, `--misses` lists the queries that rank badly. `--unjudged`
lists, by query, what any of the searches put in its first ten and nobody judged, without saying which search did.
`--site=FOLDER` asks another site than `site/`. `--costs` tells what queries cost, and nothing else.
"""

import datetime
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.relevance.costs import LARGE, USUAL, Costs, corpus_site, costs_at, print_costs
from benchmarks.relevance.engines import HAS_TANTIVY, Ask, index_plainly, material, ours, pagefind, tantivy
from benchmarks.relevance.judged import COMPLETED, SETS, SINCE, Judged, judged
from benchmarks.relevance.report import Answer, answers_of, mean_gain, print_difference, print_misses, print_table, print_unjudged
from benchmarks.relevance.sites import plain_pagefind, stock_material
from geleerd import Record, Settings, reading_of, records_of
from tests.workbench.visiting import opened_browser, served

KEPT = {"kept_aside": 0.702, "v1/kept_aside": 0.835, f"v1/kept_aside{SINCE}": 0.842}
"""The nDCG@10 that the sets that are kept aside had last. They go down for a change of content alone, with a word why."""

DROP = 0.01

ROOT = Path(__file__).parent.parent.parent


def main(options: list[str]) -> None:
    """Ask all queries of all engines, and print the tables."""
    site = next((Path(option.removeprefix("--site=")) for option in options if option.startswith("--site=")), ROOT / "site")
    if not (site / "pagefind").is_dir():
        sys.exit("Build the site first: make site")
    reading = reading_of(Settings(root=ROOT, today=datetime.date(2026, 11, 27)))
    records = list(records_of(reading.library, reading.texts))
    ids = {reading.library.addresses.entry(item): item.fields.id for item in reading.library.published}
    sets = {name: judged(name) for name in (*SETS, *COMPLETED) if "tuned" in name or "--tuned" not in options}
    given: list[Answer] = []
    of_ours: dict[str, list[Answer]] = {}
    engines = () if "--costs" in options else _engines(site, records, only_ours="--ours" in options)
    for engine, ask in engines:
        for name, answers in answers_of(ask, sets, ids).items():
            print_table(f"{engine}, {name}", answers)
            if engine == "geleerd":
                of_ours[name] = answers
            else:
                print_difference(f"geleerd beside {engine}", of_ours[name], answers)
            if "--misses" in options and engine == "geleerd":
                print_misses(answers)
            if name not in SETS[2:]:
                given += answers
    if "--unjudged" in options:
        print_unjudged(given)
    print_costs(_costs(site, len(records), options))
    if found := dropped(of_ours):
        sys.exit(f"nDCG@10 dropped on {', '.join(found)}")


def dropped(found: Mapping[str, Sequence[Answer]]) -> list[str]:
    """The sets that are kept aside on which the answers are worse than they were."""
    return sorted(name for name, answers in found.items() if name in KEPT and mean_gain(answers) <= KEPT[name] - DROP)


def _engines(site: Path, records: list[Record], *, only_ours: bool) -> Iterator[tuple[str, Ask]]:
    """Every search over the same items, each served while it is asked."""
    facets = {record.address: record.facets for record in records}

    def allowed(query: Judged, path: str) -> bool:
        return all(set(values) & set(facets.get(path, {}).get(facet, ())) for facet, values in query.filters.items())

    with tempfile.TemporaryDirectory() as folder, opened_browser() as opened:
        with served(site) as origin:
            yield "geleerd", ours(opened.new_page(), origin)
            if only_ours:
                return
            page = opened.new_page()
            page.route("**/assets/search/vectors/**", lambda route: route.abort())
            yield "words alone", ours(page, origin)
        with served(stock_material(records, Path(folder) / "material")) as origin:
            yield "material", material(opened.new_page(), origin, allowed)
        plain = plain_pagefind(records, site, Path(folder) / "pagefind")
        index_plainly(plain)
        with served(plain) as origin:
            yield "pagefind", pagefind(opened.new_page(), origin)
    if HAS_TANTIVY:
        yield "tantivy", tantivy(records, allowed)


def _costs(site: Path, items: int, options: list[str]) -> Iterator[tuple[int, Costs]]:
    """What queries cost, by the number of items of a site."""
    sizes = [*([] if "--ours" in options else [USUAL]), *([LARGE] if "--large" in options else [])]
    with tempfile.TemporaryDirectory() as folder, opened_browser() as opened:
        yield items, costs_at(site, opened)
        for size in sizes:
            yield size, costs_at(corpus_site(size, Path(folder)), opened)


if __name__ == "__main__":
    main(sys.argv[1:])
