"""The program as it begins."""

import signal
import subprocess
import sys

import pytest

WHILE_LOADING = "import os, signal; import geleerd.adapters.commands.entry; os.kill(os.getpid(), signal.SIGINT); print('goes on')"
IN_A_COMMAND = """import os, signal, sys
from geleerd.adapters.commands import cli, entry
sys.argv = ["geleerd", "doctor"]
cli.CommandsOnDemand.__getitem__ = lambda *_: os.kill(os.getpid(), signal.SIGINT)
entry.begin()
print("goes on")"""


@pytest.mark.parametrize(
    ("program", "code"), [(WHILE_LOADING, -signal.SIGINT), (IN_A_COMMAND, 128 + signal.SIGINT)], ids=["loading", "command"]
)
def test_whoever_stops_it_sees_no_traceback(program, code):
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (code, "", "")
