"""The desk's day in a browser: mails with more than one contribution, rows of a table, and a page that moves."""

import json
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.test_form import errors_in
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

ROWS = [f"Tip nummer {n} van tien\tOmdat het {n} keer werkte.\t1-10-2023\tBorging\t=1+{n}" for n in range(1, 11)]
TABLE = "Titel\tWaarom het werkt\tWanneer gebeurde het\tThema's\tAantal\n" + "\n".join(ROWS)
TWO = (
    "Hoi,\n\n---\nid: k7m2xq\ntype: tip\ntitle: De eerste tip\n---\n\nVerhaal een.\n\n---\nLet op: een streep in een verhaal.\n"
    "--- einde bijdrage ---\n\nEn nog een:\n\n> ---\n> id: k7m2xr\n> type: lesson\n> title: De tweede les\n> ---\n>\n> Verhaal twee\ndat de mail afbrak.\n\n"
    "Verstuurd vanaf mijn telefoon"
)


@pytest.fixture(scope="module")
def origin(real_site):
    with served(real_site) as address:
        yield address


def desk(visitor, origin):
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-open][data-ready]").wait_for()
    return page


def paste(page, text: str) -> None:
    page.locator("[data-paste]").fill(text)
    page.locator("[data-open-paste]").click()


def opened(page, name: str):
    page.locator("[data-busy-list]").get_by_role("link", name=name, exact=True).click()
    page.locator("[data-form][data-ready]").wait_for()
    return page


def test_ten_rows_become_ten_drafts_and_one_download(origin, visitor, tmp_path):
    page = desk(visitor, origin)
    paste(page, TABLE)
    page.locator("[data-table-type]").select_option("tip")
    expect(page.locator("[data-table-count]")).to_contain_text("10")
    page.locator("[data-table-make]").click()
    expect(page.locator("[data-busy-list] a")).to_have_count(10)
    with page.expect_download() as download:
        page.locator("[data-made-save]").click()
    with zipfile.ZipFile(download.value.path()) as file:
        assert file.testzip() is None
        texts = {name: file.read(name).decode() for name in file.namelist()}
    assert len(texts) == 10
    name, text = next(iter(texts.items()))
    assert errors_in(text, tmp_path, name) == []
    for text in texts.values():
        assert "happened: 2023-10-01\nthemes: [borging]\n" in text
        assert "=1+" in text.split("\n---\n")[1]
    opened(page, "Tip nummer 3 van tien")
    expect(page.locator("[data-text]")).to_have_value(texts["tip-nummer-3-van-tien.md"])


def test_two_contributions_in_one_mail_are_two(origin, visitor):
    page = desk(visitor, origin)
    paste(page, TWO)
    expect(page.locator("[data-busy-list] a")).to_have_count(2)
    opened(page, "De tweede les")
    assert page.locator("#f-body").input_value() == "Verhaal twee\ndat de mail afbrak."
    page = desk(visitor, origin)
    paste(page, TWO.replace("title: De tweede les", "tags: [{a: b, [c}]"))
    expect(page.locator("[data-open-error]")).to_contain_text("nummer 2")


ASKED = """Van: iemand@voorbeeld.nl
Onderwerp: Stel een vraag: Begin met voorlopers? ({link})

Beste redactie,

Wij zijn met z'n drieën. Werkt dit ook als je
maar één voorloper hebt? Alvast bedankt!
"""


def test_a_question_about_an_item_is_handed_to_it_by_pasting_the_mail(real_site, origin, visitor):
    records = json.loads((real_site / "api/v1/items.json").read_text(encoding="utf-8"))
    path = next(record["id"] for record in records if record["address"].endswith("/begin-met-voorlopers/"))
    before = json.loads((real_site / f"api/v1/items/{path}.json").read_text(encoding="utf-8"))["front_matter"]["questions"]
    page = desk(visitor, origin)
    paste(page, ASKED.format(link=f"https://leernetwerk.example/l/{path}/"))
    page.locator("[data-form][data-ready]").wait_for()
    new = "Werkt dit ook als je maar één voorloper hebt?"
    assert page.locator("#f-questions").input_value().split("\n") == [*before, new]
    page = desk(visitor, origin)
    paste(page, "".join(f"> {row}\n" for row in ASKED.format(link=f"https://leernetwerk.example/l/{path}/").split("\n")))  # sent on
    page.locator("[data-form][data-ready]").wait_for()
    assert page.locator("#f-questions").input_value().split("\n") == [*before, new]
    page = desk(visitor, origin)
    paste(page, ASKED.format(link=f"https://leernetwerk.example/l/{path}/").replace("?", "."))
    expect(page.locator("[data-open-error]")).to_be_visible()


def test_half_a_move_is_never_called_ready(origin, visitor):
    page = desk(visitor, origin)
    page.locator("[data-link]").fill(f"{origin}/themas/borging/")
    page.locator("[data-open-link]").click()
    page.locator("[data-form][data-ready]").wait_for()
    page.locator("#f-slug").fill("blijvend-maken")
    page.locator("#f-aliases").fill("/themas/borging/")
    expect(page.locator("[data-naming] a").first).to_be_visible()
    expect(page.locator("[data-state]")).not_to_contain_text("klaar")
    expect(page.locator("[data-old-file]")).to_contain_text("content/themas/blijvend-maken.md")
    assert page.locator("[data-forge]").get_attribute("href").endswith("/edit/main/content/themas/borging.md")


def test_one_action_is_a_line_for_the_forge_that_says_what_it_touches(origin, visitor):
    page = desk(visitor, origin)
    page.locator("[data-actions][data-ready]").wait_for()
    for which, link, to, line in (
        ("rename", "themas/borging/", "Blijvend maken", "rename themas/borging blijvend-maken"),
        ("merge", "themas/borging/", f"{origin}/themas/kennis-delen/", "merge themas/borging themas/kennis-delen"),
        ("review", "themas/borging/", "2027-11", "review --by 2027-11 themas/borging"),
        ("move", "lessen/begin-met-voorlopers/", "lessons/elders", "move "),
    ):
        page.locator("[data-action-which]").select_option(which)
        page.locator("[data-action-link]").fill(f"{origin}/{link}")
        page.locator("[data-action-to]").fill(to)
        page.locator("[data-action-do]").click()
        expect(page.locator("[data-action-line]")).to_be_visible()
        assert page.locator("[data-action-line]").input_value().startswith(line)
        expect(page.locator("[data-action-named]")).to_be_visible(visible=which != "move")
    assert page.locator("[data-action-run]").get_attribute("href").endswith("/actions/workflows/change.yml")
    page.locator("[data-action-to]").fill("--force; rm")
    page.locator("[data-action-do]").click()
    expect(page.locator("[data-action-error]")).to_be_visible()
    expect(page.locator("[data-action-made]")).to_be_hidden()
