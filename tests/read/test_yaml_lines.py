"""Lines that are found when somebody asks are those that were found at once."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.frozen import Frozen
from geleerd.read.yaml_lines import LinesLater
from geleerd.read.yaml_mending.reading import read_yaml

PIECES = st.lists(
    st.sampled_from(["a: 1", "b:", "  - x", "  c: [1, {d: 2}]", "e: |", "  tekst", "f: 'q'", "# niets", "g: [", "“h”: 3", ""])
)


@given(PIECES, st.integers(1, 40))
def test_they_are_the_lines_of_the_text_that_was_read(lines, first_line):
    reading = read_yaml("\n".join(lines), "x.md", first_line)
    later = LinesLater(reading.text, first_line)
    assert later == reading.lines
    assert reading.lines == later
    assert len(later) == len(reading.lines)
    assert copy.copy(later) == later


def test_other_lines_are_not_equal():
    assert LinesLater("a: 1", 2) != Frozen({(): 2, ("a",): 3})
    assert LinesLater("a: 1", 2)[("a",)] == 2
