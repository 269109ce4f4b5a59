"""The names beside a folder that is written, and whether what stands there is ours."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.output.by_file import BUILDING, LOCK
from geleerd.adapters.output.kind import found_at, kind_at
from geleerd.adapters.output.output_error import OutputError

_MARK, _NEW, _FORMER = ".geleerd", "new", "former"


@dataclass(frozen=True, slots=True)
class Beside:
    """The folder in which a new version of a folder grows and its former one waits while they change places, and the file of the lock."""

    workshop: Path
    lock: Path

    @property
    def building(self) -> Path:
        """Where the new version grows."""
        return self.workshop / _NEW

    @property
    def former(self) -> Path:
        """Where the former version waits."""
        return self.workshop / _FORMER

    @property
    def mark(self) -> Path:
        """The file that tells that the workshop is ours."""
        return self.workshop / _MARK

    def open(self) -> None:
        """Make the workshop. Raises `OSError` when anything stands there, were it a link."""
        self.workshop.mkdir()
        self.mark.touch(exist_ok=False)

    def must_be_ours(self) -> None:
        """Raises `OutputError` when somebody else's folder, a file or a link has the name of our workshop, and `OSError`.

        A folder is ours when it has our mark, or nothing yet, and holds nothing but what we make.
        """
        workshop = kind_at(self.workshop)
        if workshop and not (workshop == stat.S_IFDIR and self._holds_what_we_make()):
            raise OutputError("output-in-the-way", path=self.workshop)

    def lock_must_be_ours(self) -> None:
        """Raises `OutputError` when anything but an empty file has the name of our lock, and `OSError`."""
        found = found_at(self.lock)
        if found and (found.st_size or not stat.S_ISREG(found.st_mode)):
            raise OutputError("output-in-the-way", path=self.lock)

    def _holds_what_we_make(self) -> bool:
        kinds = {path: kind_at(path) for path in self.workshop.iterdir()}
        expected = {self.mark: stat.S_IFREG, self.building: stat.S_IFDIR, self.former: stat.S_IFDIR}
        return not kinds or (self.mark in kinds and kinds.items() <= expected.items())


def beside(place: Path) -> Beside:
    """The names beside a folder: `.site.building` for `site`. They are inside it where its own folder cannot be written."""
    above = next(folder for folder in place.parents if folder.exists())
    if os.access(above, os.W_OK):
        return Beside(place.parent / f".{place.name}.building", place.parent / f".{place.name}.lock")
    return Beside(place / BUILDING, place / LOCK)
