"""The memory of a whole tree of processes, from Linux' own accounts: the sum at each moment, and the most of these sums."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.02
"""Seconds between two looks."""

_SESSION = 3
"""The place of the session in a line of `/proc/<id>/stat`, counted after the name of the program."""


class Peak:
    """The most memory that the processes of one session had together, in bytes, as far as it was seen; 0 where nobody keeps accounts."""

    def __init__(self) -> None:
        self.bytes = 0
        self._over = threading.Event()

    def watch(self, session: int) -> None:
        """Look until the watching is over.

        Twice each time, and the least counts: a process that is just starting another one shares its memory, and would count double.
        """
        while not self._over.wait(EVERY):
            self.bytes = max(self.bytes, min(tree_bytes(session), tree_bytes(session)))

    def stop(self) -> None:
        """End the watching."""
        self._over.set()


@contextmanager
def watched(session: int) -> Iterator[Peak]:
    """Watch the processes of a session during a block."""
    peak = Peak()
    watcher = threading.Thread(target=peak.watch, args=(session,), daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        peak.stop()
        watcher.join()


def tree_bytes(session: int) -> int:
    """The memory of all processes of a session together, in bytes."""
    return sum(map(bytes_of, processes_of(session)))


def processes_of(session: int) -> Iterator[int]:
    """The processes of a session: the one that began it, and all that it and its children started."""
    for folder in PROC.glob("[0-9]*"):
        told = _read(folder / "stat").rpartition(")")[2].split()
        if len(told) > _SESSION and int(told[_SESSION]) == session:
            yield int(folder.name)


def bytes_of(process: int) -> int:
    """The memory of one process, where what several share counts for each in part (PSS); 0 when it ended meanwhile."""
    for line in _read(PROC / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # the process ended, or this is another system
        return ""
