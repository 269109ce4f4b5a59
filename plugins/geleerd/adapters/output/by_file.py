"""Replaces the files of a folder that cannot move itself, such as a mounted volume: one by one, and each of them is whole at every moment.

Three steps. First the new files are copied into the folder under a name of ours, while nothing that stands is touched. Renaming that name
is the moment of decision: before it the old files count, and after it the new. Then every file takes its place, and what a former version
left goes last. What was killed after the decision is finished by `finish_replacing`.
"""

import filecmp
import json
import os
import shutil
import stat
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.output.journal import FILES, GONE, gone_of, must_be_begun, must_be_whole
from geleerd.adapters.output.kind import has_real_folders
from geleerd.adapters.output.room import must_fit
from geleerd.adapters.outside.site_files import OF_THE_DISK, is_real_file

_NEW, READY = ".geleerd.new", ".geleerd.ready"
BUILDING, LOCK = ".geleerd.building", ".geleerd.lock"
OURS = frozenset({_NEW, READY, BUILDING, LOCK})
"""Our own names in a folder."""

_FIRST_PAGE = "index.html"


def contents(place: Path) -> list[str]:
    """The names in a folder that are neither ours nor those of its disk; none when there is no folder. Raises `OSError`."""
    names = os.listdir(place) if place.exists() else ()  # noqa: PTH208  # an OSError must come here, not later
    return sorted({*names} - _not_counted(place))


def _not_counted(place: Path) -> frozenset[str]:
    """The names in a folder that are ours, or those of its disk."""
    return OURS | {OF_THE_DISK} if os.path.ismount(place) else OURS


def is_unfinished(place: Path) -> bool:
    """Whether files were still taking their places when somebody stopped it."""
    return (place / READY).is_dir()


def must_be_our_journal(place: Path) -> None:
    """Raises `OutputError` when somebody else's has one of the names under which files wait to take their places, and `OSError`."""
    must_be_begun(place / _NEW)
    must_be_begun(place / READY)
    if is_unfinished(place):
        must_be_whole(place / READY)


def replace_files(new: Path, place: Path, *, keep: bool = False) -> None:
    """Let the files of a folder take the places of those in another, and remove what the new one lacks, unless `keep`.

    Raises `OutputError` when they do not fit, and `OSError`; all that stood then stands.
    """
    names = _names_below(new)
    changed = [name for name in names if not (has_real_folders(place, name) and _is_same_file(new / name, place / name))]
    gone = [] if keep else _gone_from(place, names)
    must_fit([new / name for name in changed], place)
    aside = place / _NEW
    try:
        aside.mkdir()
        _copy(changed, new, aside / FILES)
        (aside / GONE).write_text(json.dumps(gone), encoding="utf-8")
        aside.rename(place / READY)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    finish_replacing(place)


def finish_replacing(place: Path) -> bool:
    """Finish what was decided, and forget what was not. True if there was anything to finish. Raises `OutputError` and `OSError`."""
    must_be_our_journal(place)
    unfinished = is_unfinished(place)
    if unfinished:
        ready = place / READY
        gone = gone_of(ready)
        for source, target in sorted(_moves(ready / FILES, place), key=lambda move: _pages_last(move[0], ready / FILES)):
            _move(source, target)
        for name in gone:
            _remove(place, name)
        ready.rename(place / _NEW)
    shutil.rmtree(place / _NEW, ignore_errors=True)
    return unfinished


def _names_below(folder: Path) -> Collection[str]:
    """The paths of all files below a folder, from there, but for our own and those of its disk."""
    found: dict[str, None] = {}
    for above, folders, names in os.walk(folder):
        here = Path(above).relative_to(folder)
        skipped = () if here.parts else _not_counted(folder)
        links = [name for name in folders if Path(above, name).is_symlink()]
        folders[:] = [name for name in folders if name not in skipped]
        found.update({(here / name).as_posix(): None for name in (*names, *links) if name not in skipped})
    return found.keys()


def _is_same_file(one: Path, other: Path) -> bool:
    """Whether two files hold the same, for the same people."""
    if not is_real_file(other):
        return False
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (one, other)}
    return len(modes) == 1 and filecmp.cmp(one, other, shallow=False)


def _gone_from(place: Path, names: Collection[str]) -> list[str]:
    """The files that a new version lacks; not those that differ in capitals alone on a disk that knows no difference."""
    twins = {name.casefold(): place / name for name in names}
    return [name for name in _names_below(place) if name not in names and not _is_one_file(place / name, twins.get(name.casefold()))]


def _is_one_file(one: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and other.samefile(one)


def _copy(names: Collection[str], source: Path, target: Path) -> None:
    target.mkdir(parents=True)
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)
    for path in target.rglob("*"):
        with suppress(OSError):  # some disks know no modes
            shutil.copymode(source / path.relative_to(target), path)


def _moves(source: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """What has to move where: files, and folders that are not there yet."""
    for path in source.iterdir():
        place = target / path.name
        if path.is_dir() and place.is_dir() and not place.is_symlink():
            yield from _moves(path, place)
        else:
            yield path, place


def _pages_last(path: Path, root: Path) -> tuple[bool, bool, str]:
    """Pages come after what they show, and the first page after all others."""
    has_pages = path.suffix == ".html" or (path.is_dir() and any(path.rglob("*.html")))
    return path == root / _FIRST_PAGE, has_pages, path.as_posix()


def _move(source: Path, target: Path) -> None:
    """Let a file or folder take its place. Nothing is removed first unless one is a file and the other a folder."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    elif source.is_dir():
        target.unlink(missing_ok=True)
    source.replace(target)


def _remove(place: Path, name: str) -> None:
    """Remove a file, and the folders above it that it leaves empty."""
    with suppress(OSError, ValueError):  # what cannot go does no harm, and what cannot be a name is not there
        if not has_real_folders(place, name):
            return
        (place / name).unlink(missing_ok=True)
        for folder in (place / name).relative_to(place).parents[:-1]:
            (place / folder).rmdir()
