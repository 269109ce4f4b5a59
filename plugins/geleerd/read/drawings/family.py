"""The drawings that entries name: those that the package brings, a family in one hand, and those of a knowledge base itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath, is_slug

_OWN = "tekeningen"
"""The folder below `content/` with the drawings of a knowledge base itself, whatever the language of the site."""


@dataclass(frozen=True, slots=True)
class FamilyDrawing:
    """A drawing of the family: the part of the plane that it fills (`viewBox`), its shapes as SVG, and how wide its lines are."""

    view_box: str
    shapes: str
    line: float = 3


@cache
def family() -> Mapping[str, FamilyDrawing]:
    """The drawings, by name."""
    folder = Path(str(resources.files("geleerd"))) / "theme" / "drawings"
    return Frozen({path.stem: drawing_in(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.svg"))})


def own_drawings(paths: Iterable[SourcePath], content: str) -> Mapping[str, SourcePath]:
    """The files of a knowledge base that are drawings for entries, `tekeningen/<name>.svg`, by name."""
    folder = f"{content}/{_OWN}/"
    named = ((path.removeprefix(folder).removesuffix(".svg"), path) for path in paths if path.startswith(folder) and path.endswith(".svg"))
    return Frozen({name: path for name, path in named if is_slug(name)})


def drawing_in(text: str) -> FamilyDrawing:
    """The drawing in a file of the package, an icon too."""
    root, _, rest = text.partition(">")
    return FamilyDrawing(root.partition('viewBox="')[2].partition('"')[0], rest.rpartition("</svg>")[0])
