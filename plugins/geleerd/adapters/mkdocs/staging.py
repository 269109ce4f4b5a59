"""Builds in a folder beside the existing site, and replaces that site only when the build has succeeded."""

import shutil
from pathlib import Path


class Staging:
    """A folder next to the site's own, in which a build can fail without harm."""

    def __init__(self, site: Path) -> None:
        # We follow a symbolic link here, so that the folder behind the link is replaced and the link stays.
        self._site = site.resolve()
        self.folder = self._site.with_name(f".{self._site.name}.building")
        self._former = self._site.with_name(f".{self._site.name}.former")
        self.complete = False
        shutil.rmtree(self.folder, ignore_errors=True)

    def settle(self) -> None:
        """Put a complete build in the place of the former site; remove an incomplete one."""
        if self.complete and self.folder.exists():
            shutil.rmtree(self._former, ignore_errors=True)
            self._swap()
        for leftover in (self.folder, self._former):
            shutil.rmtree(leftover, ignore_errors=True)

    def _swap(self) -> None:
        try:
            if self._site.exists():
                self._site.rename(self._former)
        except OSError:
            # Some folders cannot move, such as a mount, but their contents can.
            self._swap_contents()
        else:
            self.folder.rename(self._site)

    def _swap_contents(self) -> None:
        for path in self._site.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.copytree(self.folder, self._site, dirs_exist_ok=True)
