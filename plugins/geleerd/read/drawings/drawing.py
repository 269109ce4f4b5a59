"""A drawing (SVG) without anything that runs, calls another host or tells about its makers.

It is written again while it is read, element by element, from what is known to be harmless, so it never grows and spaces in its texts stay.
"""

from dataclasses import dataclass, field
from typing import Any

from defusedxml.ElementTree import DefusedXMLParser

from geleerd.model.limits import LONGEST_ENTITY
from geleerd.read.drawings.copying import Copying
from geleerd.read.drawings.writer import Writer


@dataclass(frozen=True, slots=True)
class SafeDrawing:
    """A drawing as readers may have it, and what it held beside that.

    `properties` are names of what was left out, of titles (`title`, `desc`) and of texts that nobody sees (`hidden`), with their texts;
    names of elements and attributes are `{namespace}name`. `images` are the bytes of pictures inside it.
    `calls_out`: it asked for something outside itself. `runs`: it held a script.
    `unknown` are the names of what was left out although it may do or show something.
    `names` are attributes that are still there, with what somebody called a part, and `shown` the texts that readers see.
    """

    data: bytes
    properties: tuple[tuple[str, str], ...] = ()
    images: tuple[bytes, ...] = ()
    calls_out: bool = False
    runs: bool = False
    unknown: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    shown: tuple[str, ...] = field(default=(), compare=False)


def drawing_of(data: bytes, copying: Copying | None = None) -> SafeDrawing | None:
    """The drawing in these bytes; None when they hold none, or one that is too large or too deep."""
    writer = Writer(copying or Copying())
    parser = _Parser(writer)
    try:
        parser.feed(data)
        parser.close()
        written = writer.written()
    except (ValueError, SyntaxError, LookupError):
        return None
    if not written:
        return None
    left = writer.left_out
    properties, images, unknown = tuple(left.properties), tuple(left.images), tuple(left.unknown)
    return SafeDrawing(written, properties, images, left.calls_out, left.runs, unknown, tuple(left.names), tuple(writer.shown))


class _Parser(DefusedXMLParser):
    """A parser that lets a drawing give names to short plain texts. Such a text holds no other name, so nothing grows by itself."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(target=writer, forbid_entities=True)
        self._tell = tell = writer.declared
        self.parser.StartDoctypeDeclHandler = lambda name, system, public, _inside: tell("doctype", name, public, system)
        self.parser.NotationDeclHandler = lambda name, _base, system, public: tell("doctype", name, public, system)
        self.parser.ElementDeclHandler = lambda name, _model: tell("doctype", name)
        self.parser.AttlistDeclHandler = lambda element, name, kind, default, _required: tell("doctype", element, name, kind, default)

    def defused_entity_decl(self, name: str, is_parameter_entity: bool, value: str | None, *where: Any) -> None:  # noqa: FBT001, ANN401  # expat calls it so
        """Raise for any entity but a short plain text."""
        if is_parameter_entity or value is None or len(value) > LONGEST_ENTITY or set(value) & set("&%<"):
            super().defused_entity_decl(name, is_parameter_entity, value, *where)
        self._tell("entity", name, value)
