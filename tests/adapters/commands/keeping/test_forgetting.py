"""`geleerd forget`: every place where the words of an item live, in a real repository."""

import re
import shlex
import subprocess

import pytest

from geleerd.adapters.commands.keeping.told_files import files_told, is_of_item
from geleerd.model.strings import ItemId
from tests.workbench.building import Write, put, run

ID = "q1w2e3"
TIP = f"""\
---
id: {ID}
type: tip
title: Het verhaal van Wobke
summary: Dan praat iedereen er vanzelf over.
date: 2026-11-22
themes: [borging]
sources: [{{title: Eigen ervaring}}]
---
![Plein](plein.png) en [samen](samen.pdf).
"""


def git(root, *words):
    name = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *name, *words], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root, files, said="Werk bij"):
    put(root, files)
    git(root, "add", "-A")
    git(root, "commit", "-qm", said)
    return git(root, "rev-parse", "HEAD").strip()


def forget(root, *words):
    return run(["geleerd.adapters.commands.cli", "forget", *words], root)


def steps(said):
    """The steps of the list by their first words, each with its lines."""
    found = re.split(r"\n\[ \] \d+\. ", said)[1:]
    return {" ".join(step.split()[:3]): [line.strip() for line in step.splitlines()[1:]] for step in found}


@pytest.fixture
def root(write: Write):
    root = write({})
    git(root, "init", "-q")
    commit(root, {"lessons/oud.md": TIP, "lessons/plein.png": "x", "lessons/samen.pdf": "x", "lessons/ander.md": "[samen](samen.pdf)\n"})
    return root


def test_every_place_of_an_item_is_named(root):
    git(root, "tag", "v1")
    git(root, "switch", "-qc", "zijtak")
    commit(root, {"lessons/zijweg.md": TIP.replace("Plein", "Zijweg")})
    git(root, "switch", "-q", "main")
    commit(
        root,
        {"lessons/oud.md": None, "lessons/nieuw naam.md": TIP, "content/nieuws.md": f"Zie [dit](/l/{ID}/).\n\nHet verhaal van Wobke\n"},
    )
    site = {"site/l/q1w2e3/index.html": "x", "site/feed.xml": "<title>Het verhaal van Wobke</title>", "site/over/index.html": "niets"}
    for path, text in site.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / ".cache/geleerd").mkdir(parents=True)
    result = forget(root, ID)
    assert (result.returncode, result.stderr) == (0, "")
    named = steps(result.stdout)
    assert named["Haal de woorden"] == ["- lessons/nieuw naam.md"]
    assert named["Verwijder de bijlagen"] == ["- lessons/plein.png"]
    assert named["Kijk na wat"] == ["- content/nieuws.md:1", "- content/nieuws.md:3"]
    assert named["Bouw de site"] == ["- site/feed.xml", "- site/l/q1w2e3/index.html"]
    assert named["Gooi weg wat"] == ["- rm -r .cache/geleerd"]
    history = named["Haal het uit"]
    assert history[:4] == ["- lessons/nieuw naam.md", "- lessons/oud.md", "- lessons/plein.png", "- lessons/zijweg.md"]
    assert history[5:8] == ["- heads/main", "- heads/zijtak", "- tags/v1"]
    assert "--path 'lessons/nieuw naam.md' --path lessons/oud.md" in result.stdout
    assert named["Andere bestanden noemden"] == ["- content/nieuws.md"]
    assert f"geleerd forget {ID}" in result.stdout


def test_the_command_that_it_gives_names_all_that_holds_the_words(root):
    commit(root, {"lessons/oud.md": None, "lessons/-n; echo.md": TIP.replace("praat", "zwijgt")})
    said = forget(root, ID).stdout
    (command,) = [line.strip() for line in said.splitlines() if "filter-repo --invert-paths" in line]
    paths = [word for word in shlex.split(command) if word.startswith("lessons/")]
    kept = git(root, "log", "--all", "--format=", "--name-only", "--", ".", *(f":(exclude){path}" for path in paths)).split("\n")
    assert set(paths) == {"lessons/-n; echo.md", "lessons/oud.md", "lessons/plein.png"}
    assert not {"lessons/oud.md", "lessons/-n; echo.md"} & set(kept)


def test_what_was_deleted_lives_in_the_history(root):
    commit(root, {"lessons/oud.md": None, "lessons/plein.png": None})
    named = steps(forget(root, ID.upper()).stdout)
    assert "Haal de woorden" not in named
    assert named["Haal het uit"][:2] == ["- lessons/oud.md", "- lessons/plein.png"]


def test_what_was_undone_and_put_aside_is_found_too(root):
    commit(root, {"lessons/oud.md": None, "lessons/plein.png": None})
    before = git(root, "rev-parse", "HEAD").strip()
    commit(root, {"lessons/even.md": TIP})
    git(root, "reset", "-q", "--hard", before)
    assert "- lessons/even.md" in steps(forget(root, ID).stdout)["Haal het uit"]


