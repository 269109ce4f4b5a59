"""Which types there are."""

from collections.abc import Mapping

from geleerd.model.declarations.field_specs import naming
from geleerd.model.declarations.frame_types import FailurePattern, FrameEntry, Network, Programme, SuccessFactor, Theme
from geleerd.model.declarations.item_types import BrilliantFailure, Example, Item, LearningQuestion, Lesson, Tip, WorkFormat
from geleerd.model.frozen import Frozen

ITEM_TYPES: Mapping[str, type[Item]] = Frozen(
    {cls.KEY: cls for cls in (Lesson, Tip, BrilliantFailure, WorkFormat, Example, LearningQuestion)}
)
"""The types of item by their key in the front matter, in the order in which readers meet them."""

FRAME_TYPES: Mapping[str, type[FrameEntry]] = Frozen({cls.KEY: cls for cls in (Network, Theme, Programme, SuccessFactor, FailurePattern)})
"""The frame types by key, in the order in which readers meet them."""

FRAME_FOLDERS: Mapping[str, type[FrameEntry]] = Frozen({cls.FOLDER: cls for cls in FRAME_TYPES.values()})

LISTS = ("tag", "year", "phase")
"""The kinds of list whose entries have no file of their own."""

LISTS_AND_MONTHS = (*LISTS, "newsletter")
"""The same with the months of the newsletter, whose pages differ from those of a list."""

VOCABULARIES = ("for", "about")
"""The lists that `content/vocabulary.yml` holds."""

LISTS_OF_FRAME: Mapping[str, str] = Frozen(
    {
        "network": "networks",
        "theme": "themes",
        "programme": "programmes",
        "success-factor": "success-factors",
        "failure-pattern": "failure-patterns",
    }
)
"""The lists of frame entries, by type."""


def named_types() -> tuple[str, ...]:
    """The frame types that items name by themselves, in the order in which readers meet them."""
    return tuple(key for key in FRAME_TYPES if any(naming(declared, key) for declared in ITEM_TYPES.values()))
