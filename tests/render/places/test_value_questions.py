"""The five questions after a meeting: one for each value, in their order, with credit to who described the values."""

import re

import pytest

from geleerd import Page, build
from tests.workbench.building import settings

VALUES = ["immediate", "potential", "applied", "realised", "transformative"]


@pytest.mark.parametrize(("language", "address"), [("nl", "vijf-vragen/"), ("en", "five-questions/")])
def test_each_value_has_its_question_with_a_field_and_its_makers_are_named(write, language, address):
    html = next(a.content for a in build(settings(write({}), language)).artefacts if isinstance(a, Page) and a.address == address)
    assert re.findall(r'<textarea id="value-([a-z]+)"', html) == VALUES
    assert re.findall(r'<label for="value-([a-z]+)"', html) == VALUES
    assert "Wenger" in html
