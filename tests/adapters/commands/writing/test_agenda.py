"""`geleerd agenda` prints a script of the formats that it is given, and says which it does not know."""

import pytest

from tests.workbench.building import Write, run
from tests.workbench.full_items import IDS, frame_files, item_files

COMMAND = ["geleerd.adapters.commands.cli", "agenda"]


def test_formats_stand_in_order_with_clock_times(write: Write):
    root = write({**item_files(), **frame_files()})
    result = run([*COMMAND, IDS["work-format"], IDS["work-format"], "--start", "9:05", "--minutes", "30"], root)
    assert result.returncode == 0, result.stderr
    assert "| 09:05–09:20 | De titel van work-format voluit | 15 |" in result.stdout
    assert "- Een touw" in result.stdout


@pytest.mark.parametrize("words", [["zzzzzz"], [IDS["tip"]], [IDS["work-format"], "--start", "25:00"]])
def test_what_is_no_format_or_no_time_is_refused_in_a_sentence(write: Write, words):
    result = run([*COMMAND, *words], write({**item_files(), **frame_files()}))
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_it_says_when_the_minutes_cannot_be_had(write: Write):
    result = run([*COMMAND, IDS["work-format"], "--minutes", "1440"], write({**item_files(), **frame_files()}))
    assert result.returncode == 0
    assert "in plaats van 1440" in result.stderr
    assert "in plaats van" not in result.stdout
