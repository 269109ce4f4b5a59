"""Keeps what was made of jobs: the bytes of their files under their checksums, and beside them which job gave which files.

What is kept is a help and never the truth: a file whose bytes have another checksum counts as not kept, and all of it may be deleted.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from geleerd.adapters.kept.folder import keep, kept_folder, remove_unfinished
from geleerd.adapters.outside.site_files import is_real_file
from geleerd.making.maker import HtmlFile, Made
from geleerd.model.strings import SourcePath
from geleerd.written.policy.needs import NO_NEEDS, Load, Needs

MADE_FOLDER = Path(".cache", "geleerd", "made")
_INDEX = "index.json"
_OBJECTS = "objects"


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was made: its path on the site, the checksum (SHA-256) of its bytes, what it needs of the policy, and its source.

    `needs` is None for a file that is no page.
    """

    path: str
    checksum: str
    needs: Needs | None = None
    source: SourcePath | None = None

    @classmethod
    def of(cls, made: Made, path: str, checksum: str) -> Self:
        """What was made, at its path; only a page says what it needs and where it comes from."""
        return cls(path, checksum, made.needs, made.source) if isinstance(made, HtmlFile) else cls(path, checksum)


class KeptMade:
    """What earlier builds of one knowledge base made, and what this one makes of it or adds to it."""

    def __init__(self, root: Path) -> None:
        self._folder = kept_folder(root, MADE_FOLDER)
        self._former = _read_index(self._folder / _INDEX) if self._folder else {}
        self._used: dict[str, tuple[Output, ...]] = {}

    def outputs(self, key: str) -> tuple[Output, ...] | None:
        """The files that were made of a job; None when it is new."""
        found = self._former.get(key)
        return None if found is None else tuple(map(_output, found))

    def place(self, output: Output, target: Path) -> bool:
        """Put the bytes of an output at a new path, as a hard link where the system can; whether they were kept whole."""
        if self._folder is None:
            return False
        kept = self._object(output.checksum)
        try:
            if not is_real_file(kept) or hashlib.sha256(kept.read_bytes()).hexdigest() != output.checksum:
                kept.unlink(missing_ok=True)
                return False
            _link(kept, target)
        except OSError:
            return False
        return True

    def read(self, output: Output) -> bytes:
        """The bytes of an output. Raises `ValueError` when they were not kept whole, and `OSError`."""
        if self._folder is None:
            raise ValueError(output.path)
        content = self._object(output.checksum).read_bytes()
        if hashlib.sha256(content).hexdigest() != output.checksum:
            raise ValueError(output.path)
        return content

    def use(self, key: str, outputs: tuple[Output, ...]) -> None:
        """Remember that this build has these files of a job."""
        self._used[key] = outputs

    def add(self, output: Output, written: Path) -> None:
        """Keep the bytes of a file that was just written, as a hard link where the system can."""
        if self._folder is None:
            return
        kept = self._object(output.checksum)
        with suppress(OSError):  # such as a folder that cannot be written to, or another build that was sooner
            if not kept.parent.exists():
                kept.parent.mkdir(parents=True)
            _link(written, kept)

    def close(self) -> None:
        """Write down what this build used, and forget all else."""
        if self._folder is None:
            return
        told = {key: [_told(output) for output in outputs] for key, outputs in sorted(self._used.items())}
        content = json.dumps(told, separators=(",", ":")).encode()
        with suppress(OSError):
            remove_unfinished(self._folder)
            if self._used.keys() != self._former.keys():
                keep(hashlib.sha256(content).hexdigest().encode() + b"\n" + content, self._folder / _INDEX)
            self._forget_others({output.checksum for outputs in self._used.values() for output in outputs})

    def _forget_others(self, wanted: set[str]) -> None:
        if self._folder is None or self._used.keys() == self._former.keys():
            return
        for folder in self._folder.joinpath(_OBJECTS).iterdir():
            for file in folder.iterdir():
                if folder.name + file.name not in wanted:
                    file.unlink(missing_ok=True)

    def _object(self, checksum: str) -> Path:
        assert self._folder is not None  # noqa: S101  # the callers know
        return self._folder / _OBJECTS / checksum[:2] / checksum[2:]


def _read_index(path: Path) -> Mapping[str, list[list[object]]]:
    """What was made by key; nothing for a file that is not there or not whole."""
    with suppress(OSError, ValueError):
        checksum, _, content = path.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() == checksum:
            found: Mapping[str, list[list[object]]] = json.loads(content)
            return found
    return {}


def _told(output: Output) -> list[object]:
    return [output.path, output.checksum, output.source, output.needs is not None, _told_needs(output.needs or NO_NEEDS)]


def _told_needs(needs: Needs) -> list[object] | None:
    if needs == NO_NEEDS:
        return None
    return [needs.scripts, needs.styles, [(load.directive, load.address, load.line) for load in needs.loads], needs.attributes]


def _output(told: list[Any]) -> Output:
    path, checksum, source, is_page, needs = told
    return Output(path, checksum, _needs(needs) if is_page else None, source and SourcePath(source))


def _needs(told: list[Any] | None) -> Needs:
    if told is None:
        return NO_NEEDS
    scripts, styles, loads, attributes = told
    return Needs(tuple(scripts), tuple(styles), tuple(Load(*load) for load in loads), tuple((name, line) for name, line in attributes))


def _link(source: Path, target: Path) -> None:
    """Give a file a second path, or copy it where the system has no second paths, such as between disks."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(source, target)
