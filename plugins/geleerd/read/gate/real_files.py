"""The real files in a folder of a knowledge base: neither links nor pipes, with names that every system can hold."""

import errno
import os
import posixpath
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.gate.names import escaped_path, name_problem, twins


@dataclass(frozen=True, slots=True)
class RealFile:
    """A file that passed the gate, and its size in bytes."""

    path: SourcePath
    size: int


@dataclass(frozen=True, slots=True)
class RealFolder:
    """A folder that passed the gate."""

    path: str


Seen = RealFile | RealFolder | Problem


def real_files(root: Path, folder: str) -> tuple[tuple[RealFile, ...], tuple[Problem, ...]]:
    """All files under `root/folder`, those of a folder before those of the folders in it, and a problem for whatever else stands there.

    A missing folder counts as empty, and hidden files and folders do not count at all. The folder itself may be a link; nothing below it
    may. Nothing is opened.
    """
    found = _seen(root, folder)
    return tuple(each for each in found if isinstance(each, RealFile)), tuple(each for each in found if isinstance(each, Problem))


def real_folders(root: Path, folder: str) -> tuple[str, ...]:
    """The paths of all folders under `root/folder`, and of that folder itself, by the same rules."""
    return (folder, *(each.path for each in _seen(root, folder) if isinstance(each, RealFolder)))


def read_bytes(root: Path, path: SourcePath) -> bytes:
    """The content of a file that passed the gate. Raises `OSError`, also when it has become a link or a pipe since: it does not wait."""
    with open(root / path, "rb", opener=_opened) as file:  # `Path.open` takes no opener
        return file.read()


def _opened(path: str, flags: int) -> int:
    number = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISREG(os.fstat(number).st_mode):
        return number
    os.close(number)
    raise OSError(errno.EINVAL, "no ordinary file", path)


def _seen(root: Path, folder: str) -> tuple[Seen, ...]:
    return tuple(_below(root, "" if folder == "." else folder)) if os.path.lexists(root / folder) else ()


def _below(root: Path, folder: str) -> Iterator[Seen]:
    try:
        with os.scandir(root / folder) as entries:
            seen = sorted((entry for entry in entries if not entry.name.startswith(".")), key=_order)
    except OSError:
        yield Problem(Place(escaped_path(folder)), Code.UNREADABLE_FILE)
        return
    doubled = twins(entry.name for entry in seen)
    for entry in seen:
        path = posixpath.join(folder, entry.name)
        if other := doubled.get(entry.name):
            yield Problem(Place(escaped_path(path)), Code.TWIN_NAME, {"other": escaped_path(other)})
        elif problem := name_problem(path, entry.name):
            yield problem
        else:
            yield from _passed(root, path, entry)


def _passed(root: Path, path: str, entry: os.DirEntry[str]) -> Iterator[Seen]:
    """The file, or all files in the folder, or the problem that it is neither."""
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        yield Problem(Place(path), Code.UNREADABLE_FILE)
        return
    if stat.S_ISDIR(found.st_mode):
        yield RealFolder(path)
        yield from _below(root, path)
    elif stat.S_ISREG(found.st_mode):
        yield RealFile(SourcePath(path), found.st_size)
    else:
        yield Problem(Place(path), Code.UNREADABLE_FILE)


def _order(entry: os.DirEntry[str]) -> tuple[bool, str]:
    return entry.is_dir(follow_symlinks=False), entry.name
