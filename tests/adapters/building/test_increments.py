"""What is kept never shows: after any sequence of changes, a build with it is the build without it, byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.adapters.kept.made import MADE_FOLDER
from tests.workbench.building import written
from tests.workbench.changes import CHANGES
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.increments import built_at, first_differing
from tests.workbench.trying import examples


@pytest.fixture
def root(write):
    return write({**item_files(), **frame_files()})


def kept_files(root: Path) -> list[Path]:
    return [path for path in (root / MADE_FOLDER / "objects").rglob("*") if path.is_file()]


@examples(20)
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4), st.integers(0, 999))
def test_after_any_sequence_of_changes_a_build_is_as_a_clean_one(tmp_path_factory, names, seed):
    root = written(tmp_path_factory.mktemp("reeks"), {**item_files(), **frame_files()})
    assert first_differing(root, names, seed) == ((), set())


def test_what_is_kept_is_used_and_linked(root):
    first = built_at(root, "een")
    second = built_at(root, "twee")
    assert first == second
    page = "tips/begin-klein/index.html"
    assert (root / "een" / page).stat().st_ino == (root / "twee" / page).stat().st_ino


def test_what_is_damaged_is_made_again(root):
    first = built_at(root, "een")
    shutil.rmtree(root / "een")
    for number, kept in enumerate(sorted((root / MADE_FOLDER).rglob("*"))):
        if kept.is_file() and number % 2:
            was = kept.stat()
            kept.write_bytes(bytes([kept.read_bytes()[0] ^ 1]) + kept.read_bytes()[1:] if kept.stat().st_size else b"x")
            os.utime(kept, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert built_at(root, "twee") == first
    (root / MADE_FOLDER / "index.json").write_bytes(b"0" * 64 + b"\n{}")
    assert built_at(root, "drie") == first
    shutil.rmtree(root / MADE_FOLDER)
    assert built_at(root, "vier") == first


def test_nothing_that_is_no_longer_used_is_kept(root):
    built_at(root, "site")
    before = kept_files(root)
    (root / "lessons/begin-klein.md").unlink()
    built_at(root, "site")
    assert len(kept_files(root)) < len(before)


def test_a_folder_that_git_keeps_is_not_trusted(root):
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    first = built_at(root, "een")
    subprocess.run(["git", "add", "--force", MADE_FOLDER / "index.json"], cwd=root, check=True)
    assert built_at(root, "twee") == first
    page = "tips/begin-klein/index.html"
    assert (root / "een" / page).stat().st_ino != (root / "twee" / page).stat().st_ino


KEYS = """
import sys
from pathlib import Path
from geleerd.adapters.kept.job_keys import JobKeys
from geleerd.adapters.settings.configuration import read_configuration
from geleerd.adapters.settings.frame import frame_from
from geleerd.adapters.settings.load import settings_at
from geleerd.pipeline import NOTHING_YET, planned
from geleerd.render.jobs import as_made
settings = settings_at(Path.cwd())
keys = JobKeys(settings, frame_from(read_configuration(Path("mkdocs.yml")), settings))
print("\\n".join(keys.key(as_made(job)) for job in planned(settings, NOTHING_YET).jobs))
"""


def test_a_job_has_the_same_key_in_every_process(root):
    told = {
        subprocess.run(
            [sys.executable, "-c", KEYS], cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len(next(iter(told)).splitlines()) > 100
