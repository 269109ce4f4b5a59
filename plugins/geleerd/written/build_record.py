"""What a build wrote, as its site tells: the version, a checksum over all that the build read, and one of every file."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from geleerd.model.frozen import Frozen
from geleerd.relate.places.fixed import BUILD_RECORD

LARGEST_RECORD = 200_000_000
"""Bytes; that of a site of 1,000 items has 900,000, and that of 100,000 items would have 80 million."""

_LONGEST_PATH = 4096
"""Characters; no common system opens a longer one."""

_CHECKSUM = re.compile("[0-9a-f]{64}")

Difference = Literal["missing", "changed", "extra"]


class NotARecordError(Exception):
    """A text is not the record of a build."""


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """The record of a build. `inputs` is one checksum over all that the build read, and `files` has that of every file, by its path.

    All checksums are SHA-256 in hexadecimal digits. `commit` is empty when nobody said which it was.
    """

    version: str
    inputs: str
    files: Mapping[str, str]
    commit: str = ""

    def as_json(self) -> str:
        """The record as its file holds it, with a line for each file."""
        commit = {"commit": self.commit} if self.commit else {}
        files = {name: self.files[name] for name in sorted(self.files)}
        return json.dumps({"version": self.version, **commit, "inputs": self.inputs, "files": files}, indent=0) + "\n"

    def differences(self, found: Mapping[str, str]) -> Iterator[tuple[str, Difference]]:
        """The paths at which a folder differs from the record, in their order. `found` has the checksum of every file there.

        The record itself may be there: it is not in its own list.
        """
        for path in sorted({*self.files, *found} - {BUILD_RECORD}):
            if path not in found:
                yield path, "missing"
            elif path not in self.files:
                yield path, "extra"
            elif found[path] != self.files[path]:
                yield path, "changed"


def read_record(data: bytes) -> BuildRecord:
    """The record in a file that anybody may have written. Raises `NotARecordError`."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        raise NotARecordError from None
    match tree:
        case {"version": str(version), "inputs": str(inputs), "files": dict(files)} if all(map(_is_listed, files, files.values())):
            return BuildRecord(version, inputs, Frozen(files), str(tree.get("commit", "")))
    raise NotARecordError


def stays_inside(path: str) -> bool:
    """Whether a path, as a file says it, can be that of a file in a folder: it leads nowhere else, and a system can hold it."""
    return len(path) <= _LONGEST_PATH and "\0" not in path and not {"", ".", ".."} & set(path.split("/"))


def _is_listed(path: str, checksum: object) -> bool:
    """Whether a path stays inside the site, and its checksum is one."""
    return stays_inside(path) and isinstance(checksum, str) and bool(_CHECKSUM.fullmatch(checksum))
