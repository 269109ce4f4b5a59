"""What PDFs tell: a secret is found wherever it stands, and a file of a common program tells nothing."""

import pytest

from geleerd.read.traces.files import traces
from tests.workbench.pdf_files import HARMLESS, SECRETS


@pytest.mark.parametrize("place", SECRETS)
def test_a_secret_is_found_and_never_said_in_its_place(place):
    found = traces(SECRETS[place], "a.pdf")
    assert found
    assert "unreadable" not in {trace.kind for trace in found}
    assert not [trace for trace in found if "Wobke" in trace.where]


@pytest.mark.parametrize("program", HARMLESS)
def test_a_file_of_a_program_tells_nothing(program):
    assert traces(HARMLESS[program], "a.pdf") == ()
