"""Importing again: what was there stays, what was left goes on, and links lead to what was imported before."""

import json
import shutil

import pytest

from geleerd.adapters.commands.importing.import_files import _write_whole
from tests.adapters.commands.importing.test_import_sources import MAPPING, SITE, body_of, imported, names
from tests.workbench.building import Write, run

RECORD = "lessons/oud/.imported.jsonl"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_again_writes_nothing(write: Write):
    root = write(SITE)
    imported(root, "site/docs")
    before = contents(root / "lessons/oud")
    assert imported(root, "site/docs") == ["Samen: 0 geschreven, 3 al eerder ingelezen."]
    assert contents(root / "lessons/oud") == before


def test_what_stopped_halfway_goes_on_as_if_it_had_not(write: Write):
    root = write(SITE)
    imported(root, "site/docs")
    before = contents(root / "lessons/oud")
    for name in ("tweede-maatregel.md", "plaat.png"):
        (root / "lessons/oud" / name).unlink()
    (root / "lessons/oud/eerste-maatregel.md").unlink()
    assert imported(root, "site/docs")[-1].startswith("Samen: 2 geschreven, 1 al eerder ingelezen, ")
    assert contents(root / "lessons/oud") == before


def test_a_draft_that_moved_is_known_by_its_id_and_links_find_it(write: Write):
    root = write(SITE)
    imported(root, "site/docs/01-eerste.md")
    (root / "lessons/oud/eerste-maatregel.md").rename(root / "lessons/heel-anders.md")
    assert imported(root, "site/docs")[-1].startswith("Samen: 2 geschreven, 1 al eerder ingelezen, ")
    assert body_of(root / "lessons/oud/tweede-maatregel.md").startswith("Terug naar [de eerste](../heel-anders.md).")


def test_a_source_that_changed_is_named_and_its_draft_stays(write: Write):
    root = write(SITE)
    imported(root, "site/docs")
    (root / "site/docs/01-eerste.md").write_text("# Eerste maatregel\n\nNieuw.\n")
    before = contents(root / "lessons/oud")
    assert imported(root, "site/docs")[:2] == [
        "lessons/oud/eerste-maatregel.md:",
        "  01-eerste.md is veranderd nadat dit concept is gemaakt. Het concept is niet aangepast: neem over wat nieuw is.",
    ]
    assert contents(root / "lessons/oud") == before


def test_a_collection_that_moved_is_known_by_what_it_says(write: Write):
    root = write(SITE)
    imported(root, "site/docs")
    (root / "site").rename(root / "elders")
    assert imported(root, "elders/docs") == ["Samen: 0 geschreven, 3 al eerder ingelezen."]


def test_of_a_table_that_grew_only_new_rows_are_imported(write: Write):
    root = write({**MAPPING, "lijst.csv": "title\nBegin eens klein\nBegin eens vroeg\n"})
    imported(root, "lijst.csv")
    (root / "lijst.csv").write_text("title\nBegin nu eerst\nBegin eens klein\nBegin eens vroeg\nBegin eens klein\n")
    assert imported(root, "lijst.csv")[-1] == "Samen: 1 geschreven, 3 al eerder ingelezen."
    assert names(root / "lessons/oud") == ["begin-eens-klein.md", "begin-eens-vroeg.md", "begin-nu-eerst.md"]


def test_a_row_that_changed_is_named_and_its_draft_stays(write: Write):
    root = write({**MAPPING, "lijst.csv": "title,summary\nBegin eens klein,Dan lukt het vaker.\nBegin eens vroeg,Dan is er tijd.\n"})
    imported(root, "lijst.csv")
    before = contents(root / "lessons/oud")
    (root / "lijst.csv").write_text("title,summary\nBegin eens vroeg,Dan is er tijd.\nBegin eens klein,Dan lukt het echt vaker.\n")
    assert imported(root, "lijst.csv") == [
        "lessons/oud/begin-eens-klein.md:",
        "  lijst.csv:3 is veranderd nadat dit concept is gemaakt. Het concept is niet aangepast: neem over wat nieuw is.",
        "Samen: 0 geschreven, 2 al eerder ingelezen.",
    ]
    assert contents(root / "lessons/oud") == before


