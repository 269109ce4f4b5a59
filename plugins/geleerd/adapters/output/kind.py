"""What stands at a path, without following a link."""

import os
import stat
from pathlib import Path

from geleerd.adapters.output.output_error import OutputError


def found_at(path: Path) -> os.stat_result | None:
    """What the system knows of a path: of a link itself, where it is one. None where nothing stands. Raises `OSError`."""
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):  # nothing can stand below a file either
        return None


def kind_at(path: Path) -> int:
    """What stands at a path, as the system numbers its kinds. Zero where nothing does. Raises `OSError`."""
    found = found_at(path)
    return stat.S_IFMT(found.st_mode) if found else 0


def has_real_folders(place: Path, name: str) -> bool:
    """Whether the folders between a place and a path in it are there, and none is a link. Raises `OSError`."""
    return all(kind_at(place / above) == stat.S_IFDIR for above in Path(name).parents)


def real_place(place: Path) -> Path:
    """The folder that a path leads to. Raises `OutputError` for a link that leads to itself."""
    try:
        found = place.resolve()
    except RuntimeError:
        raise OutputError("output-loop", path=place) from None
    if any(path.is_symlink() for path in (found, *found.parents)):  # newer versions of Python do not raise
        raise OutputError("output-loop", path=place)
    return found
