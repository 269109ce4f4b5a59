"""Writes a drawing again from what is known to be harmless, and keeps what it left out."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from html import escape

from geleerd.model.limits import DEEPEST_DRAWING, LARGEST_DRAWING, MOST_STYLE_MARKS
from geleerd.read.drawings.copying import Copying
from geleerd.read.drawings.drawn import Drawn, rules_by_name
from geleerd.read.drawings.effort import Effort
from geleerd.read.drawings.left_out import OF_DRAWINGS, LeftOut, split
from geleerd.read.drawings.names import ATTRIBUTES, ELEMENTS, MADE_UP, SVG, TEXT_ELEMENTS, UNSEEN_ELEMENTS, XHTML, XLINK, XML
from geleerd.read.drawings.shown import ShownTexts
from geleerd.read.drawings.styles import CallsOutError, StyleNotes, UnknownValueError, check_value, harmless_declarations, harmless_rules

_ROOT_NAMESPACES = f' xmlns="{SVG}" xmlns:xlink="{XLINK}"'
_HREFS = {"href", f"{{{XLINK}}}href"}
_RUNS = {"script", "handler", "listener"}
_FREE = re.compile(r"id|class|role|lang|systemLanguage|aria-[a-z]{1,40}")
"""Attributes whose text nothing looks up."""

_LINK = re.compile(r"(?:https?://|mailto:)[^\s\0]+")
_NAMESPACES = {SVG, XLINK, XHTML, XML}
_USUAL = {"svg", "xlink", "xhtml", "html", "xml"}
_SAYS = {"title", "desc"}
_OF_PEOPLE = ("}creator", "}contributor", "}publisher", "}rights")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,")
_WORDY = re.compile(r"[^\W\d_]{4}")


class Writer:
    """What an XML parser calls with each part of a drawing. Raises `ValueError` for one that is deeper or larger than it may be."""

    def __init__(self, copying: Copying) -> None:
        self.left_out = LeftOut()
        self.shown: list[str] = []
        """The texts that readers see."""

        self._copying = copying
        self._drawn, self._effort, self._shown = Drawn(), Effort(), ShownTexts()
        self._written: list[str] = []
        self._read = self._length = self._marks = 0
        self._names: list[tuple[str, str | None]] = []
        """The elements around this place, as they were read and as they are written; None for one that is left out."""
        self._style = ""
        self._said: list[str] = []
        self._saying = self._said_from = 0
        """How deep the title around this place lies, and where it began."""

    def written(self) -> bytes:
        """The drawing; empty when the root is no `svg`. Raises `ValueError` for one that makes a browser draw too much."""
        self._drawn.check()
        self._effort.check()
        for number, text, is_shown in self._shown.texts():
            if is_shown:
                self.shown.append(text)
            else:
                self.left_out.properties.append(("hidden", text))
                if self._copying.leaves_out("hidden", text):
                    self._written[number] = ""
        return "".join(self._written).encode()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The beginning of an element."""
        if len(self._names) == DEEPEST_DRAWING:
            raise ValueError(DEEPEST_DRAWING)
        self._count("".join((tag, *attributes, *attributes.values())))
        name = self._name(tag, attributes)
        self._names.append((tag, name))
        kept = list(self._attributes(tag, attributes)) if split(tag)[0] in OF_DRAWINGS else []
        if name is None:
            self.left_out.properties += [("name", split(tag)[1]), *attributes.items()]
            self.left_out.suspect(tag, attributes.values())
            return
        self._drawn.begin(name, kept)
        self._effort.begin(name, dict(kept))
        self._shown.begin(name, kept)
        if name in _SAYS and not self._saying:
            self._saying, self._said_from, self._said = len(self._names), len(self._written), []
        written = "".join(f' {key}="{_quoted(value)}"' for key, value in kept)
        self._write(f"<{name}{self._begun(tag)}{written}>")

    def data(self, text: str) -> None:
        """Some of the text in an element."""
        self._count(text)
        tag, name = self._names[-1]
        if name == "style":
            self._style += text
            return
        if name is None:
            self.left_out.suspect(tag, [text])
            self.left_out.properties += [(self._property(tag), text)] if text.strip() else []
            return
        if self._saying:
            self._said.append(text)
        elif text.strip():
            self._shown.text(len(self._written), text)
        self._write(escape(text))

    def end(self, _tag: str) -> None:
        """The end of an element."""
        _, name = self._names.pop()
        if name is None:
            return
        if name == "style":
            self._end_style()
        self._drawn.end()
        self._effort.end()
        self._shown.end()
        self._write(f"</{name}>")
        if self._saying > len(self._names):
            self._end_title(name)

    def _end_style(self) -> None:
        notes = StyleNotes()
        self._count_style(self._style)
        rules = list(map(self._copying.renamed, harmless_rules(self._style, notes)))
        by_name = list(rules_by_name("\n".join(rules)))
        self._drawn.style(by_name)
        self._effort.style(by_name)
        self._shown.style(rules)
        self._write(escape("\n".join(rules), quote=False))
        self.left_out.note(notes, "style", self._style, is_shown=self._names[-1][1] is not None)
        self._style = ""

    def _end_title(self, name: str) -> None:
        self._saying, said = 0, "".join(self._said)
        self.left_out.properties.append((name, said))
        if self._copying.leaves_out(name, said):
            del self._written[self._said_from :]

    def comment(self, text: str) -> None:
        """A comment, which is left out."""
        self._count(text)
        self.left_out.properties.append(("comment", text))

    def pi(self, target: str, text: str | None = None) -> None:
        """An instruction for programs, which is left out. It may name a stylesheet."""
        self.left_out.calls_out |= target == "xml-stylesheet"
        self.left_out.properties.append(("instruction", f"{target} {text or ''}"))

    def start_ns(self, prefix: str, address: str) -> None:
        """The short name of a namespace, which is left out."""
        if address not in _NAMESPACES or (prefix or "svg") not in _USUAL:
            self.declared("xmlns", prefix, address)

    def declared(self, kind: str, *texts: str | None) -> None:
        """What is told of the file or its words before they are used, which is left out."""
        self.left_out.properties.append((kind, " ".join(filter(None, texts))))

    def _name(self, tag: str, attributes: Mapping[str, str]) -> str | None:
        """The name under which an element is written."""
        namespace, local = split(tag)
        if not self._names:
            if local != "svg" or namespace not in {"", SVG}:
                raise ValueError(tag)
            return local
        return local if self._is_known(namespace, local, attributes) and self._names[-1][1] is not None else None

    def _is_known(self, namespace: str, local: str, attributes: Mapping[str, str]) -> bool:
        """Whether readers may have an element. One that may do something is noted, wherever it stands."""
        moved = attributes.get("attributeName", "d")
        self.left_out.runs |= local.lower() in _RUNS or moved.lower().startswith("on")
        self.left_out.calls_out |= (local == "feImage" and bool(_HREFS & set(attributes))) or "href" in moved.lower()
        if namespace == XHTML:
            is_known = local in TEXT_ELEMENTS and any(name == "foreignObject" for _, name in self._names)
            return is_known or self.left_out.leave_out(local)
        if namespace not in OF_DRAWINGS:
            return False
        if local in ELEMENTS:
            return moved in ATTRIBUTES or self.left_out.leave_out(moved)
        is_inert = local in UNSEEN_ELEMENTS or local.lower() in _RUNS or self._names[-1][1] is None
        return not is_inert and self.left_out.leave_out(local)

    def _begun(self, tag: str) -> str:
        """The namespaces to tell at the beginning of an element."""
        if len(self._names) == 1:
            return _ROOT_NAMESPACES
        around = split(self._names[-2][0])[0]
        return f' xmlns="{XHTML}"' if split(tag)[0] == XHTML != around else ""

    def _attributes(self, tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The attributes as they are written."""
        for name, value in attributes.items():
            notes = StyleNotes()
            kept = self._kept(tag, name, value, notes)
            if notes.dropped or name == "style":
                self.left_out.note(notes, name, value if name == "style" else "", is_shown=self._names[-1][1] is not None)
            if kept is None:
                self.left_out.properties.append((name, value))
                continue
            what = _what_is_made_up(*kept)
            if what:
                self.left_out.names.append((what, kept[1]))
            named = kept[1] if kept[1].startswith("data:") else self._copying.renamed(kept[1])
            if not (what and self._copying.leaves_out(what, named)):
                yield kept[0], named

    def _kept(self, tag: str, name: str, value: str, notes: StyleNotes) -> tuple[str, str] | None:
        """An attribute as it is written; None for one that is left out."""
        if name in _HREFS:
            return self._address(split(tag)[1], value.strip())
        if name in {f"{{{XML}}}space", f"{{{XML}}}lang"}:
            return f"xml:{split(name)[1]}", value
        if name == "style":
            self._count_style(value)
            return name, harmless_declarations(value, notes)
        if _FREE.fullmatch(name):
            return name, value
        if name in ATTRIBUTES:
            return self._plain(name, value, notes)
        self.left_out.look(name, value, is_shown=self._names[-1][1] is not None)
        return None

    def _plain(self, name: str, value: str, notes: StyleNotes) -> tuple[str, str] | None:
        self._count_style(value)
        try:
            check_value(value)
        except (CallsOutError, UnknownValueError) as reason:
            notes.dropped.append(reason)
            return None
        return name, value

    def _address(self, element: str, value: str) -> tuple[str, str] | None:
        """Where an element leads: to another part of the drawing, to a picture that the drawing brings along, or to a page by a click."""
        if value.startswith("#") or (element == "a" and _LINK.fullmatch(value)):
            return "xlink:href", value
        if element == "image" and (begun := _PICTURE.match(value)):
            data = _decoded(value[begun.end() :])
            self.left_out.images.append(data)
            return "xlink:href", begun[0] + base64.b64encode(self._copying.picture(data)).decode()
        if re.sub(r"[\s\0-\x1f]+", "", value[:50]).lower().startswith(("javascript:", "vbscript:", "data:text")):
            self.left_out.runs = True
        elif element == "a" or value.lower().startswith("data:"):
            self.left_out.leave_out(f"{element}-href")
        elif value:
            self.left_out.calls_out = True
        return None

    def _property(self, tag: str) -> str:
        """The element around a text that says what it is: one that is about people, or else the nearest; lists of XMP do not say it."""
        about = (name for name, _ in self._names if name.endswith(_OF_PEOPLE))
        return next(about, "") or next((name for name, _ in reversed(self._names) if "rdf-syntax" not in name), tag)

    def _count(self, read: str) -> None:
        """Add to what was read: names that stand for longer texts can make it longer than the file."""
        self._read += len(read)
        if self._read > 2 * LARGEST_DRAWING:
            raise ValueError(self._read)

    def _count_style(self, style: str) -> None:
        """Add to what is taken apart, mark by mark, which takes longer than to read it."""
        self._marks += sum(map(style.count, "{;("))
        if self._marks > MOST_STYLE_MARKS:
            raise ValueError(self._marks)

    def _write(self, text: str) -> None:
        self._written.append(text)
        self._length += len(text.encode())
        if self._length > LARGEST_DRAWING:
            raise ValueError(self._length)


def _what_is_made_up(name: str, value: str) -> str:
    """What somebody may have called something in an attribute: the attribute, or a `value` for one that should hold a word of SVG."""
    if name in MADE_UP or name.startswith("aria-") or (name == "xlink:href" and _LINK.match(value)):
        return name
    return "value" if name not in {"style", "font-family"} and not value.startswith("data:") and _WORDY.search(value) else ""


def _quoted(value: str) -> str:
    return escape(value).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _decoded(text: str) -> bytes:
    """The bytes of a picture in a drawing; one byte that no picture begins with, when they cannot be read."""
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b"?"
