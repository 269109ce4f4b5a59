"""Bodies: what Markdown keeps, and what no contributor gets onto a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.strings import Address, SourcePath
from geleerd.model.values import Body, Document
from geleerd.render.bodies import BodyRenderer
from geleerd.render.links import LinkTable

TABLE = LinkTable({SourcePath("lessons/y.md"): Address("tips/y/")}, {}, frozenset(), {}, frozenset(), "content")
RENDERER = BodyRenderer(TABLE, "Terug naar noot {}")


def html(text: str) -> str:
    return RENDERER.render(Document(SourcePath("lessons/x.md"), {}, {}, Body(text)), Address("tips/x/")).html


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('!!! note "Let op"\n    Denk na.', '<div class="admonition note">\n<p class="admonition-title">Let op</p>'),
        ('=== "A"\n    een\n=== "B"\n    twee', '<div class="tabbed-labels"><label for="__tabbed_1_1">A</label>'),
        ("- [x] klaar", '<input type="checkbox" disabled="" checked="">'),
        ("Tekst[^1]\n\n[^1]: Noot", '<a class="footnote-ref" href="#fn:1">1</a>'),
        ("Tekst[^1]\n\n[^1]: Noot", 'title="Terug naar noot 1"'),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", '<td style="text-align:center">2</td>'),
        ("```python\nprint(1)\n```", '<span class="nb">print</span>'),
        ("# Titel\n\n## Kop", '<h2 id="titel">Titel</h2>\n<h2 id="kop">Kop</h2>'),
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
    once = html(text)
    assert "<script" not in once.lower()
    assert RENDERER._sanitiser.clean(once, lambda _tag, value: value) == once
