"""`geleerd schema` as people run it, the hook of pre-commit, and what git is told of the files."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geleerd.contribute.schema import described
from tests.workbench.building import ROOT, Write, run

COMMAND = ["geleerd.adapters.commands.cli", "schema"]


def test_schema_prints_one_under_the_address_of_the_site(write: Write):
    result = run([*COMMAND, "lesson"], write({}))
    assert result.returncode == 0, result.stderr
    schema = json.loads(result.stdout)
    assert schema["$id"].endswith("/api/v1/schema/lesson.json")
    assert schema["properties"]["title"]["title"] == "Titel"


def test_schema_without_a_type_prints_all_of_them(write: Write):
    result = run(COMMAND, write({}))
    schemas = json.loads(result.stdout)
    assert list(schemas) == list(described())
    assert all(schema["$id"].endswith(f"/{key}.json") for key, schema in schemas.items())


def test_schema_outside_a_knowledge_base_and_of_an_unknown_type(tmp_path):
    assert json.loads(run([*COMMAND, "theme"], tmp_path).stdout)["$id"] == "/api/v1/schema/theme.json"
    result = run([*COMMAND, "les"], tmp_path)
    assert result.returncode == 2
    assert "lesson" in result.stderr


def test_snippets_are_those_of_the_language_of_the_site(write: Write):
    root = write({})
    assert "Geleerde les" in json.loads(run([*COMMAND, "--snippets"], root).stdout)
    (root / "mkdocs.yml").write_text("site_name: x\nplugins:\n  - geleerd:\n      language: en\n")
    assert "Lesson learned" in run([*COMMAND, "--snippets"], root).stdout


def pre_commit(folder, home, *words):
    env = {**os.environ, "PRE_COMMIT_HOME": str(home), "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run([sys.executable, "-m", "pre_commit", *words], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_hooks_are_valid(tmp_path, started):
    assert pre_commit(ROOT, tmp_path, "validate-manifest", ".pre-commit-hooks.yaml").returncode == 0
    assert pre_commit(ROOT, tmp_path, "validate-config", str(started["nl"] / ".pre-commit-config.yaml")).returncode == 0


def git(folder, *words):
    return subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *words], cwd=folder, capture_output=True, text=True, check=True
    )


@pytest.mark.long
def test_the_hook_of_a_new_knowledge_base_stops_what_is_broken(tmp_path, started):
    root = tmp_path / "nieuw"
    shutil.copytree(started["nl"], root)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    assert pre_commit(root, tmp_path / "home", "run", "--all-files").returncode == 0
    (root / "content/themas/samen-leren.md").unlink()
    git(root, "add", "--all")
    result = pre_commit(root, tmp_path / "home", "run")
    assert result.returncode == 1
    assert "unknown-reference" in result.stdout


@pytest.mark.parametrize(
    ("file", "attribute", "value"),
    [
        ("lessons/x.md", "eol", "lf"),
        ("lessons/x.md", "text", "auto"),
        ("lessons/kaart.pdf", "text", "unset"),
        ("lessons/foto.jpg", "text", "unset"),
        ("plugins/geleerd/theme/x.woff2", "text", "unset"),
        (".vscode/geleerd.code-snippets", "linguist-generated", "set"),
        ("requirements-dev.txt", "linguist-generated", "set"),
        ("pyproject.toml", "linguist-generated", "unspecified"),
    ],
)
def test_git_knows_what_is_text_and_what_is_made(file, attribute, value):
    said = subprocess.run(["git", "check-attr", attribute, file], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said.strip() == f"{file}: {attribute}: {value}"
