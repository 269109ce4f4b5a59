"""A new knowledge base from the installed package alone."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
import yaml

from geleerd import DECLARATIONS, catalogue
from geleerd.adapters.building.unsettled import unsettled
from geleerd.adapters.commands.starting.answers import FORGES, Answers
from geleerd.adapters.commands.starting.new_knowledge_base import colours, new_knowledge_base, starters
from geleerd.adapters.settings.load import settings_at
from geleerd.model.problems import has_errors
from geleerd.reading import reading_of
from tests.workbench.building import ROOT, built, run
from tests.workbench.sitecheck import broken_links, foreign_requests

BIN = Path(sys.executable).parent


def geleerd(folder, *words):
    return run(["geleerd.adapters.commands.cli", *words], folder)


@pytest.mark.parametrize("language", starters())
def test_a_program_that_knows_no_items_says_so_on_the_home_page(language, started):
    """Such a program takes the template that a page names, from `overrides`; ours passes it by."""
    root = started[language]
    front = (root / "content/index.md").read_text(encoding="utf-8").split("---")[1]
    warning = (root / "overrides" / yaml.safe_load(front)["template"]).read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in warning
    assert "<code>geleerd build</code>" in warning
    assert "{" not in warning, "any program can show it, whatever templates it reads"
    others = [
        path for path in (root / "content").glob("*/index.md") if "template: other-program.html" not in path.read_text(encoding="utf-8")
    ]
    assert others == []


def test_the_knowledge_base_of_this_project_says_so_as_a_new_one_does(started):
    name = "overrides/other-program.html"
    assert (ROOT / name).read_text(encoding="utf-8") == (started["nl"] / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", starters())
def test_it_builds_strictly_in_every_language(language, started, tmp_path):
    root = tmp_path / language
    shutil.copytree(started[language], root)
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    assert broken_links(root / "site", "/") == []
    assert foreign_requests(root / "site") == []
    assert [path for path in (root / "site").rglob("*.html") if "<code>geleerd build</code>" in path.read_text(encoding="utf-8")] == []
    words = catalogue(language)
    told = geleerd(root, "check", "--format", "json")
    assert told.returncode == 0
    assert {problem["code"] for problem in json.loads(told.stdout)} == {"unfinished-page"}  # what an owner has still to say
    said = [words.console("advice-address", value=settings_at(root).site_url), words.console("advice-desk")]
    assert all(result.stderr.count(sentence) == 1 for sentence in said)


@pytest.mark.parametrize("language", starters())
def test_examples_are_drafts_that_say_so_and_publish_as_they_are(language, started, tmp_path):
    root = tmp_path / language
    shutil.copytree(started[language], root)
    for path in (root / "lessons").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^status: draft # ", text, re.MULTILINE), path.name
        path.write_text(re.sub(r"^status: draft.*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    found = reading_of(settings_at(root))
    assert not has_errors(found.problems)
    assert sorted(item.fields.type for item in found.library.collection.items) == sorted(DECLARATIONS.item_types)
    told = [*unsettled(found.library, settings_at(root), catalogue(language))]
    assert [path for path in (item.path for item in found.library.collection.items[:3]) if path not in told[-1]] == []


@pytest.mark.parametrize("language", starters())
def test_it_has_one_example_of_each_type_in_folders_of_its_language(language, started):
    root, words = started[language], catalogue(language)
    texts = " ".join(path.read_text(encoding="utf-8") for path in (root / "lessons").rglob("*.md"))
    assert [key for key in DECLARATIONS.item_types if texts.count(f"type: {key}\n") != 1] == []
    in_files = [words.word(key) for key, declared in DECLARATIONS.frame_types.items() if not declared.LISTED]
    assert [folder for folder in in_files if len(list((root / "content" / folder).glob("*.md"))) != 1] == []
    assert all((root / f"content/{words.word(key)}.yml").is_file() for key in (*DECLARATIONS.in_lists, "glossary"))


def test_the_starters_of_all_languages_have_the_same_parts(started):
    shapes = {
        language: sorted(len(path.relative_to(root).parts) for path in root.rglob("*") if path.is_file())
        for language, root in started.items()
    }
    assert len(set(map(tuple, shapes.values()))) == 1


@pytest.mark.parametrize("forge", FORGES)
def test_what_a_forge_reads_is_right(forge, tmp_path):
    files = new_knowledge_base(tmp_path / "nieuw", Answers(forge=forge))
    root = tmp_path / "nieuw"
    workflows = [root / name for name in files if "/workflows/" in name]
    if forge in {"github", "forgejo"}:
        linter = [BIN / "actionlint", "-no-color", "-shellcheck=", "-pyflakes="]
        (tmp_path / "actionlint.yaml").write_text("self-hosted-runner: {labels: [docker]}\n")  # what runners of Forgejo call themselves
        done = subprocess.run(
            [*linter, "-config-file", tmp_path / "actionlint.yaml", *workflows], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, len(workflows)) == (0, "", {"github": 3, "forgejo": 4}[forge])
    if forge == "github":
        done = subprocess.run([BIN / "zizmor", "--offline", "--no-progress", "--format=json", *workflows], capture_output=True, check=False)
        assert (done.returncode, json.loads(done.stdout)) == (0, [])
    if forge == "gitlab":
        jobs = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
        assert {"check", "pages"} <= jobs.keys()
        assert jobs["pages"]["artifacts"]["paths"] == ["public"]  # the folder that GitLab Pages shows
    if forge == "netlify":
        assert tomllib.loads((root / "netlify.toml").read_text(encoding="utf-8"))["build"]["publish"] == "site"
    if forge == "none":
        assert workflows == []


@pytest.mark.parametrize("name", [name for name in colours() if name != "blue"])
def test_every_choice_of_colours_can_be_read(name, tmp_path):
    new_knowledge_base(tmp_path / "nieuw", Answers(colours=name))
    assert settings_at(tmp_path / "nieuw").look.light["accent"] == colours()[name]["light"]  # what cannot be read is refused


def test_a_wrong_answer_is_refused_before_anything_is_written(tmp_path):
    for option, value in (
        ("--address", "kennisbank"),
        ("--address", "https://a b/"),
        ("--repository", "ons werk"),
        ("--desk", "redactie"),
        ("--desk", "a@b.nl\nx: y"),
    ):
        result = geleerd(tmp_path, "init", "nieuw", option, value)
        assert (result.returncode, (tmp_path / "nieuw").exists()) == (2, False)
        assert option in result.stderr


@pytest.mark.parametrize("language", starters())
def test_it_is_in_the_form_that_its_schema_says(language, started, tmp_path):
    root = tmp_path / language
    shutil.copytree(started[language], root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert geleerd(root, "upgrade").returncode == 0
    assert {path: path.read_bytes() for path in before} == before


def test_a_desk_that_has_the_name_of_a_person_is_still_the_desk(tmp_path):
    made = geleerd(tmp_path, "init", "ons", "--address", "https://wijzer.museum.nl/", "--desk", "anna@museum.nl")
    assert made.returncode == 0, made.stderr
    assert "personal-email" not in geleerd(tmp_path / "ons", "check").stdout


def test_it_never_overwrites(tmp_path):
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/mijn.md").write_text("van mij")
    result = geleerd(tmp_path, "init", "vol")
    assert result.returncode == 2
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["mijn.md"]


@pytest.mark.long
def test_a_wheel_in_a_fresh_environment_holds_all_that_is_needed(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)  # it may name the folder of this very package
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        check=True,
        cwd=tmp_path,
    )
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv/bin/python"
    # The wheel alone is installed; what it depends on comes from the environment of the tests, in which it is taken out of sight.
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", *tmp_path.glob("*.whl")], check=True
    )
    own = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    ).stdout.strip()
    installed = [path for path in sys.path if path.endswith("site-packages")]
    Path(own, "afhankelijk.pth").write_text("\n".join(installed))
    result = subprocess.run([python, "-c", "import geleerd; print(geleerd.__file__)"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith(own)
    command = [python, "-m", "geleerd.adapters.commands.cli", "init", "nieuw"]
    assert subprocess.run(command, cwd=tmp_path, check=True).returncode == 0
    result = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path / "nieuw", capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "nieuw/site/netwerken/ons-netwerk/index.html").exists()
