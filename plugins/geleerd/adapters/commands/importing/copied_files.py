"""The pictures and documents that imported pages show or offer: copied beside their drafts."""

from collections.abc import Iterator
from functools import cached_property
from itertools import count
from pathlib import Path

from geleerd.model.documents import File
from geleerd.model.file_kinds import LIMITS, ending
from geleerd.model.frozen import Frozen
from geleerd.model.limits import LARGEST_LOOKED_INTO
from geleerd.model.problems import Place, Problem
from geleerd.model.strings import SourcePath, slug_from
from geleerd.read.contents import with_contents
from geleerd.read.foreign.writings import Note
from geleerd.read.gate.names import is_portable
from geleerd.texts.files import checked_asset

_PAGES = frozenset({"md", "erb", "markdown", "mdx"})


class CopiedFiles:
    """Copies files into one folder. Files that hold the same share one copy; of two with the same name, neither overwrites the other."""

    def __init__(self, folder: Path) -> None:
        self.count = 0
        self._folder = folder
        self._collections: dict[Path, FilesBelow] = {}

    def below(self, root: Path) -> "FilesBelow":
        """The files of one collection."""
        return self._collections.setdefault(root, FilesBelow(root, self))

    def placed(self, file: Path, data: bytes) -> str:
        """The copy of a file with these bytes."""
        for target in map(self._folder.joinpath, filter(is_portable, _names(file))):
            if not target.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as copy:
                    copy.write(data)
                self.count += 1
            if target.read_bytes() == data:
                break
        return target.as_posix()


class FilesBelow:
    """The pictures and documents of a collection, all below its root."""

    def __init__(self, root: Path, copies: CopiedFiles) -> None:
        self._root = root
        self._copies = copies
        self._done: dict[Path, str | Note | None] = {}

    def copied(self, path: str) -> str | Note | None:
        """The copy of a file; a note when it may not come along, None when there is no such file in the collection or it is a page."""
        file = Path(path)
        if file not in self._done:
            self._done[file] = self._copied(file)
        return self._done[file]

    def anywhere(self, name: str) -> str:
        """The path of a picture or document with this name, wherever it lies in the collection; empty when there is none."""
        return self._named.get(name.casefold(), "")

    @cached_property
    def _named(self) -> dict[str, str]:
        files = (path for path in sorted(self._root.rglob("*"), reverse=True) if ending(path.name) in LIMITS)
        return {path.name.casefold(): path.as_posix() for path in files}

    def _copied(self, file: Path) -> str | Note | None:
        try:
            whole = file.resolve()
            if not whole.is_file() or ending(file.name) in _PAGES:
                return None
            if not whole.is_relative_to(self._root.resolve()):
                return Note("file-outside", Frozen({"name": file.name, "folder": self._root.name}))
            if problem := _refused(whole, file.name):
                return Note("file-left", Frozen({"name": file.name}), problem)
            return self._copies.placed(file, whole.read_bytes())
        except (OSError, ValueError):
            return None


def _names(file: Path) -> Iterator[str]:
    """The names that a copy may have: its own, then with that of its folder, then with a number."""
    kind = ending(file.name)
    stem = slug_from(file.stem) or kind
    yield f"{stem}.{kind}"
    if parent := slug_from(file.parent.name):
        yield f"{parent}-{stem}.{kind}"
    yield from (f"{stem}-{number}.{kind}" for number in count(2))


def _refused(whole: Path, name: str) -> Problem | None:
    """The first problem that would keep the file off the site."""
    size = whole.stat().st_size
    file = File(SourcePath(name), size)
    if ending(name) in LIMITS and size <= LARGEST_LOOKED_INTO:
        file = with_contents(file, whole.read_bytes())
    return next(iter(checked_asset(name, file, Place(name))[1]), None)
