"""Commands in copies of this process, which can be killed at a moment or at a change to the disk."""

import os
import runpy
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import IO, NamedTuple

from geleerd.adapters.output import swap
from tests.workbench.building import begun, warm
from tests.workbench.stopped import is_change

BUILD = ("mkdocs", "build", "--quiet")
GELEERD = "geleerd.adapters.commands.cli"
BY_ITSELF = (GELEERD, "build")
"""The build without the host, with what earlier builds kept."""
_SETTLED = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}


class Ended(NamedTuple):
    """How a command ended: its code (that of the signal, below 0, when it was killed), what it said, and how many changes it made."""

    code: int
    said: str
    changes: int


class Mortal:
    """A command that has begun. It kills itself before the change with this number; 0 for never.

    With `in_two_steps`, on a system that cannot exchange folders, changes count from the moment when this folder is put aside.
    """

    def __init__(
        self, command: tuple[str, ...], folder: Path, die_at: int = 0, in_two_steps: Path | None = None, **environment: str
    ) -> None:
        warm()
        self._said = tempfile.TemporaryFile("w+b")  # noqa: SIM115  # it is closed at the end of the command
        self._counted = tempfile.TemporaryFile("w+b")  # noqa: SIM115  # as above
        number = self._said.fileno()
        env = {**os.environ, **_SETTLED, **environment}
        self._child = begun(lambda: self._play(command[0], die_at, in_two_steps), [*command], folder, env, (number, number))

    def kill(self) -> None:
        """Kill it now, in a way that it cannot answer."""
        os.kill(self._child, signal.SIGKILL)

    def end(self) -> Ended:
        """Wait for its end."""
        code = os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
        said, counted = (self._read(file) for file in (self._said, self._counted))
        return Ended(code, said, int(counted or "0"))

    def _read(self, file: IO[bytes]) -> str:
        with file:
            file.seek(0)
            return file.read().decode()

    def _play(self, module: str, die_at: int, in_two_steps: Path | None) -> None:
        changes, counts = 0, in_two_steps is None

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal changes, counts
            counts = counts or (event == "os.rename" and str(arguments[0]) == str(in_two_steps))
            if counts and is_change(event, arguments):
                changes += 1
                if changes == die_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        tempfile.tempdir = None  # this copy remembers where its maker put things
        sys.addaudithook(count)
        if in_two_steps:
            swap.exchanged = lambda *_: False
        try:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        finally:
            os.pwrite(self._counted.fileno(), str(changes).encode(), 0)


class Looks(NamedTuple):
    """How often somebody looked at a page, and found none or half of one."""

    total: int
    missed: int


@contextmanager
def watched(page: Path) -> Iterator[list[Looks]]:
    """Look at a page all the time, from another process. The list holds the looks at the end."""
    here = get_context("fork")
    stop, found, looks = here.Event(), here.SimpleQueue(), list[Looks]()
    watcher = here.Process(target=lambda: found.put(_look_until(stop.is_set, page)))
    watcher.start()
    try:
        yield looks
    finally:
        stop.set()
        looks.append(found.get())
        watcher.join()


def _look_until(stops: Callable[[], bool], page: Path) -> Looks:
    total = missed = 0
    while not stops():
        total += 1
        try:
            missed += not page.read_bytes().rstrip().endswith(b"</html>")
        except OSError:
            missed += 1
        time.sleep(0.0005)
    return Looks(total, missed)
