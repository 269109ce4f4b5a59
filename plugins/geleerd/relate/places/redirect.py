"""An address that leads to another."""

from dataclasses import dataclass

from geleerd.model.strings import Address, SourcePath


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that only leads to another.

    `source` is the file that asks for it, if one file does. `title` and `summary` are what a reader sees of the target on the way.
    """

    address: Address
    target: Address
    source: SourcePath | None
    title: str
    summary: str = ""
