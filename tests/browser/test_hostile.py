"""A contributor who means harm, before a real browser."""

import pytest

from benchmarks.trust.hostile.outputs import RULES
from benchmarks.trust.hostile.texts import hostile_texts
from tests.workbench.building import built
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

CALL = "window.hit=1;alert(1)"
HOSTILE = f"""---
id: k7m2xq
type: tip
title: '</title><script>{CALL}</script><img src=x onerror="{CALL}">'
summary: '"><script>{CALL}</script> {{{{ config }}}} {{% raw %}} {{{{ self }}}} <svg onload="{CALL}">'
date: 2026-11-22
themes: [borging]
networks: [kwaad]
tags: ['<script>{CALL}</script>', '"onmouseover="{CALL}']
when: '</p><script>{CALL}</script>'
region: "' onfocus='{CALL}' autofocus='"
authors: [{{role: '<img src=x onerror="{CALL}">'}}]
sources:
  - {{title: '</a><script>{CALL}</script>', url: 'https://bron.example/?x="><script>'}}
  - {{title: '<img src=x onerror="{CALL}">'}}
aliases: ['/oud"><script>/']
---
---
template: main.html
title: Gekaapt
---

# <script>{CALL}</script> Kop <img src=x onerror="{CALL}">

[klik](javascript:{CALL}) <a href="javascript:{CALL}" id="klik">hier</a> {{{{ 7*7 }}}} {{% include "/etc/passwd" %}}

<div style="position:fixed;inset:0" class="md-overlay" id="__search">Bedekking</div>
<iframe srcdoc="<script>parent.hit=1</script>"></iframe><form action="https://elders.example"><button>Op</button></form>
<base href="https://elders.example/"><meta http-equiv="refresh" content="0;url=https://elders.example/">

=== "<script>{CALL}</script>"
    tab
"""
NETWORK = f"""---
name: '<script>{CALL}</script>Kwaad'
region: '<img src=x onerror="{CALL}">'
facts: [{{label: '<script>{CALL}</script>', value: '"><svg onload="{CALL}">'}}]
meetings: [{{id: 'x" onload="{CALL}', start: 2026-11-22, title: '<script>{CALL}</script>'}}]
---
<script>{CALL}</script>
"""
GLOSSARY = f"- term: leernetwerk\n  meaning: '<script>{CALL}</script>'\n  synonyms: ['<img src=x onerror=\"{CALL}\">']\n"


@pytest.fixture
def hostile_site(write):
    good = HOSTILE.replace("aliases: ['/oud\"><script>/']\n", "").replace(
        "url: 'https://bron.example/?x=\"><script>'", "url: 'https://bron.example/?x=%22%3E'"
    )
    root = write({"lessons/x.md": good, "content/netwerken/kwaad.md": NETWORK, "content/begrippen.yml": GLOSSARY})
    result = built(root)
    assert result.returncode == 0, result.stderr
    assert (root / "site/tips/x/index.html").exists(), result.stderr
    return root / "site"


PAGES = [
    "tips/x/",
    "",
    "tips/",
    "l/k7m2xq/",
    "netwerken/",
    "netwerken/kwaad/",
    "themas/borging/",
    "trefwoorden/",
    "agenda/",
    "begrippen/",
    "tips/begin-klein/",
    "404.html",
]


def test_nothing_that_a_contributor_writes_runs_in_a_browser(hostile_site, visitor):
    with served(hostile_site) as origin:
        watched = visitor(origin)
        for path in PAGES:
            page = watched.visit(path)
            page.locator("body").click(position={"x": 5, "y": 5}, force=True)
            assert page.evaluate("window.hit") is None, path
            assert page.url.startswith(origin)
        assert watched.dialogs == []
        assert watched.foreign == []


def test_the_hostile_words_can_be_read_as_words(hostile_site, visitor):
    with served(hostile_site) as origin:
        page = visitor(origin).visit("tips/x/")
        assert page.locator("h1").inner_text().startswith("</title><script>")
        assert page.title().startswith("</title><script>")
        assert "{{ config }}" in page.locator(".item__summary").inner_text()
        assert "{{ 7*7 }}" in page.locator(".item__body").inner_text()
        assert page.locator("article a[href^='javascript']").count() == 0
        assert page.locator("article iframe, article form, article base, article meta, article script").count() == 0
        assert page.locator(".item__body [style], .item__body .md-overlay, .item__body #__search").count() == 0


def test_a_hostile_tag_has_a_harmless_page(hostile_site, visitor):
    with served(hostile_site) as origin:
        watched = visitor(origin)
        page = watched.visit("tips/x/")
        for number in range(page.locator("a[rel=tag]").count()):
            page.locator("a[rel=tag]").nth(number).click()
            assert page.evaluate("window.hit") is None
            page.go_back()
        assert watched.dialogs == []


def test_a_hostile_alias_slug_or_address_is_refused(write):
    root = write({"lessons/x.md": HOSTILE, 'lessons/y"><script>.md': HOSTILE})
    result = built(root)
    assert "bad-path" in result.stderr
    assert "bad-url" in result.stderr
    assert "name-character" in result.stderr
    assert not any("<" in path.name or "oud" in path.name for path in (root / "site").rglob("*"))


def test_the_real_site_asks_nothing_of_others_and_reports_no_errors(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin)
        for path in (
            "",
            "lessen/",
            "themas/",
            "netwerken/voor-elkaar/",
            "werkvormen/cirkel-van-invloed/",
            "briljante-mislukkingen/hotline-to-home/",
            "over/",
        ):
            watched.visit(path)
        assert watched.foreign == []
        assert watched.errors == []


def test_a_permalink_leads_to_its_item_without_javascript(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin, java_script_enabled=False).visit("l/c4rk3v/")
        page.wait_for_url("**/werkvormen/cirkel-van-invloed/")
        assert page.locator("h1").inner_text() == "Cirkel van invloed"


BAD = {
    **dict.fromkeys(
        ["<script>x</script>", "<script src=x.js></script>", "<script type=module src=https://elders.example/x.js></script>"], True
    ),
    **dict.fromkeys(
        ["<img src=x onerror=x>", "<p onclick=x>a</p>", "<a href='java\nscript:x'>a</a>", "<a href=data:text/html,x>a</a>"], True
    ),
    **dict.fromkeys(
        ["<img src=//elders.example/x.gif>", "<iframe></iframe>", "<base href=x>", "<svg><a xlink:href=x></a></svg>", "<style>a{}</style>"],
        True,
    ),
    **dict.fromkeys(
        ["<p style='background:url(x)'>a</p>", "<link rel=prefetch href=//elders.example>", "<button formaction=x>a</button>"], True
    ),
    **dict.fromkeys(["<meta http-equiv=refresh content='0;url=//elders.example'>", "<script type=application/json>{</script>"], True),
    "<script type=module src=/x.js></script><img src=/x.png alt=a><a href=https://elders.example/>a</a>": False,
    '<script type=application/ld+json>{"a": "<b>"}</script><p style="--type: #fff">&lt;script&gt;</p>': False,
}


def test_the_long_hostile_run_sees_what_it_looks_for(page):
    """`make trust PART=hostile` reads a whole site with these rules; here they are shown what is bad, and what is good."""
    for html, is_bad in BAD.items():
        found = page.evaluate(f"([html, address]) => ({RULES})(html, address)", [html, "https://geleerd.example/x/"])
        assert bool(found) == is_bad, (html, found)
    texts = hostile_texts()
    assert len(set(texts)) == 1500
