"""The commands explain themselves, and refuse what is wrong, in the language of the knowledge base around."""

import ast
import re
from pathlib import Path

import click
import pytest

from geleerd import catalogue
from geleerd.adapters.commands.cli import main
from geleerd.adapters.commands.starting.answers import Answers
from geleerd.adapters.commands.starting.new_knowledge_base import new_knowledge_base
from geleerd.locale.catalogue import LANGUAGES
from tests.workbench.building import run

CLI = "geleerd.adapters.commands.cli"
NAMES = [None, *sorted(main.commands)]
OTHER = {
    "nl": re.compile(
        r"\b(?:Usage|Options|Commands|OPTIONS|COMMAND|TEXT|DIRECTORY|INTEGER|Show|exit|default|required|Error|Missing|Invalid|not one of|No such|Did you mean)\b"
    ),
    "en": re.compile(r"\b(?:Gebruik|Opties|Opdrachten|standaard|nodig|Fout|Bedoelde|de|het|een|niet|van|deze|wat|geen)\b"),
}
"""Words of the other language, by the language that is spoken."""


@pytest.fixture(scope="module", params=LANGUAGES)
def around(request, tmp_path_factory):
    """A language, with a knowledge base in it."""
    root = tmp_path_factory.mktemp(request.param)
    new_knowledge_base(root / "kb", Answers(language=request.param))
    return request.param, root / "kb"


def test_click_still_says_what_is_translated():
    texts = "".join(path.read_text(encoding="utf-8") for path in Path(str(click.__file__)).parent.glob("*.py"))
    said = {
        node.value
        for node in ast.walk(ast.parse(texts.replace("from __future__ import annotations", "")))
        if isinstance(node, ast.Constant)
    }
    assert [sentence for sentence in catalogue("nl").entries["click"] if sentence not in said] == []


def help_of(name):
    command = main.commands[name] if name else main
    with click.Context(command, info_name=name or "geleerd") as context:
        return command.get_help(context)


@pytest.mark.parametrize("name", NAMES)
def test_help_is_in_the_language_of_the_knowledge_base(name, around, monkeypatch):
    language, root = around
    monkeypatch.chdir(root)
    told = help_of(name)
    assert told.startswith(catalogue(language).entries["click"]["Usage:"])
    assert OTHER[language].findall(re.sub(r"--language \S+", "", told)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_texts_of_all_commands_and_no_others(language):
    told = catalogue(language).entries["commands"]
    asked = {name or "geleerd": {"about"} for name in NAMES}
    for name in NAMES:
        command = main.commands[name] if name else main
        asked[name or "geleerd"] |= {max(option.opts, key=len)[2:] for option in command.params if isinstance(option, click.Option)}
    missing = [(name, key) for name, keys in asked.items() for key in keys if key not in {**told["every"], **told.get(name, {})}]
    unused = [(name, key) for name in told if name != "every" for key in told[name] if key not in asked.get(name, ())]
    assert (missing, unused) == ([], [("geleerd", "elsewhere")])
    assert set(told["every"]) - {"help"} <= {key for name, keys in asked.items() for key in keys - told.get(name, {}).keys()}


def test_where_no_knowledge_base_is_it_is_the_default_whatever_the_machine_speaks(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert help_of(None).startswith("Gebruik:")
    assert "In English:" in help_of(None)


REFUSED = {
    "nl": [
        (["check", "--formt", "json"], "De optie '--formt' bestaat niet. Bedoelde je '--format'?"),
        (["check", "--format", "x"], "Dat kan niet bij '--format': 'x' is niet een van 'text'"),
        (["doctr"], "De opdracht 'doctr' bestaat niet. Bedoelde je 'doctor'?"),
        (["links", "nergens"], "Map 'nergens' bestaat niet."),
        (["new"], "Er ontbreekt 'SOORT'."),
        (["stale", "--within", "morgen"], "'morgen' is geen getal."),
    ],
    "en": [
        (["check", "--formt", "json"], "No such option '--formt'. Did you mean '--format'?"),
        (["links", "nowhere"], "Directory 'nowhere' does not exist."),
        (["new"], "Missing argument 'TYPE'."),
    ],
}


def test_what_is_wrong_is_said_in_it_too(around):
    language, root = around
    for words, told in REFUSED[language]:
        done = run([CLI, *words], root)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
        assert OTHER[language].findall(done.stderr) == []


def test_a_command_without_its_argument_says_so(tmp_path):
    done = run([CLI, "init"], tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Gebruik:")


@pytest.mark.parametrize(
    "words", [["--language", "en", "--forge", "svn"], ["--frge", "x", "--language=en"], ["--help", "--language", "en"]]
)
def test_a_language_that_is_asked_for_is_spoken_at_once(words, tmp_path):
    done = run([CLI, "init", *words], tmp_path)
    assert (done.stdout + done.stderr).startswith("Usage:")
    assert OTHER["en"].findall(done.stderr) == []
