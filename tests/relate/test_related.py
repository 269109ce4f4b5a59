"""Related items."""

from geleerd import reading_of
from geleerd.model.frozen import Frozen
from geleerd.relate.related import MOST_RELATED, Nearness, related_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def test_related_items_share_what_is_rare_and_say_so(write):
    files = {f"lessons/n{n}.md": tip(f"k{n}aaaa") for n in range(1, 6)}
    files["lessons/x.md"] = tip("m1aaaa", "tags: [zeldzaam]\n")
    files["lessons/y.md"] = tip("m2aaaa", "tags: [zeldzaam]\n")
    library = reading_of(settings(write(files))).library
    related = related_of(library.collection.items, library.backlinks, tuple(library.collection.frame)).of("m1aaaa")
    assert related[0].item.fields.id == "m2aaaa"
    assert related[0].shared[0] == ("tag", "zeldzaam")
    assert len(related) <= MOST_RELATED


def test_related_items_do_not_depend_on_anything_but_the_items(write):
    files = {f"lessons/n{n}.md": tip(f"k{n}aaaa", f"tags: [a{n % 3}]\n") for n in range(1, 9)}
    items = reading_of(settings(write(files))).library.collection.items
    assert related_of(items, {}, ("theme",)) == related_of(tuple(items), {}, ("theme",))


def test_what_an_item_is_built_on_stands_there_already(write):
    files = {"lessons/x.md": tip("m1aaaa", "tags: [zeldzaam]\n"), "lessons/y.md": tip("m2aaaa", "tags: [zeldzaam]\nbuilt_on: [m1aaaa]\n")}
    library = reading_of(settings(write(files))).library
    related = related_of(library.collection.items, library.backlinks, tuple(library.collection.frame))
    assert not [found for found in related.of("m2aaaa") if found.item.fields.id == "m1aaaa"]
    assert not [found for found in related.of("m1aaaa") if found.item.fields.id == "m2aaaa"]


def test_of_what_shares_about_as_much_the_nearest_in_meaning_comes_first_and_nothing_comes_for_that_alone(write):
    files = {f"lessons/n{n}.md": tip(f"k{n}aaaa") for n in range(1, 5)}
    files |= {f"lessons/t{n}.md": tip(f"m{n}aaaa", "tags: [zeldzaam]\n") for n in range(1, 8)}
    files["lessons/x.md"] = tip("q1aaaa", "tags: [zeldzaam]\n")
    files["lessons/y.md"] = tip("q2aaaa").replace("themes: [borging]", "themes: [financiering]")
    library = reading_of(settings(write(files))).library

    def nearest(near: str) -> list[str]:
        found = related_of(library.collection.items, {}, tuple(library.collection.frame), Nearness(Frozen({"q1aaaa": (1,), near: (1,)}), 1))
        return [one.item.fields.id for one in found.of("q1aaaa")]

    assert nearest("m7aaaa")[0] == "m7aaaa"
    assert set(nearest("m7aaaa")) <= {f"m{n}aaaa" for n in range(1, 8)}
    assert "q2aaaa" not in nearest("q2aaaa")


def test_what_items_are_about_is_a_reason_before_who_learned_it(write):
    files = {f"lessons/n{n}.md": tip(f"k{n}aaaa", "tags: [vaker]\n") for n in range(1, 4)}
    files |= {f"lessons/t{n}.md": tip(f"m{n}aaaa", "tags: [vaker]\nnetworks: [oost]\n") for n in (1, 2)}
    files["content/netwerken/oost.md"] = "---\nname: Oost\n---\n"
    library = reading_of(settings(write(files))).library
    found = related_of(library.collection.items, {}, tuple(library.collection.frame)).of("m1aaaa")
    assert found[0].item.fields.id == "m2aaaa"
    assert found[0].shared[0] == ("tag", "vaker")
    assert ("network", "oost") in found[0].shared
