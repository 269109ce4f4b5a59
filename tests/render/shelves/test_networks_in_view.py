"""All networks in one view: the table, the map and the list tell the same, on pages that do not grow."""

import re
from html import unescape

import pytest

from geleerd import Page, build
from geleerd.relate.networks.ties import Tie
from geleerd.render.shelves.relations_map import relations_map
from tests.workbench.building import settings
from tests.workbench.small_items import tip

VIEW = "netwerken-in-beeld/"
FILES = {
    "content/netwerken/west.md": "---\nname: West\nprogrammes: [samen-leren]\npartners: [Bureau X]\nfocus: [sharing]\n---\n",
    "content/netwerken/zuid.md": "---\nname: Zuid\nprogrammes: [samen-leren]\nkind: partnership\n---\n",
    "lessons/t1.md": tip("ka1111", "networks: [west, zuid]\n"),
}


def pages_of(site):
    return {a.address: a.content for a in site.artefacts if isinstance(a, Page) and a.address.startswith(VIEW)}


@pytest.fixture(scope="module")
def html(write_once):
    return pages_of(build(settings(write_once(FILES))))[VIEW]


def test_a_row_says_what_a_network_is_and_which_is_like_it_with_the_reason(html):
    row = next(row for row in re.findall(r"<tr data-.*?</tr>", html, re.DOTALL) if "data-title>West<" in row)
    assert 'data-programme="samen-leren"' in row
    assert 'data-focus="sharing"' in row
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", row)))
    assert "allebei: Samen leren; Borging" in text


def test_the_page_of_a_network_says_which_is_like_it_with_the_reason(write):
    own = {a.address: a.content for a in build(settings(write(FILES))).artefacts if isinstance(a, Page)}
    assert '<a href="../../netwerken/zuid/">Zuid</a> (allebei: Samen leren; Borging' in own["netwerken/west/"]
    assert "We zien nog niets wat dit netwerk met een ander deelt." in own["netwerken/noord/"]


def test_everything_on_the_map_stands_in_the_list_with_the_same_link(html):
    drawn, listed = re.search(r"<svg class=\"relations\".*?</svg>", html, re.DOTALL)[0], html.split("relations__list")[-1]
    names = {unescape(name) for name in re.findall(r"<tspan[^>]*>([^<]+)<", drawn)}
    assert names >= {"West", "Zuid", "Samen leren", "Bureau X"}
    assert all(name in unescape(listed) for name in names)
    assert set(re.findall(r'<a href="([^"]+)"', drawn)) <= set(re.findall(r'<a href="([^"]+)"', listed))


def test_nobody_without_a_pointer_stops_at_the_map(html):
    drawn = re.search(r"<svg class=\"relations\".*?</svg>", html, re.DOTALL)[0]
    assert 'aria-hidden="true"' in drawn
    assert drawn.count("<a ") == drawn.count('tabindex="-1"') > 0


def test_a_site_without_networks_says_so(write):
    root = write({})
    for path in (root / "content" / "netwerken").iterdir():
        path.unlink()
    assert 'class="empty"' in pages_of(build(settings(root)))[VIEW]


def test_many_networks_stand_on_pages_of_twenty_four_each_right_after_the_one_above(write):
    many = {f"content/netwerken/n{n:02}.md": f"---\nname: Net {n:02}\nparent: west\n---\n" for n in range(40)}
    pages = pages_of(build(settings(write({**FILES, **many}))))
    rows = [re.findall(r'<th scope="row"><a href="[^"]+" data-title>([^<]+)<', html) for html in pages.values()]
    assert [len(found) for found in rows] == [24, 20]
    names = [name for found in rows for name in found]
    assert names[names.index("West") + 1 : names.index("Zuid")] == [f"Net {n:02}" for n in range(40)]


def test_a_map_has_whole_numbers_and_draws_what_is_tied_near_its_networks():
    ties = {"a": (Tie("programme", "p", "P"), Tie("theme", "t", "T")), "b": (Tie("theme", "t", "T"),), "c": ()}
    names = {"a": ("A", "a/"), "b": ("B", "b/"), "c": ("C", "c/"), "programme:p": ("P", "p/"), "theme:t": ("T", "t/")}
    drawn = relations_map(("a", "b", "c"), {"a": None, "b": "a", "c": None}, names, ties)
    assert [kind for network in drawn.networks for kind, _ in network.paths] == ["programme", "theme", "parent", "theme"]
    assert not re.search(r"[.e]", "".join(path for network in drawn.networks for _, path in network.paths))
    assert drawn == relations_map(("a", "b", "c"), {"a": None, "b": "a", "c": None}, names, ties)
    assert drawn.networks[1].spot.x > drawn.networks[0].spot.x


def test_a_long_name_takes_two_lines_and_no_more():
    drawn = relations_map(("a",), {"a": None}, {"a": ("Een heel lange naam " * 9, "a/")}, {"a": ()})
    assert len(drawn.networks[0].spot.lines) == 2
    assert drawn.networks[0].spot.lines[-1].endswith("…")
