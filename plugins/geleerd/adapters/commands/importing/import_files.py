"""`geleerd import`: writes contributions from elsewhere as drafts in a folder."""

import os
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from geleerd.adapters.commands.importing.copied_files import CopiedFiles
from geleerd.adapters.commands.importing.import_record import ImportRecord, ImportRecords
from geleerd.adapters.commands.importing.import_sources import Incoming, Reader
from geleerd.adapters.outside.item_ids import new_item_id
from geleerd.adapters.outside.progress import with_bar
from geleerd.contribute.importing.items import Draft, Importer
from geleerd.contribute.importing.moved_links import link_notes, moved
from geleerd.contribute.importing.pages import PageName, page_at
from geleerd.contribute.importing.targets import NewPage, PageTargets, address_key, wiki_name
from geleerd.locale.catalogue import reserved_slugs
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import ItemId, item_id_from, slug_from
from geleerd.read.foreign.writings import Note, UnreadableError, Writing
from geleerd.read.gate.names import is_portable
from geleerd.relate.library import Library
from geleerd.validate.entries import slug_of


@dataclass(frozen=True, slots=True)
class Imported:
    """The result for one contribution: the file that was written, or why none was, or that it was there (`is_known`).

    `is_elsewhere`: it was there in another folder than that of this import. `links` counts those that were rewritten, `left` those that
    could not be.
    """

    name: str
    type: str = ""
    path: Path | None = None
    notes: tuple[Note, ...] = ()
    reason: UnreadableError | None = None
    is_known: bool = False
    is_elsewhere: bool = False
    links: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class _Planned:
    """A contribution that becomes a draft, with the record of it, and its draft as it is before its links are rewritten."""

    source: Incoming
    writing: Writing
    record: ImportRecord
    draft: Draft


