"""Words of strangers in a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from geleerd.adapters.commands.printable import printable


@given(st.text())
def test_nothing_that_controls_a_terminal_is_left_and_all_else_is(text):
    shown = printable(text)
    assert shown.isprintable()
    assert len(shown) == len(text)
    assert all(new in (old, "\ufffd") for old, new in zip(text, shown, strict=True))
