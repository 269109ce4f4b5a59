"""Builds beside the site that stands, and takes its place only when the build has succeeded."""

import shutil
from pathlib import Path


class Staging:
    """A folder next to the site's own, in which a build can fail without harm."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self.folder = site.with_name(f".{site.name}.building")
        self._former = site.with_name(f".{site.name}.former")
        self.complete = False

    def settle(self) -> None:
        """Put a complete build in the place of the former site; remove an incomplete one."""
        if self.complete and self.folder.exists():
            shutil.rmtree(self._former, ignore_errors=True)
            if self._site.exists():
                self._site.rename(self._former)
            self.folder.rename(self._site)
        for leftover in (self.folder, self._former):
            shutil.rmtree(leftover, ignore_errors=True)
