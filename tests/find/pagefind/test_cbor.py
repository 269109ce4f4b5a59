"""Numbers, texts and lists as CBOR has them."""

import cbor2
from hypothesis import given
from hypothesis import strategies as st

from geleerd.find.pagefind.cbor import EMPTY_LIST, list_of, number, text


@given(st.integers(-(2**32), 2**32 - 1))
def test_a_number_is_the_shortest_that_another_program_writes(value):
    assert number(value) == cbor2.dumps(value)


@given(st.text(max_size=300))
def test_a_text(value):
    assert text(value) == cbor2.dumps(value)


@given(st.integers(0, 70_000))
def test_a_list(length):
    assert list_of(length) + number(0) * length == cbor2.dumps([0] * length)
    assert list_of(0) == EMPTY_LIST
