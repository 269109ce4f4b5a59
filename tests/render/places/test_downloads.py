"""The page with everything to take along: every document with its kind and size, and the item that it belongs to."""

import re

import pytest

from geleerd import Page, Site, build
from geleerd.sheets.odt import odt_of
from geleerd.sheets.sheet import PaperSheet, SheetText
from tests.workbench.building import Write, settings
from tests.workbench.full_items import frame_files, item_files

CARD = odt_of(PaperSheet("Tekst", "nl", "a4", (SheetText("text", "Een kaartje."),)))


def page(site: Site, address: str) -> str:
    return next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == address)


@pytest.fixture(scope="module")
def site(write_once: Write) -> Site:
    own = "attachments: [{title: Een kaartje, file: kaartje.odt}, "
    tip = item_files()["lessons/vol-tip.md"].replace("attachments: [", own)
    with_file = tip.replace("reviewed: [", "reviewed: [{text: kaartje.odt, reason: Alleen een titel}, ")
    return build(settings(write_once({**item_files(), **frame_files(), "lessons/vol-tip.md": with_file, "lessons/kaartje.odt": CARD})))


def test_documents_stand_below_their_item_with_kind_and_size(site):
    html = page(site, "om-mee-te-nemen/")
    section = next(part for part in html.split('<section class="download">') if "De titel van tip voluit" in part)
    assert '<a href="../tips/vol-tip/">De titel van tip voluit</a>' in section
    assert re.search(r'<a href="\.\./tips/vol-tip/kaartje\.odt">Een kaartje</a> \([^,]+, \d+ kB\)', section)
    assert '<a href="https://kaart.example/tip">Kaart bij tip</a>' in section


def test_items_lead_to_all_there_is_to_take_along(site):
    assert '<a href="../../om-mee-te-nemen/">Alles om mee te nemen</a>' in page(site, "tips/vol-tip/")


def test_a_base_without_documents_says_so(write):
    assert "Hier staat nog niets" in page(build(settings(write({}))), "om-mee-te-nemen/")
