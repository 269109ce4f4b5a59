"""What a page becomes in the copy on disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import catalogue
from geleerd.relate.places.addresses import Addresses
from geleerd.written.archive import Archive
from geleerd.written.site_links import links_of_page
from tests.workbench.building import ROOT, run, written
from tests.workbench.full_items import frame_files, item_files

COMMAND = ["geleerd.adapters.commands.cli"]
FILES = ("index.html", "tips/index.html", "tips/x/index.html", "tips/x/kaart.pdf", "zoeken/index.html")
COPY = Archive(
    frozenset(FILES), "https://voorbeeld.example/kennis/", "Kopie", "redactie@voorbeeld.example", Addresses(catalogue("nl"), "content")
)


def archived(root: Path, target: str = "kopie") -> Path:
    result = run([*COMMAND, "archive", target], root)
    assert result.returncode == 0, result.stderr
    return root / target


def full_files() -> dict[str, str]:
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text().replace("[geleerd]", "[geleerd: {desk: redactie@proef.example}]")
    menu = "extra:\n  menu: [{name: Thema's, href: themas/}]\n  footer: [{name: Over, href: over/}]\n"
    return {**item_files(), **frame_files(), "mkdocs.yml": config + menu}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy for the tests that only read it."""
    root = tmp_path_factory.mktemp("full")
    return archived(written(root, full_files()))


@pytest.mark.parametrize(
    ("page", "written", "link"),
    [
        ("index.html", "tips/", "tips/index.html"),
        ("index.html", "tips", "tips/index.html"),
        ("index.html", "./", "index.html"),
        ("index.html", "?q=x", "index.html"),
        ("tips/x/index.html", "../../", "../../index.html"),
        ("tips/x/index.html", "../../tips/#plek", "../index.html#plek"),
        ("tips/x/index.html", "kaart.pdf", "kaart.pdf"),
        ("tips/x/index.html", "#plek", "#plek"),
        ("tips/x/index.html", "/kennis/tips/", "../index.html"),
        ("tips/x/index.html", "https://voorbeeld.example/kennis/tips/?type=tip#a", "../index.html#a"),
        ("tips/x/index.html", "https://voorbeeld.example/kennis/", "../../index.html"),
        ("tips/x/index.html", "https://voorbeeld.example/elders/", "https://voorbeeld.example/elders/"),
        ("tips/x/index.html", "https://elders.example/", "https://elders.example/"),
        ("tips/x/index.html", "//elders.example/", "//elders.example/"),
        ("tips/x/index.html", "mailto:a@b.example", "mailto:a@b.example"),
        ("tips/x/index.html", "weg/", "weg/"),
        ("tips/x/index.html", "http://[", "http://["),
        ("index.html", "../../../../etc/passwd", "../../../../etc/passwd"),
    ],
)
def test_a_link_names_the_file_it_leads_to(page, written, link):
    assert COPY.link(page, written) == link


@pytest.mark.parametrize(
    ("html", "copy"),
    [
        ("<p>Niets te doen & niets veranderd&nbsp;<br></p>", "<p>Niets te doen & niets veranderd&nbsp;<br></p>"),
        ("<p TITLE='a href=\"tips/\"'>x", "<p TITLE='a href=\"tips/\"'>x"),
        ('<a class="x&amp;y" href="tips/" hidden>x</a>', '<a class="x&amp;y" href="tips/index.html" hidden>x</a>'),
        ('<a title="&quot;><script>" href=tips/>x</a>', '<a title="&#34;&gt;&lt;script&gt;" href="tips/index.html">x</a>'),
        ("a<script>if (a < b) '</p>'</script>b", "ab"),
        ("a<script type=module src=x.js></script>b", "ab"),
        ("a<button>b<b>c</b></button>d", "ad"),
        ("a<div data-needs-script>b<div>c</div>d</div>e", "ae"),
        ("a<div data-online>b</div>c", "ac"),
        ("a<template><template></template>x</template>b", "ab"),
        ('<link rel="preload" href="x.ttf"><link rel="stylesheet" href="x.css">', '<link rel="stylesheet" href="x.css">'),
        ("<!-- <script> --><a href='tips/'>", '<!-- <script> --><a href="tips/index.html">'),
        ('<![x]><a href="tips/">', '<![x]><a href="tips/index.html">'),
        ('<![if !IE]>a<![endif]><a href="tips/">', '<![if !IE]>a<![endif]><a href="tips/index.html">'),
        ("<script>nooit dicht", "<script>nooit dicht"),
        ("<div data-form>a<h1>b</h1>c<div>d</div><form>e</form></div>f", "<div data-form>a<h1>b</h1>{form}</div>f"),
        ('<form role="search"><input></form>x', "{lists}x"),
        ("<form>a<input></form>x", "{form}x"),
    ],
)
def test_what_changes_on_a_page_and_what_stays_to_the_letter(html, copy):
    form = COPY.instead_of_form()
    lists = COPY.instead_of_search("index.html")
    assert COPY.page("index.html", html) == copy.replace("{form}", form).replace("{lists}", lists)


PIECES = """<a href='tips/'>|</a>|<![|<!--|-->|<![x]>|<script>|</script>|<form>|</form>|<div data-form>|</div>|<h1>|</h1>|<main>|<br/>|&|&#x110000;|"|
|é|<|>|</|<p class=improve|<meta http-equiv=refresh content='0; url=tips/'>"""
SOUP = st.lists(st.sampled_from(PIECES.split("|"))).map("".join)


@given(SOUP)
def test_whatever_stands_on_a_page_is_read_to_its_end(html):
    copy = COPY.page("index.html", f"<a href='tips/'>{html}")
    assert copy.startswith('<a href="tips/index.html">')
    links_of_page(html)


@given(st.text().filter(lambda text: "<" not in text))
def test_words_stay_as_they_are(text):
    assert COPY.page("index.html", text) == text
