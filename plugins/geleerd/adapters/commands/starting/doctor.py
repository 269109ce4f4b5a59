"""Looks at what a knowledge base is built with: programs, settings and history, and what of it needs somebody's hand."""

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

from geleerd.adapters.building.days import days_from_git
from geleerd.adapters.building.unsettled import unsettled
from geleerd.adapters.commands.starting.pinned import pins_in
from geleerd.adapters.settings.configuration import CONFIG, read_configuration
from geleerd.adapters.settings.frame import without_effect
from geleerd.adapters.settings.load import unknown_settings
from geleerd.locale.catalogue import Catalogue, catalogue
from geleerd.model.settings import SCHEMA, Settings
from geleerd.reading import library_of

_SHOWN = ("geleerd", "mkdocs", "mkdocs-material")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Diagnosed:
    """One sentence about a knowledge base; `wrong` when somebody has to do something."""

    sentence: str
    wrong: bool = True


def diagnosis(settings: Settings) -> Iterator[Diagnosed]:
    """What there is to say, the programs first; a knowledge base that lacks nothing has findings that are all right."""
    words = catalogue(settings.language, settings.declarations)
    found = ", ".join(f"{name} {_version(name)}" for name in _SHOWN)
    yield Diagnosed(words.console("doctor-programs", found=f"Python {platform.python_version()}, {found}"), wrong=False)
    yield from map(Diagnosed, (*_needed(words), *_pinned(settings, words), *_of_settings(settings, words)))
    told: list[str] = []
    days_from_git(settings.folders, words, told.append)
    yield from map(Diagnosed, (*told, *unsettled(library_of(settings), settings, words)))


def _needed(words: Catalogue) -> Iterator[str]:
    """What the program needs and has not, or has in another version."""
    for needed in map(Requirement, requires("geleerd") or ()):
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            here = _version(needed.name)
            if not here or not needed.specifier.contains(here, prereleases=True):
                yield words.console("doctor-needed", needed=f"{needed.name}{needed.specifier}", here=here or words.console("doctor-absent"))


def _pinned(settings: Settings, words: Catalogue) -> Iterator[str]:
    """The packages that differ from what the knowledge base pins."""
    file = settings.root / "requirements.txt"
    pins = pins_in(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else {}
    if differing := [f"{name} {here} ({pin})" for name, pin in pins.items() if (here := _version(name)) not in {"", pin}]:
        more = ["…"] if len(differing) > _MOST_NAMED else []
        yield words.console("doctor-pinned", count=len(differing), found=", ".join([*differing[:_MOST_NAMED], *more]))


def _of_settings(settings: Settings, words: Catalogue) -> Iterator[str]:
    written = read_configuration(settings.root / CONFIG)
    if names := without_effect(written):
        yield words.console("without-effect", names=", ".join(names))
    if names := unknown_settings(written):
        yield words.console("unknown-settings", names=", ".join(names))
    if settings.schema < SCHEMA:
        yield words.console("doctor-schema", schema=settings.schema, known=SCHEMA)
    if not settings.repository:
        yield words.console("doctor-repository")


def _version(name: str) -> str:
    """The installed version; empty for a package that is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
