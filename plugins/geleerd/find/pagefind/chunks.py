"""From documents to chunks of terms: for every term the pages that hold it, as bytes. A query fetches one chunk for each of its terms."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.cbor import EMPTY_LIST, list_of, number, text

_USUAL = 25
"""The weight of an occurrence for which the index names none."""

_LONG = 8_000
"""Bytes of an average chunk, unless single terms need more."""

_PLACES = 24
"""The places for occurrences: numbers that take one byte."""

_PAGE = list_of(3)
"""The beginning of a page: how far it is from the one before it, its occurrences, and those in the data of a result, where we name none."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The terms from the first to the last, as bytes."""

    first: str
    last: str
    content: bytes


def chunks_of(documents: Sequence[SearchDocument]) -> Iterator[Chunk]:
    """The chunks with all terms of the documents, in order. A document's place is its page number.

    Where a chunk ends follows from its last term alone, so that a text that changes moves no boundary elsewhere: the bytes of this
    term are more than a number that follows from its letters. The more pages hold a term, the likelier that is.
    """
    held: list[bytes] = []
    first = ""
    pages = _pages(documents)
    terms = sorted(pages)
    for term in terms:
        content = _term(term, pages.pop(term))
        first = first or term
        held.append(content)
        if zlib.crc32(term.encode()) % _LONG < len(content) or not pages:
            yield Chunk(first, term, list_of(1) + list_of(len(held)) + b"".join(held))
            held, first = [], ""


def _pages(documents: Iterable[SearchDocument]) -> dict[str, list[tuple[int, bytes]]]:
    """For every term the pages that hold it, each with its occurrences."""
    found: defaultdict[str, list[tuple[int, bytes]]] = defaultdict(list)
    for page, document in enumerate(documents):
        for term, weights in document.terms.items():
            found[term].append((page, _occurrences(term, weights)))
    return found


def _term(term: str, pages: Sequence[tuple[int, bytes]]) -> bytes:
    before = (0, *(page for page, _ in pages))
    told = (_PAGE + number(page - last) + occurrences + EMPTY_LIST for (page, occurrences), last in zip(pages, before, strict=False))
    return b"".join((list_of(3), text(term), list_of(len(pages)), *told, EMPTY_LIST))


@lru_cache(maxsize=100_000)
def _occurrences(term: str, weights: tuple[int, ...]) -> bytes:
    """The weights of a term's occurrences, each with a place of its own.

    A place follows from the term, not from the text, so that a text that changes says nothing new of the terms that stay. Pagefind
    needs the places to tell occurrences apart; it marks words and compares phrases by them too, which the search page does not use.
    """
    place = zlib.crc32(term.encode()) % _PLACES
    told: list[int] = []
    for weight, count in sorted(Counter(weights).items(), key=lambda found: (found[0] != _USUAL, found[0])):
        told += [*(() if weight == _USUAL else (-1 - weight,)), place, *repeat(1, count - 1)]
        place += count
    return list_of(len(told)) + b"".join(map(number, told))
