"""A drawing (SVG) without anything that runs, calls another host or tells about its makers.

It is written again while it is read, element by element, from what is known to be harmless, so it never grows and spaces in its texts stay.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from defusedxml.ElementTree import DefusedXMLParser

from geleerd.model.limits import LARGEST_DRAWING, LONGEST_ENTITY
from geleerd.read.drawings.writer import Writer


@dataclass(frozen=True, slots=True)
class SafeDrawing:
    """A drawing as readers may have it, and what it held beside that.

    `properties` are names of elements and attributes, as `{namespace}name`, with their texts. `images` are the bytes of pictures inside it.
    `calls_out`: it asked for something outside itself. `runs`: it held a script.
    `unknown` are the names of what was left out although it may do or show something.
    """

    data: bytes
    properties: tuple[tuple[str, str], ...] = ()
    images: tuple[bytes, ...] = ()
    calls_out: bool = False
    runs: bool = False
    unknown: tuple[str, ...] = ()


def drawing_of(data: bytes, *, titles: bool = True, picture: Callable[[bytes], bytes] = bytes) -> SafeDrawing | None:
    """The drawing in these bytes; None when they hold none, or one that is too large or too deep.

    Without `titles`, its titles go too. Each picture inside it becomes what `picture` makes of it.
    """
    writer = Writer(LARGEST_DRAWING, titles=titles, picture=picture)
    parser = _Parser(target=writer, forbid_entities=True)
    try:
        parser.feed(data)
        parser.close()
        written = writer.written()
    except (ValueError, SyntaxError, LookupError):
        return None
    if not written:
        return None
    return SafeDrawing(written, tuple(writer.properties), tuple(writer.images), writer.calls_out, writer.runs, tuple(writer.unknown))


class _Parser(DefusedXMLParser):
    """A parser that lets a drawing give names to short plain texts. Such a text holds no other name, so nothing grows by itself."""

    def defused_entity_decl(self, name: str, is_parameter_entity: bool, value: str | None, *where: Any) -> None:  # noqa: FBT001, ANN401  # expat calls it so
        """Raise for any entity but a short plain text."""
        if is_parameter_entity or value is None or len(value) > LONGEST_ENTITY or set(value) & set("&%<"):
            super().defused_entity_decl(name, is_parameter_entity, value, *where)
