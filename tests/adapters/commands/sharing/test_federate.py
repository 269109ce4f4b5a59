"""`geleerd federate` as people run it: what is there is fetched, what fails is named, and the build tells how old it is."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.workbench.building import SMALL, run, written
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


def test_each_is_fetched_from_where_it_is_and_one_that_breaks_stays_as_it_was(root):
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


class Breaking(SimpleHTTPRequestHandler):
    """Serves a site, until it breaks in the way that `how` says."""

    how = ""
    list = b""

    def do_GET(self):
        if self.how == "loop":
            self._answer(302, b"", Location=self.path)
        elif self.how == "larger":
            self._answer(200, self.list, **{"Content-Length": str(10**12)})
        elif self.how == "shorter":
            self._answer(200, self.list[:99], **{"Content-Length": str(len(self.list))})
        elif self.how:
            self._answer(200, BROKEN[self.how](self.list))
        else:
            super().do_GET()

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


BROKEN = {
    "html": lambda _: b"<!doctype html><h1>Onderhoud</h1>",
    "other ids": lambda told: json.dumps([{**one, "id": f"c0000{number}"} for number, one in enumerate(json.loads(told))]).encode(),
    "one id": lambda told: json.dumps([{**json.loads(told)[0], "url": f"tips/{number}/"} for number in range(10_000)]).encode(),
    "endless": lambda _: b" " * 21_000_000,
}
WHY = {
    "html": "Het antwoord is een webpagina, geen lijst van bijdragen.",
    "other ids": "Een bijdrage heeft op hetzelfde adres een andere id dan eerst.",
    "one id": "De lijst heeft te veel bijdragen.",
    "endless": "Het antwoord is te groot.",
    "larger": "Het antwoord is te groot.",
    "shorter": "Het antwoord hield halverwege op.",
    "loop": "Het adres stuurt te vaak door.",
}


def test_two_built_sites_are_one_and_whatever_happens_to_the_other_what_stood_stays_with_its_date(built_root, tmp_path_factory):
    class Source(Breaking):
        list = (built_root / "site/api/v1/items.json").read_bytes()

    def told(name: str) -> str:
        return (ours / "site" / name).read_text(encoding="utf-8")

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Source, directory=str(built_root / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f'{{name: Oost, from: "http://127.0.0.1:{server.server_port}/", site: "https://geleerd.example/"}}'
        config = with_bases(base).replace(", https://geleerd.example/]", ", https://wij.example/]")
        ours = written(tmp_path_factory.mktemp("wij"), {"mkdocs.yml": config})
        assert run([*COMMAND, "federate"], ours).stdout == "Oost: 2 opgehaald, in federated/oost.json.\n"
        for how, why in WHY.items():
            Source.how = how
            failed = run([*COMMAND, "federate"], ours)
            assert (failed.returncode, failed.stderr) == (1, ""), how
            assert failed.stdout.startswith(f"Oost: niets nieuws. {why}"), how
            assert failed.stdout.endswith("Wat er stond, blijft staan: 2, van 22 november 2026.\n"), how
        server.shutdown()
    away = run([*COMMAND, "federate"], ours, SOURCE_DATE_EPOCH=DAY_AFTER)
    assert (away.returncode, away.stdout.splitlines()[0]) == (1, "Oost: niets nieuws. Er is geen verbinding.")
    built = run([*COMMAND, "build", "--strict"], ours, SOURCE_DATE_EPOCH=DAY_AFTER)
    assert built.returncode == 0, built.stderr
    assert "federated/oost.json:1: elsewhere-old: Wat van Oost op de site staat, is van 2026-11-22: 40 dagen oud." in built.stderr
    where = ("elders/index.html", "themas/borging/index.html", "elders/feed.xml", "themas/borging/feed.json")
    theirs = "https://geleerd.example/tips/begin-klein/"
    assert [name for name in where if theirs not in told(name)] == []
    assert "2 bijdragen, zoals het daar stond op 22 november 2026" in told("elders/index.html")
    assert run([*COMMAND, "links", "site"], ours).returncode == 0

    tip = built_root / "lessons/begin-klein.md"
    gone = tip.read_text(encoding="utf-8").replace("\n---", "\nstatus: withdrawn\nwithdrawn_on: 2026-11-22\n---", 1)
    tip.write_text(gone, encoding="utf-8")
    assert run([*COMMAND, "build"], built_root).returncode == 0
    (ours / "mkdocs.yml").write_text(config.replace(base.split('"')[1], (built_root / "site/api/v1").as_posix()), encoding="utf-8")
    assert run([*COMMAND, "federate"], ours, SOURCE_DATE_EPOCH=DAY_AFTER).stdout.splitlines() == [
        "Oost: 1 opgehaald, in federated/oost.json.",
        "Daar teruggetrokken of weg, en dus hier ook: 1.",
    ]
    healed = run([*COMMAND, "build", "--strict"], ours, SOURCE_DATE_EPOCH=DAY_AFTER)
    assert (healed.returncode, "elsewhere" in healed.stderr) == (0, False)
    assert [name for name in where if theirs in told(name)] == []


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
