"""What was imported before: a line for each contribution, in a file beside the drafts that git keeps and no site shows.

It stands in the folder and not in the drafts, since what a page was called elsewhere is no fact about its lesson, and the folder may move.
It is written before the drafts: an import that stopped halfway goes on with the same names, to which links lead already.
"""

import json
import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath

from geleerd.adapters.commands.importing.import_sources import Incoming
from geleerd.model.strings import ItemId
from geleerd.read.foreign.writings import UnreadableError
from geleerd.read.gate.real_files import real_folders

RECORD = ".imported.jsonl"


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One contribution: the file that it came from, a digest of what that said, and its draft with its id, former anchor and addresses."""

    source: Path
    digest: str
    id: ItemId
    path: Path
    top: str = ""
    addresses: tuple[str, ...] = ()
    is_page: bool = True


class ImportRecords:
    """All records below the folders of a knowledge base. Sources are kept relative to its root, drafts beside their record."""

    def __init__(self, root: Path, folders: Iterable[Path]) -> None:
        self._root = root
        inside = (folder / below for folder in folders for below in real_folders(folder, "."))
        files = {folder / RECORD for folder in inside if (folder / RECORD).is_file()}
        self._all = [record for file in sorted(files) for record in self._read(file)]

    def __iter__(self) -> Iterator[ImportRecord]:
        return iter(self._all)

    def of(self, source: Incoming) -> ImportRecord | None:
        """What was imported of this source before: a page by its place, or by what it says when it moved; a row by what it says."""
        same = [record for record in self._all if record.digest == source.digest]
        if source.writing is None or not source.writing.is_page:
            return next((record for record in same if not record.is_page), None)
        here = (record for record in self._all if record.is_page and record.source == source.path)
        moved = (record for record in same if record.is_page and not record.source.exists())
        return next(chain(here, moved), None)

    def former_row(self, row: Incoming, name: str, said: AbstractSet[str]) -> ImportRecord | None:
        """What was imported of this row before somebody changed it: of the same table and name, and said no more."""
        if row.writing is None or row.writing.is_page:
            return None
        rows = (record for record in self._all if not record.is_page and record.source == row.path and record.digest not in said)
        return next((record for record in rows if record.path.stem == name), None)

    def add(self, records: Iterable[ImportRecord], folder: Path) -> None:
        """Write these records, and those that were there, into the file of a folder."""
        new = tuple(records)
        if not new:
            return
        self._all += new
        lines = {self._line(record) for record in self._all if record.path.parent == folder}
        draft = folder / f"{RECORD}.new"
        draft.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8", newline="\n")
        draft.replace(folder / RECORD)

    def _line(self, record: ImportRecord) -> str:
        source = Path(os.path.relpath(record.source, self._root)).as_posix()
        kept = {"source": source, "digest": record.digest, "id": record.id, "file": record.path.name, "top": record.top}
        return json.dumps({**kept, "addresses": record.addresses, "page": record.is_page}, ensure_ascii=False)

    def _read(self, file: Path) -> Iterator[ImportRecord]:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                kept = json.loads(line)
                source = Path(os.path.normpath(self._root / kept["source"]))
                path = file.parent / PurePath(kept["file"]).name  # a record leads to no other folder, whoever wrote it
                addresses = tuple(map(str, kept["addresses"]))
                item_id = ItemId(str(kept["id"]))
                yield ImportRecord(source, str(kept["digest"]), item_id, path, str(kept["top"]), addresses, kept["page"] is True)
            except (ValueError, KeyError, TypeError):
                raise UnreadableError("record", f"{Path(os.path.relpath(file, self._root)).as_posix()}:{number}") from None
