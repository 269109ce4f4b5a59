"""What was measured: runs by size, generator and state; memory, sites and saves; and what could not be measured, with the reason."""

import math
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from benchmarks.generators.generator import Generator
from benchmarks.speed.running import Run


class State(StrEnum):
    """What a build finds when it begins."""

    ALL = "cold, pictures not kept"
    COLD = "cold"
    NOTHING = "nothing changed"
    BODY = "one body edited"
    TITLE = "one title edited"
    THEME = "one theme renamed"


class Written(NamedTuple):
    """A built site: its files, those of HTML, and its bytes."""

    files: int
    pages: int
    bytes: int


class Spread(NamedTuple):
    """The median of values, the least and the most."""

    median: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one go. Keys are a size, the key of a generator, and a state or the kind of edit that was saved."""

    generators: tuple[Generator, ...]
    runs: dict[tuple[int, str, State], list[Run]] = field(default_factory=lambda: defaultdict(list))
    memory: dict[tuple[int, str], int] = field(default_factory=dict)
    written: dict[tuple[int, str], Written] = field(default_factory=dict)
    saves: dict[tuple[int, str, State], list[float]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    @property
    def sizes(self) -> list[int]:
        """The sizes that were measured."""
        return sorted({size for size, *_ in self.runs})

    def seconds(self, size: int, key: str, state: State) -> Spread | None:
        """Seconds on the clock; None when it was not measured."""
        return spread(run.seconds for run in self.runs.get((size, key, state), ()))

    def cpu(self, size: int, key: str, state: State) -> Spread | None:
        """Seconds of the processors; None when it was not measured."""
        return spread(run.cpu for run in self.runs.get((size, key, state), ()))

    def growth(self, key: str) -> float | None:
        """The power of the size with which a cold build grows: 1 when twice the items take twice the time. None for one size."""
        found = [(size, each.median) for size in self.sizes if (each := self.seconds(size, key, State.COLD))]
        if len(found) < 2:
            return None
        (first, least), (last, most) = found[0], found[-1]
        return math.log(most / least) / math.log(last / first)


def spread(values: Iterable[float]) -> Spread | None:
    """The spread of some values; None of none."""
    known = sorted(values)
    return Spread(statistics.median(known), known[0], known[-1]) if known else None


def written_in(site: Path) -> Written:
    """What stands in the folder of a built site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return Written(len(files), sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files))
