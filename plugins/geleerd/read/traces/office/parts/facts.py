"""What the parts of one document know of each other while they are read."""

import posixpath
from collections.abc import Set
from dataclasses import dataclass, field

from geleerd.read.traces.office.parts.hiding import Styles


@dataclass(slots=True)
class DocumentFacts:
    """The names of all parts, and of those that a copy leaves out; the styles that hide; words and links that readers see; new names.

    `refused` are the relations that a copy leaves out, by the part that has them; `packed` are the documents in attributes of the part that
    was read last; `notes` and `strings` are those that other parts show, by their numbers. `attributes` is how many there may
    still be.
    """

    parts: Set[str] = frozenset()
    lost: Set[str] = frozenset()
    styles: Styles = field(default_factory=Styles)
    words: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    refused: dict[str, set[str]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    packed: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    strings: set[int] = field(default_factory=set)
    attributes: int = 0
    _folders: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Remember the folders too."""
        for part in self.parts:
            while (part := posixpath.dirname(part)) and part not in self._folders:
                self._folders.add(part)

    def count(self, attributes: int) -> None:
        """Count attributes of one element. Raises `ValueError` when all together are too many."""
        self.attributes -= attributes
        if self.attributes < 0:
            raise ValueError(attributes)

    def has(self, part: str) -> bool:
        """Whether a part, or a folder of parts, is in the document."""
        path = part.removeprefix("./").strip("/")
        return path in self.parts or path in self._folders or path in {"", "."}

    def see(self, name: str, text: str) -> None:
        """Remember the words of a slide, which the properties may repeat."""
        if name == "a:t":
            self.words.update(text.casefold().split())

    def refer(self, name: str, number: str) -> None:
        """Remember the note to which an element leads."""
        self.notes.add(f"{name.removesuffix('Reference')} {number}")

    def new_name(self, name: str) -> str:
        """The name that a copy gives to what has this one: the same wherever it stands."""
        return self.renamed.setdefault(name, f"x{len(self.renamed) + 1}")
