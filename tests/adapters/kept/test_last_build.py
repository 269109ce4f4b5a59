"""A build in which nothing changed ends at once; whatever changed, it does not."""

import os
import subprocess
import sys
import time

import pytest

from geleerd.adapters.kept.last_build import LAST, asked, forget, options_told, remember, told_when_unchanged

NO_OPTIONS = options_told(None, strict=False)


@pytest.fixture
def root(tmp_path):
    """A knowledge base with a site beside it, of which the last build is remembered."""
    for folder in ("lessons", "content/map", "site/tips"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("INHERIT: boven.yml\nsite_url: !ENV [ADRES, https://a.example/]\n")
    (tmp_path / "boven.yml").write_text("site_name: Proef\n")
    (tmp_path / "lessons/een.md").write_text("Een.")
    (tmp_path / "content/map/twee.md").write_text("Twee.")
    (tmp_path / "site/tips/index.html").write_text("<p>Een.</p>")
    keep(tmp_path)
    return tmp_path


def keep(root):
    remember(root, asked(root, [root / "lessons", root / "content"], NO_OPTIONS), root / "site", ["Let op.", "Niets."])


def test_the_same_again_says_the_same_again(root):
    assert told_when_unchanged(root, NO_OPTIONS) == ("Let op.", "Niets.")


def written(path, text):
    def change(root, _):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)

    return change


CHANGES = {
    "another text": written("lessons/een.md", "Twee"),
    "a new file": written("content/nieuw/drie.md", ""),
    "a hidden file": written("lessons/.verborgen", ""),
    "a file less": lambda root, _: (root / "lessons/een.md").unlink(),
    "another name": lambda root, _: (root / "lessons/een.md").rename(root / "lessons/anders.md"),
    "a file that became a link": lambda root, _: (
        (root / "lessons/een.md").rename(root / "een.md"),
        (root / "lessons/een.md").symlink_to("../een.md"),
    ),
    "the configuration": written("mkdocs.yml", "site_name: Anders\n"),
    "what it inherits from": written("boven.yml", "site_name: Anders\n"),
    "a variable that it names": lambda _, patch: patch.setenv("ADRES", "https://b.example/"),
    "the day": lambda _, patch: patch.setenv("SOURCE_DATE_EPOCH", "1"),
    "a page of the site": lambda root, _: (time.sleep(0.01), (root / "site/tips/index.html").write_text("<p>Één.</p")),
    "a file more on the site": written("site/vreemd.html", ""),
    "a file less on the site": lambda root, _: (root / "site/tips/index.html").unlink(),
    "a link on the site": lambda root, _: (root / "site/link").symlink_to("tips"),
    "the history": lambda root, _: subprocess.run(["git", "init", "-q"], cwd=root, check=True),
    "our own programs": lambda _, patch: patch.setattr("geleerd.adapters.kept.last_build.ways", lambda: "anders"),
    "what is kept": lambda root, _: (root / LAST / "build.json").write_bytes((root / LAST / "build.json").read_bytes()[:-1] + b" "),
    "nothing kept": lambda root, _: forget(root),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_seen(root, name, monkeypatch):
    CHANGES[name](root, monkeypatch)
    assert told_when_unchanged(root, NO_OPTIONS) is None


def test_other_options_are_another_build(root):
    assert told_when_unchanged(root, options_told(None, strict=True)) is None
    assert told_when_unchanged(root, options_told(root / "elders", strict=False)) is None


def test_it_loads_next_to_nothing():
    script = "import sys, geleerd.adapters.commands.building.build_command; print([n for n in ('pydantic', 'jinja2', 'yaml', 'markdown') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.strip() == "[]"
