"""Documents are read by what is allowed: whatever else is in them is told."""

import pytest

from geleerd.read.traces.files import traces
from tests.workbench.telling_documents import SILENT_DOCUMENTS, TELLING_DOCUMENTS
from tests.workbench.telling_files import NAME


@pytest.mark.parametrize("way", TELLING_DOCUMENTS)
def test_it_tells_what_no_reader_sees(way):
    name, data = TELLING_DOCUMENTS[way]
    found = traces(data, name)
    assert found
    assert all(NAME not in trace.where for trace in found)


@pytest.mark.parametrize("way", SILENT_DOCUMENTS)
def test_it_tells_nothing_of_what_programs_write(way):
    name, data = SILENT_DOCUMENTS[way]
    assert traces(data, name) == ()
