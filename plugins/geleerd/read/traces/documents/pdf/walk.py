"""The objects of a PDF, from its trailer on, held against what each may hold."""

from collections.abc import Iterator
from typing import NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, StreamObject

from geleerd.model.documents import Trace
from geleerd.model.limits import MOST_INSIDE, MOST_PAGES
from geleerd.read.traces.documents.pdf.kinds import NotAllowedError, kinds_of
from geleerd.read.traces.documents.pdf.rules import RULES, TELLING, ValueRule
from geleerd.read.traces.documents.pdf.streams import Streams
from geleerd.read.traces.documents.pdf.values import value_traces
from geleerd.read.traces.documents.pdf.wording import names_somebody

_NAMES = {
    "Font": "font",
    "Encoding": "font",
    "Glyph": "glyph",
    "Colours": "colours",
    "Destination": "destination",
    "Attribute": "role",
    "Namespace": "role",
}
"""The rules for names of one's own choosing, by what they name; those of others are short."""

Holder = DictionaryObject | ArrayObject


_NAMED = ValueRule("Named", "visible")
"""The rule of all that is inside what was named."""


def written_in(holder: Holder, key: str | int) -> object:
    """A value as it is written: the library goes on to what it refers to."""
    return holder.raw_get(key) if isinstance(holder, DictionaryObject) else list.__getitem__(holder, int(key))


class Telling(NamedTuple):
    """What a value tells, with the dictionary or list that holds it and the rule that it broke.

    It has no key when the data of a stream or page tell it, and then its kind as the rule; and `name of ...` when the key itself tells it.
    """

    trace: Trace
    holder: Holder
    key: str | int | None
    rule: str = ""


class Waiting(NamedTuple):
    """A value that is still to be looked at: where it stands, what it may be, and the key of the list around it."""

    holder: Holder
    key: str | int
    rule: ValueRule
    named: str


class Walk:
    """One walk through the objects. `numbers` are those of the objects that it met."""

    def __init__(self, streams: Streams) -> None:
        self.numbers: set[int] = set()
        self._streams = streams
        self._met: dict[tuple[int, str], object] = {}
        self._waiting: list[Waiting] = []
        self._pages = 0

    def told(self, begin: DictionaryObject, kind: str) -> Iterator[Telling]:
        """What all objects tell to which one of this kind leads. Raises `ValueError` when they are too many."""
        yield from self._dictionary(begin, kind)
        for _ in range(MOST_INSIDE):
            if not self._waiting:
                return
            yield from self._value(self._waiting.pop())
        raise ValueError(MOST_INSIDE)

    def _value(self, at: Waiting) -> Iterator[Telling]:
        value = self._resolved(written_in(at.holder, at.key))
        if isinstance(value, ArrayObject):
            if not all(isinstance(item, int | float) for item in value) and self._is_new(value, str(at.rule)):
                self._waiting += [Waiting(value, index, at.rule, at.named) for index in range(len(value))]
        elif not isinstance(value, DictionaryObject):
            for trace in value_traces(at.rule.scalar, value, at.named):
                yield Telling(trace, at.holder, at.key, at.rule.scalar)
        elif at.rule.is_free and not isinstance(value, StreamObject):
            yield from self._free(value, at.rule)
        else:
            yield from self._of_kind(value, at)

    def _resolved(self, value: object) -> object:
        if isinstance(value, IndirectObject):
            self.numbers.add(value.idnum)
            return value.get_object()
        return value

    def _is_new(self, value: object, rule: str) -> bool:
        """Whether nobody looked at an object under this rule yet. Kept, so that no other takes its place in memory."""
        if (id(value), rule) in self._met:
            return False
        self._met[id(value), rule] = value
        return True

    def _free(self, value: DictionaryObject, rule: ValueRule) -> Iterator[Telling]:
        """A dictionary with names of its own choosing."""
        if self._is_new(value, str(rule)):
            for key in value:
                for trace in value_traces(_NAMES.get(rule.kind, "name"), NameObject(key), ""):
                    yield Telling(trace, value, key, f"name of {rule.kind}")
                self._waiting.append(Waiting(value, key, rule._replace(is_free=False), key))

    def _of_kind(self, value: DictionaryObject, at: Waiting) -> Iterator[Telling]:
        try:
            kinds = kinds_of(at.rule.kind, value)
        except NotAllowedError as error:
            for trace in error.traces:
                yield Telling(trace, at.holder, at.key)
            self._waiting.append(at._replace(rule=_NAMED))
            return
        if self._is_new(value, str(kinds)):
            yield from self._dictionary(value, *kinds)

    def _dictionary(self, value: DictionaryObject, *kinds: str) -> Iterator[Telling]:
        if kinds == ("Page",):
            yield from self._page(value)
        rules = {key: rule for kind in kinds for key, rule in RULES[kind].items()}
        if isinstance(value, StreamObject) and kinds != (_NAMED.kind,):
            rules |= RULES["Stream"]
            for trace in self._streams.traces(value, kinds[0]):
                yield Telling(trace, value, None, kinds[0])
        for key in value:
            if kinds == (_NAMED.kind,):
                self._waiting.append(Waiting(value, key, _NAMED, key))
            elif rule := rules.get(key):
                self._waiting.append(Waiting(value, key, rule, key))
            else:
                yield from self._unknown(value, key)

    def _unknown(self, holder: DictionaryObject, key: str) -> Iterator[Telling]:
        """A key that nothing allows, unless it holds nothing and names nobody. People make up keys, so what we do not know is not said."""
        value = self._resolved(holder.raw_get(key))
        text = str(value).strip("\0 ") if isinstance(value, str) else ""
        if text or (value is not None and not isinstance(value, str | NullObject)) or names_somebody(key[1:]):
            yield Telling(Trace(TELLING.get(key, "property"), text, f"PDF {key[1:]}" if key in TELLING else "PDF"), holder, key)
            self._waiting.append(Waiting(holder, key, _NAMED, key))

    def _page(self, page: DictionaryObject) -> Iterator[Telling]:
        self._pages += 1
        if self._pages > MOST_PAGES:
            raise ValueError(MOST_PAGES)
        for trace in self._streams.page_traces(page):
            yield Telling(trace, page, None)
