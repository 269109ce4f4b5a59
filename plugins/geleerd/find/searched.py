"""The data that a search has about an item: its words by weight, the texts of a result, and its facets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from geleerd.commonmark.plain_text import plain
from geleerd.find.tokens import folded
from geleerd.guard import each
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.field_specs import UNSHOWN, FieldSpec, fields_of
from geleerd.model.declarations.frame_types import Theme
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.elsewhere import LearnedElsewhere, learned_elsewhere
from geleerd.relate.facets import ELSEWHERE, facets_of
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.texts.texts import SafeTexts

WEIGHTS: Mapping[str, float] = {"title": 5.0, "summary": 3.5, "questions": 3.0, "core": 1.8, "names": 3.0, "body": 0.5}
"""The weight of a word by the place of its text in the record.

`core` is the lesson or advice itself, `questions` are those that readers ask, `names` are tags, themes and networks.
"""

_NOT_INDEXED = (UNSHOWN - {"attachments"}) | {"questions", "sources"}
"""Fields with a place of their own in a record, and fields in which nobody searches for words."""

_ADDRESSES = {"url", "file"}
_TAG = re.compile(r"<[^>]*>")
_LONGEST_EXCERPT = 2000
"""Characters of text in the data of a result, from which the search page cuts the sentence that matches."""


@dataclass(frozen=True, slots=True)
class Record:
    """An item as the search sees it. `texts` are its texts by place, `excerpts` is running text, `facets` hold keys and slugs.

    `source` is the file that it was made from. `crown` says how many networks learned it, if several did;
    `format_facts` what a work format takes, `drawing` the one beside it: its name, or where its file stands on the site.
    `asked` are the questions of readers, each by itself. `elsewhere` is the name of the other knowledge base that learned it, in the
    language `lang`; its address is a whole one then. `names` are its tags and what it belongs to, by the names that say most.
    """

    source: SourcePath
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
    crown: str = ""
    format_facts: str = ""
    drawing: str = ""
    asked: tuple[str, ...] = ()
    elsewhere: str = ""
    lang: str = ""
    names: tuple[str, ...] = ()


def records_of(library: Library, texts: SafeTexts) -> Iterator[Record]:
    """A record for every item that lists show, and for what was learned elsewhere."""
    yield from each(lambda item: _record(item, library, texts), library.published)
    yield from (_foreign_record(one, library) for one in learned_elsewhere(library))


def _record(item: ItemEntry, library: Library, texts: SafeTexts) -> Record:
    fields = item.fields
    body = unescape(_TAG.sub(" ", texts.bodies[item.path].html))
    specs = [spec for spec in fields_of(type(fields)) if spec.key not in _NOT_INDEXED]
    core, rest = (" ".join(map(_ended, _field_texts(fields, (s for s in specs if s.core == is_core)))) for is_core in (True, False))
    shelves = {kind: _shelves(kind, fields.id, library) for kind in library.declarations.named}
    names = tuple(shelf.also or shelf.name for found in shelves.values() for shelf in found)
    tags = tuple(library.tags(item))
    return Record(
        source=item.path,
        address=library.addresses.entry(item),
        type=fields.type,
        title=fields.title or "",
        summary=fields.summary or "",
        date=fields.date.isoformat() if fields.date else "",
        networks=tuple(shelf.name for shelf in shelves["network"]),
        themes=tuple(shelf.name for shelf in shelves["theme"]),
        texts=Frozen(
            {
                "title": fields.title or "",
                "summary": fields.summary or "",
                "questions": " ".join(fields.questions),
                "core": core,
                "names": " ".join((*tags, *names)),
                "body": f"{rest} {body}",
            }
        ),
        excerpts=" ".join(f"{core} {body} {rest}".split())[:_LONGEST_EXCERPT],
        facets=Frozen(facets_of(item, library)),
        crown=library.crown_of(item),
        format_facts=library.format_facts(item),
        drawing=library.drawing_of(fields),
        asked=tuple(fields.questions),
        names=tuple({folded(name): name for name in (*tags, *names)}.values()),
    )


def _ended(text: str) -> str:
    """A text as a sentence of its own: a result shows one."""
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."


def _foreign_record(one: LearnedElsewhere, library: Library) -> Record:
    item, base = one.item, one.base
    themes = tuple(library.shelves[Theme.KEY][slug].name for slug in one.themes)
    facets = {"type": item.type if item.type in library.declarations.item_types else "", "year": item.date[:4], ELSEWHERE: base.slug}
    texts = {"title": item.title, "summary": item.summary, "names": " ".join((*themes, *item.networks)), "body": base.name}
    return Record(
        source=base.path,
        address=Address(item.url),
        type=item.type,
        title=item.title,
        summary=item.summary,
        date=item.date,
        networks=(*item.networks, library.catalogue.say("from-elsewhere", name=base.name)),
        themes=themes,
        texts=Frozen({place: texts.get(place, "") for place in WEIGHTS}),
        excerpts="",
        facets=Frozen({**{key: (value,) for key, value in facets.items() if value}, **({Theme.KEY: one.themes} if one.themes else {})}),
        elsewhere=base.name,
        lang=item.language,
    )


def _shelves(kind: str, item_id: str, library: Library) -> tuple[Shelf, ...]:
    return tuple(library.shelves[kind][slug] for slug in library.shelf_slugs[kind].get(item_id, ()))


def _field_texts(fields: Declared, specs: Iterable[FieldSpec]) -> Iterator[str]:
    """The texts in fields, also those inside lists and smaller declarations, but no keys, dates or references."""
    for spec in specs:
        if not spec.target and not spec.choices:
            texts = _texts(getattr(fields, spec.attribute))
            yield from map(plain, texts) if spec.markdown else texts


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Declared):
        yield from _field_texts(value, (spec for spec in fields_of(type(value)) if spec.key not in _ADDRESSES))
