"""`geleerd import`: writes contributions from elsewhere as drafts in a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.outside.item_ids import new_item_id
from geleerd.contribute.importing.items import Importer, Note
from geleerd.locale.catalogue import Catalogue, reserved_slugs
from geleerd.model.problems import Problem
from geleerd.read.foreign import UnreadableError, Writing, read_event, read_table, read_writing, text_of
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
                writings = _writings(path, is_event=are_events)
            except UnreadableError as reason:
                yield Imported(path.name, reason=reason)
                continue
            for writing in writings:
                yield self._imported(writing, path)

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


def _writings(path: Path, *, is_event: bool) -> tuple[Writing, ...]:
    text = read_text(path)
    if is_event:
        return (read_event(text),)
    return read_table(text, path.stem) if path.suffix.lower() == ".csv" else (read_writing(text, path.stem),)


def read_text(path: Path) -> str:
    """The text of a file. Raises `UnreadableError`."""
    try:
        return text_of(path.read_bytes(), path.name)
    except OSError:
        raise UnreadableError("unreadable") from None


def lines_about(imported: Imported, root: Path, words: Catalogue) -> Iterator[str]:
    """The lines about one contribution: first its place, then the things that a person should look at."""
    if imported.path is None:
        yield _one_line(words.console("import-not-read", file=imported.name, why=why_not(imported.reason, words)))
        return
    path = imported.path.resolve()
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    yield words.console("import-written", path=shown.as_posix(), type=words.type_name(imported.type))
    yield from (f"  {_one_line(_said(note, words))}" for note in imported.notes)


def _said(note: Note, words: Catalogue) -> str:
    why = words.problem(note.problem) if note.problem else ""
    return words.console(f"import-{note.key}", **note.words, why=why, heading=words.console("import-heading"))


def why_not(reason: UnreadableError | None, words: Catalogue) -> str:
    """The reason why a file could not be imported, with the line, if there is one."""
    if reason is None:
        return ""
    if isinstance(reason.reason, Problem):
        return words.console("import-at-line", line=reason.reason.place.line, why=words.problem(reason.reason))
    return words.console(f"import-{reason.reason}", detail=reason.detail)


def _one_line(text: str) -> str:
    """A sentence that stays on its line, since anybody may have written the text that it quotes."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
