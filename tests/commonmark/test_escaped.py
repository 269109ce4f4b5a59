"""Words that are written as Markdown are read as those words again."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from geleerd.commonmark.escaped import escaped_cell, escaped_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = st.text(st.sampled_from("ab1 *_`~<>[]()#+-=.|&;!\\"), min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(words=WORDS)
def test_a_line_is_a_paragraph_of_the_same_words(words):
    assert unescape(READER.render(escaped_line(words))) == f"<p>{words}</p>\n"


@given(words=WORDS)
def test_a_cell_holds_the_same_words(words):
    html = READER.render(f"| kop |\n| --- |\n| {escaped_cell(words)} |")
    assert unescape(html.rpartition("<td>")[2].partition("</td>")[0]) == words


@pytest.mark.parametrize(
    ("words", "written"), [("1. een", "1\\. een"), ("# kop", "\\# kop"), ("snake_case & co", "snake_case & co"), ("C #", "C \\#")]
)
def test_only_what_would_mean_something_gets_a_backslash(words, written):
    assert escaped_line(words) == written
