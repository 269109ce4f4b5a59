"""A bar for whoever waits at a terminal, and a log without one."""

import io

import pytest

from geleerd import catalogue
from geleerd.adapters.outside import progress
from geleerd.guard import each, stage


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "count", "is_told"), [(Terminal(), 100, True), (Terminal(), 3, False), (io.StringIO(), 100, False)])
def test_a_bar_is_for_a_terminal_and_for_long_work(stream, count, is_told, monkeypatch):
    monkeypatch.setattr(progress.sys, "stderr", stream)
    assert list(progress.with_bar(iter(range(count)), "Pagina's maken", count)) == list(range(count))
    assert ("Pagina's maken" in stream.getvalue()) is is_told
    assert ("100%" in stream.getvalue()) is is_told
    assert stream.getvalue().endswith("\x1b[1A\x1b[2K") is is_told, "a full bar goes"


def test_each_stage_shows_how_far_it_is_and_not_what_it_does_for_one_thing(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", stream)

    def work(number: int) -> int:
        return sum(each(int, range(50), str)) + number

    with progress.with_bars(catalogue("nl")), stage("validate"):
        assert each(work, range(30), str) == tuple(range(1225, 1255))
    assert stream.getvalue().count("Bestanden nakijken") == stream.getvalue().count("\r") > 1
    told = stream.getvalue()
    each(work, range(30), str)
    assert stream.getvalue() == told
