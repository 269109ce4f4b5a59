"""Writes a drawing again from what is known to be harmless, and keeps what it left out."""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from geleerd.model.limits import DEEPEST_DRAWING, MOST_STYLE_MARKS
from geleerd.read.drawings.drawn import Drawn
from geleerd.read.drawings.names import (
    ATTRIBUTES,
    ELEMENTS,
    SVG,
    TEXT_ELEMENTS,
    UNSEEN_ATTRIBUTES,
    UNSEEN_ELEMENTS,
    XHTML,
    XLINK,
    XML,
)
from geleerd.read.drawings.styles import CallsOutError, UnknownValueError, check_value, harmless_declarations, harmless_rules

_ROOT_NAMESPACES = f' xmlns="{SVG}" xmlns:xlink="{XLINK}"'
_HREFS = {"href", f"{{{XLINK}}}href"}
_RUNS = {"script", "handler", "listener"}
_OF_DRAWINGS = {"", SVG, XHTML}
"""Namespaces of which browsers know the elements. What stands in another one is not shown, and does nothing."""

_FREE = re.compile(r"id|class|role|lang|systemLanguage|aria-[a-z]{1,40}")
"""Attributes whose text nothing looks up."""

_NO_MATTER = re.compile(r"data-.*|xmlns.*", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][\w:-]{0,39}")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\0]+")

_SAYS = {"title", "desc"}
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,")


