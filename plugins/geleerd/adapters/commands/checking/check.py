"""`geleerd check`: selects the problems of the given files, and of what vanished since an earlier revision."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.kept.examined import keep_files, known_files
from geleerd.adapters.outside.mishap import to_programmers
from geleerd.adapters.settings.load import settings_around, with_folders
from geleerd.model.collection import Collection
from geleerd.model.documents import File
from geleerd.model.problems import Problem, has_errors, in_order
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath
from geleerd.read.folders import read_folder
from geleerd.read.gate.names import escaped_path
from geleerd.reading import reading_of


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The problems that a check found, and the number of items and frame entries.

    Of the files that were asked for, `drafts` do not go online yet; `others` is the number of other items, frame entries and staff pages.
    """

    problems: tuple[Problem, ...]
    items: int
    frame: int
    language: str
    drafts: tuple[str, ...] = ()
    others: int = 0

    @property
    def failed(self) -> bool:
        """Whether any problem stops publication."""
        return has_errors(self.problems)


def check(paths: Sequence[Path], here: Path, base: str | None = None) -> CheckOutcome:
    """The problems of the whole knowledge base, or of the given files and folders in it.

    The paths say which knowledge base, or else the folder `here`. Files outside it are checked as items to be added to it. Problems
    with pages that vanished since the revision `base` are always included, whatever files are given. Raises `RevisionError` when that
    revision does not exist, and `click.UsageError` when there is no knowledge base, or more than one.
    """
    settings = with_folders(settings_around(here, paths))
    wanted = [path for given in paths if (path := _named(given, settings.root)) != settings.root]
    extra, form = _outside(wanted, settings.folders)
    known = known_files(settings)
    reading = reading_of(settings, extra, known)
    keep_files(reading.known_files, known, settings)
    for failure in reading.failures:
        to_programmers.debug("%s: %s", failure.path, failure.trace)
    problems = [problem for problem in (*form, *reading.problems) if _concerns(problem, wanted, settings.root)]
    if base is not None:
        from geleerd.adapters.commands.checking.vanished_since import vanished_since  # noqa: PLC0415  # no other check waits for what reads git and its files

        problems = [*in_order((*problems, *vanished_since(base, settings, reading)))]
    collection = reading.library.collection
    drafts, others = _told(collection)
    return CheckOutcome(
        problems=tuple(problems),
        items=len(collection.items) + len(collection.drafts),
        frame=sum(len(entries) for entries in collection.frame.values()),
        language=settings.language,
        drafts=tuple(path for path in drafts if _is_wanted(path, wanted, settings.root)),
        others=sum(_is_wanted(path, wanted, settings.root) for path in others),
    )


def _named(given: Path, root: Path) -> Path:
    """The full path of what was asked for: within the knowledge base as it is called there, since a link is judged and not followed."""
    named = Path(os.path.abspath(given))  # noqa: PTH100  # a link stays one
    return named if named.is_relative_to(root) else given.resolve()


def _told(collection: Collection) -> tuple[Sequence[SourcePath], Sequence[SourcePath]]:
    """The files of the drafts, and of everything else that should become a page, also if it is broken."""
    frame = (entry.path for entries in collection.frame.values() for entry in entries.values())
    pages = (page.path for page in collection.staff_pages)
    broken = [path for path, document in collection.broken.items() if (document.tree or {}).get("status") == "draft"]
    drafts = (*(entry.path for entry in collection.drafts), *broken)
    return drafts, (*(entry.path for entry in collection.items), *frame, *pages, *collection.broken.keys() - broken)


def _outside(wanted: Sequence[Path], folders: Folders) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The files outside the folders of the knowledge base, by their full path."""
    known = [folders.root / folders.lessons, folders.root / folders.content]
    files: list[File] = []
    problems: list[Problem] = []
    for path in wanted:
        if any(path.is_relative_to(folder) for folder in known) or folders.root.is_relative_to(path):
            continue
        root = path if path.is_dir() else path.parent
        found, wrong = read_folder(root, ".")
        chosen = [file for file in found if path.is_dir() or (root / file.path) == path]
        files += [File(SourcePath((root / file.path).as_posix()), file.size, file.text) for file in chosen]
        problems += [Problem(type(p.place)((root / p.place.file).as_posix(), p.place.line), p.code, p.parameters) for p in wrong]
    return tuple(files), tuple(problems)


def _concerns(problem: Problem, wanted: Sequence[Path], root: Path) -> bool:
    return _is_wanted(problem.place.file, wanted, root)


def _is_wanted(name: str, wanted: Sequence[Path], root: Path) -> bool:
    """Whether a file is, or lies in, one of those that were asked for; with none, every file is."""
    file = Path(escaped_path(str(root / name)))
    return not wanted or any(file.is_relative_to(escaped_path(str(path))) for path in wanted)
