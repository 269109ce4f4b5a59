"""What members of networks said, each with a place of its own on the page with all sayings."""

from geleerd import reading_of
from geleerd.relate.sayings import sayings_of
from tests.workbench.building import settings

WEST = """---
name: West
quotes: [{text: "Samen kom je verder!", role: deelnemer}, {text: "Samen kom je verder"}, {text: "!!!"}]
---
"""
EAST = """---
name: Aan de oostkant
quotes: [{text: "Leren waarderen."}]
---
"""


def test_sayings_follow_the_names_of_networks_and_each_has_its_own_anchor(write):
    files = {"content/netwerken/west.md": WEST, "content/netwerken/aan-de-oostkant.md": EAST}
    found = [*sayings_of(reading_of(settings(write(files))).library.collection)]
    assert [(saying.network.slug, saying.anchor) for saying in found] == [
        ("aan-de-oostkant", "leren-waarderen"),
        ("west", "samen-kom-je-verder"),
        ("west", "samen-kom-je-verder-2"),
        ("west", "saying"),
    ]
    assert found[1].quote.role == "deelnemer"
