"""What stands where in a text: with it, a problem is told at the line where somebody wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.commonmark.outline import THING, outline_of

TEXT = """\
- Een `{{ code }}` met ![beeld](x.png)
  en [een link](doel.md).

      {{ code }}

Een **vette**
alinea &amp; \\{{ x.

# Kop

> ### Dieper

![](leeg.png)
"""


def test_words_keep_their_line_and_column():
    lines = {each.line: each.text.replace(THING, "~") for each in outline_of(TEXT).lines}
    assert lines == {
        0: "  Een ~~~~~~~~~~~~ met ~~~~~~~~~~~~~~~",
        1: "  en  een link          .",
        5: "Een   vette  ",
        6: "alinea &amp; ~~{ x.",
        8: "  Kop",
        10: "      Dieper",
        12: "~~~~~~~~~~~~~",
    }


def test_paragraphs_headings_and_images_have_their_line():
    outline = outline_of(TEXT)
    assert [(each.line, each.words) for each in outline.paragraphs] == [
        (0, "Een {{ code }} met beeld en een link."),
        (5, "Een vette alinea & {{ x."),
    ]
    assert [(each.line, each.level) for each in outline.headings] == [(8, 2), (10, 3)]
    assert [(each.line, each.description) for each in outline.images] == [(0, "beeld"), (12, "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("é [[x|y]]", ("WikiLink", "x", 0, 2, 0, 9)),
        ("> %%\n> a\n> %%", ("MultilineComment", "", 0, 2, 2, 4)),
        ("==a\nb==", ("Highlight", "a b", 0, 0, 1, 3)),
        ("a\n\nH~2~O", ("Subscript", "2", 2, 1, 2, 4)),
        ("| a |\n|---|\n| $x^2$ |", ("Math", "x^2", 2, 2, 2, 7)),
        (":smile:", ("ShortCode", "😄", 0, 0, 0, 7)),
    ],
)
def test_marks_of_other_programs_have_their_place(text, found):
    (mark,) = outline_of(text).elsewhere
    assert (mark.kind, mark.value, mark.line, mark.start, mark.last_line, mark.end) == found


@given(st.text(alphabet="ab é`*_[]()<>!|\n\t-=:~$%^\\&;#x", max_size=200))
def test_no_sign_changes_its_place(text):
    written = text.split("\n")
    for each in outline_of(text).lines:
        pairs = zip(each.text, written[each.line], strict=True)
        assert all(shown in {sign, " ", THING} for shown, sign in pairs)


def test_a_text_that_nobody_could_read_has_no_outline():
    assert outline_of("> " * 5_000 + "x") == outline_of("")
