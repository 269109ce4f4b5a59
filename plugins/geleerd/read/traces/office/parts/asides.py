"""Texts that are seen now and then, or never: of layouts and building blocks, of notes and strings that nothing shows, for older programs.

What looks like a person in one of these is hidden; other words are what programs ask for there.
"""

import re
from collections.abc import Mapping
from typing import Final

from geleerd.read.traces.names import tells_somebody
from geleerd.read.traces.office.parts.facts import DocumentFacts

_PARTS: Final = re.compile(r"word/glossary/.*|ppt/(?:slideLayouts|slideMasters|notesMasters|handoutMasters)/.*")
_LIKE_A_PERSON: Final = re.compile(
    r"\b[A-ZÀ-Þ][a-zß-ÿ]+ (?:(?:van|de|den|der|ten|ter|te|el|von|la|le) ){0,3}[A-ZÀ-Þ][a-zß-ÿ]+|\d(?:[ ()-]?\d){5}|@"
)
"""Two words with capitals, a number or an address; layouts are in every language, of which we have two."""

_WATCHED: Final = {"a:fld", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:footnote", "w:endnote", "x:si"}


class SeldomSeen:
    """Follows one part: told of each element and each text."""

    def __init__(self, part: str, known: DocumentFacts) -> None:
        self._is_aside = bool(_PARTS.fullmatch(part))
        self._known = known
        self._around: list[str] = []
        self._chosen: set[str] = set()
        self._is_unused = False
        self._strings = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """The beginning of an element."""
        if name not in _WATCHED:
            return
        self._around.append(name)
        if name == "mc:AlternateContent":
            self._chosen = set()
        elif name == "x:si":
            self._is_unused, self._strings = self._strings not in self._known.strings, self._strings + 1
        elif name.startswith("w:"):
            self._is_unused = "type" not in attributes and f"{name} {attributes.get('id')}" not in self._known.notes

    def end(self, name: str) -> None:
        """The end of an element."""
        if name in _WATCHED:
            self._around.pop()
            self._is_unused = False

    def hides(self, text: str) -> bool:
        """Whether a text looks like a person and may never be seen."""
        inside = self._around[-1] if self._around else ""
        if inside == "mc:Choice":
            self._chosen.update(text.casefold().split())
        is_aside = self._is_aside or self._is_unused
        if inside == "mc:Fallback":
            is_aside = is_aside or not self._chosen.issuperset(text.casefold().split())
        return is_aside and inside != "a:fld" and bool(_LIKE_A_PERSON.search(text)) and tells_somebody(text)
