"""Drawings as programs write them tell nothing; the names of people in them are told, wherever they stand."""

import pytest

from geleerd.model.documents import Contents, File
from geleerd.model.strings import SourcePath
from geleerd.read.traces.files import traces
from geleerd.read.traces.svg import copied_drawing
from geleerd.validate.privacy.files import private_files
from tests.workbench.drawings import OF_PROGRAMS
from tests.workbench.telling_drawings import HARMLESS, TELLING, drawing


def told(data: bytes, path: str = "a.svg") -> list[str]:
    """What the check finds in a drawing with these bytes."""
    file = File(SourcePath(path), len(data), contents=Contents(traces(data, path)))
    return [problem.parameters["found"] for problem in private_files({file.path: file}, {})]


@pytest.mark.parametrize("program", HARMLESS)
def test_what_a_program_leaves_tells_nothing(program):
    assert traces(HARMLESS[program].encode(), "a.svg") == ()


@pytest.mark.parametrize("way", TELLING)
def test_what_names_somebody_is_told_and_gone_from_a_copy(way):
    data = TELLING[way].encode()
    assert told(data)
    copy = copied_drawing(data, bytes)
    assert not told(copy)
    assert b"<path" in copy or b"without a namespace" in way.encode()


@pytest.mark.parametrize("program", [*HARMLESS, *OF_PROGRAMS])
def test_a_copy_of_what_tells_nothing_is_what_readers_get(program):
    data = {**OF_PROGRAMS, **HARMLESS}[program].encode()
    assert not told(copied_drawing(data, bytes))


def test_a_part_gets_another_name_everywhere():
    style = "<style>#Sjuwke_Terlingen .a,.Sjuwke_Terlingen{clip-path:none}</style>"
    parts = '<filter id="Sjuwke_Terlingen"/><use href="#Sjuwke_Terlingen"/><g class="a Sjuwke_Terlingen" filter="url(#Sjuwke_Terlingen)"/>'
    copy = copied_drawing(drawing(style + parts).encode(), bytes).decode()
    assert "#part-0 .a,.part-0{clip-path:none}" in copy
    assert '<filter id="part-0"></filter><use xlink:href="#part-0"></use><g class="a part-0" filter="url(#part-0)">' in copy


def test_the_name_of_the_file_itself_is_no_secret():
    assert not told(drawing(root='sodipodi:docname="Sjuwke.svg"').encode(), "lessons/sjuwke.svg")


@pytest.mark.parametrize("said", ["Sjuwke_Terlingen", "Sjuwke"])
def test_the_place_of_what_was_found_never_says_it(said):
    assert said not in str(told(drawing(f'<g {said}="{said}" data-{said}="{said}" x:{said}="{said}" xmlns:x="urn:x"/>').encode()))
