"""The self-check: a network marks which success factors it recognises, and finds what helps with the weakest."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import SuccessFactor
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.factors.helping import Helping, helping_with
from geleerd.render.factors.map_pages import Factor, grouped
from geleerd.render.parts.introductions import Introductions
from geleerd.texts.field_texts import ShownText
from geleerd.texts.texts import SafeTexts

MOST_CHECKED = 40
"""Factors that a check asks about; a group that has to answer more gives up."""

ANSWERS = ("2", "1", "0")
"""What an address says of a factor: it is there, a little, or missing."""


@dataclass(frozen=True, slots=True)
class CheckedFactor:
    """A factor to answer about: its signals, and what helps where it is weak."""

    slug: str
    name: str
    href: str
    signals: tuple[ShownText, ...]
    ways: tuple[ShownText, ...]
    helping: tuple[Helping, ...]


@dataclass(frozen=True, slots=True)
class CheckedGroup:
    """The factors of one group, under its name."""

    name: str
    factors: tuple[CheckedFactor, ...]


@dataclass(frozen=True, slots=True)
class SelfCheckView:
    """The view for the template of the check. The staff wrote `intro` above the first heading, `sheets` below each."""

    title: str
    intro: Markup
    sheets: tuple[Markup, ...]
    breadcrumbs: tuple[Link, ...]
    groups: tuple[CheckedGroup, ...]
    answers: tuple[Link, ...]
    map_href: str
    words: str


def self_check_page(library: Library, texts: SafeTexts, introductions: Introductions) -> Page:
    """The page. Without scripts it is a sheet to fill in, with what helps below it for every factor."""
    catalogue = library.catalogue
    address = library.addresses.place("self-check")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("self-check")
    above, *sheets = introduction.html.split("<h2")
    view = SelfCheckView(
        title=title,
        intro=Markup(above),  # noqa: S704  # a part of what was sanitised
        sheets=tuple(Markup(f"<h2{sheet}") for sheet in sheets),  # noqa: S704  # as above
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        groups=tuple(_groups(library, texts, address)),
        answers=tuple(Link(catalogue.say(f"check-answer-{answer}"), answer) for answer in ANSWERS),
        map_href=relative(address, library.addresses.index(SuccessFactor.KEY)),
        words=json.dumps(catalogue.entries["self-check"], ensure_ascii=False),
    )
    head = f'<script type="module" src="{relative(address, "assets/scripts/factors/check.js")}"></script>'
    description = introduction.description or catalogue.say("self-check-description")
    shown = Shown("pages/self-check.html", Frozen({"page": view}))
    return Page(address, title, description, shown, introduction.source, head=head, breadcrumbs=view.breadcrumbs)


def _groups(library: Library, texts: SafeTexts, page: Address) -> Iterator[CheckedGroup]:
    left = MOST_CHECKED
    for name, factors in grouped(library).items():
        asked = [factor for factor in factors if factor[1].category == "factor"][:left]
        left -= len(asked)
        if asked:
            yield CheckedGroup(name, tuple(_factor(factor, library, texts, page) for factor in asked))


def _factor(factor: Factor, library: Library, texts: SafeTexts, page: Address) -> CheckedFactor:
    entry, fields = factor
    shown = texts.of(entry.path, page)
    return CheckedFactor(
        slug=entry.slug,
        name=fields.shown_name,
        href=relative(page, library.addresses.entry(entry)),
        signals=tuple(map(shown.shown, fields.recognise)),
        ways=tuple(map(shown.shown, fields.how)),
        helping=helping_with(library.shelves[SuccessFactor.KEY][entry.slug].items, library, page),
    )
