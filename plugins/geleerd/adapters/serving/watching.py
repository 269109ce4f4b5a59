"""Hears of the system which files somebody saves."""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_CHANGING = frozenset({"created", "modified", "deleted", "moved", "closed"})
"""Kinds of events after which a file holds something else; reading one is an event, too."""

_BURST = 0.02
"""Seconds in which an editor may do more than one thing to save a file."""


class Saves:
    """The files that were saved since somebody last asked, for one thread that waits for them."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._heard = threading.Condition()

    def add(self, *files: str) -> None:
        """Tell that files were saved."""
        with self._heard:
            self._files.update(files)
            self._heard.notify_all()

    def wait(self) -> frozenset[str]:
        """The paths of the files of the next burst, as soon as it is over."""
        with self._heard:
            self._heard.wait_for(lambda: self._files)
        time.sleep(_BURST)
        with self._heard:
            files, self._files = frozenset(self._files), set()
            return files


class _Hearing(FileSystemEventHandler):
    def __init__(self, saves: Saves, only: Path | None = None) -> None:
        self._saves = saves
        self._only = str(only) if only else None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take notice of an event."""
        told_by_its_files = event.is_directory and event.event_type == "modified"
        files = [str(path) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _CHANGING and not told_by_its_files and (self._only is None or self._only in files):
            self._saves.add(*files)


@contextmanager
def watched(folders: Iterable[Path], config: Path) -> Iterator[Saves]:
    """What is saved in one of the folders, and the configuration when it is. Raises `OSError`."""
    saves = Saves()
    observer = Observer()
    for folder in {folder.resolve() for folder in folders if folder.is_dir()}:
        observer.schedule(_Hearing(saves), str(folder), recursive=True)
    observer.schedule(_Hearing(saves, config), str(config.parent), recursive=False)
    observer.start()
    try:
        yield saves
    finally:
        observer.stop()
        observer.join()
