"""The page of an item does not grow with what is related to it; its further pages have all of it."""

import re

import pytest

from geleerd import Page, build
from geleerd.render.items.related_cards import RELATED_SHOWN
from tests.workbench.building import settings
from tests.workbench.small_items import tip

QUESTION = tip("k0aaaa").replace("type: tip", "type: learning-question\nstate: open")


def pages(write, count, kind="supports"):
    others = {
        f"lessons/n{n}.md": tip(f"k{n:03d}bb", f"relations: [{{type: {kind}, id: k0aaaa, note: Reden {n}.}}]\n") for n in range(count)
    }
    site = build(settings(write({"lessons/een.md": QUESTION, **others})))
    return {str(a.address): a.content for a in site.artefacts if isinstance(a, Page)}


@pytest.mark.parametrize("kind", ["supports", "answers"])
def test_three_times_as_many_relations_give_the_same_page_and_all_of_them_can_be_reached(write_once, kind):
    few, many = (pages(write_once, count, kind) for count in (40, 120))
    here = "leervragen/een/"
    assert abs(len(many[here]) - len(few[here])) < 200
    assert many[here].count("<a ") == few[here].count("<a ")
    assert f'href="../../{here}pagina/2/"' in many[here]
    listed = {
        href
        for address, html in many.items()
        if address.startswith(f"{here}pagina/")
        for href in re.findall(r'href="[./]*(tips/n\d+/)"', html)
    }
    assert len(listed) == 120


def test_what_fits_stays_on_the_page(write):
    found = pages(write, RELATED_SHOWN)
    assert "leervragen/een/pagina/2/" not in found
    assert "Bekijk alle" not in found["leervragen/een/"].split("item__more")[1].split("</section>")[0]
