"""Redirects as files: HTML that works alone, and the same for servers, whatever a contributor wrote as an old address."""

from pathlib import Path
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from geleerd import Page, Settings, TextFile, build, catalogue
from geleerd.making.maker import Maker
from geleerd.model.declarations.kinds import SitePath
from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import file_of
from geleerd.relate.places.redirect import Redirect
from geleerd.relate.places.spelling import alias_address, alias_of
from geleerd.render.pictures.which import SharePictures
from geleerd.render.redirects.pages import redirect_files
from geleerd.render.redirects.servers import redirect_maps
from tests.workbench.as_servers_read import hosts_pairs, nginx_pairs
from tests.workbench.building import TODAY, Write, built, settings

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
        addresses=SimpleNamespace(content="content"),
        catalogue=catalogue("nl"),
        collection=SimpleNamespace(files=Frozen({file.path: file for file in files}), items=()),
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


SETTINGS = Settings(root=Path(), site_url=SITE, today=TODAY)
MAKER = Maker(SETTINGS)


@given(aliases())
def test_the_html_leads_to_its_target_and_says_nothing_else(alias):
    address = alias_address(alias)
    (file,) = redirect_files(
        [redirect(address, "over/wat & 'hoe'?#é/")],
        SharePictures(),
        library(),
        SETTINGS,
    )
    assert file.path == file_of(address)
    (file,) = MAKER.make(file)
    assert "over/wat%20%26%20%27hoe%27%3F%23%C3%A9/" in file.content
    assert file.content.count("<a ") == file.content.count('http-equiv="refresh"') == file.content.count('rel="canonical"') == 1


def test_the_files_for_servers_do_not_depend_on_the_order_of_the_redirects():
    found = [redirect(address) for address in ("b/", "a/", "c.html")]
    assert maps(found) == maps(found[::-1])


def test_the_lines_of_the_staff_come_first_and_hold_for_their_addresses():
    own = File(SourcePath("content/_redirects"), 9, "# eigen\n/kennis%20bank/a/ /x 302\n/oud/* /nieuw/:splat\n")
    found = maps([redirect("a/"), redirect("b/")], files=[own])
    assert found["_redirects"] == f"{own.text}/kennis%20bank/b/ /kennis%20bank/tips/x/ 301\n"
    assert found["redirects.map"].count("\n") == 2


def test_nginx_is_told_no_address_twice():
    own = File(SourcePath("content/redirects.map"), 9, '"/kennis bank/A/" /x;\n/b /y;\n')
    found = maps([redirect("a/"), redirect("b/")], files=[own])
    assert found["redirects.map"] == f'{own.text}"/kennis bank/b/" /kennis%20bank/tips/x/;\n'


def test_the_files_of_the_staff_reach_the_site(write: Write):
    root = write(
        {"content/_redirects": "/x /y 301\n", "content/_headers": "/x\n  X-Robots-Tag: noindex\n", "content/nginx.conf": "# eigen\n"}
    )
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    assert (root / "site/_redirects").read_text().startswith("/x /y 301\n/l/a1b2c3/ ")
    assert (root / "site/_headers").read_text().endswith("\n\n/x\n  X-Robots-Tag: noindex\n")
    assert (root / "site/nginx.conf").read_text() == "# eigen\n"


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
