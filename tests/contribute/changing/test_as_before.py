"""A changed text keeps the line ends, the mark and the letters of its file."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from geleerd.contribute.changing.as_before import as_before
from geleerd.read.decode import decode

LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"]), max_size=5), max_size=6)


@given(LINES, LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_it_reads_as_the_new_text_and_the_old_lines_stay(old, new, end, has_mark):
    raw = ("\ufeff" if has_mark else "") + end.join(old)
    before, _ = decode(raw.encode(), "x.md")
    after = unicodedata.normalize("NFC", "\n".join([*new, *before.split("\n")]))
    made = as_before(raw, before, after)
    assert decode(made.encode(), "x.md")[0] == after
    assert as_before(raw, before, before) == raw
    assert made.startswith("\ufeff") == has_mark
    assert not set("\r\n") - set(end) & set(made) or len(old) < 2


def test_letters_of_lines_that_stay_are_not_composed_anew():
    raw = "e\u0301e\u0301n\r\ntwee"
    before, _ = decode(raw.encode(), "x.md")
    assert as_before(raw, before, before + "\ndrie") == raw + "\r\ndrie"
