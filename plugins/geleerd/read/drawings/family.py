"""The drawings that the package brings: a family in one hand, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from geleerd.model.frozen import Frozen


@dataclass(frozen=True, slots=True)
class FamilyDrawing:
    """A drawing of the family: the part of the plane that it fills (`viewBox`), and its shapes as SVG."""

    view_box: str
    shapes: str


@cache
def family() -> Mapping[str, FamilyDrawing]:
    """The drawings, by name."""
    folder = Path(str(resources.files("geleerd"))) / "theme" / "drawings"
    return Frozen({path.stem: _drawing(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.svg"))})


def _drawing(text: str) -> FamilyDrawing:
    root, _, rest = text.partition(">")
    return FamilyDrawing(root.partition('viewBox="')[2].partition('"')[0], rest.rpartition("</svg>")[0])
