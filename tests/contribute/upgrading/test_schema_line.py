"""The settings get the schema, and nothing else of them changes."""

from pathlib import Path

import pytest
import yaml

from geleerd.contribute.upgrading.schema_line import with_schema

CASES = yaml.safe_load((Path(__file__).parent / "cases/schema_line.yml").read_text(encoding="utf-8"))


def schema_in(text):
    plugins = yaml.safe_load(text)["plugins"]
    named = (
        plugins if isinstance(plugins, dict) else {name: told for each in plugins if isinstance(each, dict) for name, told in each.items()}
    )
    return named["geleerd"]["schema"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_settings_of_an_owner_keep_their_form(case):
    after = with_schema(case["before"], 2)
    assert after == case["after"]
    if after is not None:
        assert schema_in(after) == 2
        assert with_schema(after, 2).count("schema: 2") == after.count("schema: 2")
