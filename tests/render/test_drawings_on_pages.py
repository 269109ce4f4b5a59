"""Which drawing stands on which page, and how."""

import re
from dataclasses import replace

import pytest

from geleerd import Page, build
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.strings import Address
from geleerd.read.drawings.family import family
from geleerd.render.parts.cards import card_of
from geleerd.render.parts.templates import drawing_beside
from tests.workbench.building import ROOT, settings
from tests.workbench.full_items import frame_files, item_files

DRAWINGS = re.compile(r'<svg class="drawing" viewBox="[^"]*"([^>]*)>(.*?)</svg>')


@pytest.fixture(scope="module")
def site(write_once):
    files = {**item_files(), **frame_files()}
    files["lessons/vol-brilliant-failure.md"] = files["lessons/vol-brilliant-failure.md"].replace("[lege-plek-aan-tafel, vol]", "[vol]")
    return build(settings(write_once(files)))


def shown_on(site, address: str) -> list[str]:
    """The names of the drawings on a page, each hidden from those who listen."""
    html = next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == address)
    found = DRAWINGS.findall(html)
    assert {marks for marks, _ in found} <= {' aria-hidden="true" focusable="false"'}
    names = {drawing.shapes: name for name, drawing in family().items()}
    return [names[shapes] for _, shapes in found]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "home"),
        ("werkvormen/vol-work-format/", "ideeenbus"),
        ("werkvormen/", "ideeenbus"),
        ("werkvormen/vol-work-format/kaarten/", "ideeenbus"),
        ("faalpatronen/vol/", "olifant"),
        ("faalpatronen/", "olifant"),
        ("briljante-mislukkingen/vol-brilliant-failure/", "olifant"),
        ("themas/vol/", "anker"),
        ("themas/", "anker"),
        ("netwerken/vol/", "partnership"),
        ("netwerken/", "partnership"),
        ("momenten/", "close"),
        ("tegeltjeswijsheden/", ""),
    ],
)
def test_a_page_shows_the_drawing_of_what_it_is_about(site, address, name):
    found = shown_on(site, address)
    assert name in found if name else found == []


def test_a_format_without_a_drawing_of_its_own_has_that_of_its_moment(site):
    library = site.reading.library
    item = library.by_id["ka4444"].fields
    assert isinstance(item, WorkFormat)
    assert library.drawing_of(item) == "ideeenbus"
    assert library.drawing_of(item.model_copy(update={"drawing": None})) == "observe-reflect"


def test_other_items_have_that_of_their_first_theme_with_one_and_name_it(site):
    library = site.reading.library
    item = library.by_id["ka1111"]
    drawn, plain = ("vol", "borging"), ("borging",)
    cards = [
        card_of(replace(item, fields=item.fields.model_copy(update={"themes": themes})), library) for themes in (drawn, drawn[::-1], plain)
    ]
    theme = ("Het doel van het thema", Address("themas/vol/"))
    assert [(card.drawing, card.theme) for card in cards] == [("anker", theme), ("anker", theme), ("", None)]
    own_page, other_page = cards[0].without(theme[1]), cards[0].without(Address("themas/borging/"))
    assert ((own_page.drawing, own_page.theme), other_page) == (("", None), cards[0])


def test_a_name_that_no_drawing_has_shows_nothing():
    assert drawing_beside("spook") == drawing_beside("") == ""


def test_every_failure_pattern_theme_and_work_format_of_the_real_site_has_a_drawing_that_nothing_else_has():
    patterns, themes = (
        [path.read_text(encoding="utf-8") for path in (ROOT / "content" / folder).glob("*.md") if path.stem != "index"]
        for folder in ("faalpatronen", "themas")
    )
    items = [path.read_text(encoding="utf-8") for path in (ROOT / "lessons").rglob("*.md")]
    drawn = [*patterns, *themes, *(text for text in items if re.search("^type: work-format$", text, re.MULTILINE))]
    names = [name for text in drawn for name in re.findall("^drawing: (.+)$", text, re.MULTILINE)]
    assert (len(patterns), len(drawn)) == (16, len(names))
    assert set(names) <= set(family())
    assert len(set(names)) == len(names)


OWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="M0 0h9"/></svg>'


def test_a_drawing_of_the_knowledge_base_itself_stands_on_pages_as_a_picture(write):
    """It may hold names and styles that are not for the whole page; as a picture it keeps them to itself."""
    files = {**frame_files(), "content/tekeningen/kat.svg": OWN}
    format_with_cat = item_files()["lessons/vol-work-format.md"].replace("drawing: ideeenbus", "drawing: kat")
    site = build(
        settings(
            write({**files, "lessons/vol-work-format.md": format_with_cat, "lessons/vol-lesson.md": item_files()["lessons/vol-lesson.md"]})
        )
    )
    pages = {a.address: a.content for a in site.artefacts if isinstance(a, Page)}
    for address, src in (
        ("werkvormen/", "../tekeningen/kat.svg"),
        ("werkvormen/vol-work-format/", "../../tekeningen/kat.svg"),
        ("werkvormen/vol-work-format/kaarten/", "../../../tekeningen/kat.svg"),
        ("bijdragen/velden/", "../../tekeningen/kat.svg"),
    ):
        assert f'<img class="drawing" src="{src}" alt="" width="96" height="96" loading="lazy">' in pages[address]
    assert "unknown-drawing" not in {problem.code for problem in site.reading.problems}


def test_an_own_drawing_that_nobody_can_read_is_not_shown(write):
    format_with_cat = item_files()["lessons/vol-work-format.md"].replace("drawing: ideeenbus", "drawing: kat")
    files = {**frame_files(), "content/tekeningen/kat.svg": "<p>geen tekening", "lessons/vol-work-format.md": format_with_cat}
    site = build(settings(write(files)))
    page = next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == "werkvormen/vol-work-format/")
    assert "kat.svg" not in page
