"""The search page: the form with its facets, and links to browse, for readers for whom the search does not work."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown, TextFile
from geleerd.model.declarations.facets import DeclaredFacet
from geleerd.model.declarations.field_specs import FieldSpec
from geleerd.model.declarations.frame_types import Guide
from geleerd.model.declarations.item_types import LearningQuestion, WorkFormat
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_CHOICES
from geleerd.model.strings import Address, slug_from
from geleerd.model.urls import relative
from geleerd.read.drawings.family import family
from geleerd.read.everyday.words import length_words
from geleerd.relate.facets import ELSEWHERE, SPANS, Choosable, facet_keys, file_of_choices, shown_of, values_in
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import choices_since
from geleerd.relate.selection import narrowing
from geleerd.render.parts.cards import Card
from geleerd.render.parts.list_context import ListContext

_WIDE = {"type"}

MOST_PATHS = 5
"""Start paths that are offered to whoever finds nothing."""

NEWEST_FOUND = 10
"""Items that the page shows before somebody asks: as many as its script shows at a time, so that the engine need not be there yet."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its choices, values with names. `wide`: open on wide screens; `formats`: only for work formats.

    `more` is the number of choices that are too many for the page, `more_href` the file that has them all.
    """

    key: str
    label: str
    choices: tuple[Choosable, ...]
    more: int
    more_href: str
    wide: bool
    formats: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """The view for the template of the search page; `newest` are the first of all items, of which there are `count`.

    `paths` are the first start paths and `ask_href` is where to put a question, for whoever finds nothing.
    `drawings` are those of the package that stand beside results. `words` are the sentences of its script, with the words of
    lengths, `former` the renamed choices by their old names, for old links; both as JSON.
    """

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    facets: tuple[FacetView, ...]
    unboxed: str
    words: str
    former: str
    site: str
    types: tuple[str, ...]
    drawings: tuple[str, ...]
    indices: tuple[Link, ...]
    newest: tuple[Card, ...]
    count: int
    paths: tuple[Link, ...]
    ask_href: str


def search_page(library: Library, context: ListContext) -> Page:
    """The search page; its script queries the index and shows the results."""
    catalogue = library.catalogue
    address = library.addresses.place("search")
    introduction = context.introductions.at(address)
    title = introduction.title or catalogue.say("search")
    facets = tuple(facet for facet in _facets(library) if facet.choices)
    view = SearchView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        facets=facets,
        unboxed=" ".join(key for key in facet_keys(library.declarations) if key not in {facet.key for facet in facets}),
        words=json.dumps({**catalogue.results(), "lengths": dict(length_words())}, ensure_ascii=False),
        former=json.dumps(choices_since(library, facet_keys(library.declarations))),
        site=relative(address, ""),
        types=tuple(library.declarations.item_types),
        drawings=tuple(sorted({library.drawing_of(item.fields) for item in library.published} & family().keys())),
        indices=tuple(_indices(library, address)),
        newest=tuple(context.cards[item.fields.id].on(address) for item in library.published[:NEWEST_FOUND]),
        count=len(library.published),
        paths=tuple(
            Link(shelf.name, relative(address, library.addresses.shelf(shelf.kind, shelf.slug)))
            for shelf in tuple(library.shelves[Guide.KEY].values())[:MOST_PATHS]
        ),
        ask_href=relative(address, library.addresses.form("new", LearningQuestion.KEY)),
    )
    shown = Shown("pages/search.html", Frozen({"page": view}))
    description = introduction.description or catalogue.say("search-description")
    return Page(address, title, description, shown, introduction.source, head=_head(address), breadcrumbs=view.breadcrumbs)


def _head(address: Address) -> str:
    return f'<script type="module" src="{relative(address, "assets/scripts/search/search.js")}"></script>'


def _facets(library: Library) -> Iterator[FacetView]:
    catalogue = library.catalogue
    for facet in library.declarations.facets:
        if facet.mark.boxed:
            label = catalogue.type_name(facet.key) if facet.key in library.declarations.frame_types else catalogue.label(facet.spec.key)
            for_formats = not facet.shared and WorkFormat.KEY in facet.types
            every = tuple(_choices(facet, library))
            shown = shown_of(facet.key, every, library)
            href = relative(library.addresses.place("search"), file_of_choices(facet.key)) if len(shown) < len(every) else ""
            yield FacetView(facet.key, label, shown, len(every) - len(shown), href, facet.key in _WIDE, for_formats)
    if others := tuple((snapshot.base.slug, snapshot.base.name) for snapshot in library.collection.elsewhere):
        yield FacetView(ELSEWHERE, catalogue.say("elsewhere"), others, 0, "", wide=False, formats=False)


def facet_files(library: Library) -> Iterator[TextFile]:
    """The files with the choices that are too many for a page, by value and name."""
    for facet in library.declarations.facets:
        choices = tuple(_choices(facet, library))
        is_shown = facet.mark.boxed or facet.key in narrowing(library.declarations)
        if is_shown and len(choices) > MOST_CHOICES:
            yield TextFile(file_of_choices(facet.key), json.dumps(choices, ensure_ascii=False, separators=(",", ":")))


def _choices(facet: DeclaredFacet, library: Library) -> Iterator[Choosable]:
    catalogue, key, spec = library.catalogue, facet.key, facet.spec
    if key == "type":
        yield from ((kind, catalogue.type_name(kind, plural=True)) for kind in library.declarations.item_types)
    elif spec.target in library.collection.words.vocabularies:
        yield from ((slug, choice.name) for slug, choice in library.collection.words.vocabularies[str(spec.target)].items())
    elif spec.part in SPANS:
        yield from ((value, catalogue.value(key, value)) for value in SPANS[spec.part])
    elif spec.choices:
        yield from ((value, catalogue.value(spec.key, value)) for value in spec.choices)
    elif key in library.shelves:
        yield from ((shelf.slug, shelf.name) for shelf in library.shelves[key].values() if shelf.items)
    else:
        yield from _words_chosen(spec, library)


def _words_chosen(spec: FieldSpec, library: Library) -> Iterator[Choosable]:
    """The values of a facet that people choose freely, each once, from all items."""
    texts = (text for item in library.published for text in values_in(getattr(item.fields, spec.attribute, None)))
    named = {slug: text for text in texts if (slug := slug_from(text))}
    yield from ((slug, named[slug]) for slug in sorted(named))


def _indices(library: Library, address: Address) -> Iterator[Link]:
    """The links to the indices, for readers who browse instead of search."""
    catalogue = library.catalogue
    for kind in (*library.declarations.item_types, *library.declarations.browsed, "tag"):
        yield Link(
            catalogue.type_name(kind, plural=True), relative(address, library.addresses.index(kind)), catalogue.type_description(kind)
        )
    if library.collection.elsewhere:
        page = library.addresses.place("elsewhere")
        yield Link(catalogue.say("elsewhere"), relative(address, page), catalogue.say("elsewhere-description"))
