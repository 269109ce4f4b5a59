"""Whatever ever stopped, slowed or swamped a check or a build, in one knowledge base: the check tells what the build tells, and both end.

A file in `cases/` says why it is there, which files it adds, as `case_files` writes them, and which codes the check tells of these.
"""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from geleerd import Code
from tests.workbench.building import built, run
from tests.workbench.case_files import put

CASES = {
    path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in (Path(__file__).parent / "cases").glob("*.yml")
}
CODES = {f": {code}: " for code in Code}


@pytest.fixture(scope="module")
def knowledge_base(write_once):
    root = write_once({})
    for case in CASES.values():
        for name, content in case["files"].items():
            put(root / name, content)
    return root


@pytest.fixture(scope="module")
def checked(knowledge_base):
    return run(["geleerd.adapters.commands.cli", "check"], knowledge_base)


@pytest.fixture(scope="module")
def build(knowledge_base):
    return built(knowledge_base)


def test_no_file_and_no_item_stands_in_two_cases():
    names = [name for case in CASES.values() for name in case["files"]]
    assert len(names) == len(set(names))


def test_the_check_tells_of_each_case_what_it_expects(checked):
    told = defaultdict(set)
    for line in problems(checked.stdout):
        told[line.partition(":")[0]].add(line.split(": ")[1])
    found = {name: set().union(*(told[file] for file in case["files"])) for name, case in CASES.items()}
    assert found == {name: set(case["told"]) for name, case in CASES.items()}


def test_the_build_tells_the_same_as_the_check_and_ends_well(checked, build):
    assert build.returncode == 0, build.stderr
    assert problems(build.stderr) == problems(checked.stdout)


def test_neither_shows_a_trace(checked, build):
    assert "Traceback" not in checked.stderr + build.stderr


def problems(said):
    """The lines with a problem, without what a log has before them, and without what only the check says of a hint."""
    lines = (line.split("-  ", 1)[-1].replace(": advies: ", ": ", 1) for line in said.splitlines())
    return sorted(line for line in lines if any(code in line for code in CODES))
