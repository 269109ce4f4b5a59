"""A site as it is shown while somebody writes: its pages are made when they are asked for, all else lies in a folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from geleerd.adapters.serving.broken_page import broken_page
from geleerd.locale.catalogue import Catalogue
from geleerd.making.maker import HtmlFile, Maker
from geleerd.model.artefacts import Page
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Severity
from geleerd.model.problems import Problem
from geleerd.model.strings import SourcePath
from geleerd.model.urls import file_of
from geleerd.reading import Reading

_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class ShownSite:
    """A site after a save; `number` counts the saves. `pages` has its pages by path, `folder` all other files.

    The files may be those of the save before, until the new ones are written. `broken` has the problems of the files that are not on the
    site, by the names of the folders that their pages would have: the name of the file, and the id of an item.
    """

    number: int
    folder: Path
    pages: Mapping[str, Page]
    maker: Maker
    broken: Mapping[str, tuple[Problem, ...]]
    words: Catalogue

    def html(self, path: str) -> str | None:
        """The page at a path of the site; what is wrong with it when it cannot be there; None when nothing is known of it."""
        if page := self.pages.get(path):
            return next(made.content for made in self.maker.make(page) if isinstance(made, HtmlFile))
        if problems := self._problems(path):
            return broken_page(problems, self.words)
        return None

    def file(self, path: str) -> Path | None:
        """The file at a path; None when there is none."""
        file = self.folder / path
        return file if file.is_file() else None

    def has_folder(self, path: str) -> bool:
        """Whether a page stands at a path, if somebody would end it with a slash."""
        inside = f"{path}/{_INDEX}"
        return inside in self.pages or (self.folder / inside).is_file()

    def _problems(self, path: str) -> tuple[Problem, ...]:
        name = PurePosixPath(path)
        return self.broken.get(name.parent.name, ()) if name.name == _INDEX else ()


def shown_site(number: int, folder: Path, pages: Iterable[Page], reading: Reading, maker: Maker, words: Catalogue) -> ShownSite:
    """The site with the pages of a plan for a reading."""
    found = pages_by_path(pages)
    sources = {page.source for page in found.values() if page.source}
    return ShownSite(number, folder, found, maker, _broken(reading, sources), words)


def pages_by_path(pages: Iterable[Page]) -> Mapping[str, Page]:
    """Pages by the paths of their files on the site."""
    return Frozen({file_of(page.address): page for page in pages})


def _broken(reading: Reading, shown: Iterable[str]) -> Mapping[str, tuple[Problem, ...]]:
    found: dict[str, tuple[Problem, ...]] = {}
    files = reading.library.collection.files
    for problem in reading.problems:
        path = problem.place.file
        if problem.severity is Severity.ERROR and path not in shown:
            file = files.get(SourcePath(path))
            for name in {PurePosixPath(path).stem, *_ids(file.text or "" if file else "")}:
                found[name] = (*found.get(name, ()), problem)
    return Frozen(found)


def _ids(text: str) -> Iterator[str]:
    """The id of an item of which the rest may be unreadable."""
    for line in text.splitlines():
        if line.startswith("id:"):
            yield line.removeprefix("id:").strip(" \"'")
            return
