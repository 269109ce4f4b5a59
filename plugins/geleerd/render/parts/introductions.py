"""An `index.md` of the staff at the address of an index becomes its introduction."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from geleerd.model.strings import Address, SourcePath


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the staff wrote for an index: its HTML, a title of their own, and the file it stands in."""

    html: Markup = field(default_factory=Markup)
    title: str | None = None
    description: str | None = None
    source: SourcePath | None = None


NO_INTRODUCTION = Introduction()


@dataclass(frozen=True, slots=True)
class Introductions:
    """The introductions by the address of their index."""

    by_address: Mapping[Address, Introduction]

    def at(self, address: Address) -> Introduction:
        """The introduction at an address; an empty one where the staff wrote none."""
        return self.by_address.get(address, NO_INTRODUCTION)
