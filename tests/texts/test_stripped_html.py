import pytest

from geleerd.commonmark.html import HtmlInText
from geleerd.texts.stripped_html import stripped_elements
from tests.workbench.growth import NEARLY_LINEAR, time_grows


def found(html):
    return list(stripped_elements((HtmlInText(html, 2),)))


def test_an_element_is_named_once_a_line():
    assert found("<iframe a='b'></iframe> <IFRAME>\n<video/>\n\n<iframe>") == [(2, "iframe"), (3, "video"), (5, "iframe")]


@pytest.mark.parametrize("html", ["<b>a</b>", "<center>a</center>", "<!-- <iframe> -->", "</iframe>", "<iframe"])
def test_what_stays_comments_and_halves_are_not_named(html):
    assert found(html) == []


@pytest.mark.long
@pytest.mark.parametrize("piece", ["<a ", "<x>\n", "<!--", "<b><x>"])
def test_the_time_grows_with_the_length_of_the_html(piece):
    assert time_grows(found, piece) < NEARLY_LINEAR


def test_a_comment_without_its_end_is_named_and_nothing_in_it():
    assert [name for _, name in found("<!-- <iframe>")] == ["!--"]
