"""The door to the parser: what it reads, where things stand, and what it refuses before it costs anything."""

import gc

import comrak
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.commonmark.html import convert_body, convert_field
from geleerd.commonmark.parsing import Dialect, parse
from geleerd.commonmark.tree import of_kind
from geleerd.model.frozen import Frozen
from geleerd.model.limits import LONGEST_BODY
from tests.workbench.growth import NEARLY_LINEAR, time_grows

DEEP = {
    "strong": lambda n: "**a " * n + "a**" * n,
    "emphasis": lambda n: "*a _b " * n + "b_ a*" * n,
    "strikethrough": lambda n: "~a " * n + "a~" * n,
    "images": lambda n: "![" * n + "a" + "](b)" * n,
    "quotations": lambda n: ">" * n + "a",
    "quotations in lists": lambda n: "- > " * n + "a",
    "lists": lambda n: "- " * n + "a",
    "numbered lists": lambda n: "1. " * n + "a",
    "lists numbered otherwise": lambda n: "1) " * n + "a",
    "marks of other programs": lambda n: "==a ++b " * n + "b++ a==" * n,
    "stairs": lambda n: "\n".join("  " * level + "- a" for level in range(min(n, 300))),
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_too_deeply_is_refused_and_ends_nothing(kind):
    longest = next(n for n in range(LONGEST_BODY // 12, 0, -500) if len(DEEP[kind](n)) <= LONGEST_BODY)
    assert parse(DEEP[kind](longest), Dialect.ELSEWHERE if kind == "marks of other programs" else Dialect.BODY) is None
    assert parse(DEEP[kind](5), Dialect.BODY) is not None


@pytest.mark.parametrize(
    "text",
    ["a" * (LONGEST_BODY + 1), "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "|a|\n" * 300],
    ids=["too long", "a wide table, of which most cells are empty"],
)
def test_what_nobody_can_read_is_refused(text):
    assert parse(text, Dialect.BODY) is None


@pytest.mark.parametrize("sign", ["[", "<", "*", "`", "![", "[^", "||", "%%", "[[", "<!--", "a@b.c ", "https://", "~", "_a", "\\", "&"])
def test_a_long_row_of_signs_is_read(sign):
    assert parse(sign * 3_000, Dialect.WIKI) is not None


@pytest.mark.parametrize("dialect", Dialect)
@given(st.text("ab \n\t*_`[](){}<>!#-+1.|:\\~%&;/é💡", max_size=200))
def test_any_text_is_read(dialect, text):
    assert parse(text, dialect) is not None


def test_a_node_knows_its_line():
    tree = parse("Kop\n===\n\n- é 💡 [een](a.md)\n  > [twee](b.md)\n", Dialect.BODY)
    places = [(value.value.url, node.sourcepos.start.line) for node, value in of_kind(tree, comrak.Link)]
    assert places == [("a.md", 4), ("b.md", 5)]


@pytest.mark.long
@pytest.mark.parametrize("piece", ["<b><x>", "*a*", "é *a*", "[a](b) "])
def test_the_time_for_one_long_line_grows_with_its_length(piece):
    """Columns in characters would cost the parser the square of it; nothing needs columns."""
    assert time_grows(lambda text: parse(text, Dialect.BODY), piece) < NEARLY_LINEAR


def test_a_field_has_no_footnotes():
    assert of_kind(parse("a[^1]\n\n[^1]: b", Dialect.BODY), comrak.FootnoteDefinition)
    assert not of_kind(parse("a[^1]\n\n[^1]: b", Dialect.FIELD), comrak.FootnoteDefinition)


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("kind", DEEP)
def test_a_long_text_with_few_signs_is_read_as_a_short_one(kind, dialect):
    for depth in (30, 60, 90, 130, 199):
        short, above = DEEP[kind](depth), "woorden " * 400 + "\n\n"
        assert (parse(short, dialect) is None) == (parse(above + short, dialect) is None)


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize(
    "text", ["# a\n\nb *c*\n\n- x ![y](z)\n", "a 5%% b %%note%%\n\n> [!tip] x\n> y", "https://x.example/a.", "- " * 200 + "a"]
)
def test_a_tree_goes_when_nobody_holds_it(dialect, text):
    def nodes() -> int:
        gc.collect()
        return sum(type(one) is comrak.AstNode for one in gc.get_objects())

    before = nodes()
    parse(text, dialect)
    convert_body(text, {"tip": "Tip"}, Frozen())
    convert_field(text, {})
    assert nodes() == before
