"""The glossary: terms of the field, with their meanings and their other names."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.part_types import Term
from geleerd.model.frozen import Frozen
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.introductions import Introductions
from geleerd.texts.field_texts import FieldTexts, ShownText
from geleerd.texts.texts import SafeTexts


@dataclass(frozen=True, slots=True)
class TermView:
    """A term in the glossary."""

    anchor: str
    name: str
    abbreviation: str | None
    meaning: ShownText
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The view for the template of the glossary: terms by their first letter."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    letters: tuple[tuple[str, tuple[TermView, ...]], ...]


def glossary_page(library: Library, texts: SafeTexts, introductions: Introductions) -> Page:
    """The page with every term."""
    catalogue = library.catalogue
    address = library.addresses.place("glossary")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("glossary")
    meanings = texts.of(library.collection.words.glossary, address)
    terms = sorted((_view(term, meanings) for term in library.collection.words.explained), key=lambda term: term.anchor)
    view = GlossaryView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        letters=tuple((letter.upper(), tuple(found)) for letter, found in groupby(terms, key=lambda term: term.anchor[:1])),
    )
    shown = Shown("pages/glossary.html", Frozen({"page": view}))
    description = introduction.description or catalogue.say("glossary-description")
    return Page(address, title, description, shown, introduction.source, breadcrumbs=view.breadcrumbs)


def _view(term: Term, meanings: FieldTexts) -> TermView:
    name = term.term or term.abbreviation or ""
    return TermView(term.anchor, name, term.abbreviation if term.term else None, meanings.shown(term.meaning or ""), term.synonyms)
