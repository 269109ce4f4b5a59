"""What the last build read and wrote, so that one in which nothing changed ends at once.

It looks at all that a build reads: our own programs, the configuration and what that names in the environment, the day, the history in git,
and every file of the knowledge base by its bytes; and at every file of the site by its size and time. It loads hardly anything.
"""

import hashlib
import json
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geleerd.adapters.kept.folder import keep, kept_folder, remove_unfinished
from geleerd.adapters.kept.ways import digests_below, ways
from geleerd.adapters.outside.git import GitError, git

LAST = Path(".cache", "geleerd", "last")
_NAME = "build.json"
_CONFIG = "mkdocs.yml"
_INHERITS = re.compile(r"^INHERIT:\s*['\"]?([^'\"\n#]+?)['\"]?\s*(?:#.*)?$", re.MULTILINE)
_FROM_ENVIRONMENT = re.compile(r"!ENV\s([^\n]*)")
_VARIABLE = re.compile(r"[A-Za-z_]\w*")
_ALWAYS = ("SOURCE_DATE_EPOCH", "GELEERD_COMMIT")
"""The variables of the environment that a build reads by itself."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a build was asked: a digest of all that it reads, in these folders and elsewhere. It is taken before the build reads."""

    folders: tuple[str, ...]
    digest: str


def options_told(place: Path | None, *, strict: bool) -> tuple[str, ...]:
    """The options of the command that decide what a build does."""
    return (str(place and place.absolute()), str(strict))


def asked(root: Path, folders: Iterable[Path], options: Sequence[str]) -> Asked:
    """What a build in a folder is asked now. `folders` are those of the knowledge base and of the owner's templates."""
    names = tuple(map(str, folders))
    return Asked(names, _digest(root, names, options))


def told_when_unchanged(root: Path, options: Sequence[str]) -> tuple[str, ...] | None:
    """What the last build said, if this one would read the same and the site is as that one left it; None otherwise."""
    folder = kept_folder(root, LAST)
    last = _read(folder / _NAME) if folder else None
    if not last or _digest(root, last["folders"], options) != last["asked"] or _standing(Path(last["site"])) != last["files"]:
        return None
    return tuple(last["told"])


def remember(root: Path, before: Asked, site: Path, told: Iterable[str]) -> None:
    """Remember a build that succeeded: what it was asked before it began, the site in its place, and what it said."""
    if (folder := kept_folder(root, LAST)) is None:
        return
    last = {"asked": before.digest, "folders": before.folders, "site": str(site), "told": list(told), "files": _standing(site)}
    content = json.dumps(last, separators=(",", ":")).encode(errors="surrogateescape")
    with suppress(OSError):  # such as a folder that cannot be written to
        keep(hashlib.sha256(content).hexdigest().encode() + b"\n" + content, folder / _NAME)


def forget(root: Path) -> None:
    """Forget the last build, before another one begins."""
    if folder := kept_folder(root, LAST):
        with suppress(OSError):
            remove_unfinished(folder)
            (folder / _NAME).unlink(missing_ok=True)


def _digest(root: Path, folders: Iterable[str], options: Sequence[str]) -> str:
    whole = hashlib.blake2b(ways().encode(), digest_size=20)
    for line in (*options, *_configuration(root / _CONFIG), *_surroundings(root), *digests_below(map(Path, folders))):
        whole.update(f"{len(line)}:{line}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _configuration(path: Path) -> Iterator[str]:
    """The configuration and those that it inherits from, with the variables of the environment that they name."""
    seen: set[Path] = set()
    while path not in seen and path.is_file():
        seen.add(path)
        text = path.read_bytes().decode("utf-8", errors="surrogateescape")
        yield text
        for found in _FROM_ENVIRONMENT.finditer(text):
            yield from (f"{name} {os.environ.get(name)}" for name in _VARIABLE.findall(found[1]))
        inherits = _INHERITS.search(text)
        path = path.parent / inherits[1] if inherits else path


def _surroundings(root: Path) -> Iterator[str]:
    yield from (f"{name} {os.environ.get(name)}" for name in _ALWAYS)
    yield time.strftime("%Y-%m-%d", time.gmtime())
    try:
        yield git(root, "rev-parse", "HEAD", "--is-shallow-repository").decode("utf-8", errors="replace")
    except GitError as error:
        yield str(error)


def _standing(site: Path) -> dict[str, list[int]]:
    """The size and time of every file of a site, by its path; anything else there counts as changed."""
    found: dict[str, list[int]] = {}
    waiting = [str(site)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                    continue
                told = entry.stat(follow_symlinks=False)
                found[entry.path] = [told.st_size, told.st_mtime_ns] if stat.S_ISREG(told.st_mode) else []
    return found


def _read(path: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError):
        checksum, _, content = path.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() == checksum:
            last: dict[str, Any] = json.loads(content)
            return last
    return None
