"""The desk withdraws an item in a browser: the file is the one that `geleerd withdraw` writes, to the letter."""

import datetime

import pytest
from playwright.sync_api import expect

from geleerd.adapters.settings.load import settings_at
from geleerd.contribute.changing.withdrawn import tombstone
from geleerd.reading import library_of
from tests.workbench.building import ROOT, TODAY
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

ALL = """async ([ids, today]) => {
  const { tombstone } = await import(new URL("../../assets/scripts/desk/tombstone.js", location.href));
  const records = await Promise.all(ids.map(async (id) => (await fetch(`../../api/v1/items/${id}.json`)).json()));
  return records.map((record) => tombstone(record, today));
}"""


@pytest.fixture
def origin(real_site):
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="module")
def library():
    return library_of(settings_at(ROOT))


def test_every_item_ends_as_the_command_would_end_it(library, origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    items = library.published
    made = page.evaluate(ALL, [[item.fields.id for item in items], TODAY.isoformat()])
    assert {item.path: text for item, text in zip(items, made, strict=True)} == {
        item.path: tombstone(item, library, TODAY) for item in items
    }
    assert any("/trefwoorden/" in text for text in made)


def test_a_link_becomes_the_file_and_the_page_that_takes_it(library, origin, visitor):
    item = library.published[0]
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-withdraw][data-ready]").wait_for()
    page.locator("[data-withdraw-link]").fill(f"{origin}l/{item.fields.id}/")
    page.locator("[data-withdraw-do]").click()
    page.locator("[data-withdraw-made]").wait_for()
    text = page.locator("[data-withdraw-text]").input_value()
    day = page.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)")
    assert text == tombstone(item, library, datetime.date.fromisoformat(day))
    expect(page.locator("[data-withdraw-lead]")).to_contain_text(item.path)
    edit = page.locator("[data-withdraw-edit]").get_attribute("href")
    assert edit.endswith(item.path) or edit == "#withdraw"


def test_what_is_not_here_is_said(origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-withdraw][data-ready]").wait_for()
    page.locator("[data-withdraw-link]").fill("zzzzzz")
    page.locator("[data-withdraw-link]").press("Enter")
    expect(page.locator("[data-withdraw-error]")).to_be_visible()
    expect(page.locator("[data-withdraw-made]")).to_be_hidden()
