"""The search page: the form with its facets, and the ways to browse for whom the search does not work."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from geleerd.model.artefacts import Link, Page
from geleerd.model.declarations.field_specs import fields_of
from geleerd.model.declarations.item_types import Item, WorkFormat
from geleerd.model.declarations.registry import FRAME_TYPES, ITEM_TYPES
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.facets import FACETS, MINUTES, PEOPLE
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import choices_since
from geleerd.render.parts.introductions import Introductions

_BOXED = ("type", "theme", "network", "for", "about", "minutes", "people", "setting", "phase")
"""The facets with boxes to tick. The others are asked for by their address alone: their lists are long, or they belong to the staff."""

_WIDE = {"type"}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, and its words."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its choices. `wide`: open where there is room; `formats`: only for work formats."""

    key: str
    label: str
    choices: tuple[FacetValue, ...]
    wide: bool
    formats: bool


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything that the template of the search page shows.

    `words` are the sentences of its script, `former` the choices that were renamed, for links with their old names; both as JSON.
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
    indices: tuple[Link, ...]


def search_page(library: Library, introductions: Introductions, env: Environment) -> Page:
    """The search page; its script asks the index and shows results."""
    catalogue = library.addresses.catalogue
    address = library.addresses.place("search")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("search")
    facets = tuple(facet for facet in _facets(library) if facet.choices)
    view = SearchView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        facets=facets,
        unboxed=" ".join(key for key in FACETS if key not in {facet.key for facet in facets}),
        words=json.dumps(catalogue.results(), ensure_ascii=False),
        former=json.dumps(choices_since(library, FACETS)),
        site=relative(address, ""),
        types=tuple(ITEM_TYPES),
        indices=tuple(_indices(library, address)),
    )
    content = env.get_template("pages/search.html").render(page=view)
    description = introduction.description or catalogue.say("search-description")
    return Page(address, title, description, content, introduction.source, head=_head(address), breadcrumbs=view.breadcrumbs)


def _head(address: Address) -> str:
    return f'<script type="module" src="{relative(address, "assets/scripts/search/search.js")}"></script>'


def _facets(library: Library) -> Iterator[FacetView]:
    of_every_item = {spec.facet for spec in fields_of(Item)}
    fields = {spec.facet: spec.key for spec in fields_of(WorkFormat) if spec.facet}
    catalogue = library.addresses.catalogue
    for key in _BOXED:
        label = catalogue.type_name(key) if key in FRAME_TYPES else catalogue.label(fields.get(key, key))
        yield FacetView(key, label, tuple(_choices(key, library)), key in _WIDE, key in fields and key not in of_every_item)


def _choices(key: str, library: Library) -> Iterator[FacetValue]:
    catalogue = library.addresses.catalogue
    if key == "type":
        yield from (FacetValue(kind, catalogue.type_name(kind, plural=True)) for kind in ITEM_TYPES)
    elif key in library.shelves and key != "phase":
        yield from (FacetValue(shelf.slug, shelf.name) for shelf in library.shelves[key].values() if shelf.items)
    elif key in library.collection.words.vocabularies:
        yield from (FacetValue(slug, choice.name) for slug, choice in library.collection.words.vocabularies[key].items())
    elif key in {"minutes", "people"}:
        yield from (FacetValue(value, catalogue.value(key, value)) for value in (MINUTES if key == "minutes" else PEOPLE))
    else:
        spec = next(spec for spec in fields_of(WorkFormat) if spec.facet == key)
        yield from (FacetValue(value, catalogue.value(key, value)) for value in spec.choices)


def _indices(library: Library, address: Address) -> Iterator[Link]:
    """Where a reader browses without searching."""
    catalogue = library.addresses.catalogue
    for kind in (*ITEM_TYPES, "theme", "network", "tag"):
        yield Link(
            catalogue.type_name(kind, plural=True), relative(address, library.addresses.index(kind)), catalogue.type_description(kind)
        )
