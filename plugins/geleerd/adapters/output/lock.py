"""Lets builds of one site take turns."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.output.output_error import OutputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST_WAIT = 900
"""Seconds that a build waits for another one."""

_PAUSE = 0.1
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class FolderLock:
    """The right to write a folder, held through a lock on a file beside it. The system ends it with the process, however that ends."""

    def __init__(self, file: Path) -> None:
        self._path = file
        self._held: int | None = None

    def take(self, waiting: Callable[[], None], patience: float = LONGEST_WAIT) -> None:
        """Wait for our turn; call `waiting` first when another has it. Raises `OutputError` when that takes too long, and `OSError`."""
        last = time.monotonic() + patience
        if self._is_taken():
            return
        waiting()
        while not self._is_taken():
            if time.monotonic() > last:
                raise OutputError("output-busy", path=self._path, minutes=round(patience / 60))
            time.sleep(_PAUSE)

    def close(self) -> None:
        """Let the next one go."""
        if self._held is None:
            return
        try:
            with suppress(OSError):  # Windows keeps a file that is open
                self._path.unlink()  # while it is ours
        finally:
            os.close(self._held)
            self._held = None

    def _is_taken(self) -> bool:
        """Whether it is our turn now. A lock on a file that its former holder removed is worth nothing."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
        with suppress(FileNotFoundError):
            if _is_locked(file) and os.path.samestat(os.fstat(file), self._path.stat()):
                self._held = file
                return True
        os.close(file)
        return False


def _is_locked(file: int) -> bool:
    """Whether we got the lock. It is ours too where the file system knows none: builds then do not wait for each other."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
