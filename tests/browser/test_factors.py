"""Somebody looks what works on what, and where their network gets stuck: with a pointer, with the keyboard, on a phone, without scripts."""

import pypdf
import pytest

from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

ARROWS = "[...document.querySelectorAll('.map__arrow.is-on')].map((arrow) => arrow.dataset.on).sort()"


@pytest.fixture(scope="module")
def origin(real_site):
    with served(real_site) as address:
        yield address


def test_a_name_on_the_map_shows_its_arrows_and_the_list_what_helps(origin, visitor):
    page = visitor(origin).visit("succesfactoren/")
    page.locator("[data-name='samen-vormgeven']").click()
    assert page.url.endswith("#samen-vormgeven")
    assert page.evaluate(ARROWS) == ["betrokken-meedoen", "groepsdynamiek"]
    told = page.locator("section#samen-vormgeven")
    assert "Versterkt: Groepsdynamiek" in told.inner_text()
    assert told.evaluate("(section) => section.matches(':target')")
    page.locator("[data-name='sfeer']").hover()
    assert page.evaluate(ARROWS) == []
    page.locator("h1").hover()
    assert page.evaluate(ARROWS) == ["betrokken-meedoen", "groepsdynamiek"]


def test_the_keyboard_chooses_on_the_map_and_goes_on_in_the_list(origin, visitor):
    page = visitor(origin).visit("succesfactoren/")
    page.locator("[data-name='groepsdynamiek']").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.name") == "samen-vormgeven"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('section').id") == "samen-vormgeven"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_has_a_list_of_names_instead_of_the_drawing(origin, visitor, scripts):
    page = visitor(origin, viewport={"width": 360, "height": 740}, java_script_enabled=scripts).visit("succesfactoren/")
    assert not page.locator(".map__drawing").is_visible()
    page.get_by_role("navigation", name="Kies een succesfactor").get_by_role("link", name="Bijsturen").click()
    assert page.locator("section#bijsturen").get_by_text("Acties die niet werken").is_visible()
    assert page.locator("section#bijsturen h3").evaluate("(heading) => heading.getBoundingClientRect().top") < 300


CHECK = "[data-check][data-ready]"


def checking(origin, visitor, address="zelfcheck/", **how):
    page = visitor(origin, **how).visit(address)
    page.locator(CHECK).wait_for()
    return page


def answer(page, factor, words):
    page.locator(f"[data-factor='{factor}']").get_by_label(words).check()


def weak(page):
    return page.evaluate("[...document.querySelectorAll('[data-weak]')].filter((one) => !one.hidden).map((one) => one.dataset.weak)")


def test_a_half_filled_check_ends_in_the_weakest_factors_and_stays_on_the_device(origin, visitor):
    page = checking(origin, visitor)
    assert len(weak(page)) == 13
    for factor, words in [
        ("sfeer", "Een beetje"),
        ("concreet", "Missen we"),
        ("ambitie", "Herkennen we"),
        ("reflectie", "Missen we"),
        ("verbinden", "Een beetje"),
    ]:
        answer(page, factor, words)
    assert weak(page) == ["reflectie", "concreet", "sfeer"]
    assert "Ingevuld: 5 van de 13" in page.locator("[data-told]").inner_text()
    assert page.locator("[data-weak='reflectie']").get_by_role("link", name="Cirkel van invloed").is_visible()
    assert "#" not in page.url
    page.reload()
    page.locator(CHECK).wait_for()
    assert weak(page) == ["reflectie", "concreet", "sfeer"]


def test_the_group_opens_the_same_answers_from_one_address(origin, visitor):
    page = checking(origin, visitor, "zelfcheck/#check=sfeer:0,bijsturen:1,weg:2,ambitie:9", viewport={"width": 360, "height": 740})
    assert weak(page) == ["sfeer", "bijsturen"]
    assert "die hier niet staan" in page.locator("[data-status]").inner_text()
    page.locator("[data-factor='sfeer'] input").first.focus()
    page.keyboard.press("Space")
    assert weak(page) == ["bijsturen"]
    assert "#" not in page.url, "the answers are somebody's own from now on"
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Kopieer link voor de groep").click()
    assert page.evaluate("window.copied").endswith("zelfcheck/#check=sfeer:2,bijsturen:1")


def test_one_person_ticks_a_list_of_their_own(origin, visitor):
    page = checking(origin, visitor)
    box = page.get_by_label("Ik weet wie of wat er nog extra nodig is.")
    box.check()
    page.reload()
    page.locator(CHECK).wait_for()
    assert box.is_checked()
    assert page.get_by_role("checkbox", checked=True).count() == 1


def test_on_paper_each_instrument_is_one_sheet(origin, visitor, tmp_path):
    page = checking(origin, visitor)
    page.pdf(path=tmp_path / "check.pdf", format="A4")
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "check.pdf").pages]
    assert [
        words in sheet
        for words, sheet in zip(("Erbij halen wie je nodig hebt", "Ik weet wie er nodig zijn", "Zet het op de agenda"), sheets, strict=True)
    ] == [True] * 3
    assert "Kopieer link" not in "".join(sheets)


def test_without_scripts_the_check_is_a_sheet_with_what_helps_below_it(origin, visitor):
    page = visitor(origin, java_script_enabled=False).visit("zelfcheck/")
    answer(page, "sfeer", "Missen we")
    assert page.locator("[data-weak='sfeer']").is_visible()
    assert not page.get_by_role("button", name="Kopieer link voor de groep").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_recognised_sentence_leads_to_a_pattern_and_what_helps(origin, visitor, width):
    page = visitor(origin, viewport={"width": width, "height": 800}, java_script_enabled=False).visit("faalpatronen/")
    page.get_by_role("link", name="Mensen vallen terug op de oude manier").focus()
    page.keyboard.press("Enter")
    told = page.locator("section#canyon")
    assert told.evaluate("(section) => section.matches(':target')")
    told.get_by_role("link", name="Reflectie").click()
    assert page.url.endswith("/succesfactoren/reflectie/")
