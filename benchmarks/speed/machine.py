"""The machine on which was measured, without its name: its processors, memory and system; and a folder in memory where there is one."""

import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # the folder is made in it by tempfile, for one user
ROOM = 4_000_000_000
"""Bytes that must be free in memory for the sites of all generators."""


def machine() -> str:
    """Processors, memory, system and Python, in one line."""
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cores} cores ({_processor()}), {memory:.0f} GiB, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


@contextmanager
def workplace() -> Iterator[tuple[Path, str]]:
    """A folder for the builds, and what kind of file system holds it; their own temporary files go there too."""
    in_memory = SHARED_MEMORY.is_dir() and os.access(SHARED_MEMORY, os.W_OK) and _free(SHARED_MEMORY) > ROOM
    with tempfile.TemporaryDirectory(prefix="geleerd-bench-", dir=SHARED_MEMORY if in_memory else None) as folder:
        before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = folder
        try:
            yield Path(folder), "a file system in memory" if in_memory else "a disk: creating files weighs more than the programs do"
        finally:
            os.environ.pop("TMPDIR") if before is None else os.environ.update(TMPDIR=before)


def _free(folder: Path) -> int:
    state = os.statvfs(folder)
    return state.f_bavail * state.f_frsize
