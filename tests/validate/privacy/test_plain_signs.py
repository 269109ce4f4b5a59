"""A text as a person reads it, and where each of its signs stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.validate.privacy.plain_signs import in_plain_signs


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("jan&#64;a.nl", "jan@a.nl"),
        ("jan&#x40;a&period;nl", "jan@a.nl"),
        ("jan%40a%2Enl", "jan@a.nl"),
        ("jan (at) a [punt] nl", "jan@a.nl"),
        ("ｊａｎ＠a．nl", "jan@a.nl"),
        ("ja\u200bn\u00ad@a.nl", "jan@a.nl"),
        (r"jan\@a\.nl", "jan@a.nl"),
        ("**jan**@<b>a</b>.nl", "jan@a.nl"),
        ("_06_-12", "06-12"),
        ("06–12‑34", "06-12-34"),
        ("12·3", "12.3"),
        ("123¹", "123 "),
        ("e\u0301én", "één"),
        ("&geen; &#0; &#xd800; &#99999999;", "&geen; &#0; &#xd800; &#99999999;"),
        ("Gewone woorden, “met” ‘tekens’ en één &.", "Gewone woorden, “met” ‘tekens’ en één &."),
    ],
)
def test_what_is_written_otherwise_reads_the_same(written, plain):
    assert in_plain_signs(written).text == plain


def test_a_piece_of_the_plain_text_is_found_in_the_written_one():
    written = "Mail <b>jan</b> (at) a.nl nu\u200b."
    plain = in_plain_signs(written)
    assert plain.as_written(5, 13) == "jan</b> (at) a.nl"
    assert plain.as_written(14, 16) == "nu"


@given(st.text(alphabet="a1@&#64;\u200bé＠*_<b>(at) ", max_size=60))
def test_every_piece_stands_in_the_written_text_and_reads_the_same(written):
    signs = in_plain_signs(written)
    pieces = [signs.as_written(place, place + 1) for place in range(len(signs.text))]
    assert all(piece in written for piece in pieces)
    assert not signs.text or signs.as_written(0, len(signs.text)) in written
