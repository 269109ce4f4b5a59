"""The drawings that the package brings."""

import re
from pathlib import Path
from typing import get_args

import pytest
from defusedxml import ElementTree

import geleerd
from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import Phase
from geleerd.model.strings import SourcePath
from geleerd.read.drawings.drawing import drawing_of
from geleerd.read.drawings.family import family, own_drawings

FOLDER = Path(geleerd.__file__).parent / "theme" / "drawings"
FILES = sorted(FOLDER.iterdir())
SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect"}
ATTRIBUTES = {"class", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "transform", "stroke-dasharray", "stroke-width"}
ROOT = {"viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
CLASSES = {"warm", "cool", "paper", "snow", "night", "ink", "light"}
LARGEST = 3 * 1024


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawing_is_small_and_holds_shapes_alone(path: Path):
    data = path.read_bytes()
    root, *shapes = ElementTree.fromstring(data).iter()
    assert path.suffix == ".svg"
    assert len(data) <= LARGEST
    assert set(root.attrib) == ROOT
    assert re.fullmatch(r"0 0 \d+ \d+", root.attrib["viewBox"])
    assert {shape.tag.removeprefix("{http://www.w3.org/2000/svg}") for shape in shapes} <= SHAPES
    assert {name for shape in shapes for name in shape.attrib} <= ATTRIBUTES
    assert {shape.attrib["class"] for shape in shapes if "class" in shape.attrib} <= CLASSES
    assert [shape.text for shape in shapes if (shape.text or shape.tail or "").strip()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawing_holds_nothing_that_the_check_would_leave_out(path: Path):
    safe = drawing_of(path.read_bytes())
    assert safe is not None
    assert (safe.calls_out, safe.runs, safe.unknown, safe.images) == (False, False, (), ())


def test_every_file_is_a_drawing_of_the_family_by_its_name():
    assert set(family()) == {path.stem for path in FILES}
    assert family()["olifant"].view_box == "0 0 96 96"
    assert family()["olifant"].shapes.startswith("<path ")
    assert family()["olifant"].shapes.endswith("/>")


def test_every_moment_and_every_kind_of_network_has_a_drawing():
    kinds = get_args(Network.model_fields["kind"].annotation)
    assert len(kinds) == 3
    assert {*get_args(Phase), *kinds} <= set(family())


def test_every_drawing_has_a_style_for_each_of_its_classes():
    styles = (FOLDER.parent / "styles" / "drawing.css").read_text(encoding="utf-8")
    assert [name for name in CLASSES if f".drawing .{name} " not in styles] == []


def test_the_drawings_of_a_knowledge_base_lie_in_one_folder_and_have_names_that_fit_in_an_address():
    names = (
        "content/tekeningen/kat.svg",
        "content/tekeningen/oud/kat.svg",
        "content/tekeningen/Mijn kat.svg",
        "content/tekeningen/kat.png",
    )
    elsewhere = ("content/over/tekeningen/hond.svg", "lessons/tekeningen/hond.svg", "content/hond.svg")
    assert own_drawings(map(SourcePath, (*names, *elsewhere)), "content") == {"kat": "content/tekeningen/kat.svg"}
