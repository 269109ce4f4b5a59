"""The copy of a site that opens from disk: every link names a file of the copy, and nothing waits for a server or a script."""

import hashlib
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from geleerd.adapters.commands.keeping.archive import copy_site
from geleerd.adapters.settings.load import settings_at
from tests.workbench.building import ROOT, TODAY, Write, built, run, written
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.sitecheck import document, foreign_requests, pages

COMMAND = ["geleerd.adapters.commands.cli"]


def archived(root: Path, target: str = "kopie") -> Path:
    result = run([*COMMAND, "archive", target], root)
    assert result.returncode == 0, result.stderr
    return root / target


def full_files() -> dict[str, str]:
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text().replace("[geleerd]", "[geleerd: {desk: redactie@proef.example}]")
    menu = "extra:\n  menu: [{name: Thema's, href: themas/}]\n  footer: [{name: Over, href: over/}]\n"
    return {**item_files(), **frame_files(), "mkdocs.yml": config + menu}


@pytest.fixture
def full(write: Write) -> Path:
    return write(full_files())


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy for the tests that only read it."""
    root = tmp_path_factory.mktemp("full")
    return archived(written(root, full_files()))


def links_without_file(copy: Path) -> list[str]:
    """Every link of a copy that a browser without a server cannot follow."""
    found = []
    for page in pages(copy):
        parsed = document(page)
        for link in (*parsed.links, *parsed.loads):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not (parts.path or parts.query):
                continue
            target = page.parent / unquote(parts.path)
            is_there = target.is_file() and not parts.query and not parts.path.startswith("/")
            has_anchor = not parts.fragment or target.suffix != ".html" or (is_there and unquote(parts.fragment) in document(target).ids)
            if not (is_there and has_anchor):
                found.append(f"{page.relative_to(copy)}: {link}")
    return found


@pytest.mark.long
def test_every_link_of_the_copy_of_the_real_site_is_a_file(real_site, tmp_path):
    copy_site(real_site, replace(settings_at(ROOT), today=TODAY), tmp_path)
    assert len(pages(tmp_path)) > 500
    assert links_without_file(tmp_path) == []
    assert foreign_requests(tmp_path) == []


def test_the_copy_has_every_page_of_the_site_and_nothing_for_servers(copy):
    root = copy.parent
    assert built(root).returncode == 0
    site = root / "site"
    assert {p.relative_to(copy) for p in pages(copy)} == {p.relative_to(site) for p in pages(site)} - {Path("404.html")}
    assert not [
        *copy.rglob("*.js"),
        *copy.rglob("pagefind"),
        *copy.glob("sitemap*"),
        *copy.glob("_*"),
        *copy.glob("nginx.conf"),
        *copy.glob("robots.txt"),
    ]
    assert links_without_file(copy) == []


def test_every_page_forbids_all_scripts(copy):
    said = {unescape(re.search('Security-Policy" content="([^"]*)"', page.read_text())[1]) for page in pages(copy)}
    assert {policy.partition(";")[0] for policy in said} == {"default-src 'none'"}
    assert not any("script-src" in policy or "'self'" in policy for policy in said)


def test_nothing_on_a_page_waits_for_a_script(copy):
    for page in pages(copy):
        html = page.read_text()
        assert not re.search(r"<(?:script|noscript|template|button|form|select)\b", html), page
        assert not re.search(r"data-needs-script", html), page


def test_every_page_says_that_it_is_a_copy_and_of_when(copy):
    for page in pages(copy):
        html = page.read_text()
        if 'http-equiv="refresh"' not in html:
            assert html.count("Archiefkopie van https://geleerd.example/, gemaakt op 22 november 2026.</p>") == 1, page
    readme = (copy / "README.txt").read_text()
    assert "Open index.html" in readme
    assert "22 november 2026" in readme
    assert "redactie@proef.example" in readme


def test_forms_make_room_for_the_mailbox_and_the_search_for_lists(copy):
    for path in ("bijdragen/nieuw/tips", "bijdragen/redactie", "bijdragen/redactie/netwerken", "bijdragen/ook-gedaan"):
        html = (copy / path / "index.html").read_text()
        assert 'href="mailto:redactie@proef.example">redactie@proef.example</a>' in html, path
        assert "<h1>" in html
        assert not re.search(r"<(?:input|textarea)\b", html), path
    search = (copy / "zoeken/index.html").read_text()
    assert "kun je niet zoeken" in search
    assert 'href="../tips/index.html"' in search
    home = (copy / "index.html").read_text()
    assert '<a href="zoeken/index.html">Alle lijsten</a>' in home


def test_redirects_and_permalinks_work_from_disk(copy):
    html = next(page for page in (copy / "l").glob("*/index.html") if 'http-equiv="refresh"' in page.read_text()).read_text()
    assert re.search(r'content="0; url=\.\./\.\./[\w/-]+/index\.html"', html)
    assert re.search(r'<link rel="canonical" href="https://geleerd\.example/[^"]+/">', html)


def test_typefaces_are_inside_the_stylesheet(copy):
    css = (copy / "assets/stylesheets/geleerd.css").read_text()
    assert css.count('url("data:font/woff2;base64,') == 4
    assert not re.search(r"url\((?!\"data:)", css)


def test_two_copies_have_the_same_bytes(copy, full):
    def digest(folder):
        return {p.relative_to(folder): hashlib.sha256(p.read_bytes()).digest() for p in folder.rglob("*") if p.is_file()}

    assert digest(copy) == digest(archived(full, "kopie"))


def test_nothing_is_ever_overwritten(full):
    (full / "vol").mkdir()
    (full / "vol/brief.txt").write_text("Blijf.")
    result = run([*COMMAND, "archive", "vol"], full)
    assert result.returncode == 2
    assert "vol is niet leeg" in result.stderr
    assert [path.name for path in (full / "vol").iterdir()] == ["brief.txt"]


def test_a_folder_that_is_no_knowledge_base_gives_no_copy(tmp_path):
    result = run([*COMMAND, "archive", "kopie"], tmp_path)
    assert result.returncode == 2
    assert "mkdocs.yml" in result.stderr
    assert not (tmp_path / "kopie").exists()


def test_a_site_under_a_path_and_in_english(full):
    config = full / "mkdocs.yml"
    config.write_text(config.read_text().replace("{desk:", "{language: en, desk:").replace("themas/", "themes/"))
    result = run([*COMMAND, "archive", "copy"], full, SITE_URL="https://example.nl/kennisbank/")
    assert result.returncode == 0, result.stderr
    assert links_without_file(full / "copy") == []
    assert "Archived copy of https://example.nl/kennisbank/" in (full / "copy/index.html").read_text()


def test_addresses_without_folders_are_refused_with_a_sentence_that_leads_to_the_copy(write):
    root = write({})
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "use_directory_urls: false\n")
    refused = run(["mkdocs", "build"], root)
    assert refused.returncode == 1
    assert "geleerd archive DIR" in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (root / "site").exists()
    assert run([*COMMAND, "archive", "kopie"], root).returncode == 0
    assert links_without_file(root / "kopie") == []
