"""`geleerd tools` as people run it, and the sheets of our own knowledge base, which are committed."""

import pytest

from geleerd.adapters.commands.sharing.sheet_files import sheet_files
from geleerd.adapters.settings.load import settings_at
from geleerd.reading import library_of
from tests.workbench.building import ROOT, Write, run

COMMAND = ["geleerd.adapters.commands.cli", "tools"]
SHEET = """\
- id: blad
  item: a1b2c3
  title: Een blad
  lead: Waarvoor het is.
  blocks: [{boxes: [{title: Nu}, {title: Straks}]}]
  sources: [bron]
"""
SOURCES = "- {id: bron, title: Een boek, maker: Een uitgever, date: 2020, not_public: true}\n"


def test_the_committed_sheets_are_those_of_today():
    """Is one old? Make them again: `geleerd tools`."""
    settings = settings_at(ROOT)
    files = sheet_files(settings, library_of(settings))
    assert len(files) == 20
    assert [path for path, data in files.items() if (ROOT / path).read_bytes() != data] == []


def test_the_command_makes_files_beside_their_item_and_says_what_is_old(write: Write):
    root = write({"content/sheets.yml": SHEET, "content/bronnen.yml": SOURCES})
    made = run(COMMAND, root)
    assert made.returncode == 0, made.stderr
    files = sorted(path.relative_to(root).as_posix() for path in root.rglob("blad.*"))
    assert [name.rpartition("/")[2] for name in files] == ["blad.odt", "blad.pdf"]
    assert made.stdout == "".join(f"Gemaakt: {name}\n" for name in reversed(files))
    assert run([*COMMAND, "--check"], root).stdout == "Alle 2 bestanden kloppen met wat er in de kennisbank staat.\n"
    (root / "content/sheets.yml").write_text(SHEET.replace("Straks", "Later"))
    old = run([*COMMAND, "--check"], root)
    assert (old.returncode, old.stdout.splitlines()[0]) == (1, f"Verouderd: {files[1]}. Maak het opnieuw: geleerd tools")


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (None, "Er staat geen content/hulpmiddelen.yml in deze kennisbank"),
        ("naam: blad\n", "content/hulpmiddelen.yml moet een lijst van bladen zijn."),
        ("- [\n", "content/hulpmiddelen.yml is niet te lezen, op regel"),
        (SHEET.replace("lead:", "leed:"), "klopt blad 1 niet: lead"),
        (SHEET.replace("a1b2c3", "zz9999"), "Blad “blad” vraagt om “zz9999”"),
        (SHEET.replace("[bron]", "[boek]"), "Blad “blad” vraagt om “boek”"),
    ],
)
def test_what_cannot_be_made_is_said(write: Write, sheets, said):
    files = {"content/bronnen.yml": SOURCES} | ({"content/hulpmiddelen.yml": sheets} if sheets else {})
    result = run(COMMAND, write(files))
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