class Writer:
    """What an XML parser calls with each part of a drawing. Raises `ValueError` for one that is deeper or larger than it may be."""

    def __init__(self, largest: int, *, titles: bool, picture: Callable[[bytes], bytes]) -> None:
        self.properties: list[tuple[str, str]] = []
        self.images: list[bytes] = []
        self.calls_out = self.runs = False
        self.unknown: dict[str, None] = {}
        """Names of what is left out although it may do or show something."""

        self._largest, self._titles, self._picture = largest, titles, picture
        self._drawn = Drawn()
        self._written: list[str] = []
        self._read = self._length = self._marks = 0
        self._names: list[tuple[str, str | None]] = []
        """The elements around this place, as they were read and as they are written; None for one that is left out."""
        self._style = ""

    def written(self) -> bytes:
        """The drawing; empty when the root is no `svg`. Raises `ValueError` for one that makes a browser draw too much."""
        self._drawn.check()
        return "".join(self._written).encode()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The beginning of an element."""
        if len(self._names) == DEEPEST_DRAWING:
            raise ValueError(DEEPEST_DRAWING)
        self._count("".join((tag, *attributes, *attributes.values())))
        name = self._name(tag, attributes)
        self._names.append((tag, name))
        kept = list(self._attributes(tag, attributes)) if _split(tag)[0] in _OF_DRAWINGS else []
        if name is None:
            self.properties += attributes.items()
            self._suspect(tag, attributes.values())
        else:
            self._drawn.begin(name, kept)
            written = "".join(f' {key}="{_quoted(value)}"' for key, value in kept)
            self._write(f"<{name}{self._begun(tag)}{written}>")

    def data(self, text: str) -> None:
        """Some of the text in an element."""
        self._count(text)
        tag, name = self._names[-1]
        if name == "style":
            self._style += text
        elif name is None:
            self._suspect(tag, [text])
        else:
            self._write(escape(text))
        if (name is None or name in _SAYS) and text.strip():
            self.properties.append((self._property(tag), text))

    def end(self, _tag: str) -> None:
        """The end of an element."""
        _, name = self._names.pop()
        if name == "style":
            dropped: list[Exception] = []
            self._count_style(self._style)
            rules = harmless_rules(self._style, dropped)
            self._drawn.style(rules)
            self._write(escape(rules, quote=False))
            self._note(dropped, "style", self._style)
            self._style = ""
        if name is not None:
            self._drawn.end()
            self._write(f"</{name}>")

    def comment(self, text: str) -> None:
        """A comment, which is left out."""
        self._count(text)
        self.properties.append(("comment", text))

    def pi(self, target: str, text: str | None = None) -> None:
        """An instruction for programs, which is left out. It may name a stylesheet."""
        self.calls_out |= target == "xml-stylesheet"
        self.properties.append(("instruction", text or target))

    def _name(self, tag: str, attributes: Mapping[str, str]) -> str | None:
        """The name under which an element is written."""
        namespace, local = _split(tag)
        if not self._names:
            if local != "svg" or namespace not in {"", SVG}:
                raise ValueError(tag)
            return local
        if not self._is_known(namespace, local, attributes) or self._names[-1][1] is None or (local in _SAYS and not self._titles):
            return None
        return local

    def _is_known(self, namespace: str, local: str, attributes: Mapping[str, str]) -> bool:
        """Whether readers may have an element. One that may do something is noted, wherever it stands."""
        moved = attributes.get("attributeName", "d")
        self.runs |= local.lower() in _RUNS or moved.lower().startswith("on")
        self.calls_out |= (local == "feImage" and bool(_HREFS & set(attributes))) or "href" in moved.lower()
        if namespace == XHTML:
            is_known = local in TEXT_ELEMENTS and any(name == "foreignObject" for _, name in self._names)
            return is_known or self._leave_out(local)
        if namespace not in _OF_DRAWINGS:
            return False
        if local in ELEMENTS:
            return moved in ATTRIBUTES or self._leave_out(moved)
        is_inert = local in UNSEEN_ELEMENTS or local.lower() in _RUNS or self._names[-1][1] is None
        return not is_inert and self._leave_out(local)

    def _leave_out(self, name: str) -> bool:
        """Note that something unknown is left out."""
        self.unknown[name if _NAME.fullmatch(name) else "?"] = None
        return False

    def _begun(self, tag: str) -> str:
        """The namespaces to tell at the beginning of an element."""
        if len(self._names) == 1:
            return _ROOT_NAMESPACES
        around = _split(self._names[-2][0])[0]
        return f' xmlns="{XHTML}"' if _split(tag)[0] == XHTML != around else ""

    def _attributes(self, tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The attributes as they are written."""
        for name, value in attributes.items():
            dropped: list[Exception] = []
            kept = self._kept(tag, name, value, dropped)
            self._note(dropped, name, value if name == "style" else "")
            if kept is not None:
                yield kept
            if kept is None or name == "aria-label":
                self.properties.append((name, value))

    def _kept(self, tag: str, name: str, value: str, dropped: list[Exception]) -> tuple[str, str] | None:
        """An attribute as it is written; None for one that is left out."""
        if name in _HREFS:
            return self._address(_split(tag)[1], value.strip())
        if name in {f"{{{XML}}}space", f"{{{XML}}}lang"}:
            return f"xml:{_split(name)[1]}", value
        if name == "style":
            self._count_style(value)
            return name, harmless_declarations(value, dropped)
        if _FREE.fullmatch(name):
            return (name, value) if self._titles or name != "aria-label" else None
        if name in ATTRIBUTES:
            return self._plain(name, value, dropped)
        self._look(name)
        return None

    def _plain(self, name: str, value: str, dropped: list[Exception]) -> tuple[str, str] | None:
        self._count_style(value)
        try:
            check_value(value)
        except (CallsOutError, UnknownValueError) as reason:
            dropped.append(reason)
            return None
        return name, value

    def _look(self, name: str) -> None:
        """Note an attribute that is left out, unless it does nothing."""
        if name.lower().startswith("on"):
            self.runs = True
        elif name == f"{{{XML}}}base":
            self.calls_out = True
        elif self._names[-1][1] is not None and not (name.startswith("{") or name in UNSEEN_ATTRIBUTES or _NO_MATTER.fullmatch(name)):
            self._leave_out(name)

    def _address(self, element: str, value: str) -> tuple[str, str] | None:
        """Where an element leads: to another part of the drawing, to a picture that the drawing brings along, or to a page by a click."""
        if value.startswith("#") or (element == "a" and _LINK.fullmatch(value)):
            return "xlink:href", value
        if element == "image" and (begun := _PICTURE.match(value)):
            data = _decoded(value[begun.end() :])
            self.images.append(data)
            return "xlink:href", begun[0] + base64.b64encode(self._picture(data)).decode()
        if re.sub(r"[\s\0-\x1f]+", "", value[:50]).lower().startswith(("javascript:", "vbscript:", "data:text")):
            self.runs = True
        elif element == "a" or value.lower().startswith("data:"):
            self._leave_out(f"{element}-href")
        elif value:
            self.calls_out = True
        return None

    def _property(self, tag: str) -> str:
        """The nearest element around a text that says what it is: lists of XMP do not."""
        return next((name for name, _ in reversed(self._names) if "rdf-syntax" not in name), tag)

    def _note(self, dropped: list[Exception], name: str, style: str) -> None:
        """Remember what a value asked for or held. Of a style that we do not know, an address tells enough."""
        calls = [isinstance(reason, CallsOutError) for reason in dropped]
        self.calls_out |= any(calls) or (bool(dropped) and _has_address(style))
        if not all(calls) and self._names[-1][1] is not None:
            self._leave_out(name)

    def _suspect(self, tag: str, texts: Iterable[str]) -> None:
        """Remember whether an element that is left out held an address. Those of other programs only tell of the drawing."""
        self.calls_out |= _split(tag)[0] in _OF_DRAWINGS and _split(tag)[1] != "metadata" and any(map(_has_address, texts))

    def _count(self, read: str) -> None:
        """Add to what was read: names that stand for longer texts can make it longer than the file."""
        self._read += len(read)
        if self._read > 2 * self._largest:
            raise ValueError(self._read)

    def _count_style(self, style: str) -> None:
        """Add to what is taken apart, mark by mark, which takes longer than to read it."""
        self._marks += sum(map(style.count, "{;("))
        if self._marks > MOST_STYLE_MARKS:
            raise ValueError(self._marks)

    def _write(self, text: str) -> None:
        self._written.append(text)
        self._length += len(text.encode())
        if self._length > self._largest:
            raise ValueError(self._length)


def _has_address(text: str) -> bool:
    """Whether a text that may be a style or an address leads elsewhere; escapes may hide it."""
    return "//" in text.replace("http://www.w3.org/", "") or "\\" in text


def _split(tag: str) -> tuple[str, str]:
    """The namespace and the name."""
    namespace, _, local = tag.rpartition("}")
    return namespace.removeprefix("{"), local


def _quoted(value: str) -> str:
    return escape(value).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _decoded(text: str) -> bytes:
    """The bytes of a picture in a drawing; one byte that no picture begins with, when they cannot be read."""
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b"?"
