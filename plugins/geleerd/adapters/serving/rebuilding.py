"""Makes a site anew after every save: its pages are shown at once, and all other files follow."""

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from geleerd.adapters.building.build import write_planned, write_site
from geleerd.adapters.building.days import days_from_git
from geleerd.adapters.building.summary import summary
from geleerd.adapters.kept.examined import known_files
from geleerd.adapters.kept.words import known_words
from geleerd.adapters.serving.broken_page import reason_of
from geleerd.adapters.serving.latest import Latest
from geleerd.adapters.serving.shown_site import ShownSite, shown_site
from geleerd.adapters.serving.watching import Saves
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.frame import frame_from
from geleerd.adapters.settings.load import settings_at, with_folders
from geleerd.guard import FailedError, without_failing
from geleerd.locale.catalogue import catalogue
from geleerd.making.maker import Maker
from geleerd.model.settings import Settings
from geleerd.pipeline import EarlierBuild, Planned, planned


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
        self._known: EarlierBuild | None = None

    def first(self) -> ShownSite:
        """The whole site for the first time. Raises `click.ClickException`, `StageError` and `OSError`."""
        site, finish = self._made(self._folder(1))
        return replace(site, folder=finish())

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
        latest.show(replace(site, number=self._number, folder=finish()))
        shutil.rmtree(before, ignore_errors=True)

    def _has_only_items(self, files: frozenset[str]) -> bool:
        items = self._lessons.resolve()
        return all(file.endswith(".md") and Path(file).is_relative_to(items) for file in files)

    def _made(self, folder: Path) -> tuple[ShownSite, Callable[[], Path]]:
        """A site of which the pages can be shown, with the files of an earlier one, and what writes its own."""
        began = time.monotonic()
        settings = with_folders(settings_at(self._root))
        configuration = read_configuration(self._root / CONFIG)
        words = catalogue(settings.language, settings.declarations)
        settings = replace(settings, changed=days_from_git(settings.folders, words, self._say))
        found = self._planned(settings)
        self._number += 1
        for problem in found.reading.problems:
            self._say(f"{problem.place}: {problem.code}: {words.problem(problem)}")
        self._say(summary(found.reading, words, time.monotonic() - began))
        site = shown_site(self._number, folder, found, Maker(settings, frame_from(configuration, settings)), words)
        return site, partial(self._written, settings, configuration, found)

    def _planned(self, settings: Settings) -> Planned:
        words = catalogue(settings.language, settings.declarations)
        known = self._known or EarlierBuild(known_words(self._root, words), known_files(settings))
        found = without_failing(partial(planned, settings, known))
        self._known = EarlierBuild(found.known_words, found.reading.known_files)
        return found

    def _written(self, settings: Settings, configuration: Mapping[str, Any], found: Planned) -> Path:
        folder = self._folder(self._number)
        try:
            write_planned(folder, settings, configuration, found)
        except FailedError:  # something goes wrong only when a page is made: the build knows which file to leave out
            write_site(folder, settings, configuration)
        return folder

    def _folder(self, number: int) -> Path:
        return self._place / str(number)
