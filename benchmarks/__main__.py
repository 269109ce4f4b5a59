"""`make bench`: builds a generated corpus with this product and with stock Material, in turn, and prints the ratios."""

import argparse
import datetime
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpus import write_geleerd, write_stock
from geleerd import Settings, catalogue
from geleerd.pipeline import Maker, plan, read_sources, relate, validate, write_texts

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}


def main() -> None:
    """Print the table: seconds, pages and ratio for each size, the growth exponent, and where the time goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    medians: dict[int, float] = {}
    print(f"{'items':>6} {'geleerd':>9} {'stock':>9} {'ratio':>6} {'pages':>6} {'stock pages':>11}")
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            ours, stock = Path(folder, f"geleerd-{size}"), Path(folder, f"stock-{size}")
            write_geleerd(ours, size)
            write_stock(stock, size)
            rounds = [(build(ours), build(stock)) for _ in range(options.rounds)]
            mine, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
            medians[size] = mine
            ratio = statistics.median(a / b for a, b in rounds)
            print(f"{size:>6} {mine:>8.1f}s {theirs:>8.1f}s {ratio:>6.2f} {pages(ours):>6} {pages(stock):>11}", flush=True)
        if len(options.sizes) > 1:
            first, last = options.sizes[0], options.sizes[-1]
            print(f"growth exponent {first} → {last}: {math.log(medians[last] / medians[first]) / math.log(last / first):.2f}")
        stages(Path(folder, f"geleerd-{options.sizes[-1]}"))


def build(folder: Path) -> float:
    """The wall time in seconds of a build from nothing, in a process of its own."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=ENVIRONMENT, check=True)
    return time.perf_counter() - started


def pages(folder: Path) -> int:
    """The HTML files of a built site."""
    return sum(1 for _ in (folder / "site").rglob("*.html"))


def stages(folder: Path) -> None:
    """Where the time of the core goes, stage by stage; the host's frame and writing come on top."""
    settings = Settings(root=folder, today=datetime.date(2026, 11, 22), site_name="Proef", site_url="https://proef.example/")
    words = catalogue(settings.language)
    with clocked("read"):
        sources, _ = read_sources(settings.folders)
    with clocked("validate"):
        collection, _ = validate(sources, settings.today)
    with clocked("relate"):
        related, _ = relate(collection, words, settings.folders.content)
    with clocked("render bodies"):
        texts, _ = write_texts(related)
    with clocked("plan"):
        jobs = list(plan(related, texts, (), settings))
    with clocked("make"):
        maker = Maker(settings)
        artefacts = [artefact for job in jobs for artefact in maker.make(job)]
    print(f"{len(artefacts)} artefacts")


@contextmanager
def clocked(stage: str, clock: Callable[[], float] = time.perf_counter) -> Iterator[None]:
    """Prints how long the block took."""
    started = clock()
    yield
    print(f"  {stage:<14} {clock() - started:>6.2f}s", flush=True)


if __name__ == "__main__":
    main()
