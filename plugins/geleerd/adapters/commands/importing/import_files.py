"""`geleerd import`: writes contributions from elsewhere as drafts in a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.outside.item_ids import new_item_id
from geleerd.contribute.importing.items import Importer
from geleerd.locale.catalogue import reserved_slugs
from geleerd.model.file_kinds import ending
from geleerd.read.foreign.tables import read_sheets, read_table
from geleerd.read.foreign.workbooks import WORKBOOKS, sheets_in
from geleerd.read.foreign.writings import Note, UnreadableError, Writing, read_event, read_writing, text_of
from geleerd.relate.library import Library
from geleerd.validate.entries import slug_of


@dataclass(frozen=True, slots=True)
class Imported:
    """The result for one contribution: the file that was written, or why none was."""

    name: str
    type: str = ""
    path: Path | None = None
    notes: tuple[Note, ...] = ()
    reason: UnreadableError | None = None


class ImportRun:
    """Imports into one folder of a knowledge base. It never overwrites a file."""

    def __init__(self, importer: Importer, library: Library, folder: Path) -> None:
        self._importer = importer
        self._folder = folder
        self._taken = {slug_of(path) for path in library.collection.files} | reserved_slugs()

    def files(self, paths: Sequence[Path], *, are_events: bool) -> Iterator[Imported]:
        """Import the contributions in these files; one result for each."""
        for path in paths:
            try:
                writings = self._writings(path, is_event=are_events)
            except UnreadableError as reason:
                yield Imported(path.name, reason=reason)
                continue
            for writing in writings:
                yield self._imported(writing, path)

    def _writings(self, path: Path, *, is_event: bool) -> tuple[Writing, ...]:
        if ending(path.name) in WORKBOOKS:
            return read_sheets(sheets_in(_bytes(path), path.name), path.stem, self._importer.columns)
        text = read_text(path)
        if is_event:
            return (read_event(text),)
        return read_table(text, path.stem, self._importer.columns) if ending(path.name) == "csv" else (read_writing(text, path.stem),)

    def _imported(self, writing: Writing, path: Path) -> Imported:
        row = writing.name.removeprefix(path.stem) if writing.name.startswith(f"{path.stem}:") else ""
        name = path.name + row
        try:
            draft = self._importer.draft(writing, new_item_id())
        except UnreadableError as reason:
            return Imported(name, reason=reason)
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._written(draft.slug or draft.type, draft.text)
        return Imported(name, draft.type, target, draft.notes)

    def _written(self, slug: str, text: str) -> Path:
        number = 1
        while True:
            name = slug if number == 1 else f"{slug}-{number}"
            number += 1
            if name in self._taken:
                continue
            self._taken.add(name)
            try:
                with (self._folder / f"{name}.md").open("x", encoding="utf-8", newline="\n") as file:
                    file.write(text)
            except FileExistsError:
                continue
            return self._folder / f"{name}.md"


def read_text(path: Path) -> str:
    """The text of a file. Raises `UnreadableError`."""
    return text_of(_bytes(path), path.name)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UnreadableError("unreadable") from None
