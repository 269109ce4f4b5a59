"""Nothing is written over what no build made."""

import os
from pathlib import Path

import pytest

from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.output.whose import must_be_ours
from tests.workbench.trees import lay_out

BUILT = {"404.html": "", "sitemap.xml": "", "assets/stylesheets/geleerd.css": ""}
WITHOUT_ADDRESS = {"404.html": "", "robots.txt": "", "assets/stylesheets/geleerd.css": ""}
RECORD = {"build.json": '{"version": "1", "inputs": "", "files": {}}', "x": ""}
SOURCES = ("lessons", "content", "eigen")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge base below somebody's home."""
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    sources = {f"{name}/x.md": "x" for name in SOURCES}
    return lay_out(tmp_path / "thuis/kennisbank", {**sources, ".git/HEAD": "x"})


def refusal(place: Path, root: Path) -> str:
    try:
        must_be_ours(place, root, [root / name for name in SOURCES])
    except OutputError as error:
        return error.key
    return ""


@pytest.mark.parametrize(
    "place",
    [
        *("lessons", "lessons/uit", "lessons/uit/nog/dieper", "content", "eigen/uit", "lessons/../content/x"),
        *(".git", ".git/pages", ".", "..", "../..", "/", "/proc/.."),
    ],
)
def test_what_a_build_reads_and_what_people_keep_is_never_output(root, place):
    assert refusal(root / place, root) == "output-touches"


def test_not_even_when_it_looks_like_a_site(root):
    lay_out(root / "lessons", BUILT)
    lay_out(root / "website", {**BUILT, ".git": "gitdir: elders"})
    assert refusal(root / "lessons", root) == "output-touches"
    assert refusal(root / "website", root) == "output-touches"


def test_nor_by_another_name(root):
    (root / "naar").symlink_to(root / "lessons")
    (root / "om").symlink_to(root.parent)
    assert refusal(root / "naar", root) == "output-touches"
    assert refusal(root / "naar/uit", root) == "output-touches"
    assert refusal(root / "om/kennisbank/content", root) == "output-touches"


@pytest.mark.parametrize("name", ["brief.txt", ".verborgen", "map/diep.txt"])
def test_a_folder_with_something_else_is_never_output(root, name):
    lay_out(root / "map", {name: "van mij"})
    assert refusal(root / "map", root) == "output-not-ours"


@pytest.mark.parametrize("text", ["", "{}", '{"files": ["index.html"]}', "x"])
def test_nor_one_with_a_record_of_somebody_else(root, text):
    lay_out(root / "map", {"build.json": text})
    assert refusal(root / "map", root) == "output-not-ours"


def test_nor_one_whose_record_is_no_file(root):
    place = lay_out(root / "site", {"x": "x"})
    os.mkfifo(place / "build.json")
    assert refusal(place, root) == "output-not-ours"


def test_a_file_is_never_output(root):
    (root / "site").write_text("van mij")
    assert refusal(root / "site", root) == "output-no-folder"


@pytest.mark.parametrize(
    "files", [{}, BUILT, WITHOUT_ADDRESS, RECORD, {".geleerd.new/files/x": ""}, {".geleerd.ready/files/x": "", "x": ""}]
)
def test_a_folder_that_is_empty_or_that_a_build_made_is_output(root, files):
    assert refusal(root / "site", root) == ""
    lay_out(root / "site", files)
    assert refusal(root / "site", root) == ""
    assert refusal(lay_out(root.parent.parent / "elders", files), root) == ""


def test_what_the_disk_itself_keeps_is_nobodys(root, monkeypatch):
    place = lay_out(root / "site", {"lost+found/x": ""})
    assert refusal(place, root) == "output-not-ours"
    monkeypatch.setattr("os.path.ismount", lambda folder: folder == place)
    assert refusal(place, root) == ""


def test_a_home_that_nobody_knows_keeps_nobody_from_building(root, monkeypatch):
    def unknown() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", unknown)
    assert refusal(root / "site", root) == ""
