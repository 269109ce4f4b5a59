"""The names that others may hold on to."""

import ast
import subprocess
import sys

import geleerd
from tests.workbench.building import ROOT

FACE = ROOT / "plugins" / "geleerd" / "__init__.py"


def test_every_name_of_the_face_is_there():
    assert [name for name in geleerd.__all__ if getattr(geleerd, name, None) is None] == []


def test_no_room_hides_a_name_of_the_face():
    """A room that has been loaded is an attribute of the package, too."""
    rooms = {path.parent.name for path in FACE.parent.glob("*/__init__.py")} | {path.stem for path in FACE.parent.glob("*.py")}
    assert rooms & set(geleerd.__all__) == set()


def test_who_reads_types_sees_the_same_names_in_the_same_places():
    typed = {
        alias.asname: node.module
        for block in ast.parse(FACE.read_text(encoding="utf-8")).body
        if isinstance(block, ast.If)
        for node in block.body
        for alias in node.names
    }
    assert typed == geleerd._FACE


def test_asking_for_nothing_loads_nothing():
    loaded = "import sys, geleerd; print([name for name in sys.modules if name.startswith('geleerd.')])"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "[]\n"
