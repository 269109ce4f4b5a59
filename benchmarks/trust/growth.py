"""How the work on every kind of input grows: ten times as much of it may take thirty times the processor and the memory, not more.

Below `LITTLE` and `FEW` nothing is measured, since the build around it weighs more; so what is small at ten times its size is small enough.
"""

import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import geleerd
from benchmarks.trust.growing_inputs import Files, Growing, growing
from benchmarks.trust.measuring import Cost, cost_of
from tests.workbench.building import settings, written

TIMES, MOST = 10, 30
LITTLE, FEW = 0.02, 2_000_000
"""Seconds and bytes."""

TRIES = 3
BOUNDS = frozenset(
    {
        *(
            geleerd.Code.LINE_TOO_LONG,
            geleerd.Code.BODY_TOO_COMPLEX,
            geleerd.Code.TOO_LONG,
            geleerd.Code.TOO_MANY,
            geleerd.Code.YAML_TOO_LARGE,
        ),
        *(geleerd.Code.YAML_TOO_DEEP, geleerd.Code.UNSAFE_SVG, geleerd.Code.FILE_TOO_LARGE, geleerd.Code.ATTACHMENT_TOO_LARGE),
        *(geleerd.Code.UNREADABLE_METADATA, geleerd.Code.CANNOT_BUILD),
    }
)
"""The codes that say that an input is over a limit."""


def run(chosen: str = "") -> list[str]:
    """Grow every kind of input, or those with a word in their name; print a table, and tell what grows too fast."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _build(settings(written(root / "warm", {})))  # what is loaded once is no cost of any input
        empty = min((_cost({}, root) for _ in range(TRIES)), key=lambda cost: cost.seconds)
        return [fault for kind in growing() if chosen in kind.name for fault in _told(kind, empty, root)]


def _told(kind: Growing, empty: Cost, folder: Path) -> list[str]:
    """One line of the table, and what grows too fast, at the best of three."""
    best = _best(kind, empty, folder)
    print(f"{kind.name:48} {best}", flush=True)
    return [] if best.is_fine else [f"{kind.name}: {best}"]


def _best(kind: Growing, empty: Cost, folder: Path) -> "Growth":
    tried: list[Growth] = []
    while len(tried) < TRIES and not (tried and tried[-1].is_fine):
        tried.append(_growth(kind, empty, folder))
    return min(tried, key=lambda growth: (growth.seconds, growth.bytes))


def _growth(kind: Growing, empty: Cost, folder: Path) -> "Growth":
    """How much more the large input costs; what costs little when it is large need not be tried when it is small."""
    large = _cost(kind.files(TIMES), folder)
    is_little = large.seconds - empty.seconds < MOST * LITTLE and large.bytes - empty.bytes < MOST * FEW
    small = empty if is_little else _cost(kind.files(1), folder)
    return Growth(
        large=large.seconds - empty.seconds,
        seconds=(large.seconds - empty.seconds) / max(small.seconds - empty.seconds, LITTLE),
        bytes=(large.bytes - empty.bytes) / max(small.bytes - empty.bytes, FEW),
        bounds=large.result if isinstance(large.result, str) else None,
    )


@dataclass(frozen=True, slots=True)
class Growth:
    """The seconds of the large input, how many times the small one's these and its bytes are, and the limits that it met; None: no end."""

    large: float
    seconds: float
    bytes: float
    bounds: str | None

    @property
    def is_fine(self) -> bool:
        """Whether it ended without help of the net, and grew no faster than allowed."""
        return self.bounds is not None and "cannot-build" not in self.bounds and self.seconds <= MOST and self.bytes <= MOST

    def __str__(self) -> str:
        """The figures, in a row."""
        note = "did not end" if self.bounds is None else self.bounds and f"bounded by {self.bounds}"
        return f"{self.large:7.2f} s, {self.seconds:5.1f} times the time, {self.bytes:5.1f} times the memory  {note}".rstrip()


def _cost(files: Files, folder: Path) -> Cost:
    with tempfile.TemporaryDirectory(dir=folder) as root:
        return cost_of(partial(_build, settings(written(Path(root), files))))


def _build(chosen: "geleerd.Settings") -> str:
    """Build a site; the codes that say that something is over a limit."""
    return ", ".join(sorted({problem.code.value for problem in geleerd.build(chosen).reading.problems if problem.code in BOUNDS}))
