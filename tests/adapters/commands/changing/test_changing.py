"""Withdraw, rename, merge, move and review: each case says which files change, and how; afterwards nothing that was online leads nowhere.

`expect` are the files that change, as they are afterwards (null: gone); `said` is all that is printed, `…` for anything. Nothing else may
change. A case that cannot be done has `code: 2` and changes nothing.
"""

import os
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from geleerd.adapters.commands.checking.check import check
from geleerd.adapters.commands.cli import main
from tests.workbench.building import Write
from tests.workbench.case_files import put
from tests.workbench.revisions import commit, git

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def files_in(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {".git", ".cache"} & {*path.relative_to(root).parts}
    }


def run(root: Path, words: list[str], monkeypatch):
    monkeypatch.chdir(root)
    return CliRunner().invoke(main, words, catch_exceptions=False)


def as_told(expected: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, expected.split("…"))), re.DOTALL)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, write: Write, monkeypatch):
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    root = write({})
    for name, content in case.get("files", {}).items():
        put(root / name, content)
    commit(root)
    before = files_in(root)
    done = run(root, case["do"], monkeypatch)
    after = files_in(root)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert done.exit_code == case.get("code", 0), done.output
    assert as_told(case["said"]).fullmatch(done.output), done.output
    expected = case.get("expect", {})
    assert changed == expected.keys()
    for name, content in expected.items():
        wanted = None if content is None else content.encode() if isinstance(content, str) else _bytes(content)
        assert after.get(name) == wanted, name
    if not done.exit_code:
        assert not check([], root, "HEAD").failed
        git(root, "add", "--all")
        moves = dict(row.split("\t")[1:] for row in git(root, "diff", "--cached", "--name-status", "-M50").splitlines() if row[0] == "R")
        assert moves == case.get("moves", {})


def _bytes(content: dict[str, str]) -> bytes:
    ((encoding, text),) = content.items()
    return text.encode(encoding)


def test_a_dry_run_shows_the_difference_and_changes_nothing(write: Write, monkeypatch):
    root = write({})
    before = files_in(root)
    done = run(root, ["rename", "--dry-run", "themas/borging", "blijven"], monkeypatch)
    assert files_in(root) == before
    assert "R content/themas/borging.md -> content/themas/blijven.md\n" in done.output
    assert "-themes: [borging]\n+themes: [blijven]\n" in done.output
    assert done.output.endswith("2 bestanden zouden veranderen.\n")


def test_it_warns_of_what_git_does_not_keep_yet(write: Write, monkeypatch):
    root = write({})
    commit(root)
    (root / "content/index.md").write_text("---\ntitle: Anders\n---\nHier leren wij.\n")
    done = run(root, ["rename", "themas/borging", "blijven"], monkeypatch)
    assert "Let op: er stond al iets klaar" in done.stderr
    assert done.exit_code == 0


def test_when_a_file_cannot_be_written_none_is(write: Write, monkeypatch):
    root = write({})
    before = files_in(root)
    real = os.replace

    def failing(source, target):
        if Path(target) == root / "lessons/begin-klein.md":
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    done = run(root, ["rename", "themas/borging", "blijven"], monkeypatch)
    assert (done.exit_code, files_in(root)) == (1, before)


def test_what_would_cause_errors_is_refused_with_their_places(write: Write, monkeypatch):
    root = write({"content/tips/index.md": "---\naliases: [/themas/blijven/]\n---\n"})
    before = files_in(root)
    done = run(root, ["rename", "themas/borging", "blijven"], monkeypatch)
    assert (done.exit_code, files_in(root)) == (2, before)
    assert re.search(r"^content/tips/index.md:2: alias-taken: ", done.output, re.MULTILINE)


def test_errors_that_were_there_already_stop_nobody(write: Write, monkeypatch):
    root = write({"lessons/x.md": "---\nid: nee\ntype: tip\nthemes: [borging]\n---\n"})
    done = run(root, ["rename", "themas/borging", "blijven"], monkeypatch)
    assert done.exit_code == 0
    assert "themes: [blijven]" in (root / "lessons/x.md").read_text()
