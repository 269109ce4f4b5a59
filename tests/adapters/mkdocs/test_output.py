"""Where a build writes, and what becomes of the site that stood there."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from geleerd.adapters.mkdocs.staging import is_served
from tests.workbench.building import Write, built, run
from tests.workbench.trees import lay_out

BROKEN = "---\nid: nee\ntype: tip\n---\n"
NO_ROOM = (
    "import errno\n\ndef on_post_page(output, page, config):\n    raise OSError(errno.ENOSPC, 'No space left on device', '/elders/vol')\n"
)


def kept(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("lessons", "daar blijft de bouw af"),
        ("lessons/uit", "daar blijft de bouw af"),
        ("eigen", "daar blijft de bouw af"),
        (".git", "daar blijft de bouw af"),
        ("..", "docs_dir"),  # MkDocs itself says it of its own folder
        ("map", "zoals brief.txt"),
        ("map/brief.txt", "heeft een map nodig"),
    ],
)
def test_a_build_refuses_to_write_over_what_it_did_not_make(write: Write, place, words):
    root = write({"map/brief.txt": "van mij", ".git/HEAD": "ref: x", "eigen/x.html": "van mij"})
    config = (root / "mkdocs.yml").read_text().replace("name: material,", "name: material, custom_dir: eigen,")
    (root / "mkdocs.yml").write_text(config)
    before = kept(root)
    result = built(root, "-d", place)
    assert result.returncode == 1
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert kept(root) == before


def test_a_build_that_fails_brings_back_the_site_that_a_killed_one_put_aside(write: Write):
    root = write({"lessons/x.md": BROKEN})
    lay_out(root / ".site.building", {".geleerd": "", "former/index.html": "de laatste goede", "new/half.html": ""})
    result = built(root, "--strict")
    assert result.returncode == 1
    assert "staat er weer" in result.stderr
    assert (root / "site/index.html").read_text() == "de laatste goede"
    assert not list(root.glob(".site.*"))


def test_a_full_disk_is_told_in_a_sentence(write: Write):
    root = write({"vol.py": NO_ROOM})
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "hooks: [vol.py]\n")
    lay_out(root / "site", {"404.html": "", "sitemap.xml": "", "assets/stylesheets/geleerd.css": "", "index.html": "oud"})
    result = built(root)
    assert result.returncode == 1
    assert "/elders/vol" in result.stderr + result.stdout
    assert "schijf is vol" in result.stderr + result.stdout
    assert "Traceback" not in result.stderr
    assert (root / "site/index.html").read_text() == "oud"
    assert not list(root.glob(".site.*"))


def test_a_site_is_published_by_mkdocs_itself(write: Write, tmp_path_factory: pytest.TempPathFactory):
    root, forge = write({}), tmp_path_factory.mktemp("forge")
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch", "main", forge], check=True)
    for command in (["init", "--quiet"], ["remote", "add", "origin", str(forge)]):
        subprocess.run(["git", "-C", root, *command], check=True)
    result = run(
        ["mkdocs", "gh-deploy"],
        root,
        GIT_AUTHOR_NAME="x",
        GIT_AUTHOR_EMAIL="x@x.example",
        GIT_COMMITTER_NAME="x",
        GIT_COMMITTER_EMAIL="x@x.example",
    )
    assert result.returncode == 0, result.stderr
    names = subprocess.run(["git", "-C", forge, "ls-tree", "--name-only", "gh-pages"], check=True, capture_output=True, text=True).stdout
    assert {"index.html", ".nojekyll", "tips"} <= {*names.split()}
    assert (root / "site/index.html").is_file()
    assert not list(root.glob(".site.*"))


def test_whoever_serves_has_a_folder_of_mkdocs():
    for name, served in (("serve", True), ("build", False)):
        with click.Context(click.Command(name), info_name=name):
            assert is_served() is served
    assert not is_served()
