"""From terms to chunks of terms, in order. A query fetches one chunk for each of its terms."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geleerd.find.pagefind.cbor import beginning, list_of
from geleerd.find.pagefind.terms import next_term

_LONG = 8_000
"""Bytes of an average chunk, unless single terms need more."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The terms from the first to the last, as bytes; `ends` unless it only stops because no terms follow."""

    first: str
    last: str
    content: bytes
    ends: bool


def chunks_of(terms: Iterable[tuple[str, bytes]]) -> Iterator[Chunk]:
    """The chunks with all terms, which come in order, each with what is told of it.

    Where a chunk ends follows from its last term alone, so that a text that changes moves no boundary elsewhere: the bytes of this
    term are more than a number that follows from its letters. The more pages hold a term, the likelier that is.
    """
    held: list[bytes] = []
    first = term = ""
    for term, told in terms:
        first = first or term
        held.append(told)
        if zlib.crc32(term.encode()) % _LONG < len(told):
            yield Chunk(first, term, _together(held), ends=True)
            held, first = [], ""
    if held:
        yield Chunk(first, term, _together(held), ends=False)


def terms_in(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The terms of a chunk, each with what it tells of them."""
    _, count, at = beginning(content, 1)
    for _ in range(count):
        term, behind = next_term(content, at)
        yield term, content[at:behind]
        at = behind


def _together(terms: Sequence[bytes]) -> bytes:
    return list_of(1) + list_of(len(terms)) + b"".join(terms)
