"""What the source of a page tells beside what it shows, and the page without that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.read.traces.web_pages import plain_web_page, web_page_traces

NAME = "Wobke Terlingen"
TELLING = {
    f'<meta name="author" content="{NAME}">': ("author", NAME),
    f"<META CONTENT='{NAME}' NAME=Author />": ("author", NAME),
    f'<meta property="article:author" content="{NAME}">': ("author", NAME),
    f'<meta name="generator" content="{NAME}">': ("property", NAME),
    f'<meta name="eigen" content="{NAME}">': ("property", NAME),
    f'<meta property="og:author" content="{NAME}">': ("author", NAME),
    '<link rel="author" href="mailto:wobke@voorbeeld.nl">': ("author", "mailto:wobke@voorbeeld.nl"),
    '<link rel=File-List href="file:///C:/Volumes/wobke/a_bestanden/filelist.xml">': ("path", ""),
    '<base href="file:///Volumes/wobke/">': ("path", ""),
    '<meta http-equiv="refresh" content="0; url=file:///C:/Volumes/wobke/a.html">': ("path", ""),
    f"<!--[if {NAME}]><!-->": ("comment", f"[if {NAME}]><!"),
    f"<!-- {NAME} -->": ("comment", NAME),
    f"<xml><o:Author>{NAME}</o:Author></xml>": ("property", ""),
    f"<sodipodi:namedview>{NAME}</sodipodi:namedview>": ("property", ""),
    f"<!-- {NAME}": ("comment", NAME),
    f"<!{NAME}>": ("comment", NAME),
    f"<?{NAME}>": ("comment", NAME),
    f"</ {NAME}>": ("comment", NAME),
    f"<!--[if gte mso 9]><xml><o:Author>{NAME}</o:Author></xml><![endif]-->": (
        "comment",
        f"[if gte mso 9]><xml><o:Author>{NAME}</o:Author></xml><![endif]",
    ),
}
SILENT = [
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="description" content="Wat Wobke leerde"><meta property="og:title" content="Wobke leert">',
    '<meta name="generator" content="LibreOffice 7.6.4.1 (Linux)">',
    '<meta http-equiv="refresh" content="0; url=/">',
    "<!-- Created with Inkscape --><!--[if !mso]><!--><!--<![endif]-->",
    '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://voorbeeld.nl/Volumes/a/"><link href="https://cdn.voorbeeld.nl/npm/a@5.3/a.css"><base href="/" target="_blank">',
    "<p>Wobke Terlingen</p>",
]


@pytest.mark.parametrize("source", TELLING)
def test_remarks_and_makers_are_told(source):
    page = f"<!DOCTYPE html><title>é</title>{source}".encode()
    assert [(trace.kind, trace.text) for trace in web_page_traces(page)] == [TELLING[source]]


@pytest.mark.parametrize("source", SILENT)
def test_what_others_show_of_a_page_tells_nothing(source):
    assert list(web_page_traces(f"<!DOCTYPE html>{source}".encode())) == []


@pytest.mark.parametrize("source", TELLING)
def test_a_page_without_them_is_the_same_page(source):
    assert plain_web_page(f"<p>é</p>{source}".encode()) == "<p>é</p>".encode()


@given(st.lists(st.sampled_from([*TELLING, *SILENT, "<!", "-->", "<meta ", '"', ">", "<!-", "-", "é"])).map("".join))
def test_a_page_without_them_tells_nothing_whatever_stands_in_it(source):
    page = source.encode()
    while page != plain_web_page(page):
        page = plain_web_page(page)
    assert list(web_page_traces(page)) == []
