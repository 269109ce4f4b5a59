"""The summary below a pull request: friendly for a contributor, and harmless whatever they wrote."""

import html
import re

import comrak
import pytest
from forge import harmless
from hypothesis import given
from hypothesis import strategies as st

from geleerd import Code, Problem, catalogue
from geleerd.adapters.commands.checking.pull_request_comment import as_comment, harmless_line
from geleerd.commonmark.tree import nodes
from geleerd.model.problems import Place

NL, EN = catalogue("nl"), catalogue("en")
ERROR = Problem(Place("lessons/mijn_tip.md", 2), Code.BAD_ID, {"value": "nee"})
HINT = Problem(Place("lessons/a.md", 9), Code.UNEXPLAINED_ABBREVIATION, {"value": "IVO"})

HOSTILE = """@iemand #12 GH-7 gh-7 https://x.example www.x.example WWW.x.example ftp://x mailto:a@b.nl <b>x</b> <!-- x --> ![x](y) [x](y)
[x]: y `x` ~~x~~ *x* **x** _x_ __x__ | x | $x$ \\@x &amp; &#64;x closes #1 fixes leernetwerk/kennisbank#1 :tada: ``` x"""
"""What a forge would make something of, piece by piece."""


def shown(text):
    """What a reader sees of a text in Markdown that has no markup."""
    return html.unescape(text).replace("\u200b", "")


def test_errors_come_before_advice_each_with_file_line_sentence_and_code():
    text = as_comment([HINT, ERROR], NL)
    assert text == (
        "Dank je wel voor je bijdrage! Een programma heeft de bestanden nagekeken.\n\n"
        "#### Dit moet eerst anders\n\n"
        "Verander het in je bestand; daarna kijkt het programma vanzelf opnieuw. Kom je er niet uit? Schrijf het hieronder, "
        "dan helpt de redactie.\n\n"
        "- **lessons/mijn&#95;tip.md, regel 2:** “nee” kan geen vaste code zijn. Een vaste code heeft zes kleine letters en cijfers (geen i, l, o of u) en begint "
        "met een letter. (bad-id)\n\n"
        "#### Advies\n\n"
        "Advies houdt niets tegen. Gebruik wat je ermee kunt.\n\n"
        "- **lessons/a.md, regel 9:** Niet iedereen kent IVO. Schrijf het de eerste keer voluit, of zet het in content/begrippen.yml. "
        "(unexplained-abbreviation)"
    )


@pytest.mark.parametrize(("words", "good"), [(NL, "vond niets wat eerst anders moet"), (EN, "found nothing that must change first")])
def test_what_is_good_is_said(words, good):
    assert good in as_comment([], words)
    assert good in as_comment([HINT], words)
    assert good not in as_comment([ERROR], words)


def test_a_draft_is_not_said_to_go_online():
    text = as_comment([HINT], NL, drafts=["lessons/a.md"])
    assert "Dit is een concept en komt nog niet online." in text
    assert "dan komt het online" not in text
    both = as_comment([], NL, drafts=["lessons/a.md"], others=1)
    assert "komt nog niet online: lessons/a.md." in both
    assert "dan komt online wat geen concept is" in both
    assert "dan komt het online" not in both


def test_fields_have_the_names_of_the_form():
    problem = Problem(Place("lessons/a.md", 2), Code.STILL_MISSING, {"keys": "summary, themes", "type": "tip"})
    assert "ontbreekt nog: “Waarom het werkt”, “Thema's”. (still-missing)" in as_comment([problem], NL)


COPIED = [
    'summary: "Zie #12 en @jan"',
    "  url: https://www.example.org/a_b*c*",
    "`````",
    "~~~",
    "---",
    "- [x](y) <b>&amp;</b>",
    "",
    "# Kop",
    "\\*",
]
"""Mended lines, with all that a forge would make something of."""


def code_in(text):
    """What somebody copies from the rendered comment, block by block."""
    tree = comrak.parse_document(text)
    found = [node.node_value.value.literal for node in nodes(tree) if isinstance(node.node_value, comrak.CodeBlock)]
    return [block.rstrip("\n").split("\n") for block in found]


