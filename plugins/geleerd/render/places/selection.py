"""The page with what a visitor keeps: items in an order of their own, on their own device or in an address."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.item_types import Phase
from geleerd.model.declarations.part_types import Setting
from geleerd.model.frozen import Frozen
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class SelectionView:
    """The view for the template of the selection, with what its script needs: the root of the site and sentences."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    site: str
    words: str
    search_href: str


def selection_page(library: Library, introductions: Introductions) -> Page:
    """The page; without scripts it says what it is for."""
    catalogue = library.catalogue
    address = library.addresses.place("selection")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("selection")
    view = SelectionView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        site=relative(address, ""),
        words=json.dumps({**catalogue.entries["selection"], **_choices(catalogue)}, ensure_ascii=False),
        search_href=relative(address, library.addresses.place("search")),
    )
    head = f'<script type="module" src="{relative(address, "assets/scripts/selection/selection.js")}"></script>'
    description = introduction.description or catalogue.say("selection-description")
    shown = Shown("pages/selection.html", Frozen({"page": view}))
    return Page(address, title, description, shown, introduction.source, head=head, breadcrumbs=view.breadcrumbs)


def _choices(catalogue: Catalogue) -> Mapping[str, object]:
    """The words for places and moments."""
    named = {"settings": ("setting", get_args(Setting)), "phases": ("phase", get_args(Phase))}
    return {name: {value: catalogue.value(key, value) for value in values} for name, (key, values) in named.items()}
