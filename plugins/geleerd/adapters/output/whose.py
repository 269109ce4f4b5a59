"""Whose a folder is. Nothing is written over what no build made."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.output.by_file import contents, is_unfinished
from geleerd.adapters.output.kind import real_place
from geleerd.adapters.output.output_error import OutputError, refusing
from geleerd.adapters.outside.recorded_build import record_at
from geleerd.model.elsewhere.other_bases import FETCHED
from geleerd.model.settings import Settings
from geleerd.relate.places.fixed import BUILD_RECORD
from geleerd.written.build_record import NotARecordError

_GIT = ".git"
_OF_EARLIER_BUILDS = (("404.html",), ("robots.txt", "sitemap.xml"), ("assets/stylesheets/geleerd.css",))
"""Files of which every version of this program wrote one of each, also before there were records, and that are together neither in a copy
for disk nor in the theme. The first versions had no `robots.txt`, and a site without an address has no `sitemap.xml`."""


def sources_of(settings: Settings) -> list[Path]:
    """The folders that a build reads and people keep."""
    fetched = [settings.root / FETCHED] if settings.federate else []
    return [settings.root / settings.lessons_dir, settings.root / settings.content_dir, *fetched, *settings.overrides]


def must_be_ours(place: Path, root: Path, sources: Iterable[Path]) -> None:
    """Raises `OutputError` unless a folder is new, empty, or made by a build, and no source, knowledge base or home is in danger."""
    if touched := touched_folder(real_place(place), root, sources):
        raise OutputError("output-touches", path=place, folder=touched)
    if place.exists() and not place.is_dir():
        raise OutputError("output-no-folder", path=place)
    with refusing(place):
        names = contents(place)
    if names and not is_unfinished(place) and not _made_by_a_build(place):
        raise OutputError("output-not-ours", path=place, name=names[0])


def touched_folder(place: Path, root: Path, sources: Iterable[Path]) -> Path | None:
    """The source (or folder of git) that a place is, holds or lies in; or else the knowledge base or home that it is or holds."""
    gits = (folder for folder in (place / _GIT, place, *place.parents) if folder.name == _GIT and folder.exists())
    lost = (folder for folder in (root.resolve(), *_home()) if _is_within(folder, place))
    touching = (folder for folder in (root / _GIT, *sources) if _touch(place, folder.resolve()))
    return next((folder for found in (gits, touching, lost) for folder in found), None)


def _home() -> Iterable[Path]:
    with suppress(RuntimeError):  # some users have none
        yield Path.home().resolve()


def _touch(one: Path, other: Path) -> bool:
    return _is_within(one, other) or _is_within(other, one)


def _is_within(place: Path, folder: Path) -> bool:
    return any(_is_same(above, folder) for above in (place, *place.parents))


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, also where a name in capitals or another mount does."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _made_by_a_build(place: Path) -> bool:
    return _has_record(place) or all(any((place / name).is_file() for name in names) for names in _OF_EARLIER_BUILDS)


def _has_record(place: Path) -> bool:
    try:
        record_at(place / BUILD_RECORD)
    except (OSError, NotARecordError):
        return False
    return True
