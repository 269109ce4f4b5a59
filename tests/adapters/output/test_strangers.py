"""What somebody put in a site is named, and not lost."""

import json

import pytest

from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.output.strangers import must_hold_no_stranger
from tests.workbench.trees import lay_out

SITE = {"index.html": "", "tips/index.html": "", "Kaart.png": ""}
EARLIER = {"404.html": "", "robots.txt": "", "assets/stylesheets/geleerd.css": "", "_redirects": "", "tips/index.html": ""}


def record(*names: str) -> str:
    return json.dumps({"version": "1", "inputs": "", "files": dict.fromkeys(names, "0" * 64)})


@pytest.fixture
def place(tmp_path):
    return lay_out(tmp_path / "site", SITE | {"build.json": record(*SITE)})


def stranger(place):
    try:
        must_hold_no_stranger(place)
    except OutputError as error:
        return error.key, error.words.get("name")
    return None


@pytest.mark.parametrize(
    "name",
    ["CNAME", "wiki/dagboek.txt", ".well-known/x", ".htaccess", ".geleerd.aantekening", "tips/x", "lost+found/b", "x.gz", ".git/HEAD"],
)
def test_a_file_that_no_build_wrote_is_named(place, name):
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_text("van mij")
    assert stranger(place) == ("output-stranger-hidden" if name.startswith(".") else "output-stranger", name)


@pytest.mark.parametrize("name", ["lessen", "tips/lessen", "weg"])
def test_so_is_a_link_which_is_not_entered(place, tmp_path, name):
    lay_out(tmp_path / "lessons", {"x.md": ""})
    (place / name).symlink_to(tmp_path / ("lessons" if name != "weg" else "er-niet"))
    assert stranger(place) == ("output-stranger", name)


@pytest.mark.parametrize("name", ["index.html.gz", "tips/.DS_Store", "Thumbs.db", ".geleerd.new/files/x", "leeg/x"])
def test_what_a_build_a_server_or_a_system_leaves_is_no_stranger(place, name):
    (place / name).parent.mkdir(exist_ok=True, parents=True)
    if name != "leeg/x":
        (place / name).write_text("")
    assert stranger(place) is None


def test_a_disk_that_knows_no_capitals_shows_a_file_by_its_other_name(place):
    (place / "kaart.png").hardlink_to(place / "Kaart.png")
    assert stranger(place) is None
    (place / "KAART.png").write_text("een ander")
    assert stranger(place) == ("output-stranger", "KAART.png")


def test_what_a_killed_build_left_of_two_versions_is_ours(place):
    new = {".geleerd.ready/files/build.json": record("nieuw.html", "al-geplaatst.html"), ".geleerd.ready/files/nieuw.html": ""}
    for name, text in (new | {".geleerd.ready/gone.json": '["gaat.html"]', "al-geplaatst.html": "", "gaat.html": ""}).items():
        (place / name).parent.mkdir(exist_ok=True, parents=True)
        (place / name).write_text(text)
    assert stranger(place) is None
    (place / "dagboek.txt").write_text("van mij")
    assert stranger(place) == ("output-stranger", "dagboek.txt")


@pytest.mark.parametrize(("name", "is_strange"), [("CNAME", True), (".htaccess", True), ("sub/.x/y.txt", True), ("foto.png", False)])
def test_of_a_site_from_before_there_were_records_hidden_files_and_those_without_an_ending_are_strange(tmp_path, name, is_strange):
    place = lay_out(tmp_path / "site", EARLIER)
    assert stranger(place) is None
    (place / name).parent.mkdir(exist_ok=True, parents=True)
    (place / name).write_text("")
    assert (stranger(place) is not None) is is_strange
