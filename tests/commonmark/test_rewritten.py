"""Links are rewritten in place: every other character of the text stays, whatever the text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.commonmark.rewritten import linked, relinked, without_wiki_links


def meant(target):
    """All pages called `oud` are called `nieuw` now."""
    return target.replace("oud", "nieuw") if target.startswith("oud") else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](oud.md)", "[a](nieuw.md)"),
        ("[a](  oud.md  'titel')", "[a](  nieuw.md  'titel')"),
        ("[a](<oud.md#x>)", "[a](<nieuw.md#x>)"),
        ("[a](\noud.md)", "[a](\nnieuw.md)"),
        ("![é](oud.png) en [b *c* `](oud.md)`](oud.md)", "![é](nieuw.png) en [b *c* `](oud.md)`](nieuw.md)"),
        ("[![i](oud.png)](oud.png)", "[![i](nieuw.png)](nieuw.png)"),
        ("[![i](x.png)](oud.png)", "[![i](x.png)](nieuw.png)"),
        ("[](oud.md)", "[](nieuw.md)"),
        ("[a][r] en [r] en [r][]\n\n[r]: oud.md 'x'", "[a][r] en [r] en [r][]\n\n[r]: nieuw.md 'x'"),
        ("> [a]\n>\n> [a]:\n>   <oud.md>", "> [a]\n>\n> [a]:\n>   <nieuw.md>"),
        ("- [a](oud.md)\n  1. [b](oud.md)", "- [a](nieuw.md)\n  1. [b](nieuw.md)"),
        ("| a | b |\n|---|---|\n| x\\|y [c\\|d](oud.md) | ![e](oud.png) |", "| a | b |\n|---|---|\n| x\\|y [c\\|d](nieuw.md) | ![e](nieuw.png) |"),
        ("[a](oud\\_1.md?b=c&amp;d#e)", "[a](nieuw_1.md?b=c&d#e)"),
        ('Zie <a class="x" HREF = "oud.md?a&amp;b">x</a>.', 'Zie <a class="x" HREF = "nieuw.md?a&amp;b">x</a>.'),
        ("<div>\n<img src='oud.png' alt=\"oud.md\">\n</div>", "<div>\n<img src='nieuw.png' alt=\"oud.md\">\n</div>"),
        ('<div markdown>\n[a](oud.md) rij[0](x)\n</div>', '<div markdown>\n[a](nieuw.md) rij[0](x)\n</div>'),
        ("??? note\n\n    [a](oud.md)\n", "??? note\n\n    [a](nieuw.md)\n"),
        ("[a](oud boek v1.md) en ![b](oud x.png){ .knop }", "[a](<nieuw boek v1.md>) en ![b](<nieuw x.png>){ .knop }"),
        ("Titel [a](oud.md)\n=====\n", "Titel [a](nieuw.md)\n=====\n"),
        ("Met[^1].\n\n[^1]: Zie [a](oud.md).", "Met[^1].\n\n[^1]: Zie [a](nieuw.md)."),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_new_place(before, after):
    text, count = relinked(before, meant)
    assert text == after
    assert count >= 1


@pytest.mark.parametrize(
    "text",
    [
        "`[a](oud.md)`",
        "```\n[a](oud.md)\n[r]: oud.md\n```",
        "    [a](oud.md)\n",
        "\\[a](oud.md)",
        "oud.md https://oud.example/ <https://oud.example/>",
        "<!-- geen link: oud.md -->",
        "[a](weg.md) [b](#oud)",
        "%%[a](oud.md)%%",
        "`[a](oud boek.md)` [a](weg boek.md)",
    ],
)
def test_what_is_no_link_stays(text):
    assert relinked(text, meant) == (text, 0)


def test_every_target_has_its_line():
    text = "[a](b)\n\n<img\nsrc='c'>\n\n[d][e]\n\n[e]: f\n"
    assert list(linked(text).targets()) == [("b", 1), ("c", 4), ("f", 6)]


def test_links_between_double_brackets_become_links_of_markdown():
    text = "[[oud]] en [[oud#kop|de *tekst*]] en ![[oud.png]], niet [[weg]] of `[[oud]]`"
    assert without_wiki_links(text, meant) == (
        "[oud](nieuw) en [de *tekst*](nieuw#kop) en ![oud.png](nieuw.png), niet [[weg]] of `[[oud]]`",
        3,
    )


PIECES = st.sampled_from(["[a](oud.md)", "![", "](oud.md)", "[r]: oud.md\n", "<a href='oud.md'>", "`", "\n", "\n\n", "    ", "> ", "- ", "|", "\\", "é", "[r]", "<", ">", "(", ")", "```\n", "|a|b|\n|-|-|\n", "!!! x\n\n", "[[oud]]", "%%"])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=4), max_size=20).map("".join))
def test_nothing_but_targets_changes(text):
    after, _ = relinked(text, meant)
    assert after.replace("nieuw", "oud") == text.replace("nieuw", "oud")