class ImportRun:
    """Imports into one folder of a knowledge base. It never overwrites a file, and makes nothing twice."""

    def __init__(self, importer: Importer, library: Library, settings: Settings, folder: Path, *, are_events: bool = False) -> None:
        self._importer = importer
        self._reader = Reader(importer.columns, are_events=are_events)
        self._is_kept = not are_events  # an issue is no file, and what it links to lies on no disk of ours
        self._folder = folder.absolute()
        self._label = library.catalogue.console("progress-import")
        self._records = ImportRecords(settings.root, (settings.root / settings.lessons_dir, self._folder))
        self._taken = {slug_of(path) for path in library.collection.files} | reserved_slugs()
        entries = (*library.collection.items, *library.collection.drafts)
        self._places = {entry.fields.id: settings.root / entry.path for entry in entries}
        self.copies = CopiedFiles(self._folder)

    def files(self, paths: Sequence[Path]) -> Iterator[Imported]:
        """Import the contributions in these files, and in the pages of these folders; one result for each.

        First all names are chosen, since links lead from each file to any other.
        """
        planned = []
        sources = tuple(self._reader.sources(paths))
        said = {source.digest for source in sources}
        for source in with_bar(sources, self._label, len(sources)):
            result = self._planned(source, said)
            if isinstance(result, _Planned):
                planned.append(result)
            else:
                yield result
        if planned:
            self._folder.mkdir(parents=True, exist_ok=True)
        if self._is_kept:
            self._records.add((one.record for one in planned), self._folder)
        pages = self._pages(planned)
        for one in with_bar(planned, self._label, len(planned)):
            yield self._written(one, pages)

    def _planned(self, source: Incoming, said: AbstractSet[str]) -> _Planned | Imported:
        """What to write for a contribution. `said` are the digests of all that this run reads."""
        if source.writing is None:
            return Imported(source.name, reason=source.reason)
        known = self._records.of(source)
        if known and (place := self._place(known)):
            return self._known(source, place, has_changed=known.digest != source.digest)
        item_id = known.id if known else self._new_id(source)
        if place := self._places.get(item_id):
            return self._known(source, place)
        try:
            draft = self._importer.draft(source.writing, item_id)
        except UnreadableError as reason:
            return Imported(source.name, reason=reason)
        former = None if known else self._records.former_row(source, draft.slug, said)
        if former and (place := self._place(former)):
            return self._known(source, place, has_changed=True)
        path = known.path if known else self._folder / f"{self._name(draft, source)}.md"
        record = ImportRecord(source.path, source.digest, item_id, path, draft.top, source.addresses, source.writing.is_page)
        return _Planned(source, source.writing, record, draft)

    def _new_id(self, source: Incoming) -> ItemId:
        """An id of chance; for an issue, always the same one, so that the file itself shows that it was imported, wherever it is now."""
        return new_item_id() if self._is_kept else item_id_from(tuple(bytes.fromhex(source.digest[:12])))

    def _known(self, source: Incoming, place: Path, *, has_changed: bool = False) -> Imported:
        is_elsewhere = place.parent.resolve() != self._folder.resolve()
        notes = (Note("changed", Frozen({"name": source.name})),) if has_changed else ()
        return Imported(source.name, path=place, is_known=True, is_elsewhere=is_elsewhere, notes=notes)

    def _place(self, record: ImportRecord) -> Path | None:
        """Where the draft of a record is now; people may have moved it."""
        return self._places.get(record.id) or (record.path if record.path.exists() else None)

    def _name(self, draft: Draft, source: Incoming) -> str:
        """A name that nobody has: of the title, then with that of its folder, then with a number."""
        slug = draft.slug or draft.type
        folder = PageName.of(source.path.as_posix(), source.root.as_posix()).folder
        names = (slug, *([slug_from(f"{folder} {slug}")] if folder else []))
        return next(name for name in chain(names, (f"{slug}-{number}" for number in count(2))) if self._is_free(name))

    def _is_free(self, name: str) -> bool:
        free = name not in self._taken and is_portable(f"{name}.md") and not (self._folder / f"{name}.md").exists()
        self._taken |= {name} if free else set()
        return free

    def _pages(self, planned: Iterable[_Planned]) -> dict[str, NewPage]:
        """The new place of every page, by its former place and by the names that links between double brackets use."""
        pages = {}
        for record in (*self._records, *(one.record for one in planned)):
            if record.is_page:
                new = NewPage((self._place(record) or record.path).as_posix(), record.top)
                pages[page_at(record.source.as_posix())] = new
                pages.update({address_key(address): new for address in record.addresses})
                pages.setdefault(wiki_name(record.source.stem), new)
        for one in planned:
            pages.setdefault(wiki_name(one.draft.title), NewPage(one.record.path.as_posix(), one.record.top))
        return pages

    def _written(self, one: _Planned, pages: dict[str, NewPage]) -> Imported:
        new = NewPage(one.record.path.as_posix(), one.record.top)
        root = one.source.root
        targets = PageTargets(one.source.path.as_posix(), new, root.as_posix(), pages, self.copies.below(root))
        writing, links = moved(one.writing, targets) if self._is_kept else (one.writing, 0)
        try:
            draft = self._importer.draft(writing, one.record.id) if links else one.draft
            _write_whole(one.record.path, draft.text)
        except UnreadableError as reason:
            return Imported(one.source.name, reason=reason)
        except FileExistsError:
            return Imported(one.source.name, reason=UnreadableError("exists", one.record.path.name))
        notes = (*draft.notes, *link_notes(draft.document, targets))
        return Imported(one.source.name, draft.type, one.record.path, notes, links=links, left=len(targets.left))


def _write_whole(path: Path, text: str) -> None:
    """Write a new file whole or not at all, since an import may be stopped at any moment. Raises `FileExistsError`."""
    half = path.with_name(f".{path.name}.new")
    half.write_text(text, encoding="utf-8", newline="\n")
    try:
        os.link(half, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    finally:
        half.unlink()
