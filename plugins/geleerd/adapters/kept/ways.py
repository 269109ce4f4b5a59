"""How things are made here: one digest of all that can change what is made of the same input, so that nobody needs to keep a list."""

import hashlib
import os
import platform
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_OWN = Path(__file__).parents[2]
_PASSED_OVER = (".pyc", ".pyo")


@cache
def ways() -> str:
    """The digest of our own programs, templates and words, of the versions of all packages beside them, and of Python itself."""
    whole = hashlib.blake2b(platform.python_version().encode(), digest_size=20)
    for line in (*_installed(), *digests_below([_OWN])):
        whole.update(f"{len(line)}:{line}".encode(errors="surrogateescape"))
    return whole.hexdigest()


def digests_below(folders: Iterable[Path]) -> Iterator[str]:
    """A line for every file below the folders: its path from there and its digest. Compiled programs follow from others."""
    for number, folder in enumerate(folders):
        for above, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                if not name.endswith(_PASSED_OVER):
                    path = Path(above, name)
                    digest = hashlib.blake2b(path.read_bytes(), digest_size=20).hexdigest()
                    yield f"{number} {path.relative_to(folder).as_posix()} {digest}"


def _installed() -> Iterator[str]:
    """The names of the installed packages with their versions, as the folders beside the packages have them."""
    places = {Path(spec.origin).parents[1] for name in _BESIDE if (spec := find_spec(name)) and spec.origin}
    for place in sorted(places):
        yield from sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208  # the names alone


_BESIDE = ("jinja2", "markdown", "pydantic")
"""Some of our packages, which have all others beside them."""
