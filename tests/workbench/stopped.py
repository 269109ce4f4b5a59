"""Stops a piece of work at a step: at one of its changes to the disk, as if it were killed there, or by an error of the system."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate", "os.chmod"})
_REMOVALS = frozenset({"os.remove", "os.rmdir"})
_WRITES = os.O_WRONLY | os.O_RDWR


def is_change(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an event that Python tells its auditors is a change to the disk that begins."""
    return event in _CHANGES or (event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _WRITES))


class Killed(BaseException):  # it is no error; nothing that answers to errors may notice it
    """The end of a process, at once: nothing it would still do reaches the disk."""


class DiskFullError(OSError):
    """One change for which there was no room; there is always room for less."""

    def __init__(self) -> None:
        super().__init__(errno.ENOSPC, "No space left on device")


class _Steps:
    """Watches all changes to the disk of this process, while some work is done."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.end: type[BaseException] = Killed
        self.mount: Path | None = None

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left is None:
            return
        if event == "os.rename" and self.mount and str(arguments[0]) == str(self.mount):
            raise OSError(errno.EBUSY, "Device or resource busy", str(self.mount))
        if is_change(event, arguments) and not (self.end is DiskFullError and event in _REMOVALS):
            self.left -= 1
            if self.left == -1 or (self.left < 0 and self.end is Killed):
                raise self.end


_STEPS: list[_Steps] = []
"""The one that watches; the system lets nobody take it away again."""


def is_stopped(work: Callable[[], object], step: int, end: type[BaseException] = Killed, mount: Path | None = None) -> bool:
    """Does the work up to a step, and tells whether it ended there. A folder that is a `mount` cannot move."""
    if not _STEPS:
        _STEPS.append(_Steps())
        sys.addaudithook(_STEPS[0])
    watching = _STEPS[0]
    watching.left, watching.end, watching.mount = step, end, mount
    try:
        work()
    except end:
        return True
    finally:
        watching.left = None
    return False
