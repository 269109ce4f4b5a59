"""How common words are: lists that the package carries, from wordfreq 3.1.1. `benchmarks/word_lists.py` makes them.

A list is text, packed: line `n`, from 0, has the words of which a text consists for 10^(-n/100), the commonest first. So whoever asks for
common words reads no more than the beginning.
"""

import gzip
import math
from collections.abc import Iterator, Mapping, Set
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable


@cache
def frequencies(code: str) -> Mapping[str, float]:
    """The words of a language, each with its share of all words in texts; none for a language without a list."""
    return {word: 10 ** (-line / 100) for line, words in _lines(code) for word in words}


def zipf(word: str, code: str) -> float:
    """The Zipf frequency of a word: 3 is once in a million words, 6 once in a thousand, 0 unknown (van Heuven et al. 2014)."""
    share = frequencies(code).get(word, 0.0)
    return math.log10(share) + 9 if share else 0.0


@cache
def words_above(code: str, least: float) -> Set[str]:
    """The words of a language with a Zipf frequency above `least`."""
    found: set[str] = set()
    for line, words in _lines(code):
        if 9 - line / 100 <= least:
            break
        found.update(words)
    return found


def word_list(code: str) -> Traversable:
    """The file with the list of a language; there need be none."""
    return resources.files("geleerd.locale").joinpath("word_lists", f"{code}.txt.gz")


def _lines(code: str) -> Iterator[tuple[int, list[str]]]:
    if (file := word_list(code)).is_file():
        with file.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as text:
            yield from ((line, words.split()) for line, words in enumerate(text))
