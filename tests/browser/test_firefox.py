"""A second browser: what readers do and print holds in Firefox too."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.workbench.firefox import opened_firefox
from tests.workbench.visiting import served

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def origin(real_site):
    with served(real_site) as origin:
        yield origin


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    with opened_firefox(tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


def letters(text):
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def test_a_reader_searches_by_keyboard_and_opens_the_first_result(firefox, origin):
    firefox.visit(f"{origin}/")
    firefox.run("document.querySelector('.home__search input').focus()")
    firefox.keys("subsidie stopt", "Enter")
    firefox.until("document.querySelector('[data-search][data-ready] [data-results] .card__title a')")
    first = firefox.run("document.querySelector('[data-results] .card__title a').href")
    firefox.visit(first)
    assert firefox.run("document.querySelector('main h1') !== null")


def test_a_facilitator_finds_a_format_by_what_there_is(firefox, origin):
    firefox.visit(f"{origin}/werkvormen/?minutes=30&people=10&setting=online", width=360)
    firefox.until("document.querySelector('[data-place][hidden]')")
    assert firefox.run("document.querySelectorAll('[data-place]:not([hidden]) .card__title a').length") > 1
    assert firefox.run("document.documentElement.scrollWidth <= innerWidth")


def test_what_a_contributor_typed_is_there_when_the_form_opens_again(firefox, origin):
    firefox.visit(f"{origin}/bijdragen/nieuw/tips/")
    firefox.until("document.querySelector('[data-form][data-ready]')")
    firefox.run("document.querySelector('#f-title').focus()")
    firefox.keys("Begin op tijd")
    firefox.until("Object.values(localStorage).some(kept => kept.includes('Begin op tijd'))")
    firefox.visit(f"{origin}/bijdragen/nieuw/tips/")
    firefox.until("document.querySelector('[data-form][data-ready]')")
    assert firefox.run("document.querySelector('#f-title').value") == "Begin op tijd"


def test_every_format_prints_whole_and_its_cards_four_on_a_sheet(firefox, origin, real_site):
    for folder in sorted((real_site / "werkvormen").glob("*/kaarten")):
        page = folder.parent.relative_to(real_site).as_posix()
        firefox.visit(f"{origin}/{page}/")
        title, *steps = firefox.run("[...document.querySelectorAll('main h1, main .steps h3')].map(each => each.textContent)")
        reader = PdfReader(io.BytesIO(firefox.printed()))
        text = letters(" ".join(sheet.extract_text() for sheet in reader.pages))
        assert len(reader.pages) <= 4, page
        assert [words for words in (title, *steps) if letters(words) not in text] == [], page
        firefox.visit(f"{origin}/{page}/kaarten/")
        quarters = firefox.run("document.querySelectorAll('.deck__quarter').length")
        assert len(PdfReader(io.BytesIO(firefox.printed())).pages) == -(-quarters // 4), page
