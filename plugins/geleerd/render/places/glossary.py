"""The glossary: terms of the field, with their meanings and their other names, by letter, on as many pages as they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.part_types import Term
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.introductions import Introductions
from geleerd.render.parts.pager import Pager, pager
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
class Letter:
    """The terms on one page that begin with a letter; `anchor` has a sign that no term has in its own."""

    name: str
    anchor: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The view for the template of a page of the glossary: the terms on it by letter, and links to the letters of all pages."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    bar: tuple[Link, ...]
    letters: tuple[Letter, ...]
    pager: Pager


def glossary_pages(library: Library, texts: SafeTexts, introductions: Introductions) -> Iterator[Page]:
    """The pages with every term; one page when there are none."""
    by_anchor: dict[str, list[Term]] = {anchor: [] for anchor in library.term_pages}
    for term in library.collection.words.explained:
        by_anchor[term.anchor].append(term)
    pages: dict[Address, list[Term]] = {library.addresses.place("glossary"): []}
    for anchor, address in library.term_pages.items():
        pages.setdefault(address, []).extend(by_anchor[anchor])
    for number, (address, terms) in enumerate(pages.items(), start=1):
        view = _view(address, number, len(pages), terms, library, texts, introductions)
        yield _page(address, number, view, library, introductions)


def _page(address: Address, number: int, view: GlossaryView, library: Library, introductions: Introductions) -> Page:
    say = library.catalogue.say
    first = library.addresses.place("glossary")
    introduction = introductions.at(first)
    return Page(
        address=address,
        title=view.title if number == 1 else say("page-of", title=view.title, number=number),
        description=introduction.description or say("glossary-description"),
        shown=Shown("pages/glossary.html", Frozen({"page": view})),
        source=introduction.source if number == 1 else None,
        breadcrumbs=view.breadcrumbs,
    )


def _view(
    address: Address, number: int, total: int, terms: Sequence[Term], library: Library, texts: SafeTexts, introductions: Introductions
) -> GlossaryView:
    catalogue = library.catalogue
    introduction = introductions.at(library.addresses.place("glossary"))
    meanings = texts.of(library.collection.words.glossary, address)
    views = [_term(term, meanings) for term in terms]
    return GlossaryView(
        title=introduction.title or catalogue.say("glossary"),
        intro=introduction.html if number == 1 else Markup(),
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        bar=tuple(_bar(address, library)),
        letters=tuple(Letter(letter.upper(), _anchor(letter), tuple(found)) for letter, found in groupby(views, key=_letter)),
        pager=pager(number, total, lambda page: library.addresses.place("glossary", page)),
    )


def _bar(here: Address, library: Library) -> Iterator[Link]:
    """A link to each letter, on the first page that has terms with it."""
    first: dict[str, Address] = {}
    for anchor, page in library.term_pages.items():
        first.setdefault(anchor[:1], page)
    for letter, page in first.items():
        yield Link(letter.upper(), f"{'' if page == here else relative(here, page)}#{_anchor(letter)}")


def _letter(term: TermView) -> str:
    return term.anchor[:1]


def _anchor(letter: str) -> str:
    return f"letter_{letter}"


def _term(term: Term, meanings: FieldTexts) -> TermView:
    name = term.term or term.abbreviation or ""
    return TermView(term.anchor, name, term.abbreviation if term.term else None, meanings.shown(term.meaning or ""), term.synonyms)
