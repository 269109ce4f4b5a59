"""The files of a finished site on disk: their checksums, and modes that do not depend on who built it."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from geleerd.model.frozen import Frozen

FILE_MODE = 0o644
FOLDER_MODE = 0o755


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every real file below a folder, by its path from there, in an order that is the same everywhere. Links and pipes are none."""
    for path in sorted(Path(above, name) for above, _, names in os.walk(folder) for name in names):
        if stat.S_ISREG(path.lstat().st_mode):
            yield path.relative_to(folder).as_posix(), path


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path) -> Mapping[str, str]:
    """The checksum of every file below a folder, by its path from there."""
    return Frozen({name: checksum_of(path) for name, path in files_below(folder)})


def give_modes(folder: Path) -> None:
    """Let everybody read all files and enter all folders, and the owner write, as a server needs it whatever the umask of who built."""
    for above, _, names in os.walk(folder):
        _give(Path(above), FOLDER_MODE)
        for name in names:
            _give(Path(above, name), FILE_MODE)


def _give(path: Path, mode: int) -> None:
    with suppress(OSError):  # some file systems know no modes
        if not path.is_symlink():
            path.chmod(mode)
