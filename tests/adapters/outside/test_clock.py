"""The day that a build stands on, as its environment says it."""

import datetime

import click
import pytest

from geleerd.adapters.outside.clock import today
from tests.workbench.building import built, run


def test_the_day_is_that_of_the_environment(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    assert today() == datetime.date(2026, 11, 22)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "253402300799")
    assert today() == datetime.date(9999, 12, 31)


BAD = ["", "abc", "-1", "1.5", " 12", "１２", "253402300800", "9" * 5000]


@pytest.mark.parametrize("value", BAD, ids=range(len(BAD)))
def test_another_text_is_refused_in_a_sentence(monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(click.UsageError, match="aantal seconden sinds 1970"):
        today()


@pytest.mark.parametrize("value", ["", "abc", "99999999999999"])
def test_check_and_build_end_with_the_sentence(write, value):
    root = write({})
    for result in (run(["geleerd.adapters.commands.cli", "check"], root, SOURCE_DATE_EPOCH=value), built(root, SOURCE_DATE_EPOCH=value)):
        assert result.returncode != 0
        assert "Zet in SOURCE_DATE_EPOCH een aantal seconden sinds 1970" in result.stderr
        assert "Traceback" not in result.stderr
