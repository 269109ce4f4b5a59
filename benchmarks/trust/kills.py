"""Builds and commands that are killed at 300 moments, on a full disk, two at once, and on a mount: the site is whole, always.

`make trust PART=kills KILLS=60` kills fewer. What needs a mount is left out, with a line that says so, where nobody may mount.
"""

import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.trust.disks import mounted, resized
from benchmarks.trust.mortal import BUILD, BY_ITSELF, GELEERD, Looks, Mortal, watched
from benchmarks.trust.stands import Stand
from geleerd.adapters.outside.site_files import checksums
from tests.workbench.building import warm

KILLS = int(os.environ.get("KILLS", "300"))
PAIRS = 20
_LANES = 2
_SEED = 16
_OLD_OR_NEW = "old new"

Part = Callable[[Path, int], tuple[Counter[str], list[str]]]


def run() -> list[str]:
    """All parts, each in a fresh folder; the random kills in two processes at once."""
    faults = []
    warm()
    parts: tuple[tuple[str, Part, int], ...] = (
        ("killed at random moments", killed, KILLS),
        ("killed with what is kept", killed_by_itself, KILLS // 3),
        ("killed in the swap, where it takes two steps", killed_in_the_swap, 12),
        ("killed at changes to the disk on a mount", killed_on_a_mount, KILLS // 5),
        ("on a full disk", on_a_full_disk, 16),
        ("two at once", in_pairs, PAIRS),
        ("new folders, killed at every few changes", new_folders, KILLS // 6),
    )
    for name, part, number in parts:
        began = time.monotonic()
        told, found = _in_lanes(part, number)
        print(
            f"{name}: {', '.join(f'{count} {what}' for what, count in sorted(told.items()))} ({time.monotonic() - began:.0f} s)", flush=True
        )
        faults += [f"{name}: {fault}" for fault in found]
    return faults


def _in_lanes(part: Part, number: int) -> tuple[Counter[str], list[str]]:
    """Share the work of a part among processes, each with a folder of its own."""
    told, faults = Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(_LANES, mp_context=get_context("fork")) as lanes:
        shares = [(Path(folder, str(lane)), -(-(number - lane) // _LANES)) for lane in range(_LANES)]
        for seen, found in lanes.map(part, *zip(*shares, strict=True)):
            told += seen
            faults += found
    return told, faults


def killed_by_itself(folder: Path, number: int) -> tuple[Counter[str], list[str]]:
    """The same for builds without the host, which link what earlier ones kept into the site."""
    return killed(folder, number, BY_ITSELF)


def killed(folder: Path, number: int, command: tuple[str, ...] = BUILD) -> tuple[Counter[str], list[str]]:
    """Kill builds, at moments in time and at changes to the disk by turns; the next build must be good each time."""
    chance, stand = random.Random(f"{_SEED}{folder.name}"), Stand(folder, command)  # noqa: S311  # moments, no secrets
    began = time.monotonic()
    stand.change()
    changes = Mortal(command, folder).end().changes
    takes = time.monotonic() - began
    stand.recover("first build")
    with watched(stand.site / "index.html") as looks:
        for turn in range(number):
            stand.change()
            step = chance.randint(1, changes) if turn % 2 else 0
            build = Mortal(command, folder, die_at=step)
            if not step:
                time.sleep(chance.uniform(0, takes))
                build.kill()
            build.end()
            stand.note(stand.look(), _OLD_OR_NEW, f"kill {turn} of {folder.name} (change {step})")
            stand.recover(f"kill {turn} of {folder.name}")
    return _with_looks(stand, looks)


def killed_in_the_swap(folder: Path, number: int) -> tuple[Counter[str], list[str]]:
    """Kill builds at each change of a swap in two steps, and then let a build fail: the site that was put aside must come back."""
    stand = Stand(folder)
    for turn in range(number):
        stand.change()
        Mortal(BUILD, folder, die_at=1 + turn, in_two_steps=stand.site).end()
        stand.note(stand.look(), f"{_OLD_OR_NEW} none", f"change {turn}")
        stand.fail(f"change {turn}")
        stand.recover(f"change {turn}")
    return stand.told, stand.faults


def _with_looks(stand: Stand, looks: list[Looks]) -> tuple[Counter[str], list[str]]:
    told = stand.told + Counter({"looks of readers": looks[0].total})
    missed = [f"readers found no whole index.html in {looks[0].missed} of {looks[0].total} looks"] if looks[0].missed else []
    return told, stand.faults + missed


def killed_on_a_mount(folder: Path, number: int) -> tuple[Counter[str], list[str]]:
    """Kill builds while they replace the files of a mounted site, at changes to the disk near their end."""
    (folder / "site").mkdir(parents=True)
    chance = random.Random(f"{_SEED}{folder.name}")  # noqa: S311  # moments, no secrets
    with mounted(folder / "site", 64) as is_mounted:
        if not is_mounted:
            return Counter({"skipped: nobody may mount here": 1}), []
        stand = Stand(folder)
        stand.change()
        changes = Mortal(BUILD, folder).end().changes
        stand.recover("first build")
        with watched(stand.site / "index.html") as looks:
            for turn in range(number):
                stand.change()
                Mortal(BUILD, folder, die_at=chance.randint(changes * 2 // 3, changes)).end()
                stand.note(stand.look(), f"{_OLD_OR_NEW} mixed", f"kill {turn} of {folder.name}")
                stand.recover(f"kill {turn} of {folder.name}")
        return _with_looks(stand, looks)


def on_a_full_disk(folder: Path, number: int) -> tuple[Counter[str], list[str]]:
    """Build where less and less room is left; half of the time what is temporary lies there too."""
    folder.mkdir()
    with mounted(folder, 64) as is_mounted:
        if not is_mounted:
            return Counter({"skipped: nobody may mount here": 1}), []
        stand = Stand(folder)
        used = shutil.disk_usage(folder).used // 1024
        (folder / ".tijdelijk").mkdir()
        for turn in range(number):
            stand.change()
            room = used + 64 + turn * used * 3 // 2 // number
            resized(folder, room)
            temporary = {"TMPDIR": str(folder / ".tijdelijk")} if turn % 2 else {}
            ended = Mortal(BUILD, folder, **temporary).end()
            resized(folder, 65536)
            when = f"with {room - used} kB left"
            if ended.code == 0:
                stand.note("fits" if stand.look() == "new" else stand.look(), "fits", when)
            else:
                stand.assert_refused(ended, when)
            shutil.rmtree(folder / ".tijdelijk")
            stand.recover(when)
            (folder / ".tijdelijk").mkdir()
        return stand.told, stand.faults


def in_pairs(folder: Path, number: int) -> tuple[Counter[str], list[str]]:
    """Two builds of one site at once: both are good."""
    stand = Stand(folder)
    with watched(stand.site / "index.html") as looks:
        for turn in range(number):
            stand.change()
            ends = [build.end() for build in [Mortal(BUILD, folder), Mortal(BUILD, folder)]]
            codes = [ended.code for ended in ends]
            stand.note("good" if codes == [0, 0] and stand.look() == "new" else f"{codes} {stand.look()}", "good", f"pair {turn}")
            stand.recover(f"pair {turn}")
    return _with_looks(stand, looks)


def new_folders(folder: Path, number: int) -> tuple[Counter[str], list[str]]:
    """Kill `geleerd init` and `geleerd archive`; what is there is whole, and the next run works."""
    stand, told, faults = Stand(folder / "kennisbank"), Counter[str](), list[str]()
    for command, often in (("init", 4), ("archive", 1)):
        words = (GELEERD, command, f"nieuw-{command}")
        target = stand.root / f"nieuw-{command}"
        changes = Mortal(words, stand.root).end().changes
        whole = checksums(target)
        for turn in range(-(-number * often // 5)):
            shutil.rmtree(target, ignore_errors=True)
            if turn % 2:
                target.mkdir()
            Mortal(words, stand.root, die_at=changes - turn * 7 % min(changes, 400)).end()
            found = checksums(target) if target.exists() else {}
            ended = Mortal(words, stand.root).end()
            if not (ended.code == 0 or found == whole) or checksums(target) != whole or [*stand.root.glob(".nieuw*")]:
                faults.append(
                    f"{command} {turn}: after {len(found)} of {len(whole)} files the next one ended with {ended.code}: {ended.said}"
                )
            told[f"{command} whole" if found == whole else f"{command} nothing" if not found else f"{command} begun, then finished"] += 1
    return told, faults
