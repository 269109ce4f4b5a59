"""What servers are told, read as they read it: static hosts, and nginx, which compares paths that it has decoded."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.relate.places.redirect import Redirect
from geleerd.render.redirects.servers import redirect_maps
from tests.workbench.as_servers_read import hosts_pairs, nginx_pairs

SITE = "https://voorbeeld.example/kennis%20b%C3%A1nk/"
BASE = "/kennis bánk/"
TARGET = "tips/wat & 'hoe'?é/"
SIGNS = [*"~*\\\"'$;{}#%+.-:@ \n\r\téÉA", "default", "hostnames", "include", "volatile", "${x}", "\\n", "x"]
ADDRESSES = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30), st.lists(st.sampled_from(SIGNS), min_size=1).map("".join)
).map(lambda text: Address(f"{text}/"))


def told(*addresses: str, pages: tuple[str, ...] = (), site: str = SITE) -> dict[str, str]:
    library = SimpleNamespace(
        by_path={f"content/{number}.md": Address(address) for number, address in enumerate(pages)},
        addresses=SimpleNamespace(content="content"),
        collection=SimpleNamespace(files=Frozen()),
    )
    redirects = [Redirect(Address(address), Address(TARGET), None, "Verhuisd") for address in addresses]
    return {file.path: file.content for file in redirect_maps(redirects, library, site)}


@given(st.sets(ADDRESSES, max_size=6))
def test_every_line_is_one_redirect_whatever_the_old_address(addresses):
    files = told(*addresses)
    assert hosts_pairs(files["_redirects"]) == [(BASE + address, BASE + TARGET) for address in sorted(addresses)]
    small = [address for address in sorted(addresses) if not re.search("[A-Z]", address)]
    assert nginx_pairs(files["redirects.map"]) == [
        (BASE + address, BASE + TARGET) for address in small if len((BASE + address).encode()) <= 200
    ]


def test_nginx_is_told_paths_as_it_compares_them_and_targets_as_a_browser_asks_for_them():
    """Of other letters than A to Z it knows no cases; it ignores those, refuses a key twice, and has room for short ones only."""
    files = told("café/", "É/", "Tips/X/", "over/faq/", "é" * 100, pages=("tips/x/", "over/FAQ/"))
    target = "/kennis%20b%C3%A1nk/tips/wat%20%26%20%27hoe%27%3F%C3%A9/"
    assert files["redirects.map"] == f'"{BASE}café/" {target};\n"{BASE}É/" {target};\n'
    assert len(hosts_pairs(files["_redirects"])) == 5


@pytest.mark.parametrize("site", ["", "https://voorbeeld.example/", "https://voorbeeld.example"])
def test_without_a_folder_the_paths_begin_at_the_root(site):
    files = told("a/", site=site)
    assert files["_redirects"].startswith("/a/ /tips/")
    assert files["redirects.map"].startswith('"/a/" /tips/')


def test_a_folder_may_be_written_without_its_last_slash():
    assert told("a/", site=SITE.rstrip("/")) == told("a/")
