"""What the parts of one document know of each other while they are read."""

import posixpath
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from geleerd.model.limits import MOST_NAMES
from geleerd.read.traces.office.parts.hiding import Styles

_ROOT: Final = "_rels/.rels"
_MAIN: Final = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")
_OF_OFFICE: Final = ("word/", "xl/", "ppt/", "customXml/")
"""Folders of which every part has a relation that leads to it."""


@dataclass(slots=True)
class DocumentFacts:
    """The names of all parts, and of those that a copy leaves out; the styles that hide; words and links that readers see; new names.

    `refused` are the relations that a copy leaves out, by the part that has them; `packed` are the documents in attributes of the part that
    was read last; `notes` and `strings` are those that other parts show, by their numbers. `leads` are the parts to which each
    part leads. `names` are those that were judged; `attributes` is how many there may
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
    leads: dict[str, set[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    attributes: int = 0
    _folders: set[str] = field(default_factory=set)
    _used: set[str] = field(default_factory=set)

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

    def name(self, value: str) -> None:
        """Remember a name that must be judged, which takes time. Raises `ValueError` when there are too many."""
        self.names.add(value)
        if len(self.names) > MOST_NAMES:
            raise ValueError(MOST_NAMES)

    def has(self, part: str) -> bool:
        """Whether a part, or a folder of parts, is in the document."""
        path = part.removeprefix("./").strip("/")
        return path in self.parts or path in self._folders or path in {"", "."}

    def lead(self, source: str, part: str) -> None:
        """Remember that one part leads to another; names of parts are the same in large and small letters (ECMA-376, part 2, 6.2.2.3)."""
        self.leads.setdefault(source.casefold(), set()).add(unquote(part).casefold())

    def is_unused(self, part: str) -> bool:
        """Whether nothing leads to a part of Office, after all relations are read; these must lead to its text, sheets or slides first."""
        if _ROOT not in self.parts or part.endswith(".rels") or not part.startswith(_OF_OFFICE):
            return False
        if not self._used:
            self._follow()
        return not self._used.isdisjoint(_MAIN) and part.casefold() not in self._used

    def _follow(self) -> None:
        """Go from the root of the document to every part that it uses."""
        ways = [""]
        while ways:
            source = ways.pop()
            if source not in self._used:
                self._used.add(source)
                ways.extend(self.leads.get(source, ()))

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
