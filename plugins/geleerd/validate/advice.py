"""The advice of a kind editor: hints on how a text reads, and on its date. Hints never stop publication."""

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import cache

from geleerd.commonmark.outline import Outline, outline_of
from geleerd.locale.catalogue import catalogues
from geleerd.model.collection import WordLists
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.item_types import BrilliantFailure, Example, Item
from geleerd.model.documents import Entry
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.validate.privacy.expressions import AnyCase
from geleerd.validate.unmeant.joined_tags import joined_tags
from geleerd.validate.unmeant.placeholders import without_placeholders

LONGEST_SENTENCE = 30
"""Words. Plain-language guides advise 15 on average and rarely more than 25; a hint at 30 leaves room."""

_MOST_PASSIVE = 3
_ALIKE = 0.8
_SENTENCE = re.compile(r"[^.!?:;]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])(?!\s+[A-Z][a-z])")
"""An abbreviation before another capitalised word is part of a name."""

_TO_DO = {BrilliantFailure: "next_time", Example: "transferable"}


def advice(entry: Entry[Item]) -> Iterator[Problem]:
    """The hints for an item: on its sentences, abbreviations, summary, use for a reader, images and headings."""
    outline = outline_of(entry.body.text)
    texts = tuple(_texts(entry, outline))
    for place, text in texts:
        yield from _sentences(place, text)
    yield from _abbreviations(texts)
    yield from _summary(entry)
    yield from _nothing_to_do(entry)
    yield from joined_tags(entry)
    yield from _images_and_headings(entry, outline)


def without_explained(hints: Iterable[Problem], words: WordLists) -> Iterator[Problem]:
    """The hints, without those on abbreviations that the glossary explains."""
    known = {word for term in words.terms for word in (term.term, term.abbreviation, *term.synonyms) if word}
    known |= {name for term in known for name in _CAPITALS.findall(term)}
    return (hint for hint in hints if hint.code is not Code.UNEXPLAINED_ABBREVIATION or hint.parameters["value"] not in known)


def date_to_come(entry: Entry[Item], today: datetime.date) -> Iterator[Problem]:
    """A hint for a date in the future: one wrong year would keep an item at the top of every list until then."""
    date = entry.fields.date
    if entry.fields.status == "published" and date and date > today:
        yield Problem(entry.document.place(("date",)), Code.FUTURE_DATE, {"value": str(date)})


def _texts(entry: Entry[Item], outline: Outline) -> Iterator[tuple[Place, str]]:
    """The paragraphs of the fields with running text, and those of the body."""
    for spec in fields_of(type(entry.fields)):
        if spec.prose and (value := getattr(entry.fields, spec.attribute)):
            yield from ((entry.document.place((spec.key,)), paragraph.words) for paragraph in outline_of(value).paragraphs)
    for paragraph in outline.paragraphs:
        yield Place(entry.path, entry.body.line + paragraph.line), paragraph.words


def _sentences(place: Place, text: str) -> Iterator[Problem]:
    for sentence in _SENTENCE.findall(text):
        count = len(_WORD.findall(sentence)) if len(sentence) > 2 * LONGEST_SENTENCE else 0
        if count > LONGEST_SENTENCE:
            yield Problem(place, Code.LONG_SENTENCE, {"count": count, "start": " ".join(sentence.split()[:4])})
    if sum(passive.count(text) for passive in _passives()) >= _MOST_PASSIVE:
        yield Problem(place, Code.MUCH_PASSIVE, {"start": " ".join(text.split()[:4])})


@cache
def _passives() -> tuple[AnyCase, ...]:
    """The expressions that find the passive, for every language that has one: an item may be in another language than its site."""
    return tuple(AnyCase(words.passive) for words in catalogues() if words.passive)


def _abbreviations(texts: tuple[tuple[Place, str], ...]) -> Iterator[Problem]:
    """Words in capitals that the text itself does not explain, each once."""
    seen = set(_known_abbreviations()) | {name for _, text in texts for name in re.findall(r"\(([A-Z]{2,6})\)", text)}
    for place, text in texts:
        for name in _CAPITALS.findall(without_placeholders(text)):
            if name not in seen:
                seen.add(name)
                yield Problem(place, Code.UNEXPLAINED_ABBREVIATION, {"value": name})


@cache
def _known_abbreviations() -> frozenset[str]:
    return frozenset(name for words in catalogues() for name in words.known_abbreviations)


def _summary(entry: Entry[Item]) -> Iterator[Problem]:
    title, summary = (set(_WORD.findall((text or "").casefold())) for text in (entry.fields.title, entry.fields.summary))
    if summary and len(summary & title) / len(summary) >= _ALIKE:
        yield Problem(entry.document.place(("summary",)), Code.SUMMARY_REPEATS_TITLE)


def _nothing_to_do(entry: Entry[Item]) -> Iterator[Problem]:
    key = _TO_DO.get(type(entry.fields))
    if key and entry.fields.status == "published" and not getattr(entry.fields, key):
        yield Problem(entry.document.place(), Code.NOTHING_TO_DO, {"key": key, "type": entry.fields.type})


def _images_and_headings(entry: Entry[Item], outline: Outline) -> Iterator[Problem]:
    for image in outline.images:
        if not image.description:
            yield Problem(Place(entry.path, entry.body.line + image.line), Code.IMAGE_WITHOUT_TEXT)
    level = 1
    for heading in outline.headings:
        if heading.level > level + 1:
            yield Problem(Place(entry.path, entry.body.line + heading.line), Code.HEADING_SKIPS)
        level = heading.level
