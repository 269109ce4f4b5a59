"""The facets follow from the marks in the declarations: nobody lists them elsewhere."""

import pickle
from typing import Annotated, Literal

from geleerd import DECLARATIONS
from geleerd.model.declarations.facets import declared_facets
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.marks import Facet


class Recipe(Item):
    """A type that the package does not have, with a facet that no other type has."""

    KEY = "recipe"

    type: Literal["recipe"]
    taste: Annotated[Literal["sweet", "sour"] | None, Facet("taste")] = None


MORE = DECLARATIONS.also(items=(Recipe,), words={"nl": "[types.recipe]\none = 'Recept'\n"})


def test_the_facets_keep_their_order():
    keys = [facet.key for facet in DECLARATIONS.facets]
    assert keys == [
        "type",
        "theme",
        "network",
        "for",
        "about",
        "programme",
        "tag",
        "year",
        "evidence",
        "minutes",
        "people",
        "setting",
        "phase",
    ]
    assert [facet.key for facet in DECLARATIONS.facets if not facet.mark.boxed] == ["programme", "tag", "year", "evidence"]


def test_a_mark_alone_makes_a_facet_after_those_that_have_a_place():
    taste = MORE.facets[-1]
    assert (taste.key, taste.spec.choices, taste.types, taste.shared) == ("taste", ("sweet", "sour"), ("recipe",), False)
    assert [facet.key for facet in MORE.facets[:-1]] == [facet.key for facet in DECLARATIONS.facets]


def test_a_facet_of_all_items_says_so():
    found = {facet.key: facet for facet in declared_facets([Recipe], [])}
    assert found["theme"].shared
    assert found["theme"].types == ("recipe",)
    assert "programme" not in found, "no network passes it on"


def test_types_from_elsewhere_are_a_value():
    assert pickle.loads(pickle.dumps(MORE)) == MORE  # noqa: S301  # pickled on the line itself
    assert {MORE: "found"}[DECLARATIONS.also(items=(Recipe,), words={"nl": "[types.recipe]\none = 'Recept'\n"})] == "found"
    assert "recipe" not in DECLARATIONS.types
