"""Looking in small letters finds what looking in any case finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.locale.catalogue import catalogues
from geleerd.validate.privacy.birth_dates import DAY
from geleerd.validate.privacy.expressions import AnyCase
from geleerd.validate.privacy.personal_data import PATTERNS, may_hold

PASSIVES = [words.passive for words in catalogues() if words.passive]
PIECES = [
    "3",
    "22",
    "1950",
    " ",
    "-",
    ".",
    "Mei",
    "maart",
    "EEN",
    "tweede",
    "Negentien",
    "honderd",
    "maand",
    "iV",
    "ſ",
    "ı",
    "İ",
    "K",
    "é",
    "@",
    "AT",
    "Bij",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "wordt", "Gedaan", "was", "done"])).map("".join) | st.text()


@given(TEXTS)
def test_it_finds_what_any_case_finds(text):
    for written in (DAY, *PASSIVES):
        assert AnyCase(written).is_in(text) == bool(re.search(written, text, re.IGNORECASE))
        assert AnyCase(written).count(text) == len(re.findall(written, text, re.IGNORECASE))


@given(TEXTS)
def test_what_may_hold_personal_data_is_what_the_forms_take_for_it(text):
    assert may_hold(text) == bool(re.search(str(PATTERNS["may-hold"]), text, re.IGNORECASE))


@pytest.mark.parametrize("text", ["Ja", "JA", "ja", "ſ", "S"])
def test_an_expression_with_capitals_keeps_its_sense(text):
    assert AnyCase("Ja|s").is_in(text)