def test_an_issue_is_known_again_by_its_address_however_its_draft_was_edited_and_moved(write: Write):
    issue = {
        "number": 12,
        "title": "Begin eens klein",
        "body": "Zo gaat dat.",
        "labels": [{"name": "tip"}],
        "html_url": "https://a.example/12",
    }
    other = {**issue, "number": 13, "html_url": "https://a.example/13"}
    root = write({"een.json": json.dumps({"issue": issue}), "ander.json": json.dumps({"issue": other})})
    command = ["geleerd.adapters.commands.cli", "import", "--event", "--to", "lessons/in"]
    run([*command, "een.json"], root)
    (draft,) = (root / "lessons/in").glob("*.md")
    (root / "lessons/later.md").write_text(draft.read_text().replace("Begin eens klein", "Heel anders"))
    draft.unlink()
    (root / "een.json").write_text(json.dumps({"issue": {**issue, "body": "Het werd bijgewerkt."}}))
    assert run([*command, "een.json"], root).stdout.splitlines() == [
        "lessons/later.md: hier staat een.json al, van een eerdere keer inlezen. Er komt geen tweede concept.",
        "Samen: 0 geschreven, 1 al eerder ingelezen.",
    ]
    assert run([*command, "ander.json"], root).returncode == 0
    assert [path.name for path in (root / "lessons/in").iterdir()] == ["begin-eens-klein.md"]


def test_a_draft_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    _write_whole(tmp_path / "a.md", "een")
    with pytest.raises(FileExistsError):
        _write_whole(tmp_path / "a.md", "twee")
    monkeypatch.setattr("os.link", _no_links)
    _write_whole(tmp_path / "b.md", "drie")
    with pytest.raises(FileExistsError):
        _write_whole(tmp_path / "b.md", "vier")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.md": "een", "b.md": "drie"}


def _no_links(*_):
    raise OSError


def test_two_pages_that_say_the_same_are_two(write: Write):
    root = write({**MAPPING, "site/a/x.md": "# Later meer\n", "site/b/x.md": "# Later meer\n"})
    imported(root, "site")
    assert names(root / "lessons/oud") == ["b-later-meer.md", "later-meer.md"]


def test_the_record_moves_along_with_its_folder(write: Write):
    root = write(SITE)
    imported(root, "site/docs")
    shutil.move(root / "lessons/oud", root / "lessons/archief")
    said = imported(root, "site/docs")
    assert said[0].startswith("lessons/archief/eerste-maatregel.md: hier staat 01-eerste.md al, ")
    assert said[-1] == "Samen: 0 geschreven, 3 al eerder ingelezen."


def test_a_record_leads_to_no_other_folder(write: Write):
    line = {"source": "site/x.md", "digest": "0", "id": "k7m2xw", "file": "../../README.md", "top": "", "addresses": [], "page": True}
    root = write({**MAPPING, RECORD: json.dumps(line) + "\n", "site/x.md": "# Een gewone pagina\n"})
    imported(root, "site/x.md")
    assert names(root / "lessons/oud") == ["README.md"]


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "{}", "[]", '{"source": 1}', '"x"'])
def test_a_line_that_is_no_record_is_named(write: Write, line):
    root = write({**MAPPING, RECORD: f"{line}\n", "site/x.md": "# Een gewone pagina\n"})
    result = run(["geleerd.adapters.commands.cli", "import", "site/x.md", "--mapping", "m.yml"], root)
    assert result.returncode == 2
    assert f"Op {RECORD}:1 staat geen regel van een eerdere import." in result.stderr
