"""A bar for whoever waits at a terminal, and a log without one."""

import io

import pytest

from geleerd.adapters.building import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "count", "is_told"), [(Terminal(), 100, True), (Terminal(), 3, False), (io.StringIO(), 100, False)])
def test_a_bar_is_for_a_terminal_and_for_long_work(stream, count, is_told, monkeypatch):
    monkeypatch.setattr(progress.sys, "stderr", stream)
    assert list(progress.with_bar(iter(range(count)), "Pagina's maken", count)) == list(range(count))
    assert ("Pagina's maken" in stream.getvalue()) is is_told
    assert ("100%" in stream.getvalue()) is is_told
