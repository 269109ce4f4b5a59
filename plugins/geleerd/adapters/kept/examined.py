"""Keeps what was found in each file by itself, so that a build reads, checks and converts only the files that changed.

A line of the file that is kept has the key of a value and the value as JSON. The keys say all that a value follows from, but for the ways
in which it is found: these name the file.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from geleerd.adapters.kept.folder import UNFINISHED, keep, kept_folder
from geleerd.adapters.kept.plain_values import as_plain, from_plain
from geleerd.adapters.kept.ways import ways
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.once import KnownFiles

EXAMINED_FOLDER = Path(".cache", "geleerd", "examined")


class KeptFiles(Mapping[str, object]):
    """The values that were kept, by key. A value is made of its line when somebody asks for it, so that nobody waits for the others."""

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        self.lines = lines

    def __getitem__(self, key: str) -> object:
        try:
            return from_plain(json.loads(self.lines[key]))
        except (TypeError, ValueError, AttributeError) as error:
            raise KeyError(key) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)


def known_files(settings: Settings) -> KnownFiles:
    """What earlier builds of a knowledge base found in its files; nothing if it was not kept whole, or if its types are its own."""
    folder = kept_folder(settings.root, EXAMINED_FOLDER)
    if folder is None or not settings.declarations.differs_in_folders_alone(DECLARATIONS):
        return Frozen()
    with suppress(OSError):
        digest, _, content = (folder / ways()).read_bytes().partition(b"\n")
        if _digest(content) == digest:
            return KeptFiles(dict(_taken_apart(line) for line in content.splitlines()))
    return Frozen()


def keep_files(found: KnownFiles, known: KnownFiles, settings: Settings) -> None:
    """Keep what a build found in files in place of what was `known` before."""
    folder = kept_folder(settings.root, EXAMINED_FOLDER)
    if folder is None or not settings.declarations.differs_in_folders_alone(DECLARATIONS) or found.keys() == known.keys():
        return
    written = known.lines if isinstance(known, KeptFiles) else {}
    lines = (f"{key} ".encode() + line for key, value in found.items() if (line := written.get(key) or _line(value)))
    content = b"\n".join(lines)
    with suppress(OSError):  # such as a folder that cannot be written to
        keep(_digest(content) + b"\n" + content, folder / ways())
        for file in (*folder.glob("[0-9a-f]*"), *folder.glob(f"{UNFINISHED}*")):
            if file.name != ways():
                file.unlink(missing_ok=True)


def _taken_apart(line: bytes) -> tuple[str, bytes]:
    key, _, value = line.partition(b" ")
    return key.decode("ascii"), value


def _line(value: object) -> bytes:
    """A value as a line; nothing for one that cannot be kept as it is."""
    try:
        return json.dumps(as_plain(value), ensure_ascii=False, separators=(",", ":")).encode()
    except (TypeError, ValueError):
        return b""


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=20).hexdigest().encode()
