"""Indices, backlinks and related items."""

from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.urls import relative
from geleerd.pipeline import read
from geleerd.relate.related import MOST_RELATED, related_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def test_items_stand_newest_first_then_by_id(write):
    root = write({"lessons/a.md": tip("k9zzzz"), "lessons/b.md": tip("k1aaaa"), "lessons/c.md": tip("m1aaaa", day=23)})
    order = [item.fields.id for item in read(settings(root)).library.published]
    assert order == ["m1aaaa", "k1aaaa", "k9zzzz", "d4e5f6", "a1b2c3"]


def test_a_parent_shows_its_childrens_items(write):
    shelves = read(settings(write({}))).library.shelves["network"]
    assert [item.fields.id for item in shelves["oost"].items] == ["d4e5f6", "a1b2c3"]
    assert [item.fields.id for item in shelves["noord"].items] == ["d4e5f6"]


def test_a_programme_shows_the_items_of_its_networks_and_their_parts(write):
    shelf = read(settings(write({}))).library.shelves["programme"]["samen-leren"]
    assert [item.fields.id for item in shelf.items] == ["d4e5f6", "a1b2c3"]


def test_spellings_of_a_tag_share_a_shelf_and_synonyms_join_their_term(write):
    files = {
        "lessons/a.md": tip("k1aaaa", "tags: [Co-creatie, Lerend netwerk]\n"),
        "lessons/b.md": tip("k2aaaa", "tags: [co creatie, leernetwerk]\n"),
        "lessons/c.md": tip("k3aaaa", "tags: [co creatie]\n"),
    }
    shelves = read(settings(write(files))).library.shelves["tag"]
    assert {slug: (shelf.name, len(shelf.items)) for slug, shelf in shelves.items()} == {
        "co-creatie": ("co creatie", 3),
        "leernetwerk": ("leernetwerk", 2),
    }


def test_related_items_share_what_is_rare_and_say_so(write):
    files = {f"lessons/n{n}.md": tip(f"k{n}aaaa") for n in range(1, 6)}
    files["lessons/x.md"] = tip("m1aaaa", "tags: [zeldzaam]\n")
    files["lessons/y.md"] = tip("m2aaaa", "tags: [zeldzaam]\n")
    related = read(settings(write(files))).library.related["m1aaaa"]
    assert related[0].item.fields.id == "m2aaaa"
    assert related[0].shared[0] == ("tag", "zeldzaam")
    assert len(related) <= MOST_RELATED


def test_related_items_do_not_depend_on_anything_but_the_items(write):
    files = {f"lessons/n{n}.md": tip(f"k{n}aaaa", f"tags: [a{n % 3}]\n") for n in range(1, 9)}
    items = read(settings(write(files))).library.collection.items
    assert related_of(items, {}) == related_of(tuple(items), {})


@given(st.lists(st.sampled_from(["a", "b-c", "d"]), max_size=4), st.lists(st.sampled_from(["a", "b-c", "e"]), max_size=4))
def test_a_relative_link_leads_from_one_address_to_another(origin, target):
    here, there = ("".join(f"{part}/" for part in parts) for parts in (origin, target))
    steps = here.split("/")[:-1]
    for part in relative(here, there).split("/"):
        if part == "..":
            steps.pop()
        elif part not in {"", "."}:
            steps.append(part)
    assert "".join(f"{part}/" for part in steps) == there
