"""Numbers, texts and lists as CBOR has them."""

import cbor2
from hypothesis import given
from hypothesis import strategies as st

from geleerd.find.pagefind.cbor import EMPTY_LIST, decoded, encoded, list_of, number, text

VALUES = st.recursive(st.integers(-(2**32), 2**32 - 1) | st.text(max_size=300), lambda one: st.lists(one, max_size=30), max_leaves=60)


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


@given(VALUES)
def test_what_is_written_is_what_another_program_writes_and_is_read_back(value):
    assert encoded(value) == cbor2.dumps(value)
    assert decoded(b"x" + encoded(value), 1) == (value, len(encoded(value)) + 1)
