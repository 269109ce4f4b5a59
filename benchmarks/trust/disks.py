"""Disks in memory, for those who may mount them."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def mounted(place: Path, megabytes: int) -> Iterator[bool]:
    """A disk in memory at a place; false where nobody may have one."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    try:
        is_mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        is_mounted = False
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(place)], capture_output=True, check=False)  # noqa: S607  # whichever is here


def resized(place: Path, kilobytes: int) -> None:
    """Give a disk this size."""
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(place)], capture_output=True, check=True)  # noqa: S607  # whichever is here
