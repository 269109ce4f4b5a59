"""The commands explain themselves, and refuse what is wrong, in one language."""

import ast
import re
from pathlib import Path

import click
import pytest

from geleerd.adapters.commands.cli import main
from geleerd.adapters.commands.spoken import DUTCH
from tests.workbench.building import run

CLI = "geleerd.adapters.commands.cli"
ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|OPTIONS|COMMAND|Show|exit|default|required|Error|Missing|Invalid|not one of|No such|Did you mean|range)\b"
)


def test_click_still_says_what_is_translated():
    texts = "".join(path.read_text(encoding="utf-8") for path in Path(str(click.__file__)).parent.glob("*.py"))
    said = {
        node.value
        for node in ast.walk(ast.parse(texts.replace("from __future__ import annotations", "")))
        if isinstance(node, ast.Constant)
    }
    assert [sentence for sentence in DUTCH if sentence not in said] == []


@pytest.mark.parametrize("name", [None, *sorted(main.commands)])
def test_help_is_in_one_language(name):
    command = main.commands[name] if name else main
    with click.Context(command, info_name=name or "geleerd") as context:
        told = command.get_help(context)
    assert told.startswith("Gebruik:")
    assert ENGLISH.findall(told) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "--formt", "json"], "De optie '--formt' bestaat niet. Bedoelde je '--format'?"),
        (["check", "--format", "x"], "Dat kan niet bij '--format': 'x' is niet een van 'text'"),
        (["doctr"], "De opdracht 'doctr' bestaat niet. Bedoelde je 'doctor'?"),
        (["links", "nergens"], "Map 'nergens' bestaat niet."),
        (["new"], "Er ontbreekt 'TYPE'."),
        (["stale", "--within", "morgen"], "'morgen' is geen getal."),
    ],
)
def test_what_is_wrong_is_said_in_it_too(words, told, tmp_path):
    done = run([CLI, *words], tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert ENGLISH.findall(done.stderr) == []
