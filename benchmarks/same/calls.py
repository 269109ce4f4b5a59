"""Commands as a person gives them, and all that comes of one: how it ends, what it says, which files it writes."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

TIMES = re.compile(rb"\b\d+\.\d+(?= s(?:econds)?\b)")
"""How long a build took."""

IDS = re.compile(rb"(?<=^id: )[a-z][0-9a-z]{5}$", re.MULTILINE)
"""The id of a new item, which is chance."""

UNSEEN = {".git", ".cache"}
"""Folders that nobody looks into: git's own, and what is kept between builds only to save time."""

Program = Callable[[], object]
State = Mapping[Path, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Call:
    """A command in a folder, and what is chance in what it says or writes."""

    words: tuple[str, ...]
    folder: Path
    chance_said: re.Pattern[bytes] | None = None
    chance_written: re.Pattern[bytes] | None = None


def record(calls: Mapping[Path, Call], programs: Mapping[str, Program]) -> None:
    """Run commands one after the other, put what each says in the file `place`.txt, and move what it writes to the folder `place`.

    In a copy of this process, which has loaded everything once: most commands take less time than loading them.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _record_and_end(calls, programs)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        sys.exit(f"One of these calls ended without an answer: {', '.join(shlex.join(call.words) for call in calls.values())}")


def _record_and_end(calls: Mapping[Path, Call], programs: Mapping[str, Program]) -> NoReturn:
    code = 1
    try:
        for place, call in calls.items():
            _record(call, programs, place)
        code = 0
    except BaseException:  # noqa: BLE001  # whatever it is, this copy must never go on as if it were the process itself
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _record(call: Call, programs: Mapping[str, Program], place: Path) -> None:
    before = _state(call.folder)
    said = _said(call, programs)
    after = _state(call.folder)
    gone = "".join(f"--- removes {path}\n" for path in sorted(before.keys() - after.keys()))
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.with_name(f"{place.name}.txt").open("xb") as file:  # two calls never share a place
        file.write(_without(call.chance_said, said) + gone.encode())
    for path in sorted(path for path, facts in after.items() if before.get(path) != facts):
        _move(call, path, place, new=path not in before)


def _said(call: Call, programs: Mapping[str, Program]) -> bytes:
    """How a command ends and what it says; a program that is not among those loaded is a module, and gets a process of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        if program := programs.get(call.words[0]):
            with _speaking_to(out.fileno(), err.fileno()):
                code = _run(call, program)
        else:
            module = [sys.executable, "-P", "-m", *call.words]
            code = subprocess.run(module, cwd=call.folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, check=False).returncode
        out.seek(0)
        err.seek(0)
        beginning = f"{shlex.join(call.words)}\n--- ends with {code}\n--- says\n"
        return beginning.encode() + out.read() + b"--- says of errors\n" + err.read()


@contextmanager
def _speaking_to(out: int, err: int) -> Iterator[None]:
    """Has all that this process and those it starts say end in two files, and gives them nothing to read."""
    kept = [os.dup(number) for number in range(3)]
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, file in enumerate((nothing, out, err)):
        os.dup2(file, number)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for number, file in enumerate(kept):
            os.dup2(file, number)
            os.close(file)
        os.close(nothing)


def _run(call: Call, program: Program) -> int:
    """Do what the script of a program does, and tell how it ends."""
    os.chdir(call.folder)
    sys.argv = list(call.words)
    try:
        sys.exit(program())
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        sys.stderr.write(f"{end.code}\n")
    except BaseException:  # noqa: BLE001  # whatever it is, it ends as in the script: with a trace
        traceback.print_exc()
    return 1


def _move(call: Call, path: Path, place: Path, *, new: bool) -> None:
    """What is new goes, so that the folder is as it was; a file that stood there and was changed stays."""
    source, target = call.folder / path, place / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if new and (source.is_symlink() or not call.chance_written):
        source.rename(target)
        return
    target.write_bytes(_without(call.chance_written, source.read_bytes()))
    if new:
        source.unlink()


def _without(chance: re.Pattern[bytes] | None, content: bytes) -> bytes:
    return chance.sub(b"(chance)", content) if chance else content


def _state(folder: Path) -> State:
    """What tells whether a file of the folder was written."""
    found: dict[Path, tuple[int, int, int]] = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in UNSEEN]
        for name in names:
            path = Path(parent, name)
            facts = path.lstat()
            found[path.relative_to(folder)] = (facts.st_mtime_ns, facts.st_size, facts.st_ino)
    return found
