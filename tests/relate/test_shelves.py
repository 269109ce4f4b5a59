"""What stands together under a network, a programme, a theme or a tag."""

from geleerd import reading_of
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
