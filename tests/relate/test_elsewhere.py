"""What others learned stands below our themes, and tells which of our items they learned too."""

from dataclasses import replace

import pytest

from geleerd.reading import library_of
from geleerd.relate.elsewhere import also_learned, by_theme, learned_elsewhere
from tests.workbench.building import settings
from tests.workbench.other_bases import foreign, kept

OURS = "https://geleerd.example/"


def library(write, *items):
    root = write({"content/themas/diep.md": "---\nname: Diep\ndefinition: Onder borging.\nparent: borging\n---\n"})
    return library_of(replace(settings(root), elsewhere=(kept(items),)))


def test_a_theme_is_known_by_its_slug_or_by_the_name_that_the_owner_gives_and_those_above_it_count(write):
    found = learned_elsewhere(library(write, foreign(0), foreign(1, themes=("diep", "onbekend")), foreign(2, themes=())))
    assert {one.item.id: one.themes for one in found} == {"b00000": ("borging",), "b00001": ("diep", "borging"), "b00002": ()}
    assert [one.item.id for one in by_theme(found)["borging"]] == ["b00000", "b00001"]


def test_the_newest_comes_first_and_order_never_depends_on_chance(write):
    found = learned_elsewhere(library(write, foreign(3, date=""), foreign(2), foreign(1), foreign(0, date="2026-06-01")))
    assert [one.item.id for one in found] == ["b00000", "b00001", "b00002", "b00003"]


@pytest.mark.parametrize(
    ("cited", "confirms"),
    [
        (f"{OURS}l/a1b2c3/", True),
        (f"{OURS}l/a1b2c3/#geleerd", True),
        (f"{OURS}tips/begin-klein/", True),
        ("https://oud.example/l/a1b2c3/", True),
        (f"{OURS}l/zzzzzz/", False),
        ("https://anders.example/l/a1b2c3/", False),
        (f"{OURS}", False),
    ],
)
def test_whoever_names_an_item_of_ours_as_a_source_learned_it_too(write, cited, confirms):
    ours = library(write, foreign(0, cites=(cited, cited)))
    found = also_learned(learned_elsewhere(ours), ours, (OURS, "https://oud.example", ""))
    assert {item_id: [one.item.id for one in ones] for item_id, ones in found.items()} == ({"a1b2c3": ["b00000"]} if confirms else {})
