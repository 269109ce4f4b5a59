"""The names beside a folder that is written."""

import os
from dataclasses import dataclass
from pathlib import Path

from geleerd.adapters.output.by_file import OURS


@dataclass(frozen=True, slots=True)
class Beside:
    """Where the new version of a folder grows, where its former one waits while they change places, and the file of the lock."""

    building: Path
    former: Path
    lock: Path


def beside(place: Path) -> Beside:
    """The names beside a folder: `.site.building` for `site`. They are inside it where its own folder cannot be written."""
    above = next(folder for folder in place.parents if folder.exists())
    start = f".{place.name}." if os.access(above, os.W_OK) else f"{place.name}/{OURS}"
    return Beside(*(place.parent / f"{start}{name}" for name in ("building", "former", "lock")))
