"""From Markdown to HTML: links, headings, alerts and names between brackets."""

import pytest

from geleerd.commonmark.html import HtmlInText, LinkInText, convert_body, convert_field, nested
from geleerd.model.artefacts import Heading

ALERTS = {kind: f"Titel {kind}" for kind in ("note", "tip", "important", "warning", "caution")}


def body(text, known=lambda name: None):
    return convert_body(text, ALERTS, known)


def test_every_link_is_numbered_and_has_its_line():
    found = body("Zie [a](a.md)\nen ![b](<b c.png>) en https://c.nl\n\n<a href='d'>\n")
    assert found.links == (LinkInText("a", "a.md", 0), LinkInText("img", "b c.png", 1), LinkInText("a", "https://c.nl", 1))
    assert found.pieces == (HtmlInText("<a href='d'>\n", 3),)
    assert '<a href="~0">a</a>' in found.html


def test_headings_have_anchors_of_their_own_and_the_first_level_is_the_page_s():
    found = body("# Één\n\n### *Twee* & drie\n\n## Één\n\n!\n---")
    assert found.headings == (
        Heading("Één", "een", 2, (Heading("Twee & drie", "twee-drie", 3),)),
        Heading("Één", "een_1", 2),
        Heading("!", "_1", 2),
    )
    assert '<h2><a id="~0"></a>Één</h2>' in found.html
    assert '<h3><a id="~1"></a>' in found.html


def test_headings_stand_under_the_last_one_above_them_that_is_higher():
    flat = [Heading(str(number), str(number), level) for number, level in enumerate([3, 2, 4, 3, 2])]
    assert nested(flat) == (flat[0], Heading("1", "1", 2, (flat[2], flat[3])), flat[4])


@pytest.mark.parametrize("kind", ALERTS)
def test_an_alert_has_a_title_in_the_language_of_the_site(kind):
    assert f'<p class="markdown-alert-title">Titel {kind}</p>' in body(f"> [!{kind.upper()}]\n> tekst").html


def test_what_has_a_name_between_brackets_is_a_link_and_the_rest_stays_as_written():
    known = {"Begin klein": "/tips/begin-klein/", "kaart.png": "kaart.png"}.get
    found = body("[[Begin klein]], [[Begin klein|zo]], ![[kaart.png]], [[Iets|anders]] en ![[weg.png]]", known)
    assert [link.target for link in found.links] == ["/tips/begin-klein/", "/tips/begin-klein/", "kaart.png"]
    assert '<a href="~1">zo</a>' in found.html
    assert "[[Iets|anders]] en ![[weg.png]]" in found.html


def test_brackets_without_a_known_name_mean_what_they_mean_in_markdown():
    assert '[<a href="~0">foo</a>]' in body("[[foo]]\n\n[foo]: /url").html


def test_a_field_has_no_headings_and_images():
    html = convert_field("# Kop\n\n- ![een boom](boom.png) en [a](a.md)", ALERTS).html
    assert html == '<p><strong>Kop</strong></p>\n<ul>\n<li>een boom en <a href="~0">a</a></li>\n</ul>\n'


def test_what_nobody_can_read_is_nothing():
    assert body(">" * 500) is None
    assert convert_field(">" * 500, ALERTS) is None
