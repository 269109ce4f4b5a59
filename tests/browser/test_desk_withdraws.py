"""The desk withdraws an item in a browser: the file is the one that `geleerd withdraw` writes, to the letter."""

import datetime

import pytest
from playwright.sync_api import expect

from geleerd.contribute.changing.withdrawn import tombstone
from geleerd.reading import library_of
from tests.workbench.building import TODAY, built, settings, written
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.small_items import tip
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

TAGGED = {
    "lessons/alleen.md": tip("z9m2xr", "tags: [Alleen hier, C++]\naliases: [/oud/, '/caf%C3%A9/']\n").replace("2026-11-22", "2019-03-03")
}
FORGE = "plugins: [{geleerd: {desk: redactie@geleerd.example, repository: https://forge.example/groep/kennisbank, forge: github}}]"

ALL = """async ([ids, today]) => {
  const { tombstone } = await import(new URL("../../assets/scripts/desk/tombstone.js", location.href));
  const records = await Promise.all(ids.map(async (id) => (await fetch(`../../api/v1/items/${id}.json`)).json()));
  return records.map((record) => tombstone(record, today));
}"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = written(tmp_path_factory.mktemp("kennisbank"), {**item_files(), **frame_files(), **TAGGED})
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text().replace("plugins: [geleerd]", FORGE))
    result = built(root)
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture(scope="module")
def library(root):
    return library_of(settings(root))


@pytest.fixture
def origin(root):
    with served(root / "site") as address:
        yield address


def test_every_item_ends_as_the_command_would_end_it(library, origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    items = library.published
    made = page.evaluate(ALL, [[item.fields.id for item in items], TODAY.isoformat()])
    assert {item.path: text for item, text in zip(items, made, strict=True)} == {
        item.path: tombstone(item, library, TODAY) for item in items
    }
    (alone,) = (text for text in made if "z9m2xr" in text)
    assert "aliases: [/oud/, " in alone
    assert all(f"/{word}/" in alone for word in ("trefwoorden/alleen-hier", "trefwoorden/c", "jaren/2019", "nieuwsbrief/2019-03"))


def test_a_link_becomes_the_file_and_the_page_that_takes_it(library, origin, visitor):
    item = library.published[0]
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-withdraw][data-ready]").wait_for()
    page.locator("[data-withdraw-link]").fill(f"{origin}/l/{item.fields.id}/")
    page.locator("[data-withdraw-do]").click()
    page.locator("[data-withdraw-made]").wait_for()
    text = page.locator("[data-withdraw-text]").input_value()
    day = page.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)")
    assert text == tombstone(item, library, datetime.date.fromisoformat(day))
    expect(page.locator("[data-withdraw-lead]")).to_contain_text(item.path)
    edit = page.locator("[data-withdraw-edit]").get_attribute("href")
    assert edit == f"https://forge.example/groep/kennisbank/edit/main/{item.path}"


def test_the_form_of_an_item_withdraws_it_too(library, origin, visitor):
    """Whatever stands in the fields, nothing of it stays in the file but the reason."""
    item = next(item for item in library.published if item.fields.id == "z9m2xr")
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-open][data-ready]").wait_for()
    page.locator("[data-link]").fill(f"{origin}/l/z9m2xr/")
    page.locator("[data-open-link]").click()
    page.locator("[data-form][data-ready]").wait_for()
    page.locator("#f-status").select_option("withdrawn")
    page.locator("#f-reason").fill("Op verzoek van wie het schreef")
    expect(page.locator("[data-state]")).to_contain_text("Van de woorden blijft niets")
    day = page.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)")
    left = tombstone(item, library, datetime.date.fromisoformat(day), reason="Op verzoek van wie het schreef")
    expect(page.locator("[data-text]")).to_have_value(left)


def test_what_is_not_here_is_said(origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-withdraw][data-ready]").wait_for()
    page.locator("[data-withdraw-link]").fill("zzzzzz")
    page.locator("[data-withdraw-link]").press("Enter")
    expect(page.locator("[data-withdraw-error]")).to_be_visible()
    expect(page.locator("[data-withdraw-made]")).to_be_hidden()


def test_what_waits_at_the_forge_is_one_page_of_links(origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    links = page.get_by_role("heading", name="Wat er op je wacht").locator("..").get_by_role("link")
    assert [link.get_attribute("href").removeprefix("https://forge.example/groep/kennisbank") for link in links.all()] == [
        "/issues?q=is%3Aissue%20is%3Aopen%20label%3Abijdrage",
        "/pulls?q=is%3Apr%20is%3Aopen%20no%3Alabel",
        "/pulls?q=is%3Apr%20is%3Aopen%20-no%3Alabel",
        "/labels",
    ]
