"""Texts look as CommonMark and GitHub say, but for the exceptions that have a reason."""

import pytest

from tests.workbench.markdown_examples import CASES, EXCEPTIONS, SPECIFICATIONS, differing, expected, on_the_site


@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_the_examples_look_as_the_specifications_say(name):
    found = [on_the_site(example["markdown"]) for example in SPECIFICATIONS[name]]
    assert differing(name, found) == sorted(EXCEPTIONS[name]["everywhere"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_contributors_write_looks_as_on_the_forge(case):
    assert on_the_site(case["markdown"], is_field=case.get("field", False)) == expected(case["html"])
