"""Watching for changes while somebody writes: MkDocs' watch follows links, out of the folder and without an end."""

import os
from typing import TYPE_CHECKING

from watchdog.observers.polling import PollingObserverVFS

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


def watch_without_links(server: "LiveReloadServer") -> None:
    """Let a server that does not run yet watch the same files and folders, and no links in them."""
    watches = [emitter.watch for emitter in server.observer.emitters]
    watched = {
        getattr(watch, "raw_path", watch.path): watch.is_recursive for watch in watches
    }  # of a file, newer versions watch the folder
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=server.observer.timeout)  # type: ignore[assignment]  # the other observer that polls
    for path, is_recursive in watched.items():
        server.watch(path, recursive=is_recursive)
