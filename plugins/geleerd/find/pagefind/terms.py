"""What an index tells of a term: the pages that hold it, each with its occurrences; as bytes, and back."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat

from geleerd.find.index_documents import SearchDocument
from geleerd.find.pagefind.cbor import EMPTY_LIST, beginning, decoded, encoded, list_of, number, text

Pages = Sequence[tuple[int, bytes]]
"""The numbers of pages, in order, each with the occurrences of a term there."""

_USUAL = 25
"""The weight of an occurrence for which the index names none."""

_PLACES = 24
"""The places for occurrences: numbers that take one byte."""

_THREE = list_of(3)
"""The beginning of a term: its letters, its pages, and other spellings, of which there are none; and of a page: how far it is from the one
before it, its occurrences, and those in the data of a result, where we name none.
"""

_NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_PAGE = rb"\x83(%b)((?:[\x80-\x97]|\x98.|\x99..)%b*+)\x80" % (_NUMBER, _NUMBER)
_EACH_PAGE = re.compile(_PAGE, re.DOTALL)
_ALL_PAGES = re.compile(rb"(?:%b)*+\x80" % _PAGE, re.DOTALL)


def terms_of(documents: Iterable[SearchDocument]) -> Iterator[tuple[str, bytes]]:
    """All terms of documents, in order, each with what the index tells of it. A document's place is its page number."""
    found: defaultdict[str, list[tuple[int, bytes]]] = defaultdict(list)
    for page, document in enumerate(documents):
        for term, weights in document.terms.items():
            found[term].append((page, occurrences(term, weights)))
    return ((term, term_told(term, found.pop(term))) for term in sorted(found))


def term_told(term: str, pages: Pages) -> bytes:
    """What the index tells of a term."""
    before = (0, *(page for page, _ in pages))
    told = (_THREE + number(page - last) + where + EMPTY_LIST for (page, where), last in zip(pages, before, strict=False))
    return b"".join((_THREE, text(term), list_of(len(pages)), *told, EMPTY_LIST))


def next_term(content: bytes, at: int) -> tuple[str, int]:
    """The term of which something is told at a place in bytes, and the place behind that. Raises `ValueError` for other bytes."""
    term, at = decoded(content, at + 1)
    _, _, at = beginning(content, at)
    pages = _ALL_PAGES.match(content, at)
    if pages is None:
        raise ValueError(term)
    return term, pages.end()


def pages_told(told: bytes) -> Mapping[int, bytes]:
    """The pages of a term with its occurrences, from what the index tells of it."""
    _, at = decoded(told, 1)
    _, _, at = beginning(told, at)
    found: dict[int, bytes] = {}
    page = 0
    for further, where in _EACH_PAGE.findall(told, at):
        page += beginning(further, 0)[1]
        found[page] = where
    return found


@lru_cache(maxsize=100_000)
def occurrences(term: str, weights: tuple[int, ...]) -> bytes:
    """The weights of a term's occurrences, each with a place of its own.

    A place follows from the term, not from the text, so that a text that changes says nothing new of the terms that stay. Pagefind
    needs the places to tell occurrences apart; it marks words and compares phrases by them too, which the search page does not use.
    """
    place = zlib.crc32(term.encode()) % _PLACES
    told: list[int] = []
    for weight, count in sorted(Counter(weights).items(), key=lambda found: (found[0] != _USUAL, found[0])):
        told += [*(() if weight == _USUAL else (-1 - weight,)), place, *repeat(1, count - 1)]
        place += count
    return encoded(told)
