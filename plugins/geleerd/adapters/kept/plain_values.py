"""What was found in a file as plain JSON, and back: the same value, or an error. No program is ever read from disk.

Tuples are lists; anything else that JSON does not know has its name before it. A class is written with all its fields, whichever these are.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from geleerd.commonmark.html import ConvertedText, HtmlInText, LinkInText, WikiLinkInText
from geleerd.model.artefacts import Heading
from geleerd.model.documents import Contents, Trace
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.read.yaml_lines import LinesLater
from geleerd.read.yaml_mending.reading import YamlReading
from geleerd.validate.examine import OwnWords

Plain = Any
"""What JSON can hold."""

_AS_THEY_ARE = {str, int, float, bool, type(None)}
_CLASSES = (ConvertedText, HtmlInText, LinkInText, WikiLinkInText, Heading, Contents, Trace, Place, Problem, OwnWords)


def as_plain(value: object) -> Plain:
    """A value as JSON can hold it. Raises `TypeError` for a value that JSON cannot give back as it is."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if type(value) is tuple:
        return list(map(as_plain, value))
    name, told = _told(value)
    return {name: told}


def from_plain(plain: Plain) -> object:
    """The value. Raises `TypeError`, `ValueError` or `KeyError` for what no value was written as."""
    if isinstance(plain, list):
        return tuple(map(from_plain, plain))
    if isinstance(plain, dict):
        ((name, told),) = plain.items()
        return _READERS[name](told)
    return plain


def _told(value: object) -> tuple[str, Plain]:
    match value:
        case YamlReading():
            return "yaml", [value.value, value.lines[()], *(as_plain(getattr(value, name)) for name in _OF_A_READING)]
        case Code():
            return "code", value.value
        case bytes():
            return "bytes", value.decode("latin-1")
        case frozenset():
            return "set", [as_plain(one) for one in sorted(value)]
        case Frozen():
            return "frozen", {key: as_plain(one) for key, one in value.items()}
        case _ if is_dataclass(value) and type(value) in _CLASSES:
            return type(value).__name__, [as_plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(type(value).__name__)


_OF_A_READING = tuple(field.name for field in fields(YamlReading) if field.name not in {"value", "lines"})
"""What is written of a reading beside its value, which is plain already, and its lines, which its text tells again."""


def _reading(told: Plain) -> YamlReading:
    value, first_line, *others = told
    known: dict[str, Any] = dict(zip(_OF_A_READING, map(from_plain, others), strict=True))
    return YamlReading(value=value, lines=LinesLater(known["text"], first_line), **known)


def _reader_of(kind: Callable[..., object]) -> Callable[[Plain], object]:
    return lambda told: kind(*map(from_plain, told))


_READERS: Mapping[str, Callable[[Plain], object]] = Frozen({
    "yaml": _reading,
    "code": Code,
    "bytes": lambda told: told.encode("latin-1"),
    "set": lambda told: frozenset(map(from_plain, told)),
    "frozen": lambda told: Frozen({key: from_plain(one) for key, one in told.items()}),
    **{kind.__name__: _reader_of(kind) for kind in _CLASSES},
})  # fmt: skip