def test_mended_lines_are_code_to_copy_sign_by_sign():
    problem = Problem(Place("lessons/a.md", 2), Code.YAML_TAB, {"lines": tuple(COPIED)})
    text = as_comment([problem, problem, HINT], NL)
    assert code_in(text) == [COPIED, COPIED]
    assert harmless(text)


def test_a_suggestion_that_the_sentence_shows_with_a_gap_stands_there_as_code_too():
    problem = Problem(Place("lessons/a.md", 2), Code.UNSAFE_LINK, {"target": "htp://x.nl", "suggestion": "https://x.nl"})
    assert code_in(as_comment([problem], NL)) == [["https://x.nl"]]
    plain = Problem(Place("lessons/a.md", 2), Code.UNKNOWN_REFERENCE, {"key": "themes", "value": "borge", "suggestion": "borgen"})
    assert code_in(as_comment([plain], NL)) == []


def test_a_line_is_whole_or_left_out():
    problem = Problem(Place("lessons/a.md", 2), Code.YAML_TAB, {"lines": ("a" * 2_000, "b")})
    assert code_in(as_comment([problem], NL)) == [["a" * 2_000, "b"]]
    longer = Problem(Place("lessons/a.md", 2), Code.YAML_TAB, {"lines": ("a" * 2_001, "b")})
    assert "(De regel is te lang voor dit bericht. Je vindt hem bij de details.)" in as_comment([longer], NL)
    assert code_in(as_comment([longer], NL)) == []


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), max_size=40), min_size=1, max_size=5))
def test_whatever_the_lines_are_they_can_be_copied_and_do_nothing(lines):
    text = as_comment([Problem(Place("lessons/a.md", 2), Code.YAML_TAB, {"lines": (*lines, "eind")})], NL)
    first = next(number for number, line in enumerate((*lines, "eind")) if line.strip())
    assert [[line.rstrip() for line in block] for block in code_in(text)] == [[line.rstrip() for line in (*lines, "eind")[first:]]]
    assert harmless(text)


def test_many_findings_are_cut_and_counted_and_errors_come_first():
    text = as_comment([HINT] * 50 + [ERROR] * 50, NL)
    assert text.count("(bad-id)") == 50
    assert text.count("(unexplained-abbreviation)") == 10
    assert "#### Deze 50 dingen moeten eerst anders" in text
    assert text.endswith("Er zijn nog 40 meldingen. Je vindt ze bij de details.")


def test_the_longest_summary_fits_in_a_comment():
    worst = Problem(Place("@" * 5000, 1), Code.BAD_ID, {"value": "#" * 5000})
    text = as_comment([worst] * 100, NL)
    assert 10_000 < len(text) < 50_000
    assert re.search(r"Er zijn nog \d+ meldingen", text)


def test_the_words_of_a_contributor_stay_words():
    for piece in [*HOSTILE.split(" "), *HOSTILE.splitlines(), HOSTILE]:
        problem = Problem(Place(f"lessons/{piece}.md", 1), Code.BAD_ID, {"value": piece})
        assert harmless(as_comment([problem], NL)), piece
        assert shown(harmless_line(piece)) == " ".join(piece.split())


def test_the_check_of_harmless_knows_each_danger():
    # Were `harmless` to let these through, the tests above would prove nothing.
    dangers = [danger for danger in HOSTILE.split(" ") if re.search(r"[@#<>\[\]`_$|~\\&]|://|www\.|gh-", danger, re.IGNORECASE)]
    assert len(dangers) > 20
    assert [danger for danger in dangers if harmless(danger)] == []


@given(st.text(max_size=300), st.text(max_size=100))
def test_whatever_a_contributor_writes_is_harmless_and_on_its_own_line(value, name):
    lines = as_comment([Problem(Place(name, 1), Code.BAD_ID, {"value": value})], NL).splitlines()
    assert harmless("\n".join(lines))
    assert len(lines) == len(as_comment([ERROR], NL).splitlines())


@given(st.text(alphabet="@#:/w.gh-1aGHW&;<[*_ \u200b\u202e\n", max_size=60))
def test_nothing_is_active_however_it_is_pieced_together(value):
    assert harmless(harmless_line(value))
    assert "\n" not in harmless_line(value)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), max_size=200))
def test_what_can_be_seen_is_shown_as_it_was(text):
    assert shown(harmless_line(text)) == text
