"""The files in the folders of a knowledge base, with the texts of text files."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from geleerd.model.documents import File
from geleerd.model.limits import LARGEST_TEXT, LONGEST_LINE
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.conflict_marks import conflict_marks
from geleerd.read.decode import decode
from geleerd.read.gate.real_files import RealFile, read_bytes, real_files

FilesRead = tuple[tuple[File, ...], tuple[Problem, ...]]
"""Files, and the problems with what is none, with names and with bytes."""

ReadFolder = Callable[[Path, str], FilesRead]
"""A way to come by the files in a folder of a knowledge base: from disk, or with what somebody is writing in the place of some."""

_TEXTS = {".md", ".yml", ".yaml"}
_TEXTS_FOR_HOSTS = {"_redirects", "redirects.map"}


def read_folder(root: Path, folder: str) -> FilesRead:
    """All files under `root/folder` that pass the gate, and problems with what does not, with names and with bytes."""
    real, refused = real_files(root, folder)
    read = [_read(root, file) for file in real]
    return tuple(file for file, _ in read if file), (*refused, *(problem for _, problems in read for problem in problems))


def read_file(root: Path, path: SourcePath) -> tuple[File | None, tuple[Problem, ...]]:
    """A file that passed the gate before, and the problems with its bytes; no file when nobody can read it."""
    return _read(root, RealFile(path, os.lstat(root / path).st_size))


def _read(root: Path, real: RealFile) -> tuple[File | None, tuple[Problem, ...]]:
    name, size = real.path, real.size
    if not is_text(name):
        return File(name, size), ()
    if size > LARGEST_TEXT:
        return File(name, size), (_too_large(name),)
    try:
        data = read_bytes(root, name)
    except OSError:
        return None, (Problem(Place(name), Code.UNREADABLE_FILE),)
    return text_file(name, data)


def is_text(path: str) -> bool:
    """Whether a file is read as a text."""
    return PurePosixPath(path).suffix in _TEXTS or PurePosixPath(path).name in _TEXTS_FOR_HOSTS


def text_file(path: SourcePath, data: bytes) -> tuple[File, tuple[Problem, ...]]:
    """A text by its bytes, wherever they come from, and the problems with these."""
    size = len(data)
    if size > LARGEST_TEXT:
        return File(path, size), (_too_large(path),)
    text, problems = decode(data, path)
    if too_long := tuple(_too_long(path, text or "")):
        return File(path, size), (*problems, *too_long)
    return File(path, size, text), (*problems, *(Problem(Place(path, line), Code.CONFLICT_MARK) for line in conflict_marks(text or "")))


def _too_large(path: SourcePath) -> Problem:
    return Problem(Place(path), Code.FILE_TOO_LARGE, {"limit": LARGEST_TEXT // 1000})


def _too_long(name: SourcePath, text: str) -> Iterator[Problem]:
    lines = text.split("\n")
    if max(map(len, lines)) <= LONGEST_LINE:
        return
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            yield Problem(Place(name, number), Code.LINE_TOO_LONG, {"count": len(line), "limit": LONGEST_LINE})
