"""The plugin in its host: the built site, as MkDocs and ProperDocs write it."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from geleerd import DECLARATIONS
from geleerd.adapters.mkdocs import plugin
from geleerd.adapters.outside.recorded_build import record_at
from geleerd.adapters.outside.site_files import checksums, found_in
from geleerd.read.folders import read_folder
from geleerd.read.roles import is_item_file
from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.needs import hash_of
from tests.workbench.building import ROOT, KnowledgeBase, Write, built, run
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.sitecheck import broken_links, document, foreign_requests, pages
from tests.workbench.telling_files import pdf

BROKEN = "---\nid: nee\ntype: tip\n---\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" data-x=""><!-- Created with Inkscape --><rect width="1" height="1"/></svg>'
DRAFT = "---\nid: k7m2xz\ntype: tip\ntitle: Geheim\nstatus: draft\n---\nGeheim concept.\n"
LINKS = {
    "git": "../.git",
    "les": "../lessons",
    "lus": ".",
    "proces": "/proc/self",
    "omgeving.txt": "/proc/self/environ",
    "dood.png": "nergens",
}
PROBE = """
from pathlib import Path

seen = []

def on_page_content(html, page, config, files):
    if page.meta.get("type"):
        seen.append(f"{page.file.src_uri}|{page.title}|{page.meta['type']}|{page.meta.get('themes')}|{len(page.markdown)}|{'<h1>' in html}")
    return html

def on_post_page(output, page, config):
    return output.replace("</body>", "<script>neighbour()</script></body>") if page.file.src_uri == "over/index.md" else output

def on_post_build(config):
    Path(config.docs_dir, "..", "seen.txt").write_text("\\n".join(sorted(seen)))
"""

NEIGHBOUR = """
def on_post_page(output, page, config):
    return output.replace("</body>", '<p onclick="a()"></p><script src="https://cdn.example/x.js"></script></body>')
