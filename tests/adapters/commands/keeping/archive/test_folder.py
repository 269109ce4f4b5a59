"""Where `geleerd archive` may write, and what it calls its own page."""

from pathlib import Path

import pytest

from geleerd.adapters.commands.keeping import archive as archive_module
from geleerd.adapters.settings.load import settings_at
from tests.workbench.building import run, written

COMMAND = ["geleerd.adapters.commands.cli", "archive"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A knowledge base in a folder that holds nothing else, so that what stands beside it is seen at a glance."""
    return written(tmp_path / "kennisbank", {})


def refused(root: Path, target: str, words: str) -> None:
    before = sorted(root.parent.rglob("*"))
    result = run([*COMMAND, target], root)
    assert result.returncode == 2, result.stdout
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(root.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "target",
    ["lessons", "lessons/kopie", "content/kopie", "content/x/../kopie", "site", "site/kopie", ".", "..", "elders/../lessons/kopie"],
)
def test_a_copy_never_becomes_part_of_what_is_built_or_replaced(root, target):
    refused(root, target, "hoort bij de kennisbank")


def test_nor_by_a_link_or_a_folder_of_templates(root):
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text().replace("{ name: material", "{ custom_dir: huisstijl, name: material")
    )
    (root / "huisstijl").mkdir()
    (root / "naar").symlink_to(root / "lessons")
    refused(root, "naar/kopie", "hoort bij de kennisbank")
    refused(root, "huisstijl/kopie", "hoort bij de kennisbank")


def test_a_folder_that_cannot_be_is_refused_before_anything_is_built(root):
    (root / "bestand").write_text("x")
    refused(root, "bestand/x", "kan niet geschreven worden")
    refused(root, "bestand/x/y", "kan niet geschreven worden")


def test_a_folder_that_may_not_be_written_is_refused(root):
    result = run([*COMMAND, "/proc/kopie"], root)  # not even the administrator may
    assert result.returncode == 2
    assert "kan niet geschreven worden" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_page_about_the_copy_leaves_that_of_the_staff_alone(root):
    (root / "content/readme.txt").write_text("Van het team.")
    (root / "content/oud.html").write_bytes("<p>Caf\xe9 <a href='tips/'>tips</a></p>".encode("latin-1"))
    result = run([*COMMAND, "kopie"], root)
    assert result.returncode == 0, result.stderr
    assert (root / "kopie/readme.txt").read_text() == "Van het team."
    assert not (root / "kopie/README.txt").exists() or (root / "kopie/README.txt").samefile(root / "kopie/readme.txt")
    assert "Open index.html" in (root / "kopie/README-2.txt").read_text()
    assert (root / "kopie/oud.html").read_bytes() == b'<p>Caf\xe9 <a href="tips/index.html">tips</a></p>'


@pytest.mark.parametrize(("more", "by_host"), [("", False), ("hooks: [haak.py]\n", True)])
def test_mkdocs_builds_it_only_where_something_takes_part_that_only_mkdocs_knows(root, more, by_host, monkeypatch):
    config = root / "mkdocs.yml"
    config.write_text(config.read_text() + more)
    asked = []

    def write(folder: Path, *_: object) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "index.html").write_text("<p>Hier</p>")

    monkeypatch.setattr(archive_module, "_by_host", lambda _, folder: (asked.append("host"), write(folder)))
    monkeypatch.setattr(archive_module, "write_site", lambda folder, *_: (asked.append("own"), write(folder)))
    assert archive_module.archive(settings_at(root), root.parent / "kopie") == 1
    assert asked == (["host"] if by_host else ["own"])
