"""What ties networks, and which are alike: the rarer what they share, the more alike; never the one above or below."""

import pytest

from geleerd.reading import reading_of
from geleerd.relate.networks.ties import alike_networks, ties_of
from tests.workbench.building import settings
from tests.workbench.small_items import question, tip

NETWORKS = {
    "a": "name: A\nprogrammes: [samen-leren]\nfacilitators: [Bureau X]\nregion: Het Gooi\n",
    "b": "name: B\nfacilitators: [bureau x]\nregion: Het Gooi\n",
    "c": "name: C\nprogrammes: [samen-leren]\nkind: partnership\n",
    "d": "name: D\nparent: a\nprogrammes: [samen-leren]\nfacilitators: [Bureau X]\n",
    "e": "name: E\n",
}
ITEMS = {
    "lessons/t1.md": tip("ka1111", "networks: [a, c]\n"),
    "lessons/t2.md": tip("kb1111", "networks: [b]\n").replace("borging", "werving"),
    "lessons/q.md": question("kc1111", networks="[b, c]", themes="[werving]"),
}


@pytest.fixture(scope="module")
def library(write_once):
    networks = {f"content/netwerken/{slug}.md": f"---\n{told}---\n" for slug, told in NETWORKS.items()}
    return reading_of(settings(write_once({**networks, **ITEMS}))).library


def test_programmes_and_organisations_are_told_and_themes_and_questions_only_where_others_have_them_too(library):
    told = {slug: [(tie.kind, tie.name) for tie in ties] for slug, ties in ties_of(library).items()}
    assert told["a"] == [("programme", "Samen leren"), ("organisation", "Bureau X"), ("theme", "Borging")]
    assert told["b"] == [("organisation", "bureau x"), ("theme", "Werving"), ("question", "Hoe houden we het vol?")]
    assert told["e"] == []


def test_an_organisation_is_the_same_in_capitals_and_without(library):
    keys = {slug: {tie.key for tie in ties if tie.kind == "organisation"} for slug, ties in ties_of(library).items()}
    assert keys["a"] == keys["b"] == {"bureau x"}


def test_the_most_telling_that_two_share_comes_first_and_the_network_above_is_never_like_it(library):
    alike = alike_networks(library, ties_of(library))
    assert [near.slug for near in alike["b"]][:2] == ["c", "a"]
    assert alike["b"][0].shared[0] == ("question", "Hoe houden we het vol?")
    assert "d" not in {near.slug for near in alike["a"]}
    assert "a" not in {near.slug for near in alike["d"]}
    assert alike["e"] == ()
