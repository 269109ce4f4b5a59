"""What the benchmark asks of a site generator: the files of a corpus as it wants them, and its commands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus.corpus import Corpus, Item

File = tuple[str, str | bytes]
"""A path from the folder of the site, and what stands there."""

SITE = "site"
"""The folder into which every generator builds."""


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator by its name in the tables and in `environments.toml`.

    `makes` says what it makes beside the page of every item. `files` are all files of a corpus; given some of the items, those of these
    items alone may differ. `build` and `serve` are commands for the folder of the site; `{port}` stands for a port of this machine.
    `caches` are the folders with what it keeps between builds, and `pictures` the one among those with pictures alone. `address` leads to
    the page of an item.
    """

    key: str
    name: str
    makes: str
    files: Callable[[Corpus], Iterable[File]]
    build: tuple[str, ...]
    address: Callable[[Item], str]
    serve: tuple[str, ...] = ()
    caches: tuple[str, ...] = ()
    pictures: str = ""


def write(folder: Path, files: Iterable[File]) -> None:
    """Write those of the files that are not there yet, or differ."""
    for name, content in files:
        path, data = folder / name, content if isinstance(content, bytes) else content.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def template_files(folder: Path) -> Iterator[File]:
    """The files of a folder with templates, which lies beside the module of a generator."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
