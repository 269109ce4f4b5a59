"""Which file a link leads to: one answer for whoever checks links and whoever writes the copy."""

import posixpath
from urllib.parse import quote, urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geleerd import catalogue
from geleerd.relate.places.addresses import Addresses
from geleerd.written.archive import Archive
from geleerd.written.site_links import links_of_page
from geleerd.written.targets import Target, target_of

SITE = "https://x.nl/k%C3%A9n/"
FILES = ("index.html", "tips/index.html", "tips/x/index.html", "tips/x/kaart 1.pdf", "café/index.html")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../", Target("tips/index.html")),
        ("..#plek", Target("tips/index.html", "plek")),
        ("kaart%201.pdf?v=2", Target("tips/x/kaart 1.pdf")),
        ("/k%C3%A9n/caf%c3%a9/", Target("café/index.html")),
        ("/kén/café", Target("café/index.html")),
        ("https://x.nl/kén/café/#a", Target("café/index.html", "a")),
        ("HTTPS://X.NL/k%c3%a9n", Target("index.html")),
        ("//x.nl/k%C3%A9n/tips/", Target("tips/index.html")),
        ("", Target("tips/x/index.html")),
        ("?q=x#a", Target("tips/x/index.html", "a")),
        ("index.html/", Target(why="no-file")),
        ("weg/", Target(why="no-file")),
        ("/k%C3%A9n/%2e%2e/etc", Target(why="no-file")),
        ("/tips/", Target(why="outside")),
        ("../../../x/", Target(why="outside")),
        ("https://x.nl/", Target(why="elsewhere")),
        ("https://x.nl/kénnis/", Target(why="elsewhere")),
        ("https://x.nl:444/kén/", Target(why="elsewhere")),
        ("http://x.nl/kén/", Target(why="elsewhere")),
        ("https://x.nl.kwaad.example/kén/", Target(why="elsewhere")),
        ("mailto:a@b.example", Target(why="elsewhere")),
        ("http://[", Target(why="no-address")),
    ],
)
def test_where_an_address_leads(address, expected):
    assert target_of(address, "tips/x/index.html", FILES, SITE) == expected


def test_a_site_of_which_nobody_knows_where_it_stands_is_at_a_root():
    assert target_of("/tips/", "café/index.html", FILES, "") == Target("tips/index.html")
    assert target_of("https://site.invalid/tips/", "index.html", FILES, "") == Target(why="elsewhere")


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=6).filter(lambda name: name not in {".", ".."})
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
SITES = st.sampled_from(["", "https://x.nl/", "https://x.nl", SITE, "https://x.nl/kén", "https://x.nl/a%20b/c/"])


@given(PATHS, PATHS, SITES, st.booleans())
def test_every_file_is_found_and_the_copy_names_the_same(page, file, site, is_whole):
    assume(not f"{file}/".startswith(f"{page}/") and not page.startswith(f"{file}/"))  # a file is no folder as well
    files = {page, file}
    copy = Archive(files, site, "", "", Addresses(catalogue("nl"), "content"))
    address = quote(posixpath.relpath(file, posixpath.dirname(page) or "."))
    if is_whole and site:
        address = urljoin(f"{site.rstrip('/')}/", quote(file))
    assert target_of(address, page, files, site) == Target(file)
    assert target_of(copy.link(page, address), page, files, "") == Target(file)


@given(st.text(), PATHS, SITES)
def test_any_address_has_an_answer(address, page, site):
    target = target_of(address, page, {page}, site)
    assert (target.file == page) != bool(target.why)


@pytest.mark.parametrize("rel", ["schema.DC", "schema.dcterms", "SCHEMA.DC"])
def test_the_name_of_a_vocabulary_is_no_link(rel):
    assert links_of_page(f'<link rel="{rel}" href="http://purl.org/dc/elements/1.1/">').links == ()
    assert len(links_of_page('<link rel="license" href="https://example.nl/">').links) == 1
