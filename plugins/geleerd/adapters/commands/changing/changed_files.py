"""Puts changed files in their places: all of them, or none."""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from geleerd.contribute.changing.as_before import as_before
from geleerd.contribute.changing.changes import FileChange
from geleerd.model.documents import File
from geleerd.model.strings import SourcePath
from geleerd.read.gate.real_files import read_bytes


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file as it was and as it becomes: its path and bytes before, and those after. None where it is not there."""

    path: SourcePath
    to: SourcePath | None
    before: bytes
    after: bytes | None

    @property
    def stays(self) -> bool:
        """Whether the file stays in its old place too."""
        return self.to is not None and self.after is None


def changed_files(changes: Iterable[FileChange], root: Path, files: dict[SourcePath, File]) -> tuple[ChangedFile, ...]:
    """The bytes of every file that changes, before and after. Raises `OSError`."""
    return tuple(_changed(change, read_bytes(root, change.path), files[change.path]) for change in changes)


def _changed(change: FileChange, data: bytes, file: File) -> ChangedFile:
    if change.text is None or file.text is None:
        return ChangedFile(change.path, change.to, data, data if change.to and not change.stays else None)
    return ChangedFile(change.path, change.to, data, as_before(data.decode("utf-8"), file.text, change.text).encode())


def put_all(root: Path, changed: Iterable[ChangedFile]) -> None:
    """Write all files. When one of them cannot be written, all are as they were before. Raises `OSError`."""
    changed = tuple(changed)
    unfinished = {file: _beside(root / file.to) for file in changed if file.to}
    done: list[ChangedFile] = []
    folders = {(root / file.path).parent for file in changed} | {
        folder for place in unfinished.values() for folder in place.parents if not folder.exists()
    }
    try:
        for file, place in unfinished.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.before if file.after is None else file.after)
            place.chmod((root / file.path).stat().st_mode & 0o777)
        for file in changed:
            done.append(file)
            _settle(root, file, unfinished.get(file))
    except BaseException:
        for file in reversed(done):
            _restore(root, file)
        raise
    finally:
        for place in unfinished.values():
            place.unlink(missing_ok=True)
        for folder in sorted((folder for folder in folders if folder.parent != root), key=lambda folder: -len(folder.parts)):
            with contextlib.suppress(OSError):  # something lies in it
                folder.rmdir()


def _settle(root: Path, file: ChangedFile, unfinished: Path | None) -> None:
    if file.to and unfinished:
        os.replace(unfinished, root / file.to)  # noqa: PTH105  # as on every system
    if file.to != file.path and not file.stays:
        (root / file.path).unlink()


def _restore(root: Path, file: ChangedFile) -> None:
    with contextlib.suppress(OSError):  # the others are put back too
        if file.to and file.to != file.path:
            (root / file.to).unlink(missing_ok=True)
        (root / file.path).write_bytes(file.before)


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name}.unfinished")
