"""Documents are read by what is allowed: whatever else is in them is told."""

import tracemalloc

import pytest

from geleerd.read.traces.files import traces
from tests.workbench.corner_documents import CORNERS
from tests.workbench.telling_documents import SILENT_DOCUMENTS, TELLING_DOCUMENTS, word
from tests.workbench.telling_files import NAME


@pytest.mark.parametrize("way", {**TELLING_DOCUMENTS, **CORNERS})
def test_it_tells_what_no_reader_sees(way):
    name, data = {**TELLING_DOCUMENTS, **CORNERS}[way]
    found = traces(data, name)
    assert found
    assert all(NAME not in trace.where for trace in found)


@pytest.mark.parametrize("way", SILENT_DOCUMENTS)
def test_it_tells_nothing_of_what_programs_write(way):
    name, data = SILENT_DOCUMENTS[way]
    assert traces(data, name) == ()


def test_a_document_with_more_attributes_than_any_sheet_is_refused(monkeypatch):
    monkeypatch.setattr("geleerd.read.traces.office.document.MOST_ATTRIBUTES", 1_000)
    data = word('<w:p w:rsidR="00AB12CD" w:rsidP="00AB12CD"/>' * 600)
    assert {trace.kind for trace in traces(data, "a.docx")} == {"unreadable"}


def test_a_document_with_more_names_than_anybody_gives_is_refused_before_they_are_judged(monkeypatch):
    monkeypatch.setattr("geleerd.read.traces.office.parts.facts.MOST_NAMES", 100)
    names = [word("".join(f'<w:bookmarkStart w:name="Kop deel{number}"/>' for number in range(count))) for count in (100, 101)]
    assert [{trace.kind for trace in traces(data, "a.docx")} for data in names] == [set(), {"unreadable"}]


def test_an_element_with_a_million_attributes_is_refused_before_it_is_read():
    data = word("<w:p " + " ".join(f'w:a{number}="1"' for number in range(300_000)) + "/>")
    tracemalloc.start()
    try:
        assert {trace.kind for trace in traces(data, "a.docx")} == {"unreadable"}
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
