"""Drawings beside words: which drawing belongs to what, and how it stands in a page."""

from functools import cache

from markupsafe import Markup

from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.frame_types import FailurePattern, Network
from geleerd.model.declarations.item_types import BrilliantFailure, WorkFormat
from geleerd.read.drawings.family import family
from geleerd.relate.library import Library


@cache
def shown_drawing(name: str) -> Markup:
    """A drawing of the family as it stands in a page, hidden from those who listen, since words beside it say the same.

    Empty for a name that no drawing has. The stylesheet says how the lines and the classes look.
    """
    drawing = family().get(name)
    if drawing is None:
        return Markup()
    root = Markup('<svg class="drawing" viewBox="{}" aria-hidden="true" focusable="false">').format(drawing.view_box)
    return root + Markup(f"{drawing.shapes}</svg>")  # noqa: S704  # our own file


def drawing_of(fields: Declared, library: Library) -> str:
    """The name of the drawing that belongs to an entry; empty for one without.

    A work format without a drawing of its own has that of its moment, a failure that of its first pattern, a network that of its kind.
    """
    match fields:
        case WorkFormat():
            return fields.drawing or fields.phase or ""
        case FailurePattern():
            return fields.drawing or ""
        case Network():
            return fields.kind
        case BrilliantFailure():
            patterns = library.collection.frame["failure-pattern"]
            return next((drawing_of(patterns[slug].fields, library) for slug in fields.patterns if slug in patterns), "")
        case _:
            return ""
