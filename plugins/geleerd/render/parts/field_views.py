"""The fields on a page: a label, a kind that selects the partial, and plain values."""

import datetime
import re
from dataclasses import dataclass
from typing import get_args

from geleerd.locale.catalogue import Catalogue
from geleerd.locale.format_facts import settings_in_words
from geleerd.model.artefacts import Link
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import UNSHOWN, FieldSpec, fields_of
from geleerd.model.declarations.frame_types import SourceEntry
from geleerd.model.declarations.item_types import Evidence
from geleerd.model.declarations.own_types import own_keys
from geleerd.model.declarations.part_types import Fact, Influence, Source
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.render.parts.cited import Cited, cited
from geleerd.render.parts.linked import LinksFrom
from geleerd.texts.field_texts import FieldTexts, ShownText


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of a page. `kind` names the partial that shows `value`.

    `editorial`: the desk added the field. `estimated`: the value itself says that it is an estimate. `own` is where the page shows a field
    that the owner declared: in the `story`, or among the `facts`; empty for the package's own fields, which templates place.
    """

    key: str
    label: str
    kind: str
    value: object
    editorial: bool = False
    estimated: bool = False
    own: str = ""


LADDER = get_args(Evidence)
"""The steps of certainty, from a result that no source reports to one that is confirmed elsewhere."""


LARGE = 10
"""Most signs that stand large as they are written, such as `4 jaar`; of a longer value only the figure does."""

_FIGURE = re.compile(r"\d[\d.,]*(?:\s\w{2,3}\s\d[\d.,]*)?(?=\s)")


@dataclass(frozen=True, slots=True)
class FieldViews:
    """Turns the values of a declaration into views, in one language and for one page."""

    catalogue: Catalogue
    links: LinksFrom
    texts: FieldTexts

    def of(self, fields: Declared, type_key: str, editorial: tuple[str, ...] = ()) -> Frozen[str, FieldView]:
        """The filled fields of an entry by key, in the order of declaration, without those that have a place of their own."""
        shown = (spec for spec in fields_of(type(fields)) if spec.key not in UNSHOWN)
        views = (self._field(spec, fields, type_key, editorial=spec.key in editorial) for spec in shown)
        return Frozen({view.key: view for view in views if view})

    def _field(self, spec: FieldSpec, fields: Declared, type_key: str, *, editorial: bool) -> FieldView | None:
        value = getattr(fields, spec.attribute)
        if value is None or value is False or value == ():
            return None
        kind, shown = self._shown(spec, value)
        own = "" if spec.key not in own_keys(self.links.library.declarations.own) else "story" if spec.prose or spec.markdown else "facts"
        estimated = bool(getattr(value, "estimated", False))
        return FieldView(spec.key, self.catalogue.label(spec.key, type_key), kind, shown, editorial, estimated, own)

    def _shown(self, spec: FieldSpec, value: object) -> tuple[str, object]:
        if spec.target:
            return "links", self._links(spec.target, value)
        if spec.key == "evidence":
            return "evidence", Frozen({"level": LADDER.index(str(value)), "words": self.catalogue.value("evidence", str(value))})
        if spec.choices:
            return "choices", self._chosen(spec.key, _as_tuple(value))
        if isinstance(value, Declared):
            return _kind(value), self.record(value)
        if isinstance(value, tuple) and isinstance(value[0], Declared):
            return f"{_kind(value[0])}s", self._records(value)
        return self._simple(spec, value)

    def _chosen(self, key: str, values: tuple[str, ...]) -> tuple[str, ...]:
        return (
            (settings_in_words(values, self.catalogue),) if key == "setting" else tuple(self.catalogue.value(key, word) for word in values)
        )

    def _records(self, parts: tuple[Declared, ...]) -> tuple[Frozen[str, object], ...]:
        sources = tuple(part for part in parts if isinstance(part, Source))
        if sources:
            return tuple(map(self._cited, cited(sources, self.links.library)))
        return tuple(self._influence(part) if isinstance(part, Influence) else self.record(part) for part in parts)

    def _simple(self, spec: FieldSpec, value: object) -> tuple[str, object]:
        if isinstance(value, (PartialDate, datetime.date)):
            return "date", self.catalogue.date(value)
        if spec.key == "url":
            return "links", (Link(str(value), str(value)),)
        if isinstance(value, tuple):
            return "texts", tuple(self._text(spec, text) for text in value)
        return ("text", self._text(spec, value)) if isinstance(value, str) else ("plain", str(value))

    def _text(self, spec: FieldSpec, value: str) -> ShownText:
        return self.texts.shown(value) if spec.markdown else ShownText.plain(value)

    def _cited(self, source: Cited) -> Frozen[str, object]:
        """A source in plain words, with the link to all that came from it."""
        more = self.links.to(SourceEntry.KEY, source.slug) if source.slug else None
        date = self.catalogue.date(source.date) if source.date else None
        return Frozen({"title": source.named, "url": source.url, "date": date, "where": source.where, "more": more})

    def _influence(self, influence: Influence) -> Frozen[str, object]:
        """An influence in plain words, with the link to all that came from its source where the site has a page for it."""
        cited_source = self.links.to(SourceEntry.KEY, influence.source) if influence.source else None
        return Frozen({**self.record(influence), "cited": cited_source})

    def _links(self, target: str, value: object) -> tuple[Link, ...]:
        links = (self.links.to(target, str(word)) for word in _as_tuple(value))
        return tuple(link for link in links if link)

    def record(self, part: Declared) -> Frozen[str, object]:
        """A smaller declaration as plain words by key; None for a key without a value. A fact has its figure apart."""
        words = {spec.key: self._word(spec, getattr(part, spec.attribute)) for spec in fields_of(type(part))}
        parted = zip(("figure", "words"), figure_and_words(part.value), strict=True) if isinstance(part, Fact) else ()
        return Frozen({**words, **dict(parted)})

    def _word(self, spec: FieldSpec, value: object) -> object:
        if value is None or value == ():
            return None
        if spec.target or spec.key == "address":
            target = spec.target or spec.key
            return self._links(target, value) if isinstance(value, tuple) else self.links.to(target, str(value))
        if isinstance(value, (PartialDate, datetime.date)):
            return self.catalogue.date(value)
        if spec.markdown:
            return tuple(self.texts.shown(text) for text in value) if isinstance(value, tuple) else self.texts.shown(str(value))
        if not spec.choices:
            return value
        words = self.catalogue.entries["values"][spec.key][value]
        return Frozen(words) if isinstance(words, dict) else words


def _kind(part: Declared) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(part).__name__).lower()


def _as_tuple(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def figure_and_words(value: str) -> tuple[str, str]:
    """The figure of a fact and the other words of its value: `65 tot 210` and `minuten`. A value that begins with a word is all words."""
    if len(value) <= LARGE:
        return value, ""
    found = _FIGURE.match(value)
    return (found[0], value[found.end() :].strip()) if found else ("", value)
