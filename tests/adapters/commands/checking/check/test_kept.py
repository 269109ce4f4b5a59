"""A check that answers from what was kept says what a check of all files says."""

import shutil

import pytest
import yaml

from geleerd.adapters.commands.checking import all_files
from geleerd.adapters.commands.checking.check import check
from geleerd.read.gate.names import escaped_path
from tests.validate.test_cases import CASES
from tests.workbench.building import Write
from tests.workbench.case_files import put

CONTENTS = {path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in CASES}
ALONE = {name: case["files"] for name, case in CONTENTS.items() if "base" not in case}


def forbidden(*_):
    raise AssertionError("the files were read again")


@pytest.mark.parametrize("files", ALONE.values(), ids=ALONE)
def test_what_was_kept_says_the_same(files, write: Write, monkeypatch):
    root = write({})
    check([], root)
    for name, content in files.items():
        put(root / name, content)
    after_the_edit = check([], root)
    shutil.rmtree(root / ".cache")
    full = check([], root)
    assert after_the_edit == full
    of_a_file = {name: [problem for problem in full.problems if problem.place.file == escaped_path(name)] for name in files}
    monkeypatch.setattr(all_files, "read_all", forbidden)
    assert check([], root) == full
    for name, expected in of_a_file.items():
        assert [*check([root / name], root).problems] == expected


def test_after_each_edit_it_says_what_a_check_without_it_says(write: Write):
    root = write({})
    for name in ("unknown-reference", "duplicate-id", "broken-link", "missing-file", "unused-file"):
        for path, content in ALONE[name].items():
            put(root / path, content)
        kept = check([], root)
        shutil.rmtree(root / ".cache")
        assert check([], root) == kept
    for path in sorted((root / "lessons").rglob("*.md")):
        path.unlink()
        kept = check([], root)
        shutil.rmtree(root / ".cache")
        assert check([], root) == kept


def test_a_file_that_is_saved_while_the_check_reads_is_read_by_the_next(write: Write, monkeypatch):
    root, real = write({}), all_files.read_all

    def read_and_save(*words):
        reading = real(*words)
        (root / "lessons/x.md").write_text("---\nid: nee\ntype: tip\n---\n")
        return reading

    monkeypatch.setattr(all_files, "read_all", read_and_save)
    assert not check([], root).failed
    monkeypatch.undo()
    assert check([], root).failed


def test_a_file_of_elsewhere_is_read_each_time(write: Write, tmp_path_factory):
    root, elsewhere = write({}), tmp_path_factory.mktemp("elders") / "x.md"
    for text, failed in (("---\nid: nee\ntype: tip\n---\n", True), ("# Niets\n", False), ("---\nid: nee\ntype: tip\n---\n", True)):
        elsewhere.write_text(text)
        assert any(problem.code == "bad-id" for problem in check([elsewhere], root).problems) == failed
        check([], root)
