"""One part of a document in XML → what is harmless of it, and what it tells beside that: whatever is not allowed is named, and left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from geleerd.model.documents import Trace, TraceKind
from geleerd.model.limits import DEEPEST_PART, LONGEST_TAG, MOST_TRACES
from geleerd.read.traces.office.parts.asides import SeldomSeen
from geleerd.read.traces.office.parts.attributes import ElementAttributes, are_plain, verdict
from geleerd.read.traces.office.parts.facts import DocumentFacts
from geleerd.read.traces.office.parts.families import Spaces, is_prefix
from geleerd.read.traces.office.parts.hiding import Hiding
from geleerd.read.traces.office.parts.relations import leads_to_lost, owner_of, place_of, relation_tells
from geleerd.read.traces.office.parts.rules import (
    AUTHOR_TEXTS,
    HOLDERS,
    KEEPS_WITHOUT_RELATION,
    LISTED,
    OF_PREFIXES,
    WHOLE,
    hides_name,
    is_plain_element,
    seen_words,
    what_it_tells,
)
from geleerd.read.traces.office.parts.texts import FieldCode, is_formula, is_harmless_text, is_shown
from geleerd.read.traces.office.parts.words import is_of_schema

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CHUNK: Final = 1 << 16


def sifted(data: bytes, part: str, where: str, known: DocumentFacts, *, writes: bool = False) -> tuple[bytes, tuple[Trace, ...]]:
    """What is harmless of a part, empty when nothing is or when it need not be written; and what it tells, in the place `where`.

    Raises `ValueError` or `ExpatError` for a part that cannot be read, or is too deep or too large.
    """
    sieve = _Sieve(part, where, known, writes=writes)
    parser = expat.ParserCreate()
    parser.buffer_text = parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = sieve.start, sieve.end, sieve.data
    parser.CommentHandler, parser.ProcessingInstructionHandler = sieve.remark, sieve.instruction
    parser.StartDoctypeDeclHandler = sieve.doctype
    for position in range(0, len(data), _CHUNK):
        parser.Parse(data[position : position + _CHUNK])
        if position - parser.CurrentByteIndex > LONGEST_TAG:
            raise ValueError(position)
    parser.Parse(b"", True)  # noqa: FBT003  # expat calls it so
    return sieve.written(), tuple(sieve.found)


@dataclass(slots=True, eq=False)
class _Element:
    """An element in which the reader is: its tag, its name with its family, where what we write of it begins, and its text so far.

    `setting` is what it calls itself.
    """

    tag: str
    name: str
    begin: int
    setting: str
    text: str = ""
    has_lost: bool = False


class _Sieve:
    """What expat calls with each thing in a part."""

    def __init__(self, part: str, where: str, known: DocumentFacts, *, writes: bool) -> None:
        self.found: dict[Trace, None] = {}
        self._part, self._where, self._known, self._writes = part, where, known, writes
        self._written: list[str] = []
        self._around: list[_Element] = []
        self._spaces, self._hiding, self._field = Spaces(), Hiding(known.styles, in_sheet=part.startswith("xl/")), FieldCode()
        self._asides = SeldomSeen(part, known)
        self._gone_at = 0

    def written(self) -> bytes:
        """What is harmless, after the end of the part."""
        self._end_code()
        return (_HEAD + "".join(self._written)).encode() if self._written else b""

    def start(self, tag: str, ordered: list[str]) -> None:
        """The beginning of an element."""
        if len(self._around) > DEEPEST_PART:
            raise ValueError(DEEPEST_PART)
        self._known.count(len(ordered) // 2)
        if self._around and self._around[-1].text:
            self._flush(self._around[-1])
        name = self._spaces.name(tag)
        if not self._writes and is_plain_element(name) and not self._hiding.watches(name) and are_plain(name, ordered, self._known):
            self._pass_by(tag, name, "s" if name == "x:c" and "s" in ordered[1::2] else "")
        else:
            self._look_at(tag, ElementAttributes.of(ordered))

    def _pass_by(self, tag: str, name: str, kind: str) -> None:
        """Most elements, which need no look."""
        if self._spaces.is_strange(tag):
            self._tell("property")
        self._spaces.enter({})
        self._around.append(_Element(tag, name, 0, kind))
        self._hiding.pass_by(name)
        self._asides.start(name, {})

    def _look_at(self, tag: str, attributes: ElementAttributes) -> None:
        if self._spaces.enter(attributes.declared):
            self._tell("property")
        name = self._spaces.name(tag)
        setting = attributes.plain.get("t" if name == "x:c" else "name", "")
        self._around.append(_Element(tag, name, len(self._written), setting))
        self._asides.start(name, attributes.plain)
        if self._hiding.start(name, attributes.plain):
            self._tell("hidden")
        if not self._stays(name, attributes.plain):
            self._leave_out(self._around[-1])
        kept = self._kept(name, attributes)
        if kept is None:
            self._leave_out(self._around[-1])
        elif self._writes and not self._gone_at:
            self._written.append("<" + tag + "".join([f" {key}={quoteattr(value)}" for key, value in kept.items()]) + ">")

    def data(self, text: str) -> None:
        """Some of the text in an element."""
        if self._around:
            self._around[-1].text += text

    def end(self, _tag: str) -> None:
        """The end of an element."""
        element = self._around[-1]
        if element.text:
            self._flush(element)
        if self._writes and not self._gone_at:
            self._close(element)
        self._around.pop()
        self._asides.end(element.name)
        self._hiding.end()
        self._spaces.leave()
        if len(self._around) < self._gone_at:
            self._gone_at, element.has_lost = 0, True
        if self._around and element.has_lost:
            self._around[-1].has_lost = True

    def remark(self, _text: str) -> None:
        """A comment of XML."""
        self._tell("comment")

    def instruction(self, target: str, text: str) -> None:
        """An instruction for a program; SharePoint marks its own data with one that says nothing more."""
        if text or target != "mso-contentType":
            self._tell("property")

    def doctype(self, *about: object) -> None:
        """A declaration of the type; one with entities can hold and unpack anything."""
        if about[-1]:
            raise ValueError(about[-1])
        self._tell("property")

    def _stays(self, name: str, plain: Mapping[str, str]) -> bool:
        """Whether an element stays, after telling what it tells by being there."""
        family, _, local = name.partition(":")
        if self._spaces.is_strange(self._around[-1].tag) or not is_of_schema(local):
            self._tell("property")
            return False
        tells = what_it_tells(local) if family != "math" else None
        if tells:
            self._tell(tells)
            return tells == "change"
        if local in LISTED:
            return self._stays_listed(local, plain)
        if local == "ClientData" and plain.get("ObjectType") == "Note":
            self._tell("comment")
            self._leave_out(next((around for around in self._around if around.name == "v:shape"), self._around[-1]))
        if local == "fldChar":
            self._end_code()
        if local in {"footnoteReference", "endnoteReference"}:
            self._known.refer(name, plain.get("id", ""))
        self._known.words.update(seen_words(local, plain))
        if is_hidden := hides_name(local, plain):
            self._tell("property")
        return not is_hidden

    def _stays_listed(self, local: str, plain: Mapping[str, str]) -> bool:
        """Whether a relation, or the entry of a part in a list, stays."""
        if local != "Relationship":
            return plain.get("PartName", plain.get("full-path", "")).lstrip("/") not in self._known.lost
        source = owner_of(self._part)
        tells = relation_tells(plain, source, self._known)
        if tells:
            self._tell(tells)
        stays = not (tells or leads_to_lost(plain, source, self._known))
        if stays and plain.get("TargetMode") != "External":
            self._known.lead(source, place_of(plain.get("Target", ""), source))
        if not stays:
            self._known.refused.setdefault(source, set()).add(plain.get("Id", ""))
        return stays

    def _kept(self, name: str, attributes: ElementAttributes) -> dict[str, str] | None:
        """The attributes that stay, after telling what the others tell; None when the element can do nothing without one."""
        kept, is_useless = {}, False
        refused = self._known.refused.get(self._part, ())
        for key, value in attributes.written.items():
            if value in refused and self._spaces.name(key).startswith("r:"):
                is_useless = is_useless or name not in KEEPS_WITHOUT_RELATION
            elif key.startswith("xmlns"):
                if not self._spaces.is_strange(f"{key[6:]}:"):
                    kept[key] = value
            elif (stays := self._attribute(name, key, value)) is not None:
                kept[key] = stays
            else:
                is_useless = is_useless or name.rpartition(":")[2] in WHOLE
        return None if is_useless else kept

    def _attribute(self, name: str, key: str, value: str) -> str | None:
        """What stays of the value of an attribute, after telling what it tells."""
        if self._spaces.is_strange(key):
            return None  # told where its prefix is declared
        plain = key.rpartition(":")[2]
        if plain in OF_PREFIXES:
            return self._prefixes(value)
        found = verdict(name, plain, value, self._known)
        if found.tells == "author" or (found.tells and not self._gone_at):
            self._tell(found.tells, found.author)
        return found.kept

    def _prefixes(self, value: str) -> str:
        """The prefixes that stay of a list of them."""
        plain = [word for word in value.split() if is_prefix(word.partition(":")[0])]
        if len(plain) < len(value.split()):
            self._tell("property")
        return " ".join(word for word in plain if not self._spaces.is_strange(f"{word}:"))

    def _flush(self, element: _Element) -> None:
        """Take the text of an element so far."""
        text, element.text = element.text, ""
        keeps = not text.strip() or self._keeps_text(element, text)
        if not keeps and is_formula(element.name):
            self._leave_out(element)
        elif keeps and self._writes and not self._gone_at:
            self._written.append(escape(text))

    def _keeps_text(self, element: _Element, text: str) -> bool:
        family, _, local = element.name.partition(":")
        if local in AUTHOR_TEXTS and family != "text":
            self._tell("author", text.strip())
            return False
        if self._gone_at:
            return False
        if local in {"instrText", "delInstrText"}:
            self._field.pieces.append((len(self._written), text))
            return True
        if not is_harmless_text(element.name, text, element.setting):
            self._tell("property", text.strip() if element.setting else "")
            return False
        if is_shown(element.name):
            self._known.see(element.name, text)
            if self._hiding.hides_text() or self._asides.hides(text):
                self._tell("hidden")
            if element.name == "x:v" and len(self._around) > 1 and self._around[-2].setting == "s" and text.isdecimal():
                self._known.strings.add(int(text))
        return True

    def _end_code(self) -> None:
        """The end of some code of a field; of one that says something, nothing is left."""
        places, is_plain = self._field.taken()
        if not is_plain:
            self._tell("property")
            for place in places if self._writes else ():
                self._written[place] = ""

    def _close(self, element: _Element) -> None:
        """Write the end of an element, or nothing of one that may not stand empty and lost what was in it."""
        if element.has_lost and len(self._written) == element.begin + 1 and element.name.rpartition(":")[2] in HOLDERS:
            del self._written[element.begin :]
        else:
            self._written.append(f"</{element.tag}>")

    def _leave_out(self, element: _Element) -> None:
        """Write nothing of an element in which we are, from its beginning."""
        if not self._gone_at:
            self._gone_at = self._around.index(element) + 1
            del self._written[element.begin :]

    def _tell(self, kind: TraceKind, text: str = "") -> None:
        if len(self.found) < MOST_TRACES:
            self.found[Trace(kind, text, self._where)] = None
