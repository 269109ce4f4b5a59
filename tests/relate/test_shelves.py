"""What stands together under a network, a programme, a theme or a tag."""

import re
from typing import get_args

import pytest

from geleerd import Page, build, catalogue, reading_of
from geleerd.find.searched import records_of
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.declarations.item_types import Phase
from geleerd.model.strings import slug_from
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def test_a_parent_shows_its_childrens_items(write):
    shelves = reading_of(settings(write({}))).library.shelves["network"]
    assert [item.fields.id for item in shelves["oost"].items] == ["d4e5f6", "a1b2c3"]
    assert [item.fields.id for item in shelves["noord"].items] == ["d4e5f6"]


def test_a_programme_shows_the_items_of_its_networks_and_their_parts(write):
    shelf = reading_of(settings(write({}))).library.shelves["programme"]["samen-leren"]
    assert [item.fields.id for item in shelf.items] == ["d4e5f6", "a1b2c3"]


def test_spellings_of_a_tag_share_a_shelf_and_synonyms_join_their_term(write):
    files = {
        "lessons/a.md": tip("k1aaaa", "tags: [Co-creatie, Lerend netwerk]\n"),
        "lessons/b.md": tip("k2aaaa", "tags: [co creatie, leernetwerk]\n"),
        "lessons/c.md": tip("k3aaaa", "tags: [co creatie]\n"),
    }
    shelves = reading_of(settings(write(files))).library.shelves["tag"]
    assert {slug: (shelf.name, len(shelf.items)) for slug, shelf in shelves.items()} == {
        "co-creatie": ("co creatie", 3),
        "leernetwerk": ("leernetwerk", 2),
    }


def test_different_words_with_one_address_share_a_shelf_and_each_item_keeps_its_own(write):
    files = {
        "lessons/a.md": tip("k1aaaa", 'tags: [C, "C#"]\n'),
        "lessons/b.md": tip("k2aaaa", 'tags: ["c#", C++]\n'),
        "lessons/c.md": tip("k3aaaa", 'tags: ["C#"]\n'),
    }
    library = reading_of(settings(write(files))).library
    (shelf,) = library.shelves["tag"].values()
    assert (shelf.slug, shelf.name, len(shelf.items)) == ("c", "C#, C, C++", 3)
    assert {item.fields.id: tuple(library.tags(item)) for item in shelf.items} == {
        "k1aaaa": ("C", "C#"),
        "k2aaaa": ("C#", "C++"),
        "k3aaaa": ("C#",),
    }


def test_readers_see_the_goal_of_a_theme_and_the_search_knows_its_name(write):
    theme = "---\nname: Borging\ngoal: Zorgen dat het blijft\ndefinition: Wat blijft.\n---\n"
    site = build(settings(write({"content/themas/borging.md": theme})))
    shelf = site.reading.library.shelves["theme"]["borging"]
    assert (shelf.name, shelf.also) == ("Zorgen dat het blijft", "Borging")
    pages = {artefact.address: artefact.content for artefact in site.artefacts if isinstance(artefact, Page)}
    assert '<h1 data-field="goal">Zorgen dat het blijft</h1>' in pages["themas/borging/"]
    assert "Ook wel: Borging." in pages["themas/borging/"]
    assert "Borging: Wat blijft." in pages["themas/"]
    record = next(each for each in records_of(site.reading.library, site.reading.texts) if "borging" in each.facets["theme"])
    assert (record.themes, "Borging" in record.texts["names"]) == (("Zorgen dat het blijft",), True)


def test_success_factors_and_their_groups_keep_the_order_of_the_source(write):
    factor = "---\nname: {}\ngroup: {}\n{}---\n"
    written = {
        "a": ("Aa", "Achteraan", ""),
        "b": ("Bb", "Daarna", "order: 2\n"),
        "c": ("Cc", "Eerst", "order: 1\n"),
        "d": ("Dd", "Eerst", "order: 3\n"),
    }
    files = {f"content/succesfactoren/{slug}.md": factor.format(*told) for slug, told in written.items()}
    index = next(a.content for a in build(settings(write(files))).artefacts if isinstance(a, Page) and a.address == "succesfactoren/")
    listed = re.findall(r"<h[23][^>]*>(\w+)</h|>(\w\w)</a>", index)
    assert listed[listed.index(("Eerst", "")) :][:7] == [
        *(("Eerst", ""), ("", "Cc"), ("", "Dd"), ("Daarna", ""), ("", "Bb"), ("Achteraan", ""), ("", "Aa"))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_moment_of_a_meeting_has_an_address_of_its_own_that_its_name_does_not_change(language):
    words = catalogue(language)
    slugs = [words.moment(phase) for phase in get_args(Phase)]
    assert slugs == [slug_from(slug) for slug in slugs]
    assert len({*slugs}) == len(slugs) == len(words.entries["moments"])


def test_a_moment_keeps_its_address_under_another_name(write):
    shelf = reading_of(settings(write({}))).library.shelves["phase"]["acties-maken"]
    assert shelf.name == "plannen maken"
