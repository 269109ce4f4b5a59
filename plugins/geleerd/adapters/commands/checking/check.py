"""`geleerd check`: selects the problems of the given files, and of what vanished since an earlier revision."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.commands.checking.findings import findings_at
from geleerd.adapters.kept.last_check import Findings
from geleerd.adapters.settings.configuration import CONFIG
from geleerd.adapters.settings.load import settings_around, with_folders
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.model.documents import File
from geleerd.model.elsewhere.other_bases import FETCHED
from geleerd.model.problems import Problem, has_errors, in_order
from geleerd.model.settings import Folders, Settings
from geleerd.model.strings import SourcePath
from geleerd.read.folders import read_folder
from geleerd.read.gate.names import escaped_path


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The problems that a check found, and the number of items and frame entries.

    Of the files that were asked for, `drafts` do not go online yet; `others` is the number of other items, frame entries and staff pages.
    The `declarations` have the owner's own words for what the problems name.
    """

    problems: tuple[Problem, ...]
    items: int
    frame: int
    language: str
    drafts: tuple[str, ...] = ()
    others: int = 0
    declarations: Declarations = DECLARATIONS

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
    is_wanted = _asked_for(wanted, settings.root)
    extra, form = _outside(wanted, settings.folders)
    findings, gone = (findings_at(settings), None) if base is None and not extra else _looked_up(settings, extra, base)
    problems = tuple(problem for problem in (*form, *findings.problems) if is_wanted(problem.place.file))
    return CheckOutcome(
        problems=problems if gone is None else in_order((*problems, *gone)),
        items=findings.items,
        frame=findings.frame,
        language=settings.language,
        drafts=tuple(filter(is_wanted, findings.drafts)),
        others=sum(map(is_wanted, findings.others)),
        declarations=settings.declarations,
    )


def _looked_up(settings: Settings, extra: Sequence[File], base: str | None) -> tuple[Findings, tuple[Problem, ...] | None]:
    """What there is to tell with files from elsewhere, and of what vanished since a revision, if there is one to compare with."""
    from geleerd.adapters.commands.checking.all_files import findings_of, read_all  # noqa: PLC0415  # loading the stages takes longer than most checks, which need none

    reading = read_all(settings, extra)
    if base is None:
        return findings_of(reading), None
    from geleerd.adapters.commands.checking.vanished_since import vanished_since  # noqa: PLC0415  # no other check waits for what reads git and its files

    return findings_of(reading), vanished_since(base, settings, reading)


def _named(given: Path, root: Path) -> Path:
    """The full path of what was asked for: within the knowledge base as it is called there, since a link is judged and not followed."""
    named = Path(os.path.abspath(given))  # noqa: PTH100  # a link stays one
    return named if named.is_relative_to(root) else given.resolve()


def _outside(wanted: Sequence[Path], folders: Folders) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The files outside the knowledge base, by their full path: it has folders, its configuration, and what was fetched of others."""
    known = [folders.root / name for name in (folders.lessons, folders.content, CONFIG, FETCHED)]
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


def _asked_for(wanted: Sequence[Path], root: Path) -> Callable[[str], bool]:
    """Whether a file is, or lies in, one of those that were asked for; with none, every file is."""
    if not wanted:
        return lambda _: True
    places = frozenset(os.path.normcase(escaped_path(str(path))) for path in wanted)
    folders = tuple(os.path.join(place, "") for place in places)  # noqa: PTH118  # with a sign at its end

    def is_wanted(name: str) -> bool:
        file = os.path.normcase(escaped_path(os.path.join(root, name)))  # noqa: PTH118  # a `Path` for every file takes longer than to read what was kept
        return file in places or file.startswith(folders)

    return is_wanted
