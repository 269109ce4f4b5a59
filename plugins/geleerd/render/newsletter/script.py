"""The data for the scripts of the newsletter's pages: their address, and the sentences that they show."""

import json

from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library


def script_words(library: Library) -> str:
    """The sentences, as JSON."""
    return json.dumps(library.catalogue.newsletter(library.declarations.item_types), ensure_ascii=False)


def script(address: Address, name: str) -> str:
    """The element that loads a script of these pages."""
    return f'<script type="module" src="{relative(address, f"assets/scripts/newsletter/{name}.js")}"></script>'
