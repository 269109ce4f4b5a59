"""Golden cases: files that a contributor could write, and everything that the check says of them.

With `base`, the case is about a change: those files were published before.
"""

import re
from pathlib import Path

import pytest
import yaml

from geleerd import Code, catalogue
from geleerd.adapters.commands.checking.check import check
from geleerd.adapters.commands.checking.reports import as_text
from tests.workbench.case_files import put
from tests.workbench.revisions import commit

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_check_says_what_the_case_expects(path, write, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    root = write({})
    if "base" in case:
        for name, content in case["base"].items():
            put(root / name, content)
        commit(root)
    for name, content in case["files"].items():
        put(root / name, content)
    said = as_text(check([], root, "HEAD" if "base" in case else None).problems, catalogue("nl"))
    assert said == case["expect"].rstrip("\n")


OF_THE_NET = {Code.CANNOT_BUILD}
"""What no file is known to bring about; `tests/test_guard.py` has what it does."""


def test_every_code_has_a_case():
    said = "".join(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["expect"] for path in CASES)
    assert set(re.findall(r"^[^ :]+:\d+: ([a-z-]+): ", said, re.MULTILINE)) == set(Code) - OF_THE_NET


HANDED_OVER = [path for path in CASES if path.stem in {"missing-file", "broken-link", "unsafe-link-misspelt"}]


@pytest.mark.parametrize("path", HANDED_OVER, ids=lambda path: path.stem)
def test_what_needs_all_files_is_mended_by_pasting_too(path, write):
    """The other codes that hand lines over have their cases in `mending/cases.yml`."""
    case = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    root = write({})
    for name, content in case["files"].items():
        put(root / name, content)
    problem = next(problem for problem in check([], root).problems if problem.lines)
    lines = (root / problem.place.file).read_text(encoding="utf-8").split("\n")
    lines[problem.place.line - 1] = "\n".join(problem.lines)
    (root / problem.place.file).write_text("\n".join(lines), encoding="utf-8")
    told = [(left.place, left.parameters["target"]) for left in check([], root).problems if left.code == problem.code]
    assert (problem.place, problem.parameters["target"]) not in told
