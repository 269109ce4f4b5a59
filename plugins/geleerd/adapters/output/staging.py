"""Writes a folder beside the place where it will stand, so that whatever happens meanwhile leaves that place as it was."""

from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from geleerd.adapters.output.beside import beside
from geleerd.adapters.output.by_file import contents, is_unfinished, replace_files
from geleerd.adapters.output.kind import real_place
from geleerd.adapters.output.lock import FolderLock
from geleerd.adapters.output.output_error import refusing
from geleerd.adapters.output.swap import put_in_place, put_right


class Staging:
    """A folder for the new version of another one, until it stands in its place or is given up.

    `found` says what was put right of a build that was killed: "finished" or "restored" as in `put_right`, or nothing.
    """

    def __init__(self, place: Path, waiting: Callable[[], None], check: Callable[[Path], None] = lambda _: None) -> None:
        """Wait for our turn (`waiting` is called when another is writing), and put right what others left. Raises `OutputError`.

        `check` refuses by an `OutputError` to replace the folder as it is. It is asked before anything is touched, and at the end.
        """
        self._check = check
        self._place = real_place(place)  # the folder behind a symbolic link is replaced, and the link stays
        self._near = beside(self._place)
        self._lock = FolderLock(self._near.lock)
        with refusing(self._place), ExitStack() as unless_all_is_well:
            unless_all_is_well.enter_context(closing(self._lock))
            self._place.parent.mkdir(parents=True, exist_ok=True)
            self._near.lock_must_be_ours()
            self._lock.take(waiting)
            self._check(self._place)
            self.found = put_right(self._place, self._near)
            self._near.open()
            unless_all_is_well.pop_all()

    @property
    def folder(self) -> Path:
        """Where the new version is written."""
        return self._near.building

    def settle(self, *, complete: bool, keep: bool = False) -> None:
        """Put a complete version in its place, and give up any other. Raises `OutputError`; the former version then stands.

        With `keep`, a folder that is there stays the same one, with all that is in it: somebody may be standing in it.
        """
        try:
            if complete and self.folder.exists():
                self._put(keep=keep)
        finally:
            with closing(self._lock), suppress(OSError):  # the next one puts right what we cannot
                put_right(self._place, self._near)

    def _put(self, *, keep: bool) -> None:
        with refusing(self._place):
            if keep and self._place.exists():
                replace_files(self.folder, self._place, keep=True)
            else:
                self._check(self._place)
                put_in_place(self._place, self._near)


def must_be_free(place: Path) -> None:
    """Raises `FileExistsError` for a folder that holds anything, unless it is half of what we were writing, and `OutputError`."""
    real = real_place(place)
    nearest = next(folder for folder in (real, *real.parents) if folder.exists())
    with refusing(place):
        names = contents(nearest)
    if names and place.exists() and not is_unfinished(place):
        raise FileExistsError(place)


def write_new_folder(place: Path, write: Callable[[Path], object]) -> None:
    """Write a folder that is new or empty: whole, or not at all. One that was killed while its files took their places is finished.

    Raises `FileExistsError` for a folder that is not empty, `OutputError`, and what `write` raises.
    """
    staging = Staging(place, waiting=lambda: None)
    complete = False
    try:
        if staging.found != "finished":
            must_be_free(place)
            with refusing(place):
                write(staging.folder)
            complete = True
    finally:
        staging.settle(complete=complete, keep=True)