"""


def like_the_tip(item_id: str, deep: bool = True) -> str:
    text = (ROOT / "tests/knowledge_base/lessons/begin-klein.md").read_text().replace("a1b2c3", item_id)
    return text.replace("../content", "../../content") if deep else text


@pytest.fixture(scope="module")
def rich(write_once: Write) -> Path:
    """A knowledge base with all that staff may add, built strictly; only to read."""
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text().replace("name: material,", "name: material, custom_dir: eigen,")
    with_files = like_the_tip("k2aaaa").replace("sources:", "attachments:\n  - {title: De kaart, file: kaart.pdf}\nsources:")
    root = write_once(
        {
            "mkdocs.yml": config + "hooks: [probe.py]\n",
            "probe.py": PROBE,
            "eigen/partials/site-footer.html": "<footer>Eigen voet</footer>",
            "content/over/tabel.md": "| a | b |\n|---|--:|\n| 1 | 2 |\n",
            "eigen/partials/card.html": "<b>Eigen kaart</b>",
            "lessons/map/diep.md": like_the_tip("k1aaaa"),
            "lessons/concept.md": "---\nid: k7m2xq\ntype: tip\ntitle: Nog geheim\nstatus: draft\n---\n",
            "lessons/map/x.md": with_files + "\n![Foto](foto.png) ![Tekening](t.svg)\n",
            "lessons/map/foto.png": PNG,
            "lessons/map/t.svg": DRAWING,
            "lessons/map/kaart.pdf": pdf(),
            "lessons/map/los.png": PNG,
        }
    )
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture(scope="module")
def odd(write_once: Write, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """A knowledge base with all that may go wrong, built nevertheless; only to read."""
    secret = tmp_path_factory.mktemp("elders") / "geheim.png"
    secret.write_bytes(PNG)
    root = write_once(
        {
            "lessons/kapot.md": BROKEN,
            "content/themas/stil.md": "---\nname: Stil\ndefinition: Nog geheim.\nstatus: draft\n---\nGeheim.\n",
            "content/netwerken/Bad Name.md": "---\nname: Slecht\n---\n",
            "content/netwerken/sub/x.md": "Geheim.\n",
            "content/over/stuk.md": '---\ntitle: "Stuk\n---\nDe tekst.\n',
            "content/over/raar.md": b"\xff\xfe\x00",
            "lessons/x.md": like_the_tip("k1aaaa", deep=False) + "\n![x](lek.png) ![y](leeg.png) ![z](weg.png)\n",
            "lessons/leeg.png": b"",
            "lessons/con.md": like_the_tip("k2aaaa", deep=False),
            "lessons/geheim-concept.md": DRAFT,
            "lessons/aux/kladje.md": DRAFT,
            "content/over/concept.md": DRAFT,
            "content/over/wat?.txt": "Geheim.",
            "content/over/oud.markdown": DRAFT,
            "content/themas/werving.MD": DRAFT,
            "content/themas/werving.txt": DRAFT,
            "content/.obsidian/geheim.md": DRAFT,
            "content/.geheim.txt": "Geheim.",
            "content/over/100% & [meer] #1 'ja' + é.txt": "Te lezen.",
            "neighbour.py": NEIGHBOUR,
            "content/over/verwijst.md": "[Lees](<100%25 & \\[meer\\] %231 'ja' + é.txt>)",
        }
    )
    config = (root / "mkdocs.yml").read_text()
    config = config.replace("exclude_docs: |", "exclude_docs: |\n  !.obsidian/\n  !.geheim.txt") + "hooks: [neighbour.py]\n"
    (root / "mkdocs.yml").write_text(config)
    (root / "lessons/lek.png").symlink_to(secret)
    (root / "lessons/weg.png").symlink_to(secret.parent / "bestaat-niet.png")
    for name, target in LINKS.items():
        (root / "content" / name).symlink_to(target)
    os.mkfifo(root / "content/pijp.md")
    os.mkfifo(root / "lessons/pijp.pdf")
    result = built(root)
    assert result.returncode == 0, result.stderr
    return KnowledgeBase(root, result.stderr)


def digest(folder: Path) -> dict[str, str]:
    """The bytes of every file, and its mode; and the mode of every folder."""
    bytes_of = {p: hashlib.sha256(p.read_bytes()).hexdigest() if p.is_file() else "" for p in (folder, *sorted(folder.rglob("*")))}
    return {p.relative_to(folder).as_posix(): f"{p.stat().st_mode:o} {checksum}" for p, checksum in bytes_of.items()}


def test_the_real_site_has_a_page_for_every_item(real_site):
    files, _ = read_folder(ROOT, "lessons")
    written = sum(is_item_file(file, "lessons") for file in files)
    assert written >= 15
    pages = [
        p
        for key in ("lessen", "tips", "briljante-mislukkingen", "werkvormen", "voorbeelden", "leervragen")
        for p in (real_site / key).glob("*/index.html")
    ]
    items = [p for p in pages if p.parent.name != "pagina"]
    assert len(items) == written
    assert len(list((real_site / "l").glob("*/index.html"))) == written
    assert {p.parent.parent.name for p in items} == {"lessen", "tips", "briljante-mislukkingen", "werkvormen", "voorbeelden", "leervragen"}
    assert len(DECLARATIONS.item_types) == 6


def test_the_real_site_asks_nothing_of_others(real_site):
    assert foreign_requests(real_site) == []


def test_no_link_anchor_or_asset_of_the_real_site_is_broken(real_site):
    assert broken_links(real_site, "/") == []


def test_the_site_works_under_a_path_too(write: Write, tmp_path):
    root = write({})
    result = built(root, "--strict", SITE_URL="https://example.nl/kennisbank/")
    assert result.returncode == 0, result.stderr
    assert broken_links(root / "site", "/kennisbank/") == []


def test_pages_are_not_in_the_navigation_and_have_breadcrumbs_and_an_edit_link(rich):
    root = rich
    html = (root / "site/tips/diep/index.html").read_text()
    assert 'href="https://forge.example/proef/edit/main/lessons/map/diep.md"' in html
    assert re.search(r'<nav class="breadcrumbs".*?href="../../">Begin</a>.*?href="../../tips/">Tips</a>', html, re.DOTALL)
    assert "https://forge.example/proef/edit/main/content/themas/borging.md" in (root / "site/themas/borging/index.html").read_text()
    assert 'rel="edit"' not in (root / "site/trefwoorden/index.html").read_text()


def test_a_page_of_the_staff_links_to_items_as_the_forge_does(small_build):
    root = small_build.root
    assert '<a href="../tips/begin-klein/">een tip</a>' in (root / "site/over/index.html").read_text()


def test_other_plugins_see_items_as_pages(rich):
    seen = (rich / "seen.txt").read_text()
    assert re.search(r"tips/begin-klein/index.md\|Begin klein en laat het groeien\|tip\|\['borging'\]\|\d\d+\|True", seen)


def test_every_page_says_the_policy_and_servers_are_told_the_same(small_build):
    site = small_build.root / "site"
    said = {re.search('Security-Policy" content="([^"]*)', path.read_text())[1] for path in site.rglob("*.html")}
    policy = Policy(STRICT)
    assert said == {policy.in_page()}
    assert f"  Content-Security-Policy: {policy.header()}\n" in (site / "_headers").read_text()
    assert f'add_header Content-Security-Policy "{policy.header()}" always;' in (site / "nginx.conf").read_text()


def test_a_script_that_another_plugin_puts_into_a_page_is_allowed_by_its_hash(rich):
    allowed = hash_of("neighbour()")
    assert [path.relative_to(rich / "site").as_posix() for path in (rich / "site").rglob("*.html") if allowed in path.read_text()] == [
        "over/index.html"
    ]
    assert allowed in (rich / "site/_headers").read_text()


def test_what_browsers_will_refuse_of_other_plugins_is_said_with_what_to_write(odd):
    assert re.search(
        r"\d+: een browser weigert https://cdn\.example/x\.js, .*policy: \{script-src: \[https://cdn\.example\]\}\. Dit staat op \d+ pagina's\.",
        odd.said,
    )
    assert re.search(r"\d+: een browser weigert wat in onclick staat\. .*policy: \{script-src: \[\"'unsafe-inline'\"\]\}\. Dit", odd.said)


def test_a_table_of_the_staff_has_its_sides_without_a_style(rich):
    assert '<td align="right">2</td>' in (rich / "site/over/tabel/index.html").read_text()


@pytest.mark.long
def test_properdocs_builds_the_same_pages(built_root):
    root = built_root
    first = digest(root / "site")
    result = built(root, "--strict", generator="properdocs")
    assert result.returncode == 0, result.stderr
    assert digest(root / "site") == first


WITHOUT_MATERIAL = "import sys; sys.modules['material'] = None; from mkdocs.__main__ import cli; cli(['build', '--strict', '-q'])"


def test_mkdocs_builds_the_same_site_without_material(built_root):
    root = built_root
    first = digest(root / "site")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("name: material", "name: null, custom_dir: overrides"))
    (root / "overrides").mkdir()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600"}
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT_MATERIAL], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    record = "site/build.json"  # it tells the settings apart
    assert {**digest(root / "site"), "build.json": record} == {**first, "build.json": record}


def test_two_builds_give_the_same_bytes_and_modes_whatever_the_umask_zone_and_locale(built_root):
    root = built_root
    first = digest(root / "site")
    before = os.umask(0o077)
    try:
        assert built(root, TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", USER="iemand").returncode == 0
    finally:
        os.umask(before)
    assert digest(root / "site") == first


def test_the_site_is_what_its_record_says(small_build):
    site = small_build.root / "site"
    record = record_at(site / "build.json")
    assert [*record.differences(found_in(site, record.files))] == []
    assert "index.html" in record.files
    assert "pagefind/pagefind-entry.json" in record.files


@pytest.mark.parametrize("options", [("--strict",), ("--strict", "--quiet")])
def test_a_strict_build_fails_on_a_problem_and_leaves_the_last_good_site(built_root, options):
    root = built_root
    first = digest(root / "site")
    (root / "lessons/x.md").write_text(BROKEN)
    result = built(root, *options)
    assert result.returncode != 0
    assert ("geleerd check" if "--quiet" in options else "lessons/x.md:2: bad-id") in result.stderr + result.stdout
    assert "Traceback" not in result.stderr
    assert digest(root / "site") == first
    assert not list(root.glob(".site.*"))


def test_a_build_that_is_not_strict_leaves_out_what_is_broken(odd):
    assert "lessons/kapot.md:2: bad-id" in odd.said
    assert (odd.root / "site/tips/begin-klein/index.html").exists()
    assert not (odd.root / "site/tips/kapot").exists()


def test_a_build_that_falls_over_leaves_the_last_good_site(built_root):
    root = built_root
    first = digest(root / "site")
    config = (root / "mkdocs.yml").read_text() + "hooks: [fall.py]\n"
    (root / "mkdocs.yml").write_text(config)
    (root / "fall.py").write_text("def on_post_page(output, page, config):\n    raise RuntimeError('gevallen')\n")
    assert built(root).returncode != 0
    assert digest(root / "site") == first


def test_the_build_ends_with_one_line_that_counts(small_build):
    last = small_build.said.strip().splitlines()[-1]
    assert re.search(r"0 geleerde lessen, 2 tips, .*; 2 netwerken, 2 thema's; geen problemen; \d+\.\d s$", last)


def test_overrides_win_over_the_products_templates(rich):
    assert "Eigen voet" in (rich / "site/index.html").read_text()
    assert "Eigen kaart" in (rich / "site/tips/index.html").read_text()


def test_drafts_never_reach_the_site(rich):
    assert not any("Nog geheim" in p.read_text() for p in (rich / "site").rglob("*.html"))


def test_images_and_documents_are_served_under_the_items_address(rich):
    page = rich / "site/tips/x"
    assert (page / "foto.png").read_bytes() == PNG
    assert "Inkscape" not in (page / "t.svg").read_text()
    assert "data-x" not in (page / "t.svg").read_text()
    html = (page / "index.html").read_text()
    assert 'src="../../tips/x/foto.png"' in html
    assert re.search(r'href="../../tips/x/kaart.pdf">De kaart</a> \(PDF, 1 kB\)', html)
    assert not list((rich / "site").rglob("los.png"))


@pytest.mark.parametrize("language", ["en"])
def test_the_same_content_builds_in_english(write: Write, language):
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text().replace("[geleerd]", f"[geleerd: {{language: {language}}}]")
    root = write({"mkdocs.yml": config})
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    html = (root / "site/tips/begin-klein/index.html").read_text()
    for word in ("Skip to", "20 November 2026", "Permanent link", "Sources"):
        assert word.lower() in html.lower(), word
    assert (root / "site/themes/borging/index.html").exists()
    assert not (root / "site/themas/borging/index.html").exists()


def test_the_real_site_works_under_a_path_too(real_site):
    from_the_root = [link for page in pages(real_site) if page.name != "404.html" for link in linked(page) if link.startswith("/")]
    assert from_the_root == []


def linked(page: Path) -> tuple[str, ...]:
    parsed = document(page)
    return (*parsed.links, *parsed.loads)


def test_an_unknown_address_gets_a_page_that_helps(real_site):
    html = (real_site / "404.html").read_text()
    assert "Deze pagina bestaat niet" in html
    assert 'href="/themas/"' in html


def test_what_is_no_entry_in_a_frame_folder_never_becomes_a_page(odd):
    assert not any("Geheim" in p.read_text() or "Slecht" in p.read_text() for p in (odd.root / "site").rglob("*.html"))
    assert not (odd.root / "site/themas/stil").exists()


def test_a_broken_page_of_the_staff_shows_its_text_and_never_its_header(odd):
    assert "Traceback" not in odd.said
    html = (odd.root / "site/over/stuk/index.html").read_text()
    assert "De tekst." in html
    assert 'title: "Stuk' not in html
    assert not (odd.root / "site/over/raar").exists()


def test_a_site_folder_that_is_a_link_keeps_being_one(write: Write, tmp_path_factory):
    root = write({})
    real = tmp_path_factory.mktemp("www")
    (root / "site").symlink_to(real, target_is_directory=True)
    for _ in range(2):
        assert built(root, "--strict").returncode == 0
    assert (root / "site").is_symlink()
    assert (real / "index.html").exists()


def test_leftovers_of_an_earlier_build_are_not_published(rich):
    assert not (rich / "site/oud.html").exists()


def test_nothing_but_real_files_that_may_be_shown_is_published_strict_or_not(odd):
    site = [path for path in (odd.root / "site").rglob("*") if path.is_file() and path.suffix not in {".png", ".woff2"}]
    assert [path for path in site if b"Geheim" in path.read_bytes()] == []
    assert [name for name in ("con", "pijp", "wat?.txt", *LINKS) if list((odd.root / "site").rglob(name))] == []
    for name in (
        "lessons/con.md:1: reserved-name",
        "lessons/pijp.pdf:1: unreadable-file",
        *(f"content/{name}:1: unreadable-file" for name in LINKS),
    ):
        assert name in odd.said


def test_a_name_with_special_characters_is_published_and_found_by_its_link(odd):
    page = document(odd.root / "site/over/verwijst/index.html")
    target = next(link for link in page.links if "100" in link)
    assert (odd.root / "site/over/verwijst" / unquote(target)).read_text() == "Te lezen."


def test_a_link_to_a_file_elsewhere_is_never_published(odd):
    assert not list((odd.root / "site").rglob("lek.png"))
    assert "lessons/lek.png:1: unreadable-file" in odd.said
    assert "file-content-differs" in odd.said


def test_the_folders_themselves_may_be_links_to_elsewhere(write: Write, tmp_path_factory):
    root, elsewhere = write({}), tmp_path_factory.mktemp("elders")
    for folder in ("content", "lessons"):
        (root / folder).rename(elsewhere / folder)
        (root / folder).symlink_to(elsewhere / folder)
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    assert "https://forge.example/proef/edit/main/content/themas/borging.md" in (root / "site/themas/borging/index.html").read_text()
    assert (root / "site/tips/begin-klein/index.html").exists()


def test_a_folder_outside_the_root_is_refused_in_one_sentence(write: Write, tmp_path):
    root = write({"kennisbank/mkdocs.yml": "site_name: Proef\ndocs_dir: ../content\nplugins: [geleerd]\n"}) / "kennisbank"
    for command in (["mkdocs", "build"], ["geleerd.adapters.commands.cli", "check"]):
        result = run(command, root)
        assert result.returncode != 0
        assert "De map ../content (docs_dir in mkdocs.yml) ligt niet in de map van mkdocs.yml." in result.stderr
        assert "Traceback" not in result.stderr


def test_the_policy_reads_the_site_after_the_search_index_is_written(write: Write, monkeypatch):
    root, seen, really = write({}), [], plugin.write_policy

    def write_policy(site, settings, secured):
        (root / "seen.txt").write_text(" ".join([*seen, "policy"]))
        return really(site, settings, secured)

    monkeypatch.setattr(plugin, "write_search_index", lambda *_: seen.append("index") or 0)
    monkeypatch.setattr(plugin, "write_policy", write_policy)
    assert run(["mkdocs", "build"], root).returncode == 0
    assert (root / "seen.txt").read_text() == "index policy"


ASKING = """
def on_page_context(context, page, config, nav):
    return context
