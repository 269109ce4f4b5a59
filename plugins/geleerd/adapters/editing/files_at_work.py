"""The files of a knowledge base as they were read once, with what somebody is writing in the place of some of them."""

from collections.abc import Mapping
from pathlib import Path

from geleerd.model.documents import File
from geleerd.model.problems import Problem
from geleerd.model.strings import SourcePath
from geleerd.read.folders import FilesRead, ReadFolder, is_text, read_folder, text_file


class FilesAtWork:
    """Remembers what was read from disk, until somebody says that it changed there."""

    def __init__(self) -> None:
        self._kept: dict[str, FilesRead] = {}

    def forget(self) -> None:
        """Read from disk again when somebody asks."""
        self._kept.clear()

    def remember(self, files: Mapping[SourcePath, File]) -> None:
        """Keep what was found inside images and documents, so that nobody looks into them again."""
        for folder, (kept, problems) in self._kept.items():
            self._kept[folder] = tuple(files.get(file.path, file) if not is_text(file.path) else file for file in kept), problems

    def with_texts(self, texts: Mapping[SourcePath, str]) -> ReadFolder:
        """The files as they would be if these texts had been saved."""

        def read(root: Path, folder: str) -> FilesRead:
            if folder not in self._kept:
                self._kept[folder] = read_folder(root, folder)
            files, problems = self._kept[folder]
            known = {file.path for file in files}
            here = {path: text for path, text in texts.items() if path.startswith(f"{folder}/") and (path in known or _is_new(root, path))}
            written = {path: as_saved(path, text) for path, text in here.items()}
            return (
                (*(file for file in files if file.path not in here), *(file for file, _ in written.values())),
                (*_of_others(problems, here), *(problem for _, found in written.values() for problem in found)),
            )

        return read


def as_saved(path: SourcePath, text: str) -> tuple[File, tuple[Problem, ...]]:
    """The file that would be if this text were saved, and the problems with its bytes."""
    return text_file(path, text.encode("utf-8", "surrogatepass"))


def _is_new(root: Path, path: SourcePath) -> bool:
    """Whether a text would make a new file. What is on disk and was not read has a reason for that, which stays."""
    return is_text(path) and not (root / path).exists()


def _of_others(problems: tuple[Problem, ...], texts: Mapping[SourcePath, str]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.place.file not in texts)
