"""`python -m benchmarks.relevance`: recall@5, MRR and nDCG@10 by kind of query, ours beside stock Material and plain Pagefind.

`--ours` leaves the others out, `--misses` lists the queries that rank badly, `--no-kept_aside` leaves out those that nobody tunes on.
"""

import datetime
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.relevance.engines import Ask, index_plainly, material, ours, pagefind
from benchmarks.relevance.judged import Judged, judged
from benchmarks.relevance.metrics import gain, recall, reciprocal_rank
from benchmarks.relevance.sites import plain_pagefind, stock_material
from geleerd import Settings, reading_of, records_of
from tests.workbench.visiting import opened_browser, served

ROOT = Path(__file__).parent.parent.parent
MEASURES = {"recall@5": recall, "MRR": reciprocal_rank, "nDCG@10": gain}
BAD = 0.75


def main(options: list[str]) -> None:
    """Ask all queries of all engines, and print the tables."""
    site = ROOT / "site"
    if not (site / "pagefind").is_dir():
        sys.exit("Build the site first: make site")
    reading = reading_of(Settings(root=ROOT, today=datetime.date(2026, 1, 1)))
    records = list(records_of(reading.library, reading.texts))
    ids = {reading.library.addresses.entry(item): item.fields.id for item in reading.library.published}
    facets = {record.address: record.facets for record in records}
    sets = {name: judged(name) for name in ("tuned", "kept_aside") if f"--no-{name}" not in options}

    def allowed(query: Judged, path: str) -> bool:
        return all(set(values) & set(facets.get(path, {}).get(facet, ())) for facet, values in query.filters.items())

    with tempfile.TemporaryDirectory() as folder, opened_browser() as opened:
        with served(site) as origin:
            _report("geleerd", ours(opened.new_page(), origin), sets, ids, misses="--misses" in options)
        if "--ours" in options:
            return
        with served(stock_material(records, Path(folder) / "material")) as origin:
            _report("material", material(opened.new_page(), origin, allowed), sets, ids)
        plain = plain_pagefind(records, site, Path(folder) / "pagefind")
        index_plainly(plain)
        with served(plain) as origin:
            _report("pagefind", pagefind(opened.new_page(), origin), sets, ids)


def _report(engine: str, ask: Ask, sets: dict[str, tuple[Judged, ...]], ids: dict[str, str], *, misses: bool = False) -> None:
    for name, queries in sets.items():
        rows: dict[str, list[dict[str, float]]] = defaultdict(list)
        for query in queries:
            ranking = [ids[path] for path in ask(query) if path in ids]
            scores = {measure: of(ranking, query.relevant) for measure, of in MEASURES.items()}
            rows[query.kind].append(scores)
            rows["all"].append(scores)
            if misses and (scores["nDCG@10"] < BAD or scores["recall@5"] < 1):
                print(f"  {scores['nDCG@10']:.2f} {scores['recall@5']:.2f} {query.kind}: {query.query} {dict(query.filters)}")
                print(f"       right {dict(query.relevant)}\n       got   {ranking[:8]}")
        print(f"\n{engine}, {name} ({len(queries)} queries)")
        print(f"{'':12}" + "".join(f"{measure:>10}" for measure in MEASURES))
        for kind, found in sorted(rows.items(), key=lambda row: (row[0] == "all", row[0])):
            print(f"{kind:12}" + "".join(f"{_mean(score[measure] for score in found):10.3f}" for measure in MEASURES), flush=True)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


if __name__ == "__main__":
    main(sys.argv[1:])
