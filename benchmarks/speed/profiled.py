"""Where the processors' time of a build of ours goes, by room: `python -m benchmarks.speed.profiled <file> <module> <arguments>`.

A sample every few milliseconds belongs to the innermost code of ours that is at work; a library counts for the room that calls it.
"""

import json
import resource
import runpy
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

import geleerd
from benchmarks.speed.rounds import Stand
from benchmarks.speed.running import FailedError

EVERY = 0.005
"""Seconds of the processors between two samples."""

PACKAGE = Path(geleerd.__file__).parent.as_posix()
IMPORTS, STARTED = "loading code", "programs that it starts"


def room_of(files: list[tuple[str, str]], package: str = PACKAGE) -> str:
    """The room that is at work, from the files and functions that are being called, the innermost first."""
    for file, function in files:
        if file.startswith("<frozen importlib"):
            return IMPORTS
        if file.startswith(f"{package}/") and function != "<module>":
            parts = file.removeprefix(f"{package}/").split("/")
            return "/".join(parts[:2] if len(parts) > 2 else [parts[0].removesuffix(".py")])
    return "MkDocs" if any("/mkdocs/" in file for file, _ in files) else "Python"


def profile_of(stand: Stand) -> Mapping[str, float]:
    """The seconds of the processors in one cold build, pictures kept, by room. Raises `FailedError`."""
    stand.forget(pictures=False)
    file = stand.folder.with_name("profile.json")
    module, *arguments = stand.generator.build
    command = [sys.executable, "-m", "benchmarks.speed.profiled", str(file), module, *arguments]
    path = ":".join([Path(PACKAGE).parent.as_posix(), Path(__file__).parent.parent.parent.as_posix()])
    if subprocess.run(command, cwd=stand.folder, env={**stand.environment, "PYTHONPATH": path}, check=False).returncode:
        raise FailedError("the build under the profiler ended with an error")
    rooms: Mapping[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return rooms


def main() -> None:
    """Run a module as a command, and write the seconds by room to a file."""
    file, module, *arguments = sys.argv[1:]
    samples: Counter[str] = Counter()

    def sampled(_: int, frame: FrameType | None) -> None:
        samples[room_of(_called(frame))] += 1

    signal.signal(signal.SIGPROF, sampled)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        Path(file).write_text(json.dumps(_seconds(samples)), encoding="utf-8")


def _called(frame: FrameType | None) -> list[tuple[str, str]]:
    found = []
    while frame:
        found.append((frame.f_code.co_filename, frame.f_code.co_name))
        frame = frame.f_back
    return found


def _seconds(samples: Counter[str]) -> dict[str, float]:
    """The time of this process, shared out by samples, and that of the processes that it started."""
    own, started = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    each = (own.ru_utime + own.ru_stime) / max(samples.total(), 1)
    return {**{room: count * each for room, count in samples.items()}, STARTED: started.ru_utime + started.ru_stime}


if __name__ == "__main__":
    main()
