"""Where a brilliant failure's patterns stand in its story."""

import re

from geleerd import Page, build
from tests.workbench.building import settings
from tests.workbench.small_items import failure


def test_a_pattern_stands_beside_the_step_where_it_strikes(write):
    patterns = {
        "content/faalpatronen/vroeg.md": "---\nname: Te vroeg\nmeaning: Het moment klopt niet.\nstrikes: approach\n---\n",
        "content/faalpatronen/ergens.md": "---\nname: Ergens\nmeaning: Niemand weet waar.\n---\n",
    }
    site = build(settings(write({"lessons/x.md": failure("[vroeg, ergens]"), **patterns})))
    html = next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == "briljante-mislukkingen/x/")
    steps = dict(re.findall(r'data-step="(\w+)">(.*?)(?=data-step=|data-field="lessons")', html, re.DOTALL))
    assert "Te vroeg" in steps["approach"]
    assert "Het moment klopt niet." in steps["approach"]
    assert "Ergens" in steps["result"]
    assert "aside" not in steps["intention"]


def test_a_pattern_stands_where_this_story_says_that_it_struck(write):
    told = failure("[vroeg]\nstruck: [{pattern: vroeg, step: result}]")
    pattern = "---\nname: Te vroeg\nmeaning: Het moment klopt niet.\nstrikes: approach\n---\n"
    site = build(settings(write({"lessons/x.md": told, "content/faalpatronen/vroeg.md": pattern})))
    html = {a.address: a.content for a in site.artefacts if isinstance(a, Page)}
    steps = dict(re.findall(r'data-step="(\w+)">(.*?)(?=data-step=|data-field="lessons")', html["briljante-mislukkingen/x/"], re.DOTALL))
    assert "aside" not in steps["approach"]
    assert "Hier, en niet bij de aanpak zoals meestal." in steps["result"]
    assert 'href="../../briljante-mislukkingen/x/">Het liep anders</a>: bij het resultaat' in html["faalpatronen/vroeg/"]
    assert 'href="../briljante-mislukkingen/x/">Het liep anders</a> (bij het resultaat)' in html["faalpatronen/"]
