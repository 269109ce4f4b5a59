"""Every migration brings files from one schema to the next, as its golden cases say, and once."""

from pathlib import Path

import pytest
import yaml

from geleerd import reading_of
from geleerd.contribute.upgrading.migrations import MIGRATIONS
from geleerd.model.settings import SCHEMA
from tests.workbench.building import settings

FOLDER = Path(__file__).parent / "cases"
CASES = [(schema, case) for schema in MIGRATIONS for case in yaml.safe_load((FOLDER / f"{schema}.yml").read_text(encoding="utf-8"))]


def test_the_last_migration_leads_to_what_this_version_writes():
    assert [*MIGRATIONS] == [*range(2, SCHEMA + 1)]


@pytest.mark.parametrize(("schema", "case"), CASES, ids=[f"{schema}: {case['name']}" for schema, case in CASES])
def test_files_become_those_of_the_case(write, schema, case):
    root = write(case["before"])
    for file in MIGRATIONS[schema](reading_of(settings(root)).library):
        path = root / file.path
        path.write_bytes(file.text_after(path.read_bytes().decode() if path.exists() else "").encode())
    assert {path: (root / path).read_text(encoding="utf-8") for path in {**case["before"], **case["after"]}} == {
        **case["before"],
        **case["after"],
    }
    assert MIGRATIONS[schema](reading_of(settings(root)).library) == ()
