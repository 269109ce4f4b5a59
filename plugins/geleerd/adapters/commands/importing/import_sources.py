"""The files that somebody imports, read into contributions."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from geleerd.contribute.importing.pages import PageName, addresses_of
from geleerd.model.file_kinds import ending
from geleerd.read.foreign.tables import read_sheets, read_table
from geleerd.read.foreign.workbooks import WORKBOOKS, sheets_in
from geleerd.read.foreign.writings import UnreadableError, Writing, read_event, read_writing, table_text, text_of

_PAGES = (".md", ".markdown", ".mdx", ".md.erb")
"""Ends of the files that a folder is searched for."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One contribution in a file: what it is called in the report, and a digest; or the reason why it cannot be read.

    The digest is that of what the contribution says, or of the address of an issue.

    `root` is the folder of its collection, out of which no picture comes along. `addresses` are those that it had on its former site.
    """

    path: Path
    root: Path
    name: str
    writing: Writing | None = None
    digest: str = ""
    addresses: tuple[str, ...] = ()
    reason: UnreadableError | None = None


class Reader:
    """Reads files into contributions. `columns` are those that the import understands in a table."""

    def __init__(self, columns: AbstractSet[str], *, are_events: bool) -> None:
        self._columns = columns
        self._are_events = are_events

    def sources(self, paths: Sequence[Path]) -> Iterator[Incoming]:
        """The contributions in these files, and in the pages of these folders."""
        for path, root in _files(paths):
            try:
                yield from self._read(path, root)
            except UnreadableError as reason:
                yield Incoming(path, root, path.name, reason=reason)

    def _read(self, path: Path, root: Path) -> Iterator[Incoming]:
        if path.is_symlink():
            raise UnreadableError("symlink")
        data = _bytes(path)
        if ending(path.name) in {"csv", *WORKBOOKS}:
            for writing in self._rows(path, data):
                row = json.dumps(dict(writing.fields), sort_keys=True, ensure_ascii=False)
                yield Incoming(path, root, path.name + writing.name.removeprefix(path.stem), writing, _digest(row.encode()))
        else:
            text = text_of(data, path.name)
            if self._are_events:
                issue = read_event(text)
                yield Incoming(path, root, path.name, issue, _digest(issue.address.encode() or data))
            else:
                yield _page(read_writing(text, path.stem), Incoming(path, root, path.name, digest=_digest(data)))

    def _rows(self, path: Path, data: bytes) -> tuple[Writing, ...]:
        if ending(path.name) == "csv":
            text, notes = table_text(data, path.name)
            first, *others = read_table(text, path.stem, self._columns)
            return (replace(first, notes=(*notes, *first.notes)), *others)
        return read_sheets(sheets_in(data, path.name), path.stem, self._columns)


def read_text(path: Path) -> str:
    """The text of a file. Raises `UnreadableError`."""
    return text_of(_bytes(path), path.name)


def _page(writing: Writing, incoming: Incoming) -> Incoming:
    """A page with what its name says: its title, its addresses, and its day when no field says one."""
    called = PageName.of(incoming.path.as_posix(), incoming.root.as_posix())
    fields = {"date": called.day, **writing.fields} if called.day else writing.fields
    page = replace(writing, name=called.name, title=called.title, fields=fields, is_page=True)
    return replace(incoming, writing=page, addresses=addresses_of(fields, called))


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Every file once, with the root of its collection."""
    together = _together(paths)
    found: dict[Path, Path] = {}
    for path in paths:
        whole = Path(os.path.abspath(path))  # noqa: PTH100  # a link by which somebody names a folder stays that name
        root = _repository(whole) or (whole if whole.is_dir() else together or whole.parent)
        for file in _pages_below(whole) if whole.is_dir() else (whole,):
            found.setdefault(file, root)
    yield from found.items()


def _pages_below(folder: Path) -> list[Path]:
    below = (path for path in folder.rglob("*") if path.name.lower().endswith(_PAGES) and path.is_file())
    return sorted(path for path in below if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _together(paths: Sequence[Path]) -> Path | None:
    """The folder that holds all files; None when that is no collection, but a home or the whole disk."""
    try:
        folder = Path(os.path.commonpath([path.absolute().parent for path in paths]))
    except ValueError:
        return None
    return None if folder in (Path.home(), *Path.home().parents) else folder


def _repository(path: Path) -> Path | None:
    """The folder of the repository that a file is part of."""
    return next((folder for folder in path.parents if (folder / ".git").exists()), None)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UnreadableError("unreadable") from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]
