"""The index of the failure patterns: somebody recognises a sentence, and finds the pattern, its cases, what protects and what helps."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args
from urllib.parse import urljoin

from markupsafe import Markup

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import FailurePattern, FrameEntry, SuccessFactor
from geleerd.model.declarations.part_types import StoryStep
from geleerd.model.documents import Entry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.factors.helping import Helping, helping_with
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.pager import Pager, pager, sheets
from geleerd.render.shelves.pattern_cases import pattern_cases
from geleerd.texts.field_texts import ShownText
from geleerd.texts.texts import SafeTexts

PER_FINDER = 40
"""Patterns on one page of the finder."""

CASES_SHOWN = 4
"""Cases that the finder names of one pattern; its page has them all."""

_KEY = FailurePattern.KEY
STEPS = get_args(StoryStep)
"""The steps of a story, in its order."""


@dataclass(frozen=True, slots=True)
class PatternView:
    """A pattern in the finder: its signals, its cases with the step there, and what its own text names against it."""

    slug: str
    name: str
    href: str
    drawing: str
    meaning: str
    signals: tuple[ShownText, ...]
    cases: tuple[Link, ...]
    more_cases: int
    protecting: tuple[Link, ...]
    helping: tuple[Helping, ...]


@dataclass(frozen=True, slots=True)
class RecognisedAt:
    """The patterns that mostly strike at one step, whose sentences stand together."""

    name: str
    patterns: tuple[PatternView, ...]


@dataclass(frozen=True, slots=True)
class PatternFinderView:
    """The view for the template of the finder."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    steps: tuple[RecognisedAt, ...]
    pager: Pager


def pattern_pages(library: Library, texts: SafeTexts, introductions: Introductions) -> Iterator[Page]:
    """The pages of the finder; one without patterns too."""

    def address(page: int) -> Address:
        return library.addresses.index(_KEY, page)

    entries = library.collection.frame[_KEY]
    parts = sheets([entries[slug] for slug in library.shelves[_KEY]], address, per_page=PER_FINDER)
    introduction, say = introductions.at(address(1)), library.catalogue.say
    title = introduction.title or library.catalogue.type_name(_KEY, plural=True)
    for part in parts:
        first = part.number == 1
        view = PatternFinderView(
            title=title,
            intro=introduction.html if first else Markup(),
            breadcrumbs=(Link(say("home"), relative(part.address, "")),),
            steps=tuple(_steps(part.entries, library, texts, part.address)),
            pager=pager(part.number, len(parts), address),
        )
        yield Page(
            address=part.address,
            title=title if first else say("page-of", title=title, number=part.number),
            description=introduction.description or library.catalogue.type_description(_KEY),
            shown=Shown("pages/failure-patterns.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            breadcrumbs=view.breadcrumbs,
        )


def _steps(entries: Iterable[Entry[FrameEntry]], library: Library, texts: SafeTexts, page: Address) -> Iterator[RecognisedAt]:
    """The patterns by the step at which they mostly strike; last those of which nobody said."""
    found: dict[str, list[PatternView]] = {step: [] for step in (*STEPS, "")}
    for entry in entries:
        if isinstance(entry.fields, FailurePattern):
            found[entry.fields.strikes or ""].append(_pattern(entry, entry.fields, library, texts, page))
    for step, patterns in found.items():
        if patterns:
            yield RecognisedAt(library.catalogue.value("strikes", step) if step else library.catalogue.say("other"), tuple(patterns))


def _pattern(entry: Entry[FrameEntry], fields: FailurePattern, library: Library, texts: SafeTexts, page: Address) -> PatternView:
    own = library.addresses.entry(entry)
    shown, named = texts.of(entry.path, page), _named_in(texts.body(entry.path).html, own)
    cases = tuple(pattern_cases(entry.slug, library, page))
    items = [item for item in library.published if library.addresses.entry(item) in named]
    factors = library.shelves[SuccessFactor.KEY].items()
    return PatternView(
        slug=entry.slug,
        name=fields.shown_name,
        href=relative(page, own),
        drawing=library.drawing_of(fields, page),
        meaning=plain(fields.meaning or ""),
        signals=tuple(map(shown.shown, fields.signals)),
        cases=cases[:CASES_SHOWN],
        more_cases=len(cases[CASES_SHOWN:]),
        protecting=tuple(
            Link(factor.name, relative(page, address))
            for slug, factor in factors
            if (address := library.addresses.shelf(SuccessFactor.KEY, slug)) in named
        ),
        helping=helping_with(items, library, page),
    )


def _named_in(html: str, page: Address) -> Sequence[str]:
    """The addresses on the site to which a text on a page leads."""
    return [urljoin(f"/{page}", href).removeprefix("/") for href in re.findall(r'<a [^>]*?href="([^"#?]+)', html)]
