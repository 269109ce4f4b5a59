"""A type of item, a frame type and two facets, declared here and nowhere else, and a whole site with them."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import pytest

import geleerd
from geleerd.model.artefacts import Drawing, Page, TextFile
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.kinds import Slugs, Text
from geleerd.model.declarations.marks import Core, Facet, RefersTo, ToPublish
from geleerd.model.declarations.registry import DECLARATIONS
from geleerd.pipeline import Site, build
from tests.workbench.building import settings, written

PACKAGE = Path(geleerd.__file__).parent


class Region(FrameEntry):
    """Where something comes from."""

    KEY = "region-of-origin"
    FOLDER = "streken"
    LIST = "regions-of-origin"
    FOLLOWED = True

    type: Literal["region-of-origin"] | None = None
    followed_by: Annotated[Slugs, RefersTo("region-of-origin")] = ()


class Recipe(Item):
    """How something is made."""

    KEY = "recipe"
    COLOUR = "#123456"
    SCHEMA_ORG = ("Recipe",)

    type: Literal["recipe"]
    method: Annotated[Text | None, ToPublish(), Core()] = None
    taste: Annotated[Literal["sweet", "sour"] | None, Facet("taste")] = None
    origins: Annotated[Slugs, RefersTo("region-of-origin"), Facet("region-of-origin")] = ()


WORDS = """
[types]
recipe = { one = "Recept", other = "Recepten", what = "Hoe je iets maakt." }
region-of-origin = { one = "Streek", other = "Streken", what = "Waar iets vandaan komt." }
[words]
recipe = "recepten"
region-of-origin = "streken"
[fields]
method = { label = "Bereiding", help = "Hoe het gaat." }
taste = { label = "Smaak", help = "Hoe het smaakt." }
origins = { label = "Herkomst", help = "Waar het vandaan komt." }
[values]
taste = { sweet = "zoet", sour = "zuur" }
[interface]
children-region-of-origin = "Streken hierbinnen"
regions-of-origin-here = "Streken die hier spelen"
"""

MORE = DECLARATIONS.also(items=(Recipe,), frame=(Region,), words={"nl": WORDS, "en": WORDS})
"""The declarations and their words in both catalogues: with the three templates below, all that they need."""

TEMPLATES = {
    "pages/recipe.html": '{% extends "pages/tip.html" %}',
    "pages/region-of-origin.html": '{% extends "pages/failure-pattern.html" %}',
    "partials/icons/recipe.html": '<svg aria-hidden="true"></svg>',
}

RECIPE = """---
id: k7m2xq
type: recipe
title: Een taart van appels
summary: Zo bak je samen een taart van appels die goed smaakt.
date: 2026-11-20
themes: [eten]
origins: [betuwe]
taste: sweet
method: Bak de taart een uur en laat hem daarna afkoelen.
sources: [{title: Kookboek}]
---
"""

FILES = {
    "content/streken/betuwe.md": "---\nname: Betuwe\n---\n",
    "content/themas/eten.md": "---\nname: Eten\ndefinition: Wat mensen eten.\n---\n",
    "lessons/taart.md": RECIPE,
    "lessons/fout.md": RECIPE.replace("k7m2xq", "m2k7xq").replace("betuwe", "betuwen").replace("sweet", "zoet"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("declared")
    overrides = written(folder / "overrides", TEMPLATES)
    asked = settings(written(folder / "kb", FILES))
    return build(replace(asked, declarations=MORE, overrides=(overrides,), site_url="https://geleerd.example/"))


def page(site: Site, address: str) -> str:
    return next(p.content for p in site.artefacts if isinstance(p, Page) and p.address == address)


def file(site: Site, path: str) -> str:
    return str(next(f.content for f in site.artefacts if isinstance(f, TextFile) and f.path == path))


def test_its_colour_and_what_it_belongs_to_reach_the_stylesheet_and_the_newsletter(site):
    assert ":is(.card--recipe,.item--recipe,.near__row--recipe,.type--recipe,.way--recipe){--type:#123456}" in file(
        site, "assets/stylesheets/geleerd.css"
    )
    assert "&#34;region-of-origin&#34;: &#34;regions-of-origin&#34;" in page(site, "nieuwsbrief/")


def test_pages_and_indices(site):
    assert "Een taart van appels" in page(site, "recepten/taart/")
    assert "Een taart van appels" in page(site, "recepten/")
    assert "Een taart van appels" in page(site, "streken/betuwe/")
    assert "Betuwe" in page(site, "streken/")


def test_the_search_page_has_the_facets_and_the_index_their_values(site):
    search = page(site, "zoeken/")
    assert all(part in search for part in ('name="taste" value="sweet"', 'name="region-of-origin" value="betuwe"', ">zoet<"))
    facets = next(document.facets for document in site.documents if document.address == "recepten/taart/")
    assert facets["taste"] == ("sweet",)
    assert facets["region-of-origin"] == ("betuwe",)


def test_the_forms_ask_its_fields(site):
    assert "Bereiding" in page(site, "bijdragen/nieuw/recepten/")
    assert "Streek" in page(site, "bijdragen/redactie/streken/")


def test_feeds_data_and_schemas(site):
    assert "Een taart van appels" in file(site, "recepten/feed.xml")
    assert "Een taart van appels" in file(site, "streken/betuwe/feed.xml")
    (entry,) = json.loads(file(site, "api/v1/regions-of-origin.json"))
    assert (entry["slug"], entry["items"]) == ("betuwe", 1)
    line = next(line for line in json.loads(file(site, "api/v1/items.json")) if line["id"] == "k7m2xq")
    assert (line["type"], line["regions-of-origin"]) == ("recipe", ["betuwe"])
    assert "method" in json.loads(file(site, "api/v1/schema/recipe.json"))["properties"]


def test_the_picture_to_share_has_its_colour(site):
    drawing = next(d for d in site.artefacts if isinstance(d, Drawing) and d.path.startswith("l/k7m2xq/"))
    assert drawing.image.colour == "#123456"


def test_a_check_says_what_is_wrong_with_it(site):
    told = {
        (problem.code.value, problem.parameters.get("key")) for problem in site.reading.problems if problem.place.file == "lessons/fout.md"
    }
    assert ("bad-choice", "taste") in told


OTHER_THEMES = {
    PACKAGE / "adapters/mkdocs/framed.py",
    PACKAGE / "adapters/settings/frame.py",
    PACKAGE / "making/framing.py",
    PACKAGE / "read/drawings/family.py",
    PACKAGE / "read/traces/office/parts/rules.py",
}
"""The modules in which a theme is that of a site or of a document of Office."""


def test_few_modules_name_a_frame_type_themselves():
    """What names a type in its code must be looked at when types are added. Who takes one off the number lowers it here; nobody raises it."""
    ordinary = {"source"}  # a word that programs use in other senses too
    named = re.compile(r'"({})"'.format("|".join(DECLARATIONS.frame_types.keys() - ordinary)))
    files = (
        path for path in PACKAGE.rglob("*.py") if not path.is_relative_to(PACKAGE / "model" / "declarations") and path not in OTHER_THEMES
    )
    assert sum(1 for path in files if named.search(path.read_text(encoding="utf-8"))) == 21
