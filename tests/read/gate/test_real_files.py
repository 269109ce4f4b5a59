"""Which files there are in a folder of a knowledge base. What is said of the others stands in the golden cases of the check."""

import os
import socket
from pathlib import Path

import pytest

from geleerd.read.gate.real_files import read_bytes, real_files, real_folders


def paths(root: Path, folder: str = "content") -> list[str]:
    return [file.path for file in real_files(root, folder)[0]]


def refused(root: Path) -> list[str]:
    return [f"{problem.place.file}: {problem.code}" for problem in real_files(root, "content")[1]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/map").mkdir(parents=True)
    (tmp_path / "content/map/b.md").write_text("b")
    (tmp_path / "content/z.md").write_text("zz")
    return tmp_path


def test_files_come_before_folders_with_their_sizes(root):
    assert [(file.path, file.size) for file in real_files(root, "content")[0]] == [("content/z.md", 2), ("content/map/b.md", 1)]
    assert real_folders(root, "content") == ("content", "content/map")
    assert paths(root / "content", ".") == ["z.md", "map/b.md"]


def test_a_missing_folder_is_empty(tmp_path):
    assert real_files(tmp_path, "content") == ((), ())


def test_the_folder_itself_may_be_a_link_which_is_followed_once(root):
    (root / "content").rename(root / "elders")
    (root / "content").symlink_to("elders")
    (root / "elders/terug").symlink_to("../elders")
    assert paths(root) == ["content/z.md", "content/map/b.md"]
    assert refused(root) == ["content/terug: unreadable-file"]


@pytest.mark.parametrize("target", [".", "..", "map", "z.md", "nergens", "/", "/proc/self", "kring"])
def test_no_link_is_followed_wherever_it_leads(root, target):
    (root / "content/kring").symlink_to(target)
    assert paths(root) == ["content/z.md", "content/map/b.md"]
    assert refused(root) == ["content/kring: unreadable-file"]


def test_what_is_neither_file_nor_folder_is_refused_and_never_opened(root, monkeypatch):
    monkeypatch.chdir(root / "content")  # the path of a socket has few characters
    os.mkfifo("pijp.pdf")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("stopcontact.png")
    assert paths(root) == ["content/z.md", "content/map/b.md"]
    assert refused(root) == ["content/pijp.pdf: unreadable-file", "content/stopcontact.png: unreadable-file"]


def test_what_becomes_a_link_or_a_pipe_afterwards_is_not_read(root):
    (root / "content/geheim").symlink_to("z.md")
    os.mkfifo(root / "content/pijp")
    assert read_bytes(root, real_files(root, "content")[0][0].path) == b"zz"
    for name in ("geheim", "pijp", "weg", "map"):
        with pytest.raises(OSError, match=name):
            read_bytes(root, f"content/{name}")


def test_what_is_hidden_does_not_exist(root):
    (root / "content/.git").mkdir()
    (root / "content/.git/config").write_text("x")
    (root / "content/.klad.md").write_text("x")
    (root / "content/.lus").symlink_to("/proc/self")
    os.mkfifo(root / "content/.pijp")
    assert (paths(root), refused(root)) == (["content/z.md", "content/map/b.md"], [])
    assert real_folders(root, "content") == ("content", "content/map")


def test_a_refused_folder_is_not_looked_into(root):
    (root / "content/aux/nog/dieper").mkdir(parents=True)
    (root / "content/aux/x:y").write_text("x")
    assert refused(root) == ["content/aux: reserved-name"]


def test_a_folder_that_nobody_may_read_is_refused(root, monkeypatch):
    scan = os.scandir

    def locked(path):
        if Path(path).name == "map":
            raise PermissionError(path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    assert (paths(root), refused(root)) == (["content/z.md"], ["content/map: unreadable-file"])


def test_folders_have_an_end_however_deep_they_are(root, monkeypatch):
    monkeypatch.chdir(root / "content")
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    assert refused(root) == [f"content/{'d/' * 124}d: path-too-long"]
