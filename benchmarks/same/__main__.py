"""`make same BASE=<commit>`: shows that nothing that a user sees differs between two commits of the package, byte for byte.

Both packages are asked the same of the same knowledge base, that of the first commit: to build sites, to make a new knowledge base, to
check every case of the tests, and whatever else the commands do. They are known by their entry points alone: all inside them may move.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.same.collect import GROUPS
from benchmarks.same.compare import SIDES, compared, told
from benchmarks.same.packages import ROOT, check_out, cleaned, commit_of, copy_work, install

PARTS = ("site", "new", "filled", "commands", "help", "cases")
CLOCK = "1795305600"


@dataclass(frozen=True, slots=True)
class Rooms:
    """The folders of a run. The packages take turns in the same ones, so that no address can differ."""

    root: Path

    @property
    def repository(self) -> Path:
        """The knowledge base that both packages read, as it was in the first commit."""
        return self.root / "repository"

    @property
    def package(self) -> Path:
        """The package whose turn it is."""
        return self.root / "package"

    @property
    def outcome(self) -> Path:
        """What comes of the package whose turn it is."""
        return self.root / "outcome"


def main() -> None:
    """Compare, and end with 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="make same", description=__doc__)
    parser.add_argument("base", help="the commit to compare with")
    parser.add_argument("head", nargs="?", help="the commit to compare; without it, the files as they lie here now")
    options = parser.parse_args()
    started = time.perf_counter()
    base, head = commit_of(options.base), options.head and commit_of(options.head)
    print(f"base {base[:12]}, head {head[:12] if head else 'as it lies here'}", flush=True)
    with tempfile.TemporaryDirectory(prefix="same-") as name:
        rooms = Rooms(Path(name).resolve())
        outcomes = _outcomes(rooms, base, head)
        comparisons = [compared(part, *(outcome / part for outcome in outcomes)) for part in PARTS]
    for comparison in comparisons:
        print(*told(comparison), sep="\n")
    print(f"{time.perf_counter() - started:.0f} s")
    sys.exit(any(comparison.differences for comparison in comparisons))


def _outcomes(rooms: Rooms, base: str, head: str | None) -> list[Path]:
    check_out(base, rooms.repository)
    sources: tuple[Callable[[Path], None], ...] = (partial(check_out, base), partial(check_out, head) if head else copy_work)
    outcomes = [rooms.root / f"outcome-{side}" for side in SIDES]
    for seed, (side, source, outcome) in enumerate(zip(SIDES, sources, outcomes, strict=True)):
        source(rooms.root / side)
        install(rooms.root / side, rooms.package)
        _collect(rooms, side, seed)
        if side == SIDES[0]:
            _must_show_something(rooms.outcome)
        rooms.outcome.rename(outcome)
        shutil.rmtree(rooms.package)
        cleaned(rooms.repository)
    return outcomes


def _collect(rooms: Rooms, side: str, seed: int) -> None:
    """Ask the package whose turn it is. Both halves run at once, each in a folder of its own."""
    script = Path(__file__).with_name("collect.py")
    environment = _environment(rooms, seed)
    desks = {group: rooms.root / f"desk-{group}" for group in GROUPS}
    running = [
        subprocess.Popen([sys.executable, "-P", script, group, rooms.package, rooms.repository, desk, rooms.outcome], env=environment)
        for group, desk in desks.items()
    ]
    codes = [process.wait() for process in running]
    for desk in desks.values():
        shutil.rmtree(desk, ignore_errors=True)
    if any(codes):
        sys.exit(f"The package of {side} cannot be asked everything; see above.")


def _must_show_something(outcome: Path) -> None:
    """Ends the program when nothing comes of a part, or no pages of a build, in the first package: nothing is the same as nothing."""
    if empty := [part for part in PARTS if not any((outcome / part).rglob("*.txt"))]:
        sys.exit(f"The package of {SIDES[0]} shows nothing of {', '.join(empty)}, so there is nothing to compare with.")
    for build in ("site/build", "new/dutch", "filled/nl/mkdocs_build"):
        if not any((outcome / build / "site").rglob("*.html")):
            said = (outcome / f"{build}.txt").read_text(encoding="utf-8", errors="replace")
            sys.exit(f"The package of {SIDES[0]} builds no pages, so there is nothing to compare with.\n{said}")


def _environment(rooms: Rooms, seed: int) -> Mapping[str, str]:
    """What the packages know of the world, and nothing that is set on this machine. The seed differs, for what depends on it is chance."""
    who = {f"GIT_{role}_{part}": f"test@{part}.example".lower() for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    days = {f"GIT_{role}_DATE": f"{CLOCK} +0000" for role in ("AUTHOR", "COMMITTER")}
    return {
        **who,
        **days,
        "COLUMNS": "100",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(rooms.root),
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": str(seed),
        "PYTHONPATH": f"{rooms.package}{os.pathsep}{ROOT}",
        "SOURCE_DATE_EPOCH": CLOCK,
        "TERM": "dumb",
        "TZ": "UTC",
    }


if __name__ == "__main__":
    main()
