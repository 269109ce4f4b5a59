"""Builds of one site take turns, and a dead one holds up nobody."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from geleerd.adapters.output.lock import FolderLock
from geleerd.adapters.output.output_error import OutputError

HOLD = """
import sys, pathlib
from geleerd.adapters.output.lock import FolderLock
FolderLock(pathlib.Path(sys.argv[1])).take(lambda: None)
print("mijn beurt", flush=True)
sys.stdin.read()
"""


def nobody_waits() -> None:
    raise AssertionError("there is nobody to wait for")


def holder(file: Path) -> subprocess.Popen[bytes]:
    """Another process, whose turn it is."""
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout
    assert other.stdout.readline().startswith(b"mijn beurt")
    return other


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".site.lock"


def test_a_turn_leaves_nothing_behind(file):
    for _ in range(2):
        turn = FolderLock(file)
        turn.take(nobody_waits)
        assert file.exists()
        turn.close()
        turn.close()
        assert not file.exists()


def test_a_second_build_waits_and_says_so(file):
    with holder(file) as other:
        said = []
        with pytest.raises(OutputError) as refused:
            FolderLock(file).take(lambda: said.append("wacht"), patience=0)
        assert (refused.value.key, said) == ("output-busy", ["wacht"])
        turn = FolderLock(file)
        turn.take(lambda: other.communicate(b""), patience=60)
        turn.close()
    assert not file.exists()


def test_a_build_that_was_killed_holds_up_nobody(file):
    with holder(file) as other:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
    assert file.exists()
    turn = FolderLock(file)
    turn.take(nobody_waits)
    turn.close()


def test_a_lock_on_a_file_that_is_gone_is_worth_nothing(file):
    former, later, third = FolderLock(file), FolderLock(file), FolderLock(file)
    former.take(nobody_waits)
    file.unlink()
    later.take(nobody_waits)
    with pytest.raises(OutputError):
        third.take(lambda: None, patience=0)
    former.close()
    later.close()
