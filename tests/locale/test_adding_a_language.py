"""A language that has a catalogue and nothing else: a site, its index and a check in it."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import geleerd
from geleerd.locale.catalogue import LANGUAGES
from tests.workbench.building import written

PACKAGE = Path(geleerd.__file__).parent

CODE = "fy"
"""A language for which neither Snowball, nor simplemma, nor wordfreq has anything."""

CHANGED = {
    'language = "en"': f'language = "{CODE}"',
    'language-code = "en"': f'language-code = "{CODE}"',
    'tip = "tips"': 'tip = "rieden"',
    'search = "search"': 'search = "sykje"',
    'tip = { one = "Tip", other = "Tips"': 'tip = { one = "Ried", other = "Rieden"',
    'stemmer = "english"': "",
}
"""What is different in the catalogue of English: the code, some words, and that there is no stemmer."""

CHOSEN = {"plugins: [geleerd]": f"plugins: [geleerd: {{language: {CODE}}}]"}

TIP = """---
id: q1w2e3
type: tip
title: Begjin lyts en freegje de minsken
summary: Wa't lyts begjint en de minsken freget, leart it measte en it earste.
date: 2026-11-20
themes: [borging]
sources: [{title: Underfining}]
---
Freegje de netwurken.
"""


def replaced(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@dataclass(frozen=True)
class InFrisian:
    """The package with one file more, and a knowledge base that asks for its language."""

    packages: Path
    base: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(self.packages), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}
        return subprocess.run([sys.executable, "-m", *command], cwd=self.base, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def frisian(tmp_path_factory: pytest.TempPathFactory) -> InFrisian:
    folder = tmp_path_factory.mktemp("frisian")
    package = shutil.copytree(PACKAGE, folder / "packages" / "geleerd")
    english = (package / "locale" / "en.toml").read_text(encoding="utf-8")
    (package / "locale" / f"{CODE}.toml").write_text(replaced(english, CHANGED), encoding="utf-8")
    base = written(folder / "base", {"lessons/lyts.md": TIP})
    config = base / "mkdocs.yml"
    config.write_text(replaced(config.read_text(encoding="utf-8"), CHOSEN), encoding="utf-8")
    return InFrisian(folder / "packages", base)


@pytest.fixture(scope="module")
def site(frisian: InFrisian) -> Path:
    ran = frisian.run("mkdocs", "build", "--strict")
    assert ran.returncode == 0, ran.stderr
    return frisian.base / "site"


def test_pages_have_its_addresses_words_and_code(site):
    page = (site / "rieden" / "lyts" / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{CODE}"' in page
    assert "Rieden" in page
    assert (site / "sykje" / "index.html").is_file()


def test_its_words_are_indexed_as_they_are(site):
    words = json.loads((site / "assets" / "search" / "words-ne.json").read_text(encoding="utf-8"))
    assert words["netwurken"] == [1, "netwurken"]
    facts = json.loads((site / "assets" / "search" / "lexicon.json").read_text(encoding="utf-8"))
    assert facts["linking"] == []
    assert CODE in json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]


def test_a_check_speaks_it_and_reads_its_names(frisian, tmp_path):
    base = written(tmp_path, {"lessons/ried.md": TIP.replace("type: tip", "type: ried")})
    shutil.copy(frisian.base / "mkdocs.yml", base)
    ran = replace(frisian, base=base).run("geleerd.adapters.commands.cli", "check", "--format", "json")
    (problem,) = (told for told in json.loads(ran.stdout) if told["severity"] == "error")
    assert (problem["file"], problem["code"]) == ("lessons/ried.md", "unknown-type")
    assert "tip" in problem["message"]
    assert problem["lines"] == ["type: tip"]


MAY_NAME_A_LANGUAGE = {
    "model/settings.py": "the default of an option",
    "read/traces/names.py": "the parts of drawings are named in Dutch or English, whatever language a site has",
}
"""The files that name a language, with the reason. Who takes one off deletes its line here; nobody adds one."""


def test_no_file_but_a_catalogue_names_a_language():
    named = re.compile(rf"""["'`](?:{"|".join(LANGUAGES)})["'`]""")
    outside = ("locale", "starter")  # a starter is a knowledge base, which says in which language it is
    files = (path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".html", ".js"})
    inside = (path for path in files if path.relative_to(PACKAGE).parts[0] not in outside)
    found = {path.relative_to(PACKAGE).as_posix() for path in inside if named.search(path.read_text(encoding="utf-8"))}
    assert found == set(MAY_NAME_A_LANGUAGE)
