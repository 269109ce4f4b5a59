"""What an index tells of a term, and what is read back of it."""

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.find.pagefind.terms import next_term, occurrences, pages_told, term_told

WEIGHTS = st.lists(st.integers(0, 255), max_size=30).map(tuple)
PAGES = st.dictionaries(st.integers(0, 70_000), WEIGHTS, max_size=30)


@given(st.text(max_size=40), PAGES)
def test_what_is_told_is_read_back(term, pages):
    held = [(page, occurrences(term, weights)) for page, weights in sorted(pages.items())]
    told = term_told(term, held)
    assert pages_told(told) == dict(held)
    assert next_term(b"xx" + told + b"\x83", 2) == (term, len(told) + 2)
    assert cbor2.loads(told)[0] == term


def test_other_bytes_are_no_term():
    with pytest.raises(ValueError, match="aq"):
        next_term(term_told("aq", [(3, occurrences("aq", (24,)))]).replace(b"\x83\x03", b"\xff\x03"), 0)


def test_occurrences_stand_apart_behind_their_weight():
    first, *others = cbor2.loads(occurrences("leerq", (24, 72, 24)))
    assert first == -25
    place = others[0]
    assert others == [place, 1, -73, place + 2]
    assert cbor2.loads(occurrences("leerq", (25, 24))) == [place, -25, place + 1]
