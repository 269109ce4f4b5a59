"""Hears of the system which files somebody saves."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_CHANGING = frozenset({"created", "modified", "deleted", "moved", "closed"})
"""Kinds of events after which a file holds something else; reading one is an event, too."""


class _Heard(FileSystemEventHandler):
    def __init__(self, changed: threading.Event, only: Path | None = None) -> None:
        self._changed = changed
        self._only = str(only) if only else None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take notice of an event."""
        if event.event_type in _CHANGING and self._only in {None, event.src_path, event.dest_path}:
            self._changed.set()


@contextmanager
def watched(folders: Iterable[Path], config: Path) -> Iterator[threading.Event]:
    """An event that is set whenever something changes in one of the folders or in the configuration. Raises `OSError`."""
    changed = threading.Event()
    observer = Observer()
    for folder in {folder.resolve() for folder in folders if folder.is_dir()}:
        observer.schedule(_Heard(changed), str(folder), recursive=True)
    observer.schedule(_Heard(changed, config), str(config.parent), recursive=False)
    observer.start()
    try:
        yield changed
    finally:
        observer.stop()
        observer.join()
