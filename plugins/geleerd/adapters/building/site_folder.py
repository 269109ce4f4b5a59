"""The folder in which a new site grows. A path may be written again by what wins over it; what is written has a known checksum."""

import hashlib
import shutil
from pathlib import Path, PurePosixPath

from geleerd.adapters.kept.made import KeptMade, Output


class SiteFolder:
    """Writes the files of a site, and knows their checksums by path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checksums: dict[str, str] = {}
        self._made: set[str] = set()

    def empty(self) -> None:
        """Begin again with a folder that holds nothing."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.checksums.clear()
        self._made.clear()

    def put(self, path: str, content: bytes) -> str:
        """Write a file, and return its checksum. Raises `ValueError` for a path that leads out of the folder, and `OSError`."""
        self.place(path).write_bytes(content)
        self.checksums[path] = hashlib.sha256(content).hexdigest()
        return self.checksums[path]

    def take(self, output: Output, kept: KeptMade) -> bool:
        """Take a file that was kept; whether it was kept whole."""
        if kept.place(output, self.place(output.path)):
            self.checksums[output.path] = output.checksum
        return output.path in self.checksums

    def place(self, path: str) -> Path:
        """Where a file will stand; nothing does, so that whatever has a second path elsewhere stays as it is there."""
        place = self.folder / _within(path)
        above = path.rpartition("/")[0]
        if above not in self._made:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(above)
        if path in self.checksums:
            place.unlink()
            del self.checksums[path]
        return place


def _within(path: str) -> str:
    """The path, if it stays inside the site; raises `ValueError` otherwise. This guards the site again, after the check of aliases."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or pure.as_posix() != path:
        raise ValueError(path)
    return path
