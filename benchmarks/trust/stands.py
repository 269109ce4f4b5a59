"""A small knowledge base that has two versions, with the site of each, so that whatever stands there can be told apart."""

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.trust.mortal import BUILD, Ended, Mortal
from geleerd.adapters.output.by_file import OURS
from geleerd.adapters.outside.site_files import checksums
from tests.workbench.building import written

_PAGE = "lessons/begin-klein.md"
Files = Mapping[str, str]


class Stand:
    """The knowledge base, one of whose versions is online. A mount may be its site, or hold all of it."""

    def __init__(self, root: Path, build: tuple[str, ...] = BUILD) -> None:
        self.root = written(root, {})
        self._build = build
        self.site = root / "site"
        self.told: Counter[str] = Counter()
        self.faults: list[str] = []
        self._text = (root / _PAGE).read_text(encoding="utf-8")
        self._names = {*self._beside(), "site", ".cache"}
        self._wholes = [self._whole(version) for version in (0, 1)]
        self._online = 1

    def change(self) -> None:
        """Write the version that is not online."""
        self._write(1 - self._online)

    def look(self) -> str:
        """Which site stands there: the old one, the new one, none, a part of one, or on a mount a mix of whole files."""
        old, new = self._wholes[self._online], self._wholes[1 - self._online]
        found = checksums(self.site) if self.site.exists() else {}
        found = {name: checksum for name, checksum in found.items() if name.partition("/")[0] not in OURS}
        if found in (old, new):
            return "new" if found == new else "old"
        are_whole = all(checksum in (old.get(name), new.get(name)) for name, checksum in found.items())
        return "none" if not found else "mixed" if are_whole and "index.html" in found and self.site.is_mount() else "partial"

    def note(self, outcome: str, allowed: str, when: str) -> None:
        """Count what came of something, and keep it as a fault unless it is one of the words that are allowed."""
        self.told[outcome] += 1
        if outcome not in allowed.split():
            self.faults.append(f"{when}: {outcome}, of neither site are {self._strange()}")

    def recover(self, when: str) -> None:
        """Build what should be online; a fault unless that leaves exactly its site."""
        ended = Mortal(self._build, self.root).end()
        if ended.code or self.look() != "new":
            self.faults.append(f"{when}: the next build ended with {ended.code} and left the site {self.look()}: {ended.said[-200:]}")
        self.faults += [f"{when}: the next build left {name}" for name in self._litter()]
        self._online = 1 - self._online

    def fail(self, when: str) -> None:
        """Let a build fail on a mistake in a file; a fault unless the old site stands after it."""
        wrong = self.root / "lessons" / "fout.md"
        wrong.write_text("---\nid: nee\ntype: tip\n---\n", encoding="utf-8")
        ended = Mortal((*self._build, "--strict"), self.root).end()
        wrong.unlink()
        if ended.code != 1 or self.look() not in {"old", "new"}:
            self.faults.append(f"{when}: a build that failed ended with {ended.code} and left the site {self.look()}")

    def assert_refused(self, ended: Ended, when: str) -> None:
        """Take anything but a sentence and the old site for a fault."""
        if ended.code != 1 or "ruimte" not in ended.said or "Traceback" in ended.said:
            self.faults.append(f"{when}: it ended with {ended.code} and said {ended.said[-200:]}")
        self.note(self.look(), "old", when)

    def _write(self, version: int) -> None:
        (self.root / _PAGE).write_text(f"{self._text}\nVersie {'AB'[version]}.\n", encoding="utf-8")
        for name, there in (("een", version == 0), ("ander", version == 1)):  # an attachment of each, and a page of the staff
            folder = self.root / "content" / name
            shutil.rmtree(folder, ignore_errors=True)
            if there:
                folder.mkdir()
                (folder / "index.md").write_text("# Van een versie\n\nEen zin.\n", encoding="utf-8")

    def _whole(self, version: int) -> Files:
        self._write(version)
        ended = Mortal(self._build, self.root).end()
        if ended.code:
            raise AssertionError(ended.said)
        return checksums(self.site)

    def _strange(self) -> list[str]:
        """Files that neither site has, as they are."""
        found = checksums(self.site)
        return [name for name, checksum in found.items() if checksum not in (self._wholes[0].get(name), self._wholes[1].get(name))][:9]

    def _beside(self) -> Iterator[str]:
        return (path.name for path in self.root.iterdir())

    def _litter(self) -> Iterator[str]:
        yield from {*self._beside()} - self._names
        yield from (path.as_posix() for path in self.site.glob("*") if path.name in OURS)
        yield from (path.as_posix() for path in (self.root / ".cache").rglob(".new-*"))
