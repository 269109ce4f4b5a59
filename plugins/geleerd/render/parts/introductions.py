"""Introductions: the staff's `index.md` at the address of an index becomes the text above that index."""

from dataclasses import dataclass, field

from markupsafe import Markup

from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath


@dataclass(frozen=True, slots=True)
class Introduction:
    """A text of the staff for an index: its HTML, its own title, and its file."""

    html: Markup = field(default_factory=Markup)
    title: str | None = None
    description: str | None = None
    source: SourcePath | None = None

    @property
    def opening(self) -> Markup:
        """What stands before its first heading, which opens a page that has more to show."""
        return self.html.partition("<h2")[0]

    @property
    def closing(self) -> Markup:
        """What follows from its first heading on, which closes that page."""
        return Markup().join(self.html.partition("<h2")[1:])


NO_INTRODUCTION = Introduction()


@dataclass(frozen=True, slots=True)
class Introductions:
    """The introductions, by the address of the index."""

    by_address: Frozen[Address, Introduction]

    def at(self, address: Address) -> Introduction:
        """The introduction at an address; an empty one if the staff wrote none."""
        return self.by_address.get(address, NO_INTRODUCTION)
