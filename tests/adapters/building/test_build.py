"""`geleerd build`: the site that `mkdocs build` makes, byte for byte, without MkDocs or Material."""

import subprocess
import sys

import pytest

from geleerd.adapters.outside.site_files import checksums
from tests.workbench.building import ROOT, Write, built, run
from tests.workbench.full_items import frame_files, item_files

COMMAND = ["geleerd.adapters.commands.cli", "build"]
OPTIONS = """edit_uri: https://forge.example/edit/content/
copyright: Wij & co
site_description: Over <leren>
extra_css: [eigen.css]
extra_javascript: [{path: eigen.js, defer: true}, module.mjs, "https://elders.example/x.js"]
extra: {menu: [{name: Thema's, href: themas/}], footer: [{name: Over, href: over/}]}
markdown_extensions: [footnotes, admonition, {toc: {permalink: true, toc_depth: 3}}]
exclude_docs: geheim/
"""
PAGES = {
    "content/wegwijs.md": """---
title: "Weg & wijs"
description: Kort <gezegd>
robots: noindex
---
# Anders

Zie [de tip](../lessons/begin-klein.md#zo), [thema](/themas/borging/), [over](over/index.md#wie-wij-zijn), [elders](https://elders.example/?a=1&b=2),
[schijf](file:///D:/map/x.docx), [netwerk](netwerken/oost.md?x=1), [niets](weg.md), [hier](#anders), ![plaat](plaat.png) en een noot[^1].

[^1]: De noot.

!!! note "Let op"
    Een kader.

| a | b |
|---|--:|
| 1 | 2 |
""",
    "content/map/diep-er_in.md": "# Een *schuine* titel met ![plaat](../plaat.png) `code` & [link](../wegwijs.md)[^1]\n\nTekst.\n\n[^1]: noot\n\n## Kop\n\n### Dieper\n",
    "content/map/zonder_titel.md": "Alleen tekst. <script>1</script>\n\n<p onclick='x()'>a</p>\n",
    "content/map/README.md": "Het begin van een map.\n",
    "content/map/getal.md": "---\ntitle: 2026\ntags: [a, b]\n---\nEen getal als titel.\n",
    "content/geheim/brief.md": "Niet voor iedereen.\n",
    "content/plaat.png": bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
    ),
    "content/eigen.css": "p { color: red }\n",
    "content/eigen.js": "1\n",
    "content/_headers": "/*\n  X-Eigen: ja\n",
}


@pytest.fixture
def root(write: Write):
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text() + OPTIONS
    return write({**frame_files(), **item_files(), **PAGES, "mkdocs.yml": config})


def test_the_site_is_the_one_that_mkdocs_makes(root):
    theirs = built(root, "--site-dir", "theirs")
    ours = run([*COMMAND, "--site-dir", "ours"], root)
    assert ours.returncode == theirs.returncode == 0, ours.stderr + theirs.stderr
    made, expected = checksums(root / "ours"), checksums(root / "theirs")
    assert {name for name in made.keys() | expected.keys() if made.get(name) != expected.get(name)} == set()
    assert {"wegwijs/index.html", "map/index.html", "404.html", "build.json", "_headers", "pagefind/pagefind-entry.json"} <= made.keys()
    assert not any("geheim" in name for name in made)


def test_neither_mkdocs_nor_material_is_loaded(root):
    script = (
        "import sys\nfrom geleerd.adapters.commands.cli import main\n"
        "try:\n    main(['build'])\nexcept SystemExit as end:\n    assert not end.code\n"
        "sys.exit(str(sorted(name for name in sys.modules if name.split('.')[0] in {'mkdocs', 'material'})) if 'mkdocs' in sys.modules else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_only_the_host_can_do_is_named(write: Write):
    root = write({})
    config = (root / "mkdocs.yml").read_text().replace("[geleerd]", "[geleerd, search]")
    write({"mkdocs.yml": config + "hooks: [x.py]\nnav: [index.md]\n", "x.py": ""})
    done = run(COMMAND, root)
    assert done.returncode == 0
    assert "search, hooks, nav" in done.stderr


def test_a_strict_build_with_an_error_leaves_the_former_site(write: Write):
    root = write({})
    assert run([*COMMAND, "--strict"], root).returncode == 0
    before = checksums(root / "site")
    write({"lessons/fout.md": "---\nid: nee\ntype: tip\n---\n"})
    done = run([*COMMAND, "--strict"], root)
    assert done.returncode == 1
    assert "lessons/fout.md:2: bad-id: " in done.stderr
    assert checksums(root / "site") == before
    assert run(COMMAND, root).returncode == 0


def test_a_folder_of_somebody_else_is_refused(write: Write):
    root = write({"site/brief.txt": "Blijf."})
    done = run(COMMAND, root)
    assert done.returncode == 2
    assert "brief.txt" in done.stderr
    assert (root / "site/brief.txt").read_text() == "Blijf."


def test_a_build_in_which_nothing_changed_says_so_and_touches_nothing(write: Write):
    root = write({"lessons/fout.md": "---\nid: nee\ntype: tip\n---\n"})
    first = run(COMMAND, root)
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    second = run(COMMAND, root)
    assert "Er is niets veranderd" in second.stdout
    assert second.stderr == first.stderr
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == before
    write({"lessons/fout.md": "---\nid: nee\ntype: les\n---\n"})
    assert "Er is niets veranderd" not in run(COMMAND, root).stdout
