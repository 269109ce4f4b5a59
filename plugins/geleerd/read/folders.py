"""The files in the folders of a knowledge base."""

import os
from collections.abc import Iterator
from pathlib import Path

from geleerd.model.documents import File
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath
from geleerd.read.conflict_marks import conflict_marks
from geleerd.read.decode import decode

LARGEST_TEXT = 1_000_000
"""Bytes of a Markdown or YAML file; a long article has 50,000."""

_TEXTS = {".md", ".yml", ".yaml"}


def read_folder(root: Path, folder: str) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """All files under `root/folder` in the order of their paths, with the texts of text files, and problems with names and bytes.

    A missing folder counts as empty. Hidden files and folders are passed over. Symbolic links are not followed: they may
    lead out of the repository.
    """
    files: list[File] = []
    problems: list[Problem] = []
    for path in _walk(root / folder):
        name = SourcePath(path.relative_to(root).as_posix())
        file, wrong = _read(path, name)
        files += [file] if file else []
        problems.extend(wrong)
    return tuple(files), tuple(problems)


def read_bytes(root: Path, path: SourcePath) -> bytes:
    """The content of an image or document."""
    return (root / path).read_bytes()


def _walk(top: Path) -> Iterator[Path]:
    for folder, subfolders, names in os.walk(top):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _read(path: Path, name: SourcePath) -> tuple[File | None, tuple[Problem, ...]]:
    if path.is_symlink():
        return None, (Problem(Place(name), Code.UNREADABLE_FILE),)
    size = path.stat().st_size
    if path.suffix not in _TEXTS:
        return File(name, size), ()
    if size > LARGEST_TEXT:
        return File(name, size), (Problem(Place(name), Code.FILE_TOO_LARGE, {"limit": LARGEST_TEXT // 1000}),)
    try:
        data = path.read_bytes()
    except OSError:
        return File(name, size), (Problem(Place(name), Code.UNREADABLE_FILE),)
    text, problems = decode(data, name)
    return File(name, size, text), (*problems, *(Problem(Place(name, line), Code.CONFLICT_MARK) for line in conflict_marks(text or "")))
