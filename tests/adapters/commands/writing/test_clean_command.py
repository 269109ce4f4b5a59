"""`geleerd clean`, as people call it."""

import shlex

import pytest
from click.testing import CliRunner

from geleerd.adapters.commands.checking.check import check
from geleerd.adapters.commands.cli import main
from geleerd.locale.catalogue import catalogue
from tests.workbench.telling_files import NAME, SILENT, TELLING, image


@pytest.fixture
def run(write, monkeypatch):
    root = write(
        {
            "lessons/foto's/kaart.jpg": TELLING["jpeg Exif GPS"][1],
            "lessons/brief.docx": TELLING["docx tracked"][1],
            "lessons/stil.png": SILENT["png"][1],
        }
    )
    monkeypatch.chdir(root)
    return root, lambda *words: CliRunner().invoke(main, ["clean", *words])


def test_the_command_that_the_check_hands_over_makes_a_copy_beside_the_file(run):
    root, clean = run
    [problem] = [problem for problem in check([], root).problems if problem.code == "location-in-file"]
    handed_over = catalogue("nl").sentence(problem).split("geleerd clean ")[1].split(". Zelf")[0]
    result = clean(*shlex.split(handed_over))
    assert (result.exit_code, NAME in result.output) == (0, False)
    assert "kaart-schoon.jpg" in result.output
    assert not [
        problem for problem in check([], root).problems if problem.place.file.endswith("kaart-schoon.jpg") and problem.code != "unused-file"
    ]
    original = (root / "lessons/foto's/kaart.jpg").read_bytes()
    assert original == TELLING["jpeg Exif GPS"][1]


def test_it_never_writes_over_a_file(run):
    root, clean = run
    folder = root / "lessons/foto's"
    (folder / "kaart-schoon.jpg").write_text("van mij")
    assert clean("lessons/foto's/kaart.jpg").exit_code == 0
    assert (folder / "kaart-schoon.jpg").read_text() == "van mij"
    assert (folder / "kaart-schoon-2.jpg").is_file()


def test_it_replaces_the_file_itself_when_asked_to(run):
    root, clean = run
    result = clean("--in-place", "lessons/foto's/kaart.jpg")
    assert "nu schoon" in result.output
    assert [path.name for path in (root / "lessons/foto's").iterdir()] == ["kaart.jpg"]
    assert not [problem for problem in check([], root).problems if problem.code == "location-in-file"]


def test_it_says_of_each_file_what_a_person_must_do(run):
    _, clean = run
    result = clean("lessons/brief.docx", "lessons/stil.png", "lessons/foto's/kaart.jpg")
    assert result.exit_code == 1
    assert "bijgehouden wijzigingen" in result.stderr
    assert "hierin staat niets verborgen" in result.stdout
    assert "kaart-schoon.jpg" in result.stdout


def test_a_moving_picture_stays_one(run):
    root, clean = run
    (root / "lessons/bewegend.gif").write_bytes(image("GIF", comment=b"Foto van Wobke Terlingen"))
    assert "lessons/bewegend-schoon.gif" in clean("lessons/bewegend.gif").output


def test_a_file_that_does_not_exist_is_a_wrong_call(run):
    _, clean = run
    result = clean("lessons/weg.jpg")
    assert result.exit_code == 2
    assert "lessons/weg.jpg" in result.output


def test_it_works_outside_a_knowledge_base(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kaart.jpg").write_bytes(TELLING["jpeg Exif GPS"][1])
    assert CliRunner().invoke(main, ["clean", "kaart.jpg"]).exit_code == 0
    assert (tmp_path / "kaart-schoon.jpg").is_file()
