"""Makes a site anew after every save: the pages that people read are shown at once, and all other files follow."""

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click

from geleerd.adapters.building.build import write_planned, write_site
from geleerd.adapters.building.days import days_from_git
from geleerd.adapters.building.making import NotKeptError
from geleerd.adapters.building.summary import summary
from geleerd.adapters.kept.examined import known_files
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.kept.parts import KeptParts, LastPlan
from geleerd.adapters.kept.search_documents import KeptSearch
from geleerd.adapters.kept.words import known_words
from geleerd.adapters.serving.broken_page import reason_of
from geleerd.adapters.serving.latest import Latest
from geleerd.adapters.serving.shown_site import ShownSite, pages_by_path, shown_site
from geleerd.adapters.serving.watching import Saves
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.frame import frame_from
from geleerd.adapters.settings.load import settings_at, with_folders
from geleerd.guard import FailedError, without_failing
from geleerd.locale.catalogue import catalogue
from geleerd.making.maker import Maker
from geleerd.model.artefacts import Page
from geleerd.model.settings import Settings
from geleerd.pipeline import EarlierBuild, Planned, planned_pages
from geleerd.reading import Failed

PagesByPart = Mapping[str, tuple[Page, ...]]
"""The pages of the parts of a plan, by the names of the parts."""


@dataclass(frozen=True, slots=True)
class WrittenBefore:
    """What the last site was made of, when all of it was written: the next one need not find it out, plan it or make it again."""

    known: EarlierBuild
    plan: LastPlan
    pages: PagesByPart


class _Attempt:
    """One attempt at a site, after the last one if that was written."""

    def __init__(self, settings: Settings, configuration: Mapping[str, Any], before: WrittenBefore | None) -> None:
        self.settings = settings
        self.frame = frame_from(configuration, settings)
        self.configuration = configuration
        self._known = before.known if before else _kept(settings)
        self._parts = KeptParts(settings, JobKeys(settings, self.frame), before.plan if before else None)
        self._pages = before.pages if before else {}

    def planned(self, failed: Failed) -> tuple[Planned, Callable[[], Planned]]:
        """The pages that changed, and what plans all else that did. Raises `FailedError` and `StageError`."""
        found, rest = planned_pages(self.settings, self._known, failed, lambda reading: self._parts.unchanged(reading) & self._pages.keys())
        return (found, rest) if self._parts.hold(found) else planned_pages(self.settings, self._known, failed)

    def pages_of(self, found: Planned) -> PagesByPart:
        """The pages of a plan; those of a part that was not planned again are as they were."""
        return {
            part.name: self._pages[part.name] if part.jobs is None else tuple(job for job in part.jobs if isinstance(job, Page))
            for part in found.parts
        }

    def written(self, folder: Path, found: Planned) -> WrittenBefore:
        """Write a plan into an empty folder. Raises `FailedError`, and `NotKeptError` where only a whole build will do."""
        if not self._parts.hold(found):
            raise NotKeptError
        known = write_planned(folder, self.settings, self.configuration, found, self._known, self._parts)
        return WrittenBefore(known, self._parts.last, self.pages_of(found))


class Rebuilding:
    """Makes the site of one knowledge base again and again, into folders below `place`; what it finds out, it remembers."""

    def __init__(self, root: Path, place: Path, say: Callable[[str], None]) -> None:
        self._root = root
        self._place = place
        self._say = say
        self._number = 0
        self._stopped = False
        settings = settings_at(root)
        self._lessons = root / settings.lessons_dir
        self._words = catalogue(settings.language, settings.declarations)
        self._last: WrittenBefore | None = None

    def first(self) -> ShownSite:
        """The whole site for the first time. Raises `click.ClickException`, `StageError` and `OSError`."""
        return self._made(self._folder(1))[1]()

    def follow(self, saves: Saves, latest: Latest) -> None:
        """Show the site anew after every save, until somebody calls `stop`. What goes wrong is said, and what was shown stays."""
        while (files := saves.wait()) and not self._stopped:
            try:
                self._show(files, latest)
            except click.ClickException as error:
                self._say(error.format_message())
            except Exception as error:  # noqa: BLE001  # whatever it is, somebody goes on writing, and the next save may mend it
                self._say(self._words.console("serve-stays", reason=reason_of(error, self._words)))

    def stop(self, saves: Saves) -> None:
        """Let `follow` end."""
        self._stopped = True
        saves.add("")

    def _show(self, files: frozenset[str], latest: Latest) -> None:
        before = latest.site.folder
        site, finish = self._made(before)
        latest.show(site)
        self._number += not self._has_only_items(files)  # what these pages show came after them: they load once more
        latest.show(replace(finish(), number=self._number))
        shutil.rmtree(before, ignore_errors=True)

    def _has_only_items(self, files: frozenset[str]) -> bool:
        items = self._lessons.resolve()
        return all(file.endswith(".md") and Path(file).is_relative_to(items) for file in files)

    def _made(self, folder: Path) -> tuple[ShownSite, Callable[[], ShownSite]]:
        """A site of which the pages can be shown, with the files of an earlier one, and what makes its own."""
        began = time.monotonic()
        attempt = self._attempt()
        words = catalogue(attempt.settings.language, attempt.settings.declarations)
        found, rest = without_failing(attempt.planned)
        self._number += 1
        for problem in found.reading.problems:
            self._say(f"{problem.place}: {problem.code}: {words.problem(problem)}")
        self._say(summary(found.reading, words, time.monotonic() - began))
        pages = chain.from_iterable(attempt.pages_of(found).values())
        site = shown_site(self._number, folder, pages, found.reading, Maker(attempt.settings, attempt.frame), words)
        return site, partial(self._complete, site, attempt, rest)

    def _attempt(self) -> _Attempt:
        settings = with_folders(settings_at(self._root))
        words = catalogue(settings.language, settings.declarations)
        settings = replace(settings, changed=days_from_git(settings.folders, words, self._say))
        return _Attempt(settings, read_configuration(self._root / CONFIG), self._last)

    def _complete(self, site: ShownSite, attempt: _Attempt, rest: Callable[[], Planned]) -> ShownSite:
        """The site with its own files, and all its pages."""
        folder = self._folder(self._number)
        try:
            self._last = attempt.written(folder, rest())
        except (FailedError, NotKeptError):  # a file to leave out, or what was kept is gone: a whole build knows which
            self._last = None
            write_site(folder, attempt.settings, attempt.configuration)
            return replace(site, folder=folder)
        return replace(site, folder=folder, pages=pages_by_path(chain.from_iterable(self._last.pages.values())))

    def _folder(self, number: int) -> Path:
        return self._place / str(number)


def _kept(settings: Settings) -> EarlierBuild:
    """What builds kept, before the first site."""
    words = catalogue(settings.language, settings.declarations)
    return EarlierBuild(known_words(settings.root, words), known_files(settings), KeptSearch(settings.root, words).documents)
