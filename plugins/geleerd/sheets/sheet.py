"""A sheet with all its words, as both kinds of file show it."""

from dataclasses import dataclass
from typing import Literal

MILLIMETRES = {"a4": (210, 297), "a4-landscape": (297, 210), "a3-landscape": (420, 297)}
"""The width and height of each paper."""

TICK = "☐"
"""What stands in a cell that is there to be ticked."""


@dataclass(frozen=True, slots=True)
class SheetText:
    """A heading below the title, the sentence that says what the sheet is for, an ordinary paragraph, or the small words at the end."""

    kind: Literal["heading", "lead", "text", "small"]
    text: str


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table: the titles of its columns with their widths in shares, and its rows; empty cells are at least so many millimetres high."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    height: int = 0
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class SheetBoxes:
    """Boxes two beside each other, or one below the other, that fill the page: each a title and what helps to begin.

    Where `height` is not 0, each is so many millimetres high instead. `large` ones are for the words alone, as on a tile.
    """

    columns: int
    boxes: tuple[tuple[str, str], ...]
    height: int = 0
    large: bool = False
    kind: Literal["boxes"] = "boxes"


SheetPart = SheetText | SheetTable | SheetBoxes


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A sheet to take along, in a language and on a paper, with its parts from top to bottom."""

    title: str
    language: str
    paper: str
    parts: tuple[SheetPart, ...]
