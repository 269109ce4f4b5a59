"""The page of a frame entry does not grow with what belongs to it."""

import re
from posixpath import join, normpath

import pytest

from geleerd import Page, Site, build
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files

NETWORK = "netwerken/vol/"


def questions(count: int) -> dict[str, str]:
    text = "---\nid: q{:05}\ntype: learning-question\ntitle: Vraag nummer {:05}?\nsummary: Een samenvatting die lang genoeg is.\ndate: 2025-01-01\nnetworks: [vol]\nthemes: [borging]\nstate: open\nsources: [{{title: eigen ervaring}}]\n---\n"
    return {f"lessons/q{n}.md": text.format(n, n) for n in range(count)}


def pages(site: Site) -> dict[str, str]:
    return {a.address: a.content for a in site.artefacts if isinstance(a, Page)}


def linked(address: str, html: str) -> set[str]:
    return {normpath(join(address, href)) + "/" for href in re.findall(r'href="([^"#?]+)"', html) if "//" not in href}


def reached(built: dict[str, str]) -> str:
    """All that a reader sees who follows links from the network, within its own pages."""
    seen, ahead = set(), {NETWORK}
    while ahead:
        seen |= ahead
        ahead = {to for at in ahead for to in linked(at, built[at]) if to.startswith(NETWORK) and to in built} - seen
    return "".join(built[at] for at in sorted(seen))


@pytest.fixture(scope="module")
def sizes(write_once) -> dict[int, dict[str, str]]:
    files = {**item_files(), **frame_files()}
    return {count: pages(build(settings(write_once({**files, **questions(count)})))) for count in (40, 120)}


def test_a_network_with_three_times_as_many_questions_has_a_page_of_the_same_size(sizes):
    few, many = (built[NETWORK] for built in sizes.values())
    assert few.count("<a ") == many.count("<a ")
    assert abs(len(many) - len(few)) < 200


@pytest.mark.parametrize("count", [40, 120])
def test_every_question_of_a_network_can_be_reached_by_links(sizes, count):
    shown = set(re.findall(r"Vraag nummer (\d+)", reached(sizes[count])))
    assert shown == {f"{n:05}" for n in range(count)}


def test_a_network_says_how_many_questions_it_leaves_out(sizes):
    left = re.search(r'<a href="([^"]+)">Nog (\d+): bekijk alle bijdragen', sizes[120][NETWORK])
    assert left is not None
    assert linked(NETWORK, left[0]) == {"netwerken/vol/pagina/2/"}
    assert int(left[2]) == 120 + 1 - 24  # one of the full items is an open question, too
