"""`make bench` and `make bench-full`: this product beside other site generators, over one corpus, into a report with a chart."""

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.corpus.corpus import corpus_of
from benchmarks.generators import ours
from benchmarks.generators.every import GENERATORS, QUICK
from benchmarks.sequences import sequences_section
from benchmarks.speed.chart import chart
from benchmarks.speed.environments import commit
from benchmarks.speed.figures import Figures
from benchmarks.speed.machine import machine, workplace
from benchmarks.speed.profiled import profile_of
from benchmarks.speed.report import profile_section, report
from benchmarks.speed.rounds import measure, stands_of
from benchmarks.speed.serving import serve

RESULTS = Path(__file__).parent
EVERYDAY = 121
"""Items of a knowledge base as there are: that of this repository."""


SECTIONS: tuple[Callable[[], str], ...] = (sequences_section,)
"""Parts of `make bench-full` that measure or prove something else, each with its section for the report."""


def main() -> None:
    """Measure, print the report, and write it with its chart."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that servers are stopped and folders removed
    options = _options()
    figures = Figures(GENERATORS if options.full else QUICK)
    with workplace() as (folder, kind):
        _measure(figures, options, folder)
        profiles = _profiles(options.sizes, folder)
    sections = [profile_section(profiles), *(section() for section in SECTIONS if options.full)]
    text = report(figures, _said(options, kind), sections)
    (RESULTS / "RESULTS.md").write_text(text, encoding="utf-8")
    (RESULTS / "results.svg").write_text(chart(figures), encoding="utf-8")
    print(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--full", action="store_true", help="three sizes, all generators, twenty saves")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=0, help="begin no round that would go past so many minutes")
    parser.add_argument("--note", default="", help="what a reader of the figures must know, such as what else the machine did")
    options = parser.parse_args()
    options.sizes = options.sizes or ([1000, 5000, 10_000] if options.full else [1000])
    options.minutes = options.minutes or (6000 if options.full else 7)
    return options


def _measure(figures: Figures, options: argparse.Namespace, folder: Path) -> None:
    """Rounds of builds at every size, then saves: in full at the second size too."""
    ends = time.monotonic() + 60 * options.minutes
    for size in options.sizes:
        measure(figures, size, options.rounds, folder / str(size), ends)
    saves, most_seconds = (20, 600) if options.full else (5, 40)
    for size in sorted({EVERYDAY, *(options.sizes[1:2] if options.full else ())}):
        serve(figures, size, saves, folder / f"serve-{size}", most_seconds)


def _said(options: argparse.Namespace, kind: str) -> Iterator[str]:
    """What was done, and where."""
    yield f"Made by `make {'bench-full' if options.full else 'bench'}` at commit {commit()}, on {machine()}."
    yield f"The sites lay on {kind}. Generators in turn, round after round."
    yield "Cold: no site and nothing kept but pictures. Bodies of about 400 words, every field in use; see `benchmarks/corpus/`."
    if options.note:
        yield f"\n**{options.note}**"


def _profiles(sizes: list[int], folder: Path) -> Mapping[int, Mapping[str, float]]:
    """Where the time of our own build goes, at each size."""
    found = {}
    for size in sizes:
        (stand,) = stands_of(Figures((ours.GENERATOR,)), folder / str(size), corpus_of(size))
        found[size] = profile_of(stand)
    return found


if __name__ == "__main__":
    main()
