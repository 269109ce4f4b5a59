"""Where the parser takes signs otherwise than their writers: percent signs, curly quotes behind addresses, alerts, notes with one name."""

import pytest

from geleerd.commonmark.html import convert_body
from geleerd.commonmark.outline import outline_of
from tests.workbench.growth import NEARLY_LINEAR, time_grows

ALERTS = {kind: f"Titel {kind}" for kind in ("note", "tip", "important", "warning", "caution")}


def html(text):
    return convert_body(text, ALERTS, lambda name: None).html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Het was 100%% zeker en 50%% *niet*.", "Het was 100%% zeker en 50%% <em>niet</em>."),
        ("Het was 100%% zeker. %%geheim%% Toch?", "Het was 100%% zeker.  Toch?"),
        ("Voor%%geheim%% en %%nog iets%%na", "Voor en na"),
        ("é 5%% en %%x%% **b**", "é 5%% en  <strong>b</strong>"),
    ],
)
def test_two_percent_signs_behind_a_number_begin_no_private_note(text, shown):
    assert html(text) == f"<p>{shown}</p>\n"


def test_the_columns_of_a_line_with_percent_signs_stay_right():
    assert outline_of("é 5%% en 6%% zo").lines[0].text == "é 5%% en 6%% zo"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“https://x.nl/a”.", '“<a href="~0">https://x.nl/a</a>”.'),
        ("‘www.x.nl/a’ https://x.nl/é… en", '‘www.x.nl/a’ <a href="~0">https://x.nl/é</a>… en'),
        ("(zie «https://x.nl/b»)", '(zie «<a href="~0">https://x.nl/b</a>»)'),
        ("https://x.nl/foto’s", '<a href="~0">https://x.nl/foto’s</a>'),
        ("<https://x.nl/a”>", '<a href="~0">https://x.nl/a”</a>'),
        ("[https://x.nl/a”](b)", '<a href="~0">https://x.nl/a”</a>'),
    ],
)
def test_signs_of_a_word_processor_are_no_part_of_a_bare_address(text, shown):
    assert html(text) == f"<p>{shown}</p>\n"


def test_the_address_ends_where_its_words_end():
    assert [link.target for link in convert_body("“www.x.nl en www.x.nl/a” https://x.nl/…", ALERTS, lambda name: None).links] == [
        "http://www.x.nl/a",
        "https://x.nl/",
    ]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        (">[!TIP]\n>tekst", "tip", "Titel tip"),
        ("> [!info]\n> tekst", "note", "Titel note"),
        ("> [!question]- Vraag **van** [ons](x.md)\n> tekst", "note", "Vraag van ons"),
        ("> [!Danger]+\n> tekst", "caution", "Titel caution"),
        ("> [!hint] Zo\n> tekst", "tip", "Zo"),
    ],
)
def test_alerts_of_obsidian_and_those_without_a_space_are_alerts(text, kind, title):
    assert (
        html(text)
        == f'<div class="markdown-alert markdown-alert-{kind}">\n<p class="markdown-alert-title">{title}</p>\n<p>tekst</p>\n</div>\n'
    )
    assert all("[!" not in line.text for line in outline_of(text).lines)


@pytest.mark.parametrize("text", ["> [!ANDERS]\n> a *b*", ">[!é x]- a *b*\n> c\n>\n> d", "> [!ANDERS]", "> [!x]\n> - a"])
def test_any_other_word_begins_a_quotation(text):
    assert html(text) == html(text.replace("[!", "[\\!"))
    assert outline_of(text).lines[0].text.lstrip() == text.partition("\n")[0].lstrip("> ").replace("*b*", " b ")


def test_of_notes_with_one_name_the_first_is_shown_and_the_text_between_them_stays():
    found = html("T[^1].\n\n[^1]: Een.\n\nMeer[^1].\n\n> [^1]: Twee.\n\n[^a]: Los.\n")
    assert "Een. <a" in found
    assert "Twee" not in found
    assert found.count('id="fn-1"') == 1
    assert found.index("Meer") < found.index('<div class="footnotes">')


@pytest.mark.long
@pytest.mark.parametrize("piece", ["5%% a ", "“https://x.nl/a” ", "https://x.nl/…", ">[!x]\n\n", "[^1]: x\n", "…"])
def test_the_time_stays_linear(piece):
    assert time_grows(lambda text: html(f"[^1] https://x.nl/{text}a"), piece) < NEARLY_LINEAR
