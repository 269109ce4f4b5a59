"""The files of a finished site on disk: their checksums, and modes that do not depend on who built it."""

import hashlib
import os
import stat
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from geleerd.model.frozen import Frozen

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every real file below a folder, by its path from there, in an order that is the same everywhere. Links and pipes are none."""
    for path in sorted(Path(above, name) for above, _, names in os.walk(folder) for name in names):
        if is_real_file(path):
            yield path.relative_to(folder).as_posix(), path


def is_real_file(path: Path) -> bool:
    """Whether a file is there, and is no link, pipe or folder."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path) -> Mapping[str, str]:
    """The checksum of every file below a folder, by its path from there."""
    return Frozen({name: checksum_of(path) for name, path in files_below(folder)})


OF_THE_DISK = "lost+found"
"""The folder that a file system keeps for itself at the top of a disk."""


def found_in(folder: Path, expected: Collection[str]) -> Mapping[str, str]:
    """What stands in a folder where these files are expected, with the checksum of those that are there, and an empty text for all else.

    A folder that should hold none of them counts as one (`.git/`) and is not entered; that of a disk itself does not count. What
    cannot be read has an empty text too.
    """
    found: dict[str, str] = {}
    ordered = sorted(expected)
    for place, folders, names in os.walk(folder):
        inside = {name: Path(place, name).relative_to(folder).as_posix() for name in (*folders, *names)}
        if os.path.ismount(place):
            folders[:] = [name for name in folders if name != OF_THE_DISK]
        strange = {name for name in folders if not _holds_any(inside[name], ordered) or Path(place, name).is_symlink()}
        folders[:] = [name for name in folders if name not in strange]
        found |= {f"{inside[name]}/": "" for name in strange}
        found |= {inside[name]: _checksum(folder / inside[name]) if inside[name] in expected else "" for name in names}
    return Frozen(found)


def _holds_any(folder: str, ordered: Sequence[str]) -> bool:
    """Whether any of these paths, in their order, lies in a folder."""
    first = bisect_left(ordered, f"{folder}/")
    return first < len(ordered) and ordered[first].startswith(f"{folder}/")


def _checksum(path: Path) -> str:
    try:
        return checksum_of(path) if is_real_file(path) else ""
    except OSError:
        return ""


def give_modes(folder: Path) -> None:
    """Let everybody read all files and enter all folders, and the owner write, as a server needs it whatever the umask of who built."""
    for above, _, names in os.walk(folder):
        _give(above, FOLDER_MODE)
        for name in names:
            _give(f"{above}{os.sep}{name}", FILE_MODE)


def _give(path: str, mode: int) -> None:
    with suppress(OSError):  # some file systems know no modes
        found = os.lstat(path).st_mode
        if not stat.S_ISLNK(found) and stat.S_IMODE(found) != mode:
            os.chmod(path, mode)  # noqa: PTH101  # a `Path` for each of so many files takes long
