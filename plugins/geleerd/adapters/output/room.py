"""Whether files fit on a disk."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from geleerd.adapters.output.output_error import OutputError

_BLOCK = 4096
"""Bytes in which most systems give out room."""


def must_fit(files: Sequence[Path], place: Path) -> None:
    """Raises `OutputError` when there is no room for copies of these files on the disk of a place, or for so many."""
    folders = len({file.parent for file in files})
    needed = sum(-(-file.stat().st_size // _BLOCK) for file in files) + folders
    room, count = _free(place)
    if needed * _BLOCK > room:
        raise OutputError("output-no-room", path=place, needed=_megabytes(needed * _BLOCK), free=_megabytes(room))
    if count is not None and len(files) + folders > count:
        raise OutputError("output-no-count", path=place, needed=len(files) + folders, free=count)


def _free(place: Path) -> tuple[int, int | None]:
    """The bytes that are free, and for how many files; None where the system sets no limit."""
    if not hasattr(os, "statvfs"):
        return shutil.disk_usage(place).free, None
    disk = os.statvfs(place)
    return disk.f_bavail * disk.f_frsize, disk.f_favail if disk.f_files else None


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}"
