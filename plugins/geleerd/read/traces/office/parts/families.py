"""The families of namespaces, so that a name means the same whatever its prefix and year."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from geleerd.read.traces.office.parts.words import is_of_schema

_MARKS: tuple[tuple[str, str], ...] = (
    (r".*/chart.*|.*/drawingml/2006/chart.*", "c"),
    (r".*wordprocessingml.*|.*/office/word/.*", "w"),
    (r".*spreadsheetml.*|.*/office/excel/.*", "x"),
    (r".*presentationml.*|.*/office/powerpoint/.*", "p"),
    (r".*officeDocument/(?:2006/)?math", "m"),
    (r".*drawingml.*|.*/office/drawing/.*", "a"),
    (r"urn:schemas-microsoft-com:vml", "v"),
    (r"urn:schemas-microsoft-com:office:.*", "o"),
    (r".*officeDocument/(?:2006/)?relationships", "r"),
    (r".*/markup-compatibility/.*", "mc"),
    (r"http://www\.w3\.org/1998/Math/MathML", "math"),
)
OF_OFFICE: Final = frozenset({family for _, family in _MARKS} - {"math"} | {""})
"""Families of Office; in the others, those of OpenDocument, whatever ends in `name` is one."""

_PATTERNS = tuple((re.compile(pattern), family) for pattern, family in _MARKS)
_OPENDOCUMENT = re.compile(
    r"urn:(?:oasis:names:tc:opendocument|org:documentfoundation:names:experimental:\w+|openoffice:names:[\w:-]+):xmlns:([\w-]+):[\d.]+"
)


@lru_cache(maxsize=1_000)
def family_of(uri: str) -> str:
    """The family of a namespace; empty for one in which no text stands that anybody reads."""
    if found := _OPENDOCUMENT.fullmatch(uri):
        return found[1]
    return next((family for pattern, family in _PATTERNS if pattern.fullmatch(uri)), "")


_SHORT = re.compile(r"[a-zA-Z]{1,4}\d{0,6}[a-z]{0,3}")


class Spaces:
    """Which prefix means which family, where a reader is in a part; and which prefixes stand for what we do not know."""

    def __init__(self) -> None:
        self._families: Mapping[str, str] = {}
        self._before: list[Mapping[str, str]] = []
        self._strange: set[str] = set()

    def enter(self, declared: Mapping[str, str]) -> bool:
        """The beginning of an element, with the namespaces that it declares by prefix: whether one of these is unknown."""
        self._before.append(self._families)
        if not declared:
            return False
        self._families = {**self._families, **{prefix: family_of(uri) for prefix, uri in declared.items()}}
        strange = {prefix for prefix, uri in declared.items() if not (is_of_schema(uri) and is_prefix(prefix))}
        self._strange |= strange
        return bool(strange)

    def leave(self) -> None:
        """The end of an element."""
        self._families = self._before.pop()

    def name(self, tag: str) -> str:
        """A tag with its family instead of its prefix: `w:t`."""
        prefix, _, local = tag.rpartition(":")
        return f"{self._families.get(prefix, '')}:{local}"

    def is_strange(self, tag: str) -> bool:
        """Whether a tag has a prefix that stands for something unknown."""
        return tag.rpartition(":")[0] in self._strange if self._strange else False


def is_prefix(text: str) -> bool:
    """Whether a prefix is one that programs use, or too short to say anything."""
    return is_of_schema(text) or bool(_SHORT.fullmatch(text))
