"""A redirect: an address that leads to another."""

from dataclasses import dataclass

from geleerd.model.strings import Address, SourcePath


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that only leads to another address.

    `source` is the file that asks for the redirect, if a file does. `title` and `summary` describe the target to a reader on the way.
    """

    address: Address
    target: Address
    source: SourcePath | None
    title: str
    summary: str = ""
