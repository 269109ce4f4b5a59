"""HTML of the product as Markdown: what is marked stays marked, and words stay words."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from geleerd.commonmark.escaped import escaped_line
from geleerd.render.programs.markdown_text import link, markdown_text
from tests.workbench.growth import NEARLY_LINEAR, calls_grow, time_grows

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text_of(html: str) -> str:
    return markdown_text(html, lambda href: f"https://x.example/{href}")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>Een <strong>sterk </strong>en <em>schuin</em> woord<br>en meer.</p>", "Een **sterk** en *schuin* woord\\\nen meer."),
        ("<h2>Kop</h2><p>a</p>loos", "## Kop\n\na\n\nloos"),
        ("<p>b</p><h1>Titel</h1>", "# Titel\n\nb"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n\n- b\n\n  - c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ('<ul class="inline-list"><li>a</li><li>b</li></ul>', "a, b"),
        ("<dl><div><dt>Wat</dt><dd>dit</dd></div><dt>Wie</dt><dd><ul><li>a</li></ul></dd></dl>", "- **Wat**: dit\n- **Wie**:\n  - a"),
        ('<p>zie <a href="a (b)">hier</a></p>', "zie [hier](https://x.example/a%20%28b%29)"),
        ('<p>Kijk!<a href="a">hier</a></p>', "Kijk\\![hier](https://x.example/a)"),
        ('<p><img src="k.png" alt="Een [kaart]"></p>', "![Een \\[kaart\\]](https://x.example/k.png)"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre><code>a\n\n  `b`\n</code></pre>", "```\na\n\n  `b`\n```"),
        ("<p><code>a`b</code></p>", "`` a`b ``"),
        ("<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td>2</td></tr></table>", "| a | b\\|c |\n| --- | --- |\n| 1 | 2 |"),
        ('<nav class="breadcrumbs"><a href="/">x</a></nav><svg><path/></svg><p hidden>x</p><i aria-hidden="true">x</i><p>a</p>', "a"),
        ('<ul><li><input type="checkbox" checked disabled> af</li></ul>', "- [x] af"),
        ("<p>1. a</p><p>- b</p><p># c</p><p>&gt; d</p>", "1\\. a\n\n\\- b\n\n\\# c\n\n\\> d"),
        ("<h2>Noot #</h2><h3>#</h3><h4>C# ##</h4>", "## Noot \\#\n\n### \\#\n\n#### C# \\##"),
        ("<h2>een<br>twee</h2><p>a<br></p><p><b>b<br></b></p>", "## een twee\n\na\n\n**b**"),
        ("<p>los<b>ongesloten", "los**ongesloten**"),
    ],
)
def test_elements_become_their_signs(html, told):
    assert text_of(html) == f"{told}\n"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
@example("__0__")
def test_words_stay_words(words):
    html = READER.render(text_of(f"<p>{escape(words)}</p>"))
    assert set(re.findall(r"<(/?\w+)", html)) <= {"p", "/p"}
    assert " ".join(re.sub(r"<[^>]*>", "", html).split()) == str(escape(" ".join(words.split()))).replace("&#39;", "'").replace(
        "&#34;", "&quot;"
    )


MARKS = st.text("|\\`#*_ <a") | st.text(st.characters(exclude_categories=("Cs", "Cc")))


def words_in(html: str, tag: str) -> list[str]:
    return [" ".join(unescape(re.sub(r"<[^>]*>", "", inner)).split()) for inner in re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)]


@given(MARKS.filter(str.strip))
@example("# een #")
@example("#")
def test_a_heading_says_what_it_said(words):
    html = READER.render(text_of(f"<h2>{escape(words)}</h2>"))
    assert words_in(html, "h2") == [" ".join(words.split())]


@given(st.lists(MARKS, min_size=2, max_size=2), MARKS)
@example(["a\\|b", "\\"], "c|d")
def test_a_cell_says_what_it_said(texts, code):
    cells = "".join(f"<td>{escape(text)}</td>" for text in texts)
    table = f"<table><tr><th>een</th><th>twee</th><th>drie</th></tr><tr>{cells}<td><code>{escape(code)}</code></td></tr></table>"
    html = READER.render(text_of(table))
    assert words_in(html, "td") == [" ".join(text.split()) for text in (*texts, code)]


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip),
    st.text(st.characters(exclude_categories=("Cs",))),
)
def test_a_link_is_one_link_whatever_its_name_and_address(name, href):
    html = READER.render(f"- {link(name, 'https://x.example/' + href)}: {escaped_line(name)}\n")
    assert html.count("<a ") == html.count("</a>") == 1
    assert set(re.findall(r"<(\w+)", html)) == {"ul", "li", "a"}


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<ul>", "<li>", "</ul>", "<b>", "</b>", '<a href="x">', "</a>", "a!", "[b]", "<pre>", "<td>", "<"]),
        max_size=60,
    )
)
def test_whatever_is_open_or_closed_it_makes_text(pieces):
    html = READER.render(text_of("".join(pieces)))
    assert "<script" not in html


HOSTILE = ["<div>", "<b>x", "<a href='", "!<a href=x>y</a>", "<ul><li>"]


@pytest.mark.parametrize("piece", [*HOSTILE, "<!--"])
def test_hostile_html_takes_no_more_steps_than_its_length(piece):
    assert calls_grow(text_of, piece) < NEARLY_LINEAR


@pytest.mark.long
@pytest.mark.parametrize("piece", HOSTILE)  # no safe text holds a comment, of which the standard library looks for the end each time
def test_hostile_html_takes_no_long_time(piece):
    assert time_grows(text_of, piece) < NEARLY_LINEAR
