"""A new knowledge base from the installed package alone."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from geleerd import DECLARATIONS
from tests.workbench.building import ROOT, built, run
from tests.workbench.sitecheck import broken_links, foreign_requests


def geleerd(folder, *words):
    return run(["geleerd.adapters.commands.cli", *words], folder)


def test_init_gives_a_knowledge_base_that_builds_strictly(tmp_path):
    result = geleerd(tmp_path, "init", "nieuw")
    assert result.returncode == 0, result.stderr
    result = built(tmp_path / "nieuw", "--strict")
    assert result.returncode == 0, result.stderr
    assert "1 geleerde les, 1 tip, 1 briljante mislukking, 1 werkvorm, 1 praktijkvoorbeeld, 1 leervraag" in result.stderr
    assert broken_links(tmp_path / "nieuw/site", "/") == []
    assert foreign_requests(tmp_path / "nieuw/site") == []
    assert geleerd(tmp_path / "nieuw", "check").stdout.startswith("Alles klopt")


def test_init_has_one_example_of_each_type(tmp_path):
    assert geleerd(tmp_path, "init", "nieuw").returncode == 0
    texts = " ".join(path.read_text() for path in (tmp_path / "nieuw/lessons").rglob("*.md"))
    assert [key for key in DECLARATIONS.item_types if texts.count(f"type: {key}\n") != 1] == []
    in_files = [folder for folder, declared in DECLARATIONS.folders.items() if not declared.LISTED]
    assert [folder for folder in in_files if len(list((tmp_path / f"nieuw/content/{folder}").glob("*.md"))) != 1] == []
    assert all((tmp_path / f"nieuw/content/{declared.FOLDER}.yml").is_file() for declared in DECLARATIONS.in_lists.values())


def test_init_never_overwrites(tmp_path):
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/mijn.md").write_text("van mij")
    result = geleerd(tmp_path, "init", "vol")
    assert result.returncode == 2
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["mijn.md"]


@pytest.mark.long
def test_a_wheel_in_a_fresh_environment_holds_all_that_is_needed(tmp_path, monkeypatch):
    monkeypatch.delenv("PYTHONPATH", raising=False)  # it may name the folder of this very package
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT],
        check=True,
        cwd=tmp_path,
    )
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv/bin/python"
    # The wheel alone is installed; what it depends on comes from the environment of the tests, in which it is taken out of sight.
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", *tmp_path.glob("*.whl")], check=True
    )
    own = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    ).stdout.strip()
    installed = [path for path in sys.path if path.endswith("site-packages")]
    Path(own, "afhankelijk.pth").write_text("\n".join(installed))
    result = subprocess.run([python, "-c", "import geleerd; print(geleerd.__file__)"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith(own)
    command = [python, "-m", "geleerd.adapters.commands.cli", "init", "nieuw"]
    assert subprocess.run(command, cwd=tmp_path, check=True).returncode == 0
    result = subprocess.run(
        [python, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path / "nieuw", capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "nieuw/site/lessen/voorbeeld-van-een-les/index.html").exists()
