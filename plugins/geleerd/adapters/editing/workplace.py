"""One knowledge base in which somebody is writing: what is wrong in a file as it stands in the editor, and what may stand there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geleerd.adapters.editing.files_at_work import FilesAtWork, as_saved
from geleerd.adapters.kept.examined import keep_files, known_files
from geleerd.adapters.outside.collector import rarely_collecting
from geleerd.adapters.settings.load import settings_at, with_folders
from geleerd.contribute.editing.fields_at import KnownFields
from geleerd.locale.catalogue import catalogue
from geleerd.model.causes import without_effects
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem, in_order
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.read.front_matter import read_document
from geleerd.read.roles import STAFF_PAGE, is_item_file, role_of
from geleerd.reading import Reading, reading_of
from geleerd.validate.examine import Examiner

TextsAtWork = Mapping[SourcePath, str]
"""What stands in the editor, by the path of its file."""


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors count them."""
    return re.split(r"\r\n|\r|\n", text)


@dataclass(frozen=True, slots=True)
class _Among:
    """What a check of all files says of one of them otherwise than a look at that file alone, each with the line where it stood."""

    added: tuple[tuple[str, Problem], ...] = ()
    dropped: frozenset[tuple[str, Code]] = frozenset()


class Workplace:
    """A knowledge base as its files were read once, with the texts in the editor in place of those on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files = FilesAtWork()
        self._among: Mapping[SourcePath, _Among] = Frozen()
        self.fields: KnownFields | None = None
        self._settings = self._read_settings()
        self._known = known_files(self._settings)
        self._is_kept = False

    def _read_settings(self) -> Settings:
        settings = with_folders(settings_at(self.root))
        self.words = catalogue(settings.language, settings.declarations)
        self._examiner = Examiner(settings.declarations, settings.nobodys_mailboxes)
        return settings

    def path_of(self, file: Path) -> SourcePath | None:
        """The path of a file that the check reads; None for any other."""
        whole = file.parent.resolve() / file.name
        if not whole.is_relative_to(self.root):
            return None
        path = whole.relative_to(self.root).as_posix()
        folders = (self._settings.lessons_dir, self._settings.content_dir)
        return (
            SourcePath(path) if path.endswith((".md", ".yml", ".yaml")) and path.startswith(tuple(f"{name}/" for name in folders)) else None
        )

    def saved(self) -> None:
        """Something changed on disk: the next look reads all files, and the settings. Raises what `settings_at` raises."""
        self._files.forget()
        self._settings = self._read_settings()

    def look(self, texts: TextsAtWork) -> None:
        """Look at all files together, which takes as long as a check in which little is new."""
        with rarely_collecting():
            reading = reading_of(self._settings, (), self._known, self._files.with_texts(texts))
        if not self._is_kept:
            keep_files(reading.known_files, self._known, self._settings)
            self._is_kept = True
        self._known = reading.known_files
        self._files.remember(reading.library.collection.files)
        self._among = Frozen({path: self._differences(path, text, reading) for path, text in texts.items()})
        self.fields = KnownFields(reading.library, self._settings.folders)

    def problems(self, path: SourcePath, text: str) -> tuple[Problem, ...]:
        """What is wrong in a text, as far as it can be told without reading other files again.

        What others had to do with stands as long as its line does.
        """
        lines, among = lines_of(text), self._among.get(path, _Among())
        alone = (problem for problem in self._alone(path, text) if (_line(problem, lines), problem.code) not in among.dropped)
        return in_order((*alone, *(moved for line, problem in among.added if (moved := _moved(problem, line, lines)))))

    def _differences(self, path: SourcePath, text: str, reading: Reading) -> _Among:
        lines = lines_of(text)
        alone = {(_line(problem, lines), problem.code): problem for problem in self._alone(path, text)}
        together = {(_line(problem, lines), problem.code) for problem in reading.problems if problem.place.file == path}
        others = (problem for problem in reading.problems if problem.place.file == path)
        added = tuple((_line(problem, lines), problem) for problem in others if (_line(problem, lines), problem.code) not in alone)
        return _Among(added, frozenset(alone.keys() - together))

    def _alone(self, path: SourcePath, text: str) -> tuple[Problem, ...]:
        """What is wrong in a text whatever other files say."""
        return in_order(without_effects(self._found_alone(path, text)))

    def _found_alone(self, path: SourcePath, text: str) -> Iterator[Problem]:
        settings, declarations = self._settings, self._settings.declarations
        file, of_bytes = as_saved(path, text)
        yield from of_bytes
        is_lesson = path.startswith(f"{settings.lessons_dir}/")
        folder = None if is_lesson else role_of(path, settings.content_dir, declarations)
        if folder == STAFF_PAGE or not (is_item_file(file, settings.lessons_dir) if is_lesson else folder):
            return
        document, of_form = read_document(file)
        yield from of_form
        examined = self._examiner.frame_entry(document, folder) if folder else self._examiner.item(document)
        yield from (*examined.problems, *examined.personal, *examined.hints)


def _line(problem: Problem, lines: Sequence[str]) -> str:
    return lines[problem.place.line - 1] if problem.place.line <= len(lines) else ""


def _moved(problem: Problem, line: str, lines: Sequence[str]) -> Problem | None:
    """The problem at the place where its line stands now; None when that line is gone."""
    number = problem.place.line
    if _line(problem, lines) == line:
        return problem
    now = min((at for at, said in enumerate(lines, 1) if said == line), key=lambda at: abs(at - number), default=None)
    if now is None:
        return None
    words = {
        name: word + now - number if name in {"line", "until"} and isinstance(word, int) else word
        for name, word in problem.parameters.items()
    }
    return replace(problem, place=Place(problem.place.file, now), parameters=words)
