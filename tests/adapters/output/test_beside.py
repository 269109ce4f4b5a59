"""Nothing of somebody else's that has one of our names is entered, moved or removed."""

import os
from pathlib import Path

import pytest

from geleerd.adapters.output.beside import beside
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.output.staging import Staging, write_new_folder
from tests.workbench.trees import lay_out, tree

MINE = {"lessons/x.md": "van mij", "site/index.html": "oud"}


def refusal(place: Path) -> str:
    """Which path is in the way of a build."""
    try:
        Staging(place, waiting=lambda: None).settle(complete=False)
    except OutputError as error:
        return Path(str(error.words["path"])).name if error.key == "output-in-the-way" else error.key
    return ""


@pytest.mark.parametrize("name", [".site.building", ".site.lock"])
@pytest.mark.parametrize("target", ["lessons", "lessons/x.md", "er-niet", ".site.building", ".site.lock"])
def test_a_link_is_never_followed(tmp_path, name, target):
    root = lay_out(tmp_path / "kb", MINE)
    (root / name).symlink_to(target)
    assert refusal(root / "site") == name
    assert (root / name).is_symlink()
    (root / name).unlink()
    assert tree(root) == MINE


@pytest.mark.parametrize("name", ["new", "former", ".geleerd"])
def test_nor_one_inside_a_folder_with_our_mark(tmp_path, name):
    root = lay_out(tmp_path / "kb", MINE)
    beside(root / "site").open()
    (root / ".site.building" / name).unlink(missing_ok=True)
    (root / ".site.building" / name).symlink_to("../lessons")
    assert refusal(root / "site") == ".site.building"
    assert MINE.items() <= tree(root).items()


@pytest.mark.parametrize(
    "name",
    [".site.building", ".site.lock", ".site.building/x", ".site.building/new/x", ".site.building/former/x", ".site.building/.geleerd/x"],
)
def test_a_file_or_folder_of_somebody_else_stays(tmp_path, name):
    mine = MINE | {name: "van mij"}
    root = lay_out(tmp_path / "kb", mine)
    assert refusal(root / "site") == name.split("/")[0]
    assert tree(root) == mine


@pytest.mark.parametrize("name", [".site.building", ".site.lock"])
def test_a_pipe_holds_nobody_up(tmp_path, name):
    root = lay_out(tmp_path / "kb", MINE)
    os.mkfifo(root / name)
    assert refusal(root / "site") == name
    assert tree(root) == MINE


def test_a_folder_with_our_mark_that_holds_something_else_stays(tmp_path):
    root = lay_out(tmp_path / "kb", MINE)
    beside(root / "site").open()
    (root / ".site.building/dagboek.txt").write_text("van mij")
    assert refusal(root / "site") == ".site.building"
    assert tree(root) == MINE | {".site.building/.geleerd": "", ".site.building/dagboek.txt": "van mij"}


def test_what_we_left_is_no_hindrance(tmp_path):
    root = lay_out(tmp_path / "kb", MINE | {".site.building/.geleerd": "", ".site.building/new/half.html": "", ".site.lock": ""})
    assert refusal(root / "site") == ""
    (root / ".site.building").mkdir()
    assert refusal(root / "site") == ""
    assert tree(root) == MINE


def test_a_new_folder_is_not_written_by_a_link_either(tmp_path):
    mine = lay_out(tmp_path / "belangrijk", {"x": "van mij"})
    (tmp_path / ".kopie.building").symlink_to(mine)
    with pytest.raises(OutputError):
        write_new_folder(tmp_path / "kopie", lambda folder: lay_out(folder, {"y": "y"}))
    assert tree(mine) == {"x": "van mij"}
    assert not (tmp_path / "kopie").exists()
