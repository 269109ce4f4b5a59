"""What a folder whose files are replaced one by one holds of ours meanwhile: the new files, and the names of those that go."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from geleerd.adapters.output.kind import kind_at
from geleerd.adapters.output.output_error import OutputError
from geleerd.written.build_record import stays_inside

FILES, GONE = "files", "gone.json"


def must_be_whole(ready: Path) -> None:
    """Raises `OutputError` for a journal that we cannot have written: with a link, or with names outside its folder."""
    must_be_begun(ready)
    links = (path for path in _below(ready / FILES) if kind_at(path) not in {stat.S_IFREG, stat.S_IFDIR})
    if not (ready / GONE).is_file() or not _read(ready) or next(links, None):
        raise OutputError("output-in-the-way", path=ready)


def must_be_begun(journal: Path) -> None:
    """Raises `OutputError` when anything else than a journal, or the beginning of one, has its name."""
    expected = {journal / FILES: stat.S_IFDIR, journal / GONE: stat.S_IFREG}
    kind = kind_at(journal)
    if kind and not (kind == stat.S_IFDIR and {path: kind_at(path) for path in journal.iterdir()}.items() <= expected.items()):
        raise OutputError("output-in-the-way", path=journal)


def gone_of(ready: Path) -> list[str]:
    """The names of the files that go."""
    return [name for names in _read(ready) for name in names]


def new_of(ready: Path) -> Iterator[str]:
    """The paths of the new files that have not taken their places yet."""
    return (path.relative_to(ready / FILES).as_posix() for path in _below(ready / FILES) if kind_at(path) == stat.S_IFREG)


def _read(ready: Path) -> list[list[str]]:
    """The one list in the file, or none when it is no list of names that stay inside a folder."""
    try:
        names = json.loads((ready / GONE).read_bytes())
    except (ValueError, RecursionError):
        return []
    return [names] if isinstance(names, list) and all(isinstance(name, str) and stays_inside(name) for name in names) else []


def _below(folder: Path) -> Iterator[Path]:
    return (Path(above, name) for above, folders, names in os.walk(folder) for name in (*folders, *names))
