"""What a search knows of an item: its words by weight, what a result shows, and its facets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from geleerd.model.fields import Declared
from geleerd.model.registry import fields_of
from geleerd.model.strings import Address
from geleerd.model.values import ItemEntry
from geleerd.relate.facets import facets_of
from geleerd.relate.library import Library
from geleerd.render.texts import Texts

WEIGHTS: Mapping[str, float] = {"title": 5.0, "summary": 3.5, "questions": 3.0, "core": 1.8, "names": 3.0, "body": 1.0}
"""How much a word counts by where it stands.

`core` is what somebody learned or advises, `questions` what readers ask, `names` are tags, themes and networks."""

_CORE = {"insight", "recommendation", "goal", "intention", "approach", "result", "lessons", "next_time", "when", "transferable", "obstacle"}
_NOT_TEXT = {
    "id",
    "type",
    "title",
    "summary",
    "date",
    "status",
    "license",
    "language",
    "aliases",
    "editorial",
    "sources",
    "relations",
    "tags",
    "questions",
}
_TAG = re.compile(r"<[^>]*>")
_LONGEST_EXCERPT = 1800
"""Characters of text that travel with a result, from which the search page cuts the sentence that matches."""


@dataclass(frozen=True, slots=True)
class Record:
    """An item as the search sees it. `texts` are by place, `excerpts` is running text, `facets` keys and slugs."""

    address: Address
    type: str
    title: str
    summary: str
    date: str
    networks: tuple[str, ...]
    themes: tuple[str, ...]
    texts: Mapping[str, str]
    excerpts: str
    facets: Mapping[str, tuple[str, ...]]


def records_of(library: Library, texts: Texts) -> Iterator[Record]:
    """A record of every item that lists show."""
    for item in library.published:
        yield _record(item, library, texts)


def _record(item: ItemEntry, library: Library, texts: Texts) -> Record:
    fields = item.fields
    body = unescape(_TAG.sub(" ", texts.bodies[item.path].html))
    core = " ".join(_field_texts(fields, only=_CORE))
    rest = " ".join(_field_texts(fields, without=_CORE | _NOT_TEXT))
    names = {kind: _names(kind, fields.id, library) for kind in ("network", "theme", "success-factor", "failure-pattern")}
    tags = tuple(library.tags(item).values())
    return Record(
        address=library.addresses.entry(item),
        type=fields.type,
        title=fields.title or "",
        summary=fields.summary or "",
        date=fields.date.isoformat() if fields.date else "",
        networks=names["network"],
        themes=names["theme"],
        texts={
            "title": fields.title or "",
            "summary": fields.summary or "",
            "questions": " ".join(fields.questions),
            "core": core,
            "names": " ".join((*tags, *(name for found in names.values() for name in found))),
            "body": f"{rest} {body}",
        },
        excerpts=" ".join(f"{core} {body}".split())[:_LONGEST_EXCERPT],
        facets=facets_of(item, library),
    )


def _names(kind: str, item_id: str, library: Library) -> tuple[str, ...]:
    return tuple(library.shelves[kind][slug].name for slug in library.standing[kind].get(item_id, ()))


def _field_texts(fields: Declared, *, only: set[str] | None = None, without: set[str] = frozenset()) -> Iterator[str]:  # type: ignore[assignment]  # an empty set that nobody changes
    """The texts of an item's fields, those inside lists and smaller fields included; no keys, dates or references."""
    for spec in fields_of(type(fields)):
        if spec.key not in without and (only is None or spec.key in only) and not spec.target and not spec.choices:
            yield from _texts(getattr(fields, spec.attribute))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Declared):
        yield from _field_texts(value, without={"url", "file", "unit"})
