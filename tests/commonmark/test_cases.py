"""What contributors write looks as on the forge."""

import pytest

from tests.workbench.markdown_examples import CASES, expected, on_the_site


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_contributors_write_looks_as_on_the_forge(case):
    assert on_the_site(case["markdown"], is_field=case.get("field", False)) == expected(case["html"])