"""


def test_a_site_is_the_same_whether_we_write_its_pages_or_mkdocs_does(write: Write):
    """A hook that takes part in pages has them made by MkDocs, and the build says so."""
    files = {
        **frame_files(),
        **item_files(),
        "content/wegwijs.md": "Zie [de tip](../lessons/begin-klein.md#zo) en [thema](/themas/borging/).\n",
    }
    root = write(files)
    config = (
        (root / "mkdocs.yml").read_text()
        + "edit_uri: https://forge.example/edit/content/\nextra_css: [eigen.css]\nextra_javascript: [{path: eigen.js, defer: true}]\n"
    )
    write({"mkdocs.yml": config})
    said = built(root, "--site-dir", "ours")
    write({"mkdocs.yml": config + "hooks: [vraagt.py]\n", "vraagt.py": ASKING})
    asked = built(root, "--site-dir", "theirs")
    assert said.returncode == asked.returncode == 0, said.stderr + asked.stderr
    assert "vraagt.py" in asked.stderr
    assert "vraagt.py" not in said.stderr
    ours, theirs = (checksums(root / name) for name in ("ours", "theirs"))
    assert {name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)} == {"build.json"}
    assert '<a href="../tips/begin-klein/#zo">' in (root / "ours/wegwijs/index.html").read_text()
