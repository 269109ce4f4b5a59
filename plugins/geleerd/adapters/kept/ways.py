"""How things are made here: one digest of all that can change what is made of the same input, so that nobody needs to keep a list."""

import hashlib
import os
import platform
import stat
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from operator import attrgetter
from pathlib import Path

_OWN = Path(__file__).parents[2]


@cache
def ways() -> str:
    """The digest of our own programs, templates and words, of the versions of all packages beside them, and of Python itself."""
    whole = hashlib.blake2b(platform.python_version().encode(), digest_size=20)
    for line in (*_installed(), *digests_below([_OWN])):
        whole.update(f"{len(line)}:{line}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def digests_below(folders: Iterable[Path]) -> Iterator[str]:
    """A line for everything below the folders."""
    return (f"{place} {told}" for place, told in told_below(folders))


def told_below(folders: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The place of everything below the folders, from the number of its folder: a file with the digest of its bytes, and so on.

    A folder that cannot be read has a place too. Compiled programs follow from others.
    """
    waiting = [(str(folder), str(number)) for number, folder in enumerate(folders)]
    while waiting:
        folder, place = waiting.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted((entry for entry in found if entry.name != "__pycache__"), key=attrgetter("name"))
        except OSError as error:
            yield f"{place}/", str(error.errno)
            continue
        yield from ((f"{place}/{entry.name}", told_of(entry.path)) for entry in entries)
        waiting += ((entry.path, f"{place}/{entry.name}") for entry in entries if entry.is_dir(follow_symlinks=False))


def told_of(path: str) -> str:
    """The digest of the bytes of a file; of a link, where it leads, and of anything else, its kind or why it cannot be read."""
    try:
        kind = os.lstat(path).st_mode
        if stat.S_ISLNK(kind):
            return f"-> {os.readlink(path)}"  # noqa: PTH115  # as it is written
        return _digest(path) if stat.S_ISREG(kind) else str(stat.S_IFMT(kind))
    except OSError as error:
        return str(error.errno)


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # a `Path` takes longer than to read the file
        return hashlib.blake2b(file.read(), digest_size=20).hexdigest()


def _installed() -> Iterator[str]:
    """The names of the installed packages with their versions, as the folders beside the packages have them."""
    places = {Path(spec.origin).parents[1] for name in _BESIDE if (spec := find_spec(name)) and spec.origin}
    for place in sorted(places):
        yield from sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208  # the names alone


_BESIDE = ("jinja2", "markdown", "pydantic")
"""Some of our packages, which have all others beside them."""
