"""`geleerd federate` as people run it: what is there is fetched, what fails is named, and the build tells how old it is."""

import json
from pathlib import Path

import pytest

from tests.workbench.building import SMALL, run
from tests.workbench.other_bases import SITE, line, list_of
from tests.workbench.standard import EXAMPLE

COMMAND = ["geleerd.adapters.commands.cli"]
CONFIG = (SMALL / "mkdocs.yml").read_text(encoding="utf-8")
DAY_AFTER = str(1795305600 + 40 * 86_400)


def with_bases(*bases: str) -> str:
    return CONFIG.replace("plugins: [geleerd]", f"plugins: [{{geleerd: {{federate: [{', '.join(bases)}]}}}}]")


@pytest.fixture
def root(write) -> Path:
    river = f'{{name: River, from: "{EXAMPLE.as_posix()}/api/v1", site: "https://river.example/", themes: {{keeping-going: borging}}}}'
    broken = f'{{name: Oost, from: kopie.json, site: "{SITE}"}}'
    return write({"mkdocs.yml": with_bases(river, broken), "kopie.json": list_of(line(0), line(1, url="https://kwaad.example/"))})


def test_two_knowledge_bases_stand_on_one_site_and_one_that_breaks_stays_as_it_was(root):
    first = run([*COMMAND, "federate"], root)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.splitlines() == [
        "River: 2 opgehaald, in federated/river.json.",
        "Oost: 1 opgehaald, in federated/oost.json.",
        "Niet overgenomen, omdat het niet klopt met de standaard of niet op hun eigen site staat: 1.",
    ]
    kept = (root / "federated/oost.json").read_bytes()
    assert run([*COMMAND, "federate", "oost"], root).returncode == 0
    assert (root / "federated/oost.json").read_bytes() == kept

    (root / "kopie.json").write_text("<!doctype html><h1>Onderhoud</h1>")
    later = run([*COMMAND, "federate"], root, SOURCE_DATE_EPOCH=DAY_AFTER)
    assert later.returncode == 1
    assert later.stdout.splitlines()[1:] == [
        "Oost: niets nieuws. Het antwoord is een webpagina, geen lijst van bijdragen.",
        "Wat er stond, blijft staan: 1, van 22 november 2026.",
    ]
    built = run([*COMMAND, "build", "--strict"], root, SOURCE_DATE_EPOCH=DAY_AFTER)
    assert built.returncode == 0, built.stderr
    assert "federated/oost.json:1: elsewhere-old: Wat van Oost op de site staat, is van 2026-11-22: 40 dagen oud." in built.stderr
    assert "river" not in built.stderr.lower()
    page = (root / "site/elders/index.html").read_text(encoding="utf-8")
    assert "Les 0 van oost" in page
    assert "Plan the second meeting before the first one ends" in (root / "site/themas/borging/index.html").read_text(encoding="utf-8")
    assert run([*COMMAND, "links", "site"], root).returncode == 0

    (root / "kopie.json").write_bytes(list_of(line(2)))
    gone = run([*COMMAND, "federate", "Oost"], root, SOURCE_DATE_EPOCH=DAY_AFTER)
    assert gone.stdout.splitlines()[1:] == ["Daar teruggetrokken of weg, en dus hier ook: 1."]
    assert run([*COMMAND, "build"], root, SOURCE_DATE_EPOCH=DAY_AFTER).returncode == 0
    assert "Les 0 van oost" not in (root / "site/elders/index.html").read_text(encoding="utf-8")
    assert "Les 2 van oost" in (root / "site/elders/index.html").read_text(encoding="utf-8")


def test_a_check_sees_what_changed_in_what_is_kept(root):
    def codes() -> list[str]:
        told = json.loads(run([*COMMAND, "check", "--format", "json"], root).stdout)
        return [problem["code"] for problem in told]

    assert codes() == ["elsewhere-missing", "elsewhere-missing"]
    run([*COMMAND, "federate"], root)
    assert codes() == []
    (root / "federated/oost.json").write_text("kapot")
    assert codes() == ["elsewhere-unreadable"]


def test_a_knowledge_base_that_is_not_named_is_a_wrong_call(root, write):
    wrong = run([*COMMAND, "federate", "West"], root)
    assert (wrong.returncode, wrong.stderr.strip()) == (
        2,
        "Zo'n kennisbank staat niet onder federate in mkdocs.yml. Daar staan: River, Oost.",
    )
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    none = run([*COMMAND, "federate"], root)
    assert (none.returncode, none.stderr.strip()) == (2, "Onder federate in mkdocs.yml staat geen kennisbank om iets op te halen.")
