"""A journal that we cannot have written changes nothing."""

import json
import os

import pytest

from geleerd.adapters.output.by_file import finish_replacing, replace_files
from geleerd.adapters.output.output_error import OutputError
from geleerd.adapters.output.staging import Staging
from tests.workbench.trees import lay_out, tree

READY = "site/.geleerd.ready"
MINE = {"lessons/x.md": "van mij", "site/index.html": "oud"}


def refused(root):
    before = tree(root)
    with pytest.raises(OutputError) as found:
        Staging(root / "site", waiting=lambda: None)
    assert found.value.key == "output-in-the-way"
    assert tree(root) == before


@pytest.mark.parametrize(
    "gone", ["../lessons/x.md", "/x", "a/../../lessons/x.md", "a//b", "", ".", "a/.", "a\0b", "a/" * 60_000 + "b", 1, ["x"], None]
)
def test_names_that_leave_the_folder_are_refused(tmp_path, gone):
    refused(lay_out(tmp_path / "kb", MINE | {f"{READY}/gone.json": json.dumps(["index.html", gone]), f"{READY}/files/y": ""}))


@pytest.mark.parametrize("text", ["", "{}", "null", '"index.html"', "[" * 100_000])
def test_so_is_what_is_no_list(tmp_path, text):
    refused(lay_out(tmp_path / "kb", MINE | {f"{READY}/gone.json": text, f"{READY}/files/y": ""}))


@pytest.mark.parametrize("name", ["dagboek.txt", "files/../x/y"])
@pytest.mark.parametrize("folder", [READY, "site/.geleerd.new"])
def test_a_folder_with_something_else_stays(tmp_path, folder, name):
    (tmp_path / "kb" / folder / "files").mkdir(parents=True)
    refused(lay_out(tmp_path / "kb", MINE | {f"{folder}/files/y": "", f"{folder}/{name}": "van mij", f"{folder}/gone.json": "[]"}))


@pytest.mark.parametrize("name", [".geleerd.new", ".geleerd.ready", ".geleerd.ready/files", ".geleerd.ready/files/kaart"])
def test_no_link_is_followed(tmp_path, name):
    root = lay_out(tmp_path / "kb", MINE | {"site/kaart/x": ""})
    (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "site" / name).symlink_to(root / "lessons")
    if name.startswith(".geleerd.ready/"):
        (root / READY / "gone.json").write_text("[]")
    refused(root)


def test_a_pipe_among_the_files_is_refused(tmp_path):
    root = lay_out(tmp_path / "kb", MINE | {f"{READY}/gone.json": "[]", f"{READY}/files/y": ""})
    os.mkfifo(root / READY / "files/pijp")
    with pytest.raises(OutputError):
        finish_replacing(root / "site")


def test_nothing_is_removed_through_a_link(tmp_path):
    root = lay_out(tmp_path / "kb", MINE | {f"{READY}/gone.json": '["naar/x.md", "\\ud800"]', f"{READY}/files/y": ""})
    (root / "site/naar").symlink_to(root / "lessons")
    assert finish_replacing(root / "site")
    assert tree(root / "lessons") == {"x.md": "van mij"}


def test_nothing_is_written_or_kept_through_a_link_to_the_same(tmp_path):
    root = lay_out(tmp_path / "kb", MINE | {"new/naar/x.md": "van mij"})
    (root / "site/naar").symlink_to(root / "lessons")
    replace_files(root / "new", root / "site")
    assert not (root / "site/naar").is_symlink()
    assert tree(root / "lessons") == {"x.md": "van mij"}
