"""`geleerd verify`: every difference from what a build wrote, and nothing that a hostile site can do."""

import json
import os

import pytest

from geleerd.adapters.outside.site_files import checksums
from geleerd.model.frozen import Frozen
from geleerd.written.build_record import BuildRecord
from tests.workbench.building import run

COMMAND = ["geleerd.adapters.commands.cli", "verify"]
CONTROL = "\x1b[31m\u202e"


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "map/diep").mkdir(parents=True)
    for name in ("index.html", "map/index.html", "map/diep/kaart.pdf"):
        (folder / name).write_text(name)
    (folder / "build.json").write_text(BuildRecord("0.1.0", "1" * 64, checksums(folder), "4f1c2ab").as_json())
    return folder


def verify(site, *options: str):
    return run([*COMMAND, str(site), *options], site.parent)


def told(site, *options: str) -> set[tuple[str, str]]:
    result = verify(site, "--format", "json", *options)
    rows = json.loads(result.stdout)
    assert result.returncode == bool(rows)
    assert all(row["message"] for row in rows)
    return {(row["file"], row["code"]) for row in rows}


def test_a_site_as_it_was_built_is_good_wherever_it_stands(site):
    result = verify(site.rename(site.with_name("elders")))
    assert result.returncode == 0
    assert result.stdout == "Gebouwd met Geleerd 0.1.0 uit 4f1c2ab.\nAlles klopt: de 3 bestanden zijn precies wat de bouw schreef.\n"


def test_missing_changed_and_extra_files_are_named_in_dutch(site):
    (site / "index.html").write_text("gekaapt")
    (site / "map/index.html").unlink()
    (site / "erbij.js").write_text("")
    result = verify(site)
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        "erbij.js: is niet door de bouw geschreven.",
        "index.html: is niet wat de bouw schreef.",
        "map/index.html: staat er niet, maar de bouw schreef het wel.",
        "Gebouwd met Geleerd 0.1.0 uit 4f1c2ab.",
        "Er zijn 3 verschillen. Weet je niet hoe ze er komen? Zoek dat eerst uit, en zet de hele site dan opnieuw online.",
    ]


def test_a_folder_that_the_build_did_not_write_is_named_once(site):
    (site / ".git/objects").mkdir(parents=True)
    (site / ".git/config").write_text("")
    (site / "leeg").mkdir()
    assert told(site) == {(".git/", "extra"), ("leeg/", "extra")}


def test_what_is_no_real_file_is_not_what_the_build_wrote(site, tmp_path):
    elsewhere = tmp_path / "elders"
    (site / "map").rename(elsewhere)
    (site / "map").symlink_to(elsewhere)
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")
    (site / "kring").symlink_to(site)
    missing = {("map/index.html", "missing"), ("map/diep/kaart.pdf", "missing")}
    assert told(site) == {("map/", "extra"), ("kring/", "extra"), ("index.html", "changed"), *missing}


def test_a_record_that_somebody_kept_tells_what_the_one_on_the_site_hides(site, tmp_path):
    kept = (site / "build.json").rename(tmp_path / "bewaard.json")
    (site / "index.html").write_text("gekaapt")
    (site / "build.json").write_text(BuildRecord("0.1.0", "1" * 64, checksums(site)).as_json())
    assert told(site) == set()
    assert told(site, "--record", str(kept)) == {("index.html", "changed")}


def bad_records(tmp_path):
    inputs = '"version": "0.1.0", "inputs": ""'
    outside = tmp_path / "buiten.json"
    outside.write_text(BuildRecord("0.1.0", "1" * 64, Frozen()).as_json())
    return {
        "none": lambda path: path.unlink(),
        "link": lambda path: (path.unlink(), path.symlink_to(outside)),
        "pipe": lambda path: (path.unlink(), os.mkfifo(path)),
        "folder": lambda path: (path.unlink(), path.mkdir()),
        "huge": lambda path: os.truncate(path, 60_000_000_000),
        "deep": lambda path: path.write_text("[" * 200_000),
        "binary": lambda path: path.write_bytes(b"\xff\xfe\x00"),
        "traversal": lambda path: path.write_text(f'{{{inputs}, "files": {{"../../etc/passwd": "{"1" * 64}"}}}}'),
        "shape": lambda path: path.write_text(f'{{{inputs}, "files": {{"index.html": ["1"]}}}}'),
    }


@pytest.mark.parametrize("kind", ["none", "link", "pipe", "folder", "huge", "deep", "binary", "traversal", "shape"])
def test_what_is_no_record_gets_a_sentence(site, tmp_path, kind):
    bad_records(tmp_path)[kind](site / "build.json")
    result = verify(site)
    assert (result.returncode, result.stdout) == (2, "")
    assert "build.json staat niet wat een bouw schreef" in result.stderr
    assert "Traceback" not in result.stderr


def test_words_of_a_stranger_do_not_control_the_terminal(site):
    (site / "build.json").write_text(BuildRecord(CONTROL, "1" * 64, Frozen({f"x{CONTROL}": "1" * 64}), CONTROL).as_json())
    said = verify(site).stdout
    assert "x\ufffd[31m\ufffd: staat er niet" in said
    assert not {"\x1b", "\u202e"} & set(said)