WAYS = [
    "id: q1w2e3  # uit de mail",
    "id : q1w2e3",
    "'id': q1w2e3",
    '"id": "q1w2e3"',
    "id: !!str q1w2e3",
    "id: >-\n  q1w2e3",
    "id:\n  q1w2e3",
    "id: &deze q1w2e3",
    'id: "\\x711w2e3"',
    'id: "q1w\\\n  2e3"',
    "? id\n: q1w2e3",
]


@pytest.mark.parametrize("way", WAYS)
def test_an_id_is_found_in_every_way_in_which_yaml_can_write_it(way):
    assert is_of_item(ItemId(ID), "lessons/oud.md", TIP.replace(f"id: {ID}", way).encode())


@pytest.mark.parametrize("way", ["id: q1w2e4 # q1w2e3", "summary: q1w2e3", "# id: q1w2e3", "related: [q1w2e3]"])
def test_another_item_that_names_the_id_is_another(way):
    assert not is_of_item(ItemId(ID), "lessons/oud.md", TIP.replace(f"id: {ID}", way).encode())


SHOWN = [
    "![x][foto]\n\n[foto]: map/foto.png",
    "<img src=map/foto.png>",
    "<img alt='x' src='map/foto.png'>",
    "![x](<map/foto.png> 'Plein')",
    "[x](map/foto%2Epng)",
    "![[map/foto.png]]",
    "![x](map/f&#111;to.png)",
    "<a href='map/foto.png?x#y'>x</a>",
    "![foto.png]\n\n[foto.png]: ./map/foto.png",
]


@pytest.mark.parametrize("body", SHOWN)
def test_a_file_is_found_in_every_way_in_which_a_text_can_show_it(body):
    assert "lessons/map/foto.png" in files_told("lessons/oud.md", TIP.replace("![Plein](plein.png)", f"{body}\n\n").encode())


@pytest.mark.parametrize(
    "fields", ["attachments: [{file: a.pdf}]", "attachments:\n- title: x\n  file: >-\n    a.pdf", "context: Zie [a](a.pdf)."]
)
def test_the_files_in_fields_are_found(fields):
    assert "lessons/a.pdf" in files_told("lessons/oud.md", TIP.replace("type: tip", fields).encode())


def test_what_git_keeps_beside_files_is_named(root):
    git(root, "notes", "add", "-m", f"Van Wobke, {ID}")
    git(root, "notes", "add", "-f", "-m", "Niets")
    git(root, "tag", "-am", f"Met {ID} erin", "v1")
    made = commit(root, {"lessons/ander.md": "Niets.\n"}, f"Haal iets uit {ID}")
    named = steps(forget(root, ID).stdout)["Git bewaart het"]
    first = git(root, "rev-parse", "HEAD^").strip()
    assert named == [f"- commit {made[:10]}", "- tag v1", f"- notes refs/notes/commits {first[:10]}"]


def test_a_knowledge_base_in_a_folder_of_its_repository(write: Write):
    root = write({"lessons/oud.md": TIP})
    above = root.parent / "samen"
    above.mkdir()
    root = root.rename(above / "kennisbank")
    git(above, "init", "-q")
    commit(above, {})
    named = steps(forget(root, ID).stdout)
    assert named["Haal de woorden"] == ["- lessons/oud.md"]
    assert named["Haal het uit"][0] == "- kennisbank/lessons/oud.md"


def test_without_git_it_says_so(write: Write):
    root = write({"lessons/oud.md": TIP})
    said = forget(root, ID).stdout
    assert "Hier is geen git, of git weigert: de geschiedenis is niet nagekeken." in said
    assert "- lessons/oud.md" in said


def test_a_part_of_the_history_is_said_to_be_one(root, tmp_path_factory):
    commit(root, {"lessons/ander.md": "Anders.\n"})
    copy = tmp_path_factory.mktemp("kopie") / "kb"
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{root}", str(copy)], check=True, capture_output=True)
    assert "git fetch --unshallow" in forget(copy, ID).stdout


def test_what_is_nowhere_is_said_to_be_nowhere(root):
    result = forget(root, "z9z9z9")
    assert (result.returncode, result.stdout.count("\n")) == (0, 1)
    assert result.stdout.startswith("Van z9z9z9 is hier niets te vinden")


@pytest.mark.parametrize("hostile", ["", "../x", "$(id)", "--all", "q1w2e3\n", "k7m2xq; rm", "\x1b[31m", ".*", "é" * 500])
def test_what_is_no_id_is_refused(root, hostile):
    result = forget(root, "--", hostile)
    assert result.returncode == (0 if hostile.strip() == ID else 2)
    assert "\x1b" not in result.stderr
