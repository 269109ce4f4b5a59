"""`geleerd stats` and `geleerd stale` as people run them."""

import csv
import io
import json
import re

import pytest

from geleerd import Site, build
from geleerd.relate.figures.figures import figures_of
from tests.workbench.building import TODAY, Write, run, settings
from tests.workbench.full_items import frame_files, item_files

COMMAND = ["geleerd.adapters.commands.cli"]
HOSTILE = "content/netwerken/boos.md", '---\nname: "=1+1<script>alert(1)</script>"\nowner: "@beheer"\n---\n'


@pytest.fixture(scope="module")
def site(write_once: Write) -> Site:
    return build(settings(write_once({**item_files(), **frame_files(), HOSTILE[0]: HOSTILE[1]})))


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_stats_prints_the_figures_of_the_page(write):
    root = write({**item_files(), **frame_files()})
    site = build(settings(root))
    data = json.loads(run([*COMMAND, "stats", "--format", "json"], root).stdout)
    assert data["date"] == str(TODAY)
    assert data["items"] == 8
    for figure in figures_of(site.reading.library, TODAY):
        rows = data["figures"][figure.key]["rows"]
        assert [tuple(row[key] for key in figure.counts) for row in rows] == [tally.counts for tally in figure.tallies]
    rows = table(run([*COMMAND, "stats", "--format", "csv"], root).stdout)
    assert ["Elders toegepast", "Geleerde lessen", "Keer toegepast", "1", str(TODAY)] in rows
    text = run([*COMMAND, "stats"], root)
    assert text.returncode == 0
    assert text.stdout.startswith("Geteld op 22 november 2026: 8 bijdragen.\n\nIn het kort\n  Wat ")
    assert re.search(r"^  Tips +3$", text.stdout, re.MULTILINE)


def test_stale_names_what_must_be_looked_at_again_and_whose_it_is(write):
    root = write({})
    assert run([*COMMAND, "stale"], root).stdout == (
        "Niets hoeft vóór 22 november 2026 opnieuw bekeken te worden.\n"
        "2 bijdragen hebben geen datum bij review_by en staan er dus nooit bij.\n"
    )
    items = {
        "lessons/a.md": item_files()["lessons/vol-tip.md"].replace("review_by: 2020-01-01", "review_by: 2026-11-21"),
        "lessons/b.md": item_files()["lessons/vol-lesson.md"].replace("review_by: 2020-01-01", "review_by: 2026-11"),
        "lessons/c.md": item_files()["lessons/vol-example.md"].replace("review_by: 2020-01-01", "review_by: 2025"),
    }
    root = write({**items, **frame_files()})
    result = run([*COMMAND, "stale", "--format", "csv"], root)
    assert result.returncode == 0
    header, *rows = table(result.stdout)
    assert header == ["Opnieuw bekijken voor", "Bestand", "Titel", "Netwerken", "Beheerd door"]
    assert [row[:2] for row in rows] == [["2025", "lessons/c.md"], ["2026-11-21", "lessons/a.md"]]
    assert rows[1][2] == "De titel van tip voluit"
    assert all(row[3] and row[4] for row in rows)
    within = table(run([*COMMAND, "stale", "--format", "csv", "--within", "9"], root).stdout)[1:]
    assert [row[1] for row in within] == ["lessons/c.md", "lessons/a.md", "lessons/b.md"]
    text = run([*COMMAND, "stale"], root).stdout
    assert text.splitlines()[1].startswith("  2025 ")
    assert text.splitlines()[-2] == "2 bijdragen moeten vóór 22 november 2026 opnieuw bekeken worden."
    assert text.splitlines()[-1].startswith("2 bijdragen hebben geen datum")


def test_stats_of_a_period_and_a_network_say_what_they_are_about(write):
    root = write({**item_files(), **frame_files()})
    text = run([*COMMAND, "stats", "--since", "2026-11-22", "--until", "2026-11", "--network", "vol", "--programme", "samen-leren"], root)
    assert text.returncode == 0, text.stderr
    assert text.stdout.splitlines()[1:3] == [
        "Wat er gebeurde, van 22 november 2026 tot en met 30 november 2026. Hoe het staat, is van de dag van tellen.",
        "Alleen: Netwerk vol, Samen leren",
    ]
    data = json.loads(run([*COMMAND, "stats", "--since", "2027", "--format", "json"], root).stdout)
    assert (data["since"], data["items"]) == ("2027-01-01", 8)
    assert {row["number"] for row in data["figures"]["overview"]["rows"]} == {0}
    wrong = run([*COMMAND, "stats", "--network", "volle"], root)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Bedoelde je “vol”?" in wrong.stderr
