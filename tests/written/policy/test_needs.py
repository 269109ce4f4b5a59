"""What a finished page needs of a policy, whatever wrote it."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.written.policy.needs import NO_NEEDS, Load, needs_of
from geleerd.written.policy.needs import _Reader as Reader


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    "html",
    [
        '<script type="module" src="../x.js"></script><link rel="stylesheet" href="x.css"><img src="a.png" alt="x">',
        '<script type="application/ld+json">{"a": "https://b.example"}</script><a href="https://b.example">b</a>',
        '<link rel="canonical" href="https://b.example/"><form action="./"></form><p>style of onderwijs</p>',
        "",
    ],
)
def test_a_page_of_the_product_needs_nothing(html):
    assert needs_of(html) is NO_NEEDS


@pytest.mark.parametrize(
    "html",
    [
        "<script>a()</script>",
        "<SCRIPT type=module>a()</SCRIPT>",
        '<script data-x="a > b">a()</script>',
        "<script type='text/javascript'>a()</script>",
        '<script type="importmap">a()</script>',
    ],
)
def test_a_script_in_a_page_has_a_hash(html):
    assert needs_of(html).scripts == (hashed("a()"),)


def test_a_hash_is_of_what_a_browser_reads():
    assert needs_of("<script>\r\na &lt; 'é'\r</script>").scripts == (hashed("\na &lt; 'é'\n"),)
    assert needs_of("<style>a > b { color: red }</style>").styles == (hashed("a > b { color: red }"),)


def test_data_and_templates_are_no_scripts():
    assert needs_of("<style></style><script type='text/x-template'>a</script><script type=application/json>{}</script>").scripts == ()


@pytest.mark.parametrize(
    ("html", "load"),
    [
        ('<script src="https://a.example/x.js"></script>', Load("script-src", "https://a.example/x.js", 1)),
        ('\n<img alt="a > b" src="//a.example/x.png">', Load("img-src", "//a.example/x.png", 2)),
        ("<img src=https://a.example/x.png>", Load("img-src", "https://a.example/x.png", 1)),
        ('<img srcset="a.png 1x, https://a.example/b.png 2x">', Load("img-src", "https://a.example/b.png", 1)),
        ('<iframe src="https://a.example/"></iframe>', Load("frame-src", "https://a.example/", 1)),
        ('<link rel="preload stylesheet" href="https://a.example/x.css">', Load("style-src", "https://a.example/x.css", 1)),
        ('<video poster="https://a.example/x.png"></video>', Load("img-src", "https://a.example/x.png", 1)),
        ('<form action="https://a.example/"></form>', Load("form-action", "https://a.example/", 1)),
        ('<svg><use href="https://a.example/x.svg#a"/></svg>', Load("img-src", "https://a.example/x.svg#a", 1)),
        ("<svg><feImage xlink:href='https://a.example/x.png'/></svg>", Load("img-src", "https://a.example/x.png", 1)),
        ('<button formaction="https://a.example/">', Load("form-action", "https://a.example/", 1)),
        ('<td background="https://a.example/x.png">', Load("img-src", "https://a.example/x.png", 1)),
        ('<a href="x" ping="https://a.example/">', Load("connect-src", "https://a.example/", 1)),
        ('<link rel=preload as=font href="https://a.example/x.woff2">', Load("font-src", "https://a.example/x.woff2", 1)),
        ('<link rel="prefetch" href="https://a.example/x">', Load("default-src", "https://a.example/x", 1)),
        ("\n<style>\na { b: url(https://a.example/x.png) }\n</style>", Load("img-src", "https://a.example/x.png", 3)),
        ("<style>@import 'https://a.example/x.css';</style>", Load("style-src", "https://a.example/x.css", 1)),
        ('<p style="background: url(https://a.example/x.png)">', Load("img-src", "https://a.example/x.png", 1)),
        ('\n<iframe srcdoc="<img src=https://a.example/x.png>">', Load("img-src", "https://a.example/x.png", 2)),
        ('<base href="/">', Load("base-uri", "/", 1)),
        ('<object data="x.pdf"></object>', Load("object-src", "x.pdf", 1)),
    ],
)
def test_what_a_page_loads_from_elsewhere_falls_under_a_directive(html, load):
    assert load in needs_of(html).loads


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<p onclick="a()">', "onclick"),
        ("<img/onerror=a()>", "onerror"),
        ('<a href="x"onfocus="a()">', "onfocus"),
        ('\n<p title="a > b" STYLE = "color: red">', "style"),
        ('<a href=" java\nscript:a()">', "javascript:"),
        ("<a href='javascript:a()'>", "javascript:"),
    ],
)
def test_attributes_that_no_hash_allows_are_named(html, name):
    assert [found for found, _ in needs_of(html + "<style></style>").attributes] == [name]


PARTS = st.sampled_from(
    [
        "<script >",
        "</script>",
        "<style>",
        "</style>",
        "<img ",
        "<p ",
        "<a ",
        "<iframe ",
        '<link rel="stylesheet" ',
        "<base ",
        " src=",
        " href=",
        " onclick=",
        " style=",
        '"',
        "'",
        ">",
        "<",
        "/",
        "=",
        "a()",
        " ",
        "\n",
        "https://a.example",
        "x.js",
        "type=module",
        "<!--",
        "-->",
        "é",
        "<meta charset=utf-8>",
    ]
)


@given(st.lists(PARTS, max_size=25).map("".join))
def test_what_is_not_read_as_html_needs_nothing_indeed(html):
    if needs_of(html) is NO_NEEDS:
        reader = Reader()
        reader.feed(html)
        reader.close()
        assert (reader.scripts, reader.styles, reader.attributes) == ([], [], [])
        assert [load for load in reader.loads if "://" in load.address or load.directive in {"frame-src", "object-src", "base-uri"}] == []


def test_a_page_in_an_attribute_falls_under_the_same_policy():
    needs = needs_of("<iframe srcdoc='<script>a()</script><style>b{}</style><p onclick=\"a()\">'></iframe>")
    assert (needs.scripts, needs.styles, needs.attributes) == ((hashed("a()"),), (hashed("b{}"),), (("onclick", 1),))


def test_pages_inside_each_other_end_somewhere():
    page = "<p onclick=a()>"
    for _ in range(9):
        page = f'<iframe srcdoc="{page.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
    assert needs_of(page).loads == needs_of(page).attributes == ()
