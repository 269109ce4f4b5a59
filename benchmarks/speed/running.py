"""Running one command: how long it takes, what it costs the processors, and how much memory its processes have at most."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.memory import watched


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, and seconds of all processors for the process and those that it started."""

    seconds: float
    cpu: float


class FailedError(Exception):
    """A command ended with an error."""


def begun(command: tuple[str, ...], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """A command that began, in a session of its own, with its words kept in a file beside the folder."""
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None:
        raise FailedError(f"`{command[0]}` is not there")
    with said_in(folder).open("wb") as said:
        return subprocess.Popen(
            [program, *command[1:]], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )


def said_in(folder: Path) -> Path:
    """The file with what the last command in a folder said."""
    return folder.with_name(f"{folder.name}.txt")


def run(command: tuple[str, ...], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command to its end."""
    started = time.perf_counter()
    process = begun(command, folder, environment)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(said_in(folder).read_text(encoding="utf-8", errors="replace")[-2000:])
        raise FailedError(f"`{' '.join(command[:2])}` ended with {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime)


def peak_of(command: tuple[str, ...], folder: Path, environment: Mapping[str, str]) -> int:
    """The most memory of all processes of a command together, in bytes. Looking costs time, so such a run is not timed."""
    process = begun(command, folder, environment)
    with watched(process.pid) as peak:
        process.wait()
    if process.returncode != 0:
        print(said_in(folder).read_text(encoding="utf-8", errors="replace")[-2000:])
        raise FailedError(f"`{' '.join(command[:2])}` ended with {process.returncode}")
    return peak.bytes
