"""Redirects as files: HTML that works alone, and the same for servers, whatever a contributor wrote as an old address."""

import re
from types import MappingProxyType, SimpleNamespace
from urllib.parse import unquote

import pytest
from building import TODAY, Write, built, settings
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from geleerd.locale.catalogue import catalogue
from geleerd.model.fields import SitePath
from geleerd.model.strings import Address, file_of
from geleerd.pipeline import build
from geleerd.relate.addresses import Redirect, alias_address, alias_of
from geleerd.relate.artefacts import Page, TextFile
from geleerd.render.redirects import redirect_files
from geleerd.render.server_redirects import redirect_maps
from geleerd.render.site_facts import SiteFacts
from geleerd.render.templates import environment

SITE = "https://voorbeeld.example/kennis%20bank/"
SITE_PATH = TypeAdapter(SitePath)
HOSTILE = [
    "/a%0Ab/", "/a%20/evil%20301/", "/a;b/", "/$host/", "/%24host/", "/%7B/", "/a%22b/", "/a'b/", "/a%3Bb/", "/%23x/", "/a%5Cb/", "/*", "/:splat/",
    "/~^x/", "/default/", "/%C3%A9/", "/é/", "/%2520/", "/a+b/", "/%2e%2e/x/", "/a%2Fb/", "/..%2Fx/", "/%E2%80%A8/", "/include%20x/", "/-x/",
]  # fmt: skip


def library(pages=(), files=()):
    """As much of a library as redirects and the files for servers read."""
    paths = {f"content/{number}.md": Address(address) for number, address in enumerate(pages)}
    return SimpleNamespace(
        by_path=paths,
        addresses=SimpleNamespace(content="content", catalogue=catalogue("nl")),
        collection=SimpleNamespace(files=MappingProxyType(dict.fromkeys(files)), items=()),
    )


def redirect(address, target="tips/x/"):
    return Redirect(Address(address), Address(target), None, "Verhuisd")


def maps(redirects, **kept) -> dict[str, str]:
    return {file.path: file.content for file in redirect_maps(redirects, library(**kept), kept.pop("site", SITE))}


def accepted(alias: str) -> bool:
    try:
        SITE_PATH.validate_python(alias)
    except ValidationError:
        return False
    return True


def hosts_pairs(text: str) -> list[tuple[str, str]]:
    """As static hosts read `_redirects`: fields between white space, `#` for a comment, `*` and `:` for patterns."""
    rows = [line.split() for line in text.split("\n") if line and not line.startswith("#")]
    assert [row for row in rows if len(row) != 3 or row[2] != "301" or re.search(r"[*:]", row[0] + row[1])] == []
    return [(unquote(row[0]), unquote(row[1])) for row in rows]


def nginx_pairs(text: str) -> list[tuple[str, str]]:
    """As nginx reads a map: words and `;`, with quotes, braces, `$`, `#` and a backslash as signs of its own."""
    assert not re.search(r"""["'{}$#\\]""", text)
    rows = [statement.split() for statement in text.split(";") if statement.strip()]
    assert [row for row in rows if len(row) != 2 or not row[0].startswith("/")] == []
    assert len({row[0].lower() for row in rows}) == len(rows)
    return [(unquote(row[0]), unquote(row[1])) for row in rows]


def aliases() -> st.SearchStrategy[str]:
    made = st.text(max_size=40).map(lambda text: f"/{text}/")
    decoys = st.lists(
        st.sampled_from(["%0a", "%20", "%24", "%3b", "%22", "'", "é", "A", "%", "~", "+", ".", "/", "x", "301", "%E2%80%A8"]), max_size=12
    )
    return st.one_of(st.sampled_from(HOSTILE), made, decoys.map(lambda parts: f"/x{''.join(parts)}")).filter(accepted)


@given(st.lists(aliases(), max_size=8))
def test_every_line_for_a_server_is_exactly_one_redirect(found):
    addresses = sorted({alias_address(alias) for alias in found})
    files = maps([redirect(address) for address in addresses])
    base = "/kennis bank/"
    assert hosts_pairs(files["_redirects"]) == [(base + address, f"{base}tips/x/") for address in addresses]
    told = nginx_pairs(files["redirects.map"])
    assert set(told) <= {(base + address, f"{base}tips/x/") for address in addresses}
    assert files["redirects.map"].count("\n") == len(told)


@given(aliases())
def test_an_address_written_as_an_alias_is_the_same_address(alias):
    address = alias_address(alias)
    assert accepted(alias_of(address))
    assert alias_address(alias_of(address)) == address


@given(aliases())
def test_the_html_leads_to_its_target_and_says_nothing_else(alias):
    address = alias_address(alias)
    (file,) = redirect_files(
        [redirect(address, "over/wat & 'hoe'?#é/")], library(), environment(catalogue("nl"), ()), SiteFacts("Proef", SITE, "", TODAY)
    )
    assert file.path == file_of(address)
    assert "over/wat%20%26%20%27hoe%27%3F%23%C3%A9/" in file.content
    assert file.content.count("<a ") == file.content.count('http-equiv="refresh"') == file.content.count('rel="canonical"') == 1


def test_nginx_gets_no_address_that_would_catch_a_page_or_keep_it_from_starting():
    """Its map ignores case, refuses a key twice, and has room for short ones only."""
    found = [redirect(address) for address in ("Tips/X/", "tips/oud/", "Tips/oud/", "over/faq/", "lang/" * 60)]
    files = maps(found, pages=("tips/x/", "over/FAQ/"))
    assert [source for source, _ in nginx_pairs(files["redirects.map"])] == ["/kennis bank/tips/oud/"]
    assert len(hosts_pairs(files["_redirects"])) == len(found)


def test_the_files_for_servers_do_not_depend_on_the_order_of_the_redirects():
    found = [redirect(address) for address in ("b/", "a/", "c.html")]
    assert maps(found) == maps(found[::-1])


def test_a_file_of_the_staff_wins():
    assert list(maps([redirect("a/")], files=["content/_redirects"])) == ["redirects.map"]


def test_the_file_of_the_staff_reaches_the_site(write: Write):
    root = write({"content/_redirects": "/x /y 301\n"})
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    assert (root / "site/_redirects").read_text() == "/x /y 301\n"


@pytest.mark.parametrize("site", ["", "https://voorbeeld.example/", "https://voorbeeld.example"])
def test_without_a_folder_the_paths_begin_at_the_root(site):
    (hosts, nginx) = redirect_maps([redirect("a/")], library(), site)
    assert (hosts.content, nginx.content) == ("/a/ /tips/x/ 301\n", "/a/ /tips/x/;\n")


def test_the_servers_and_the_html_tell_the_same(write: Write):
    artefacts = build(settings(write({}))).artefacts
    files = {artefact.path: artefact.content for artefact in artefacts if isinstance(artefact, TextFile)}
    pages = {artefact.address for artefact in artefacts if isinstance(artefact, Page)} | {"over/"}
    pairs = hosts_pairs(files["_redirects"])
    assert ("/l/a1b2c3/", "/tips/begin-klein/") in pairs
    refreshing = {path for path, content in files.items() if isinstance(content, str) and 'http-equiv="refresh"' in content}
    assert {file_of(Address(source[1:])) for source, _ in pairs} == refreshing
    assert {target[1:] for _, target in pairs} <= pages
    assert nginx_pairs(files["redirects.map"]) == pairs
