"""What PDFs tell: a secret is found wherever it stands, and a file of a common program tells nothing."""

import pytest

from geleerd.model.documents import Contents, File
from geleerd.model.problem_codes import Code
from geleerd.model.strings import SourcePath
from geleerd.read.traces.files import traces
from geleerd.validate.privacy.files import private_files
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


@pytest.mark.parametrize("place", ["script", "program", "form that is sent"])
def test_what_a_file_does_is_said_of_a_document_not_of_a_drawing(place):
    file = File(SourcePath("lessons/a.pdf"), 1, contents=Contents(traces(SECRETS[place], "a.pdf")))
    assert {problem.code for problem in private_files({file.path: file}, {})} == {Code.HIDDEN_IN_FILE}
