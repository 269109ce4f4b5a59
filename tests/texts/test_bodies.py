"""Bodies: what Markdown keeps, and what no contributor gets onto a page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import catalogue
from geleerd.model.documents import Body, Document
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import sound_url
from geleerd.relate.places.addresses import Addresses
from geleerd.texts.bodies import TextWriter, words_of
from geleerd.texts.body_links import LinkTable
from geleerd.texts.safe_html import safe_html

TABLE = LinkTable(
    {SourcePath("lessons/y.md"): Address("tips/y/")}, {}, frozenset(), {}, frozenset(), {}, Addresses(catalogue("nl"), "content")
)
WRITER = TextWriter(TABLE, words_of(catalogue("nl")))


def same(_tag: str, written: str) -> str:
    return written


def html(text: str) -> str:
    return WRITER.body(Document(SourcePath("lessons/x.md"), {}, {}, Body(text)), Address("tips/x/")).html


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("> [!WARNING]\n> Denk na.", '<div class="admonition warning">\n<p class="admonition-title">Let op</p>\n<p>Denk na.</p>'),
        ("Zo:\n- een\n  - twee\n1) drie", "<p>Zo:</p>\n<ul>\n<li>een\n<ul>\n<li>twee</li>\n</ul>\n</li>\n</ul>\n<ol>\n<li>drie</li>"),
        ("www.voorbeeld.nl en a@b.nl", '<a href="http://www.voorbeeld.nl">www.voorbeeld.nl</a> en <a href="mailto:a@b.nl">a@b.nl</a>'),
        ("een\\\ntwee", "een<br>\ntwee"),
        ("Tekst\n| a |\n|---|\n| 1 |", "<table>"),
        ("<details><summary>Meer</summary>\n\n**vet**\n\n</details>", "<strong>vet</strong>"),
        ("- [x] klaar", '<input type="checkbox" disabled="" checked="" aria-label="Gedaan"> klaar'),
        ("Tekst[^1]\n\n[^1]: Noot", '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>'),
        ("Tekst[^1]\n\n[^1]: Noot", 'class="footnote-backref" aria-label="Terug naar noot 1 in de tekst">↩</a>'),
        ("Tekst[^1]\n\n[^1]: Noot", '<div class="footnotes" role="doc-endnotes" aria-label="Voetnoten">'),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", '<td align="center">2</td>'),
        ('<table><tr><td style="color:red; text-align: right">2</td></tr></table>', '<td align="right">2</td>'),
        ('<table><tr><td style="text-align:expression(alert(1))">2</td></tr></table>', "<td>2</td>"),
        ("```python\nprint(1)\n```", '<pre><code class="language-python">print(1)\n</code></pre>'),
        ("voor %%geheim%% na", "voor  na"),
        ("# Titel\n\n## Kop", '<h2 id="titel">Titel</h2>\n<h2 id="kop">Kop</h2>'),
        ("- <b>een\n  ## Kop</b>", '<h2 id="kop"><b>Kop'),
        ("~~weg~~ en **vet**", "<del>weg</del> en <strong>vet</strong>"),
        ("Zie [de tip](y.md).", '<a href="../../tips/y/">de tip</a>'),
        ("Waarom: dit is geen metadata", "Waarom: dit is geen metadata"),
        ("---\nname: x\n---", "name: x"),
        ("{{ config }} {% raw %} ${x} #{y}", "{{ config }} {% raw %} ${x} #{y}"),
    ],
)
def test_what_is_kept(text, kept):
    assert kept in html(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href=" javascript:alert(1)">x</a>',
        "![x](data:text/html;base64,PHNjcmlwdD4=)",
        '<iframe src="https://elders.example"></iframe>',
        '<form action="https://elders.example"><input type="password"></form>',
        "<style>body{display:none}</style>",
        '<div style="position:fixed;inset:0">x</div>',
        '<p class="md-overlay card" id="__search">x</p>',
        "<base href='https://elders.example/'>",
        "<meta http-equiv=refresh content='0;url=https://elders.example'>",
        '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
        "![volg mij](https://elders.example/pixel.png)",
        "[x]: javascript:alert(1)\n\n[x]",
    ],
)
def test_what_never_reaches_the_page(text):
    found = html(text).lower()
    for danger in (
        "<script",
        "onerror",
        "onload",
        "javascript:",
        "data:",
        "<iframe",
        "<form",
        "password",
        "<style",
        "fixed",
        "<svg",
        "<base",
        "<meta",
    ):
        assert danger not in found
    for danger in ("md-overlay", "__search", 'src="http', "elders.example"):
        assert danger not in found


def test_no_extension_reads_files(tmp_path):
    (tmp_path / "geheim.txt").write_text("geheim")
    assert "geheim</p>" not in html(f'--8<-- "{tmp_path}/geheim.txt"')
    assert "{!" in html("{!geheim.txt!}")


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text):
    once = safe_html(html(text), same).html
    assert "<script" not in once.lower()
    assert safe_html(once, same).html == once


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("<https://elders.example/mijn document.pdf>", "https://elders.example/mijn%20document.pdf"),
        ('<https://elders.example/?q="x"&a=%20b&c=100%>', "https://elders.example/?q=%22x%22&amp;a=%20b&amp;c=100%25"),
        ("https://elders.example/{a}|b[1]#c#d", "https://elders.example/%7Ba%7D%7Cb%5B1%5D#c%23d"),
        ("https://elders.example/zoë", "https://elders.example/zoë"),
        ("<mailto:a@b.example?subject=een vraag>", "mailto:a@b.example?subject=een%20vraag"),
    ],
)
def test_what_may_not_stand_in_an_address_is_encoded_and_what_is_encoded_stays(written, led):
    assert f'<a href="{led}">' in html(f"[een link]({written})")


def test_an_address_without_a_possible_host_leads_nowhere():
    assert "<a>x</a>" in html("[x](<https://een huis.example/>)")


@given(st.text(max_size=60))
def test_a_sound_address_stays_as_it_is(text):
    once = sound_url(f"https://elders.example/{text}")
    assert sound_url(once) == once
    assert not set(' "<>\\^`{|}') & set(once)


@pytest.mark.parametrize(
    "text", ["<img>", "<img alt=''>", "<input>", "<input type=text>", "<input type=checkbox>", "<input type=radio name=x>"]
)
def test_an_image_or_control_that_shows_nothing_is_left_out(text):
    assert html(f"een {text} twee") == "<p>een  twee</p>"


def test_the_description_of_an_image_stands_in_for_a_file_that_is_not_there():
    assert html("![een boom](weg.png)") == '<p><img alt="een boom"></p>'


def test_an_image_has_a_description_even_if_it_is_empty():
    assert safe_html('<img src="x.png"><img src="y.png" alt="Y">', same).html == '<img src="x.png" alt=""><img src="y.png" alt="Y">'


def test_the_box_of_a_task_says_how_it_stands():
    named = TextWriter(TABLE, replace(WRITER.words, tasks=("Nog te doen", 'Ge"daan')))
    boxes = named.body(Document(SourcePath("lessons/x.md"), {}, {}, Body("- [ ] een\n- [x] twee")), Address("tips/x/")).html
    assert '<input type="checkbox" disabled="" aria-label="Nog te doen"> een' in boxes
    assert 'checked="" aria-label="Ge&quot;daan"> twee' in boxes


def test_no_character_that_is_not_shown_reaches_the_page():
    assert html("a&#7;b&#x1F;c&#xFFFE;d&#x81;e&#x202E;f&#x2066;g &#x200F;h") == "<p>abcdefg \u200fh</p>"
    assert "\u202e" not in html('<abbr title="&#x202E;x">y</abbr>')


@pytest.mark.parametrize("hidden", ["&#7;", "&#x202e;", "&#xfffe;", "&#x8d;"])
def test_an_address_with_such_a_character_leads_nowhere(hidden):
    assert safe_html(f'<a href="java{hidden}script:alert(1)">x</a>', same).html == "<a>x</a>"
