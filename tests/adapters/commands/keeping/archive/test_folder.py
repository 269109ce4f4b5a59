"""Where `geleerd archive` may write, and what it calls its own page."""

from pathlib import Path

import pytest

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
