"""What a drawing holds beside what is written of it: what was left out, and the names that somebody made up."""

import re
from collections.abc import Iterable

from geleerd.read.drawings.names import SVG, UNSEEN_ATTRIBUTES, XHTML, XML
from geleerd.read.drawings.styles import CallsOutError, StyleNotes

OF_DRAWINGS = {"", SVG, XHTML}
"""Namespaces of which browsers know the elements. What stands in another one is not shown, and does nothing."""

_NO_MATTER = re.compile(r"data-.*|xmlns.*", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][\w:-]{0,39}")
_PLAIN = re.compile(r"[\w\s.,+%#-]+")
"""The value of an attribute that nobody knows, when it can lead to nothing and run nothing."""


class LeftOut:
    """Collects while a drawing is read.

    `properties` are names of what was left out, and of titles and texts that nobody sees, with their texts; `names` are attributes that
    stay, with what somebody called a part. `images` are the bytes of pictures that stay.
    """

    def __init__(self) -> None:
        self.properties: list[tuple[str, str]] = []
        self.names: list[tuple[str, str]] = []
        self.images: list[bytes] = []
        self.calls_out = self.runs = False
        self.unknown: dict[str, None] = {}
        """Names of what is left out although it may do or show something."""

    def leave_out(self, name: str) -> bool:
        """Note that something unknown is left out."""
        self.unknown[name if _NAME.fullmatch(name) else "?"] = None
        return False

    def look(self, name: str, value: str, *, is_shown: bool) -> None:
        """Note an attribute that is left out, unless it does nothing."""
        if name.lower().startswith("on"):
            self.runs = True
        elif name == f"{{{XML}}}base":
            self.calls_out = True
        elif is_shown and not (name.startswith("{") or name in UNSEEN_ATTRIBUTES or _NO_MATTER.fullmatch(name) or _PLAIN.fullmatch(value)):
            self.leave_out(name)

    def note(self, notes: StyleNotes, name: str, style: str, *, is_shown: bool) -> None:
        """Remember what a style asked for or held. Of one that we do not know, an address tells enough."""
        calls = [isinstance(reason, CallsOutError) for reason in notes.dropped]
        self.calls_out |= any(calls) or (bool(calls) and has_address(style))
        if not all(calls) and is_shown:
            self.leave_out(name)
        self.properties += [("comment", remark) for remark in notes.remarks]
        self.names += [("style", made_up) for made_up in notes.names]

    def suspect(self, tag: str, texts: Iterable[str]) -> None:
        """Remember whether an element that is left out held an address. Those of other programs only tell of the drawing."""
        namespace, local = split(tag)
        self.calls_out |= namespace in OF_DRAWINGS and local != "metadata" and any(map(has_address, texts))


def has_address(text: str) -> bool:
    """Whether a text that may be a style or an address leads elsewhere; escapes may hide it."""
    return "//" in text.replace("http://www.w3.org/", "") or "\\" in text


def split(tag: str) -> tuple[str, str]:
    """The namespace and the name."""
    namespace, _, local = tag.rpartition("}")
    return namespace.removeprefix("{"), local
