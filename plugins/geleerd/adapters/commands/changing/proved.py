"""What a check would say after a plan, before anything is written: of the files, and of what was online before."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from geleerd.adapters.commands.changing.changed_files import ChangedFile, put_all
from geleerd.adapters.kept.examined import known_files
from geleerd.model.documents import File
from geleerd.model.problem_codes import Severity
from geleerd.model.problems import Problem, in_order
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.read.contents import with_contents
from geleerd.read.gate.real_files import read_bytes
from geleerd.reading import Reading, reading_of
from geleerd.relate.moves.vanished import vanished
from geleerd.texts.vanished_files import LookInto, vanished_files


def new_errors(settings: Settings, before: Reading, changed: Sequence[ChangedFile]) -> tuple[Problem, ...]:
    """The errors that the files would have after these changes and have not now, and what would vanish from the site."""
    with tempfile.TemporaryDirectory(prefix="geleerd-") as name:
        copy = _copied(settings, Path(name).resolve(), before.library.collection.files)
        put_all(copy, changed)
        after = reading_of(replace(settings, root=copy), (), known_files(settings))
        gone = (
            *vanished(before.library, after.library),
            *vanished_files(before.library, after.library, after.texts, _looking(settings.root)),
        )
    places = {str(file.path): str(file.to) for file in changed if file.to}
    known = Counter(_said(problem, places) for problem in before.problems)
    new = [problem for problem in after.problems if not _is_known(problem, known)]
    return in_order(problem for problem in (*new, *gone) if problem.severity is Severity.ERROR)


def _is_known(problem: Problem, known: Counter[tuple[str, str]]) -> bool:
    said = _said(problem, {})
    known[said] -= 1
    return known[said] >= 0


def _said(problem: Problem, places: Mapping[str, str]) -> tuple[str, str]:
    """A problem without its line, which may shift, and what it says, which may name the new place of something."""
    return places.get(problem.place.file, problem.place.file), str(problem.code)


def _copied(settings: Settings, folder: Path, files: Iterable[SourcePath]) -> Path:
    """The knowledge base in a folder: what no plan writes in is the same file, where the disk allows it."""
    for path in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(settings.root / path, place)
        except OSError:
            shutil.copyfile(settings.root / path, place)
    return folder


def _looking(root: Path) -> LookInto:
    def look_into(path: SourcePath) -> File:
        data = read_bytes(root, path)
        return with_contents(File(path, len(data)), data)

    return look_into
