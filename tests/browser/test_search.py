"""Searching, as a reader does it."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from geleerd.find.tokens import folded, words_in
from tests.workbench.visiting import AXE_RULES, SEARCHED, search, served

pytestmark = pytest.mark.browser


def titles(page) -> list[str]:
    return page.locator("[data-results] .card__title").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("casus bespreking", "Casusbespreking"),
        ("casusbesprekingen", "Casusbespreking"),
        ("cirkels invloed", "Cirkel van invloed"),
        ("tegeltjeswijsheid", "Tegeltjeswijsheden"),
        ("DSV's", None),
        ("posters", "Posterpresentatie"),
    ],
)
def test_a_reader_finds_with_everyday_dutch(origin, visitor, query, title):
    found = titles(search(visitor(origin), f"q={query}"))
    assert found
    if title:
        assert title in found[:3]


def test_a_reader_types_in_the_header_and_gets_real_links(origin, visitor):
    watched = visitor(origin, viewport={"width": 1280, "height": 800})
    page = watched.visit("lessen/")
    page.keyboard.press("/")
    page.keyboard.type("casusbespreking")
    page.keyboard.press("Enter")
    page.locator(SEARCHED).wait_for()
    assert "q=casusbespreking" in page.url
    first = page.locator("[data-results] .card__title a").first
    first.click()
    expect(page.locator("h1")).to_have_text("Casusbespreking")
    assert watched.errors == []
    assert watched.foreign == []


def test_control_k_works_and_slash_can_be_switched_off(origin, visitor):
    watched = visitor(origin, viewport={"width": 1280, "height": 800})
    page = search(watched, "q=")
    page.get_by_label("Met de toets / naar het zoekveld").uncheck()
    page = watched.visit("lessen/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") != "q"
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.name") == "q"


def test_a_typing_error_is_one_click_away_from_right(origin, visitor):
    page = search(visitor(origin), "q=casusbesprekign")
    assert titles(page)
    link = page.locator("[data-notes] a").first
    expect(link).to_have_text("casusbespreking")
    link.click()
    expect(page.locator("[data-status]")).to_contain_text("“casusbespreking”")
    assert page.get_by_label("Zoek in je eigen woorden").input_value() == "casusbespreking"


def test_one_unknown_word_does_not_empty_the_result(origin, visitor):
    assert titles(search(visitor(origin), "q=casusbespreking xqzwvjkq"))


def test_facets_narrow_count_and_stand_in_the_address(origin, visitor):
    page = search(visitor(origin, viewport={"width": 1280, "height": 900}), "q=netwerk")
    box = page.locator("label", has=page.locator("input[name=type][value=tip]"))
    expect(box.locator("[data-count]")).not_to_have_text("")
    count = box.locator("[data-count]").inner_text()
    box.locator("input").check()
    expect(page.locator("[data-status]")).to_contain_text(f"{count} bijdragen")
    assert "type=tip" in page.url
    assert {text.strip() for text in page.locator("[data-results] .card__type").all_inner_texts()} == {"Tip"}
    page.locator("input[name=type][value=lesson]").check()
    expect(page.locator("[data-status]")).not_to_contain_text(f"{count} bijdragen")
    page.go_back()
    expect(page.locator("[data-status]")).to_contain_text(f"{count} bijdragen")
    expect(page.locator("input[name=type][value=lesson]")).not_to_be_checked()


def test_on_a_wide_screen_the_field_stands_above_results_that_show_the_drawings_of_their_lists(origin, visitor):
    page = visitor(origin, viewport={"width": 1280, "height": 900}).visit("zoeken/?q=posterpresentatie")
    first = page.locator("[data-results] > li").first
    first.locator("svg.drawing path").first.wait_for()
    assert page.locator("#q").bounding_box()["y"] < first.bounding_box()["y"]


def test_a_link_from_a_newsletter_opens_a_selection(origin, visitor):
    page = search(visitor(origin), "type=work-format&minutes=30&sort=date")
    assert titles(page)
    expect(page.locator("[data-chosen] a").first).to_contain_text("weghalen")
    for checked in ("input[name=type][value=work-format]", "input[name=minutes][value='30']"):
        assert page.locator(checked).is_checked()


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "lang" * 2500,
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%3Cimg src=x onerror=alert(1)%3E&theme=%22%3E%3Cimg src=x onerror=alert(1)%3E",
        "q=.*%2B%3F%5E%24%7B%7D()%7C%5B%5D%5C",
        "q=%F0%9F%8E%89%F0%9F%8E%89",
        "q=%D7%A9%D7%9C%D7%95%D7%9D %E2%80%AE",
        "theme=bestaat-niet&kleur=rood&page=-3&sort=zo",
        "page=99999999999",
        "q=%E0%A4%A",
        "q=__proto__ constructor&type=__proto__&__proto__=x&constructor=y&hasOwnProperty=z",
    ],
)
def test_whatever_is_asked_the_page_stays_calm(origin, visitor, query):
    watched = visitor(origin)
    page = search(watched, query)
    assert page.locator("[data-status]").inner_text()
    assert watched.errors == []
    assert watched.dialogs == []
    assert page.locator("main img").count() == 0


def test_unknown_values_are_named(origin, visitor):
    page = search(visitor(origin), "theme=bestaat-niet")
    expect(page.locator("[data-notes]")).to_contain_text("theme=bestaat-niet")


def test_without_scripts_the_page_offers_the_indices(origin, visitor):
    page = visitor(origin, java_script_enabled=False).visit("zoeken/?q=borging")
    assert "Zoeken werkt alleen met JavaScript" in page.locator("main noscript").text_content()
    expect(page.locator(".search__form")).to_be_hidden()
    page.locator("main").get_by_role("link", name="Werkvormen").click()
    expect(page.locator("h1")).to_have_text("Werkvormen")


def test_a_missing_index_is_said_and_the_indices_stay_until_it_is_there(real_site, visitor, tmp_path):
    shutil.copytree(real_site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "pagefind")
    with served(tmp_path / "site") as origin:
        page = search(visitor(origin), "q=borging")
        expect(page.locator("[data-status]")).to_have_text("Zoeken lukt nu niet. Blader hieronder door de lijsten.")
        assert page.locator(".search__browse a").count() >= 6
        shutil.copytree(real_site / "pagefind", tmp_path / "site" / "pagefind")
        page.get_by_role("button", name="Zoek", exact=True).click()
        expect(page.locator("[data-results] > li").first).to_be_visible()


def test_a_page_that_is_not_there_lists_what_was_probably_meant(real_site, visitor, tmp_path):
    shutil.copytree(real_site, tmp_path / "site")
    (tmp_path / "site" / "werkvormen" / "casus-besprekingen.html").write_bytes((real_site / "404.html").read_bytes())
    with served(tmp_path / "site") as origin:
        page = visitor(origin).visit("werkvormen/casus-besprekingen.html")
        expect(page.locator(".likely a", has_text="Casusbespreking").first).to_be_visible()
        assert "q=casus+besprekingen" in page.locator(".likely p a").get_attribute("href")
        assert page.locator("#not-found-q").input_value() == "casus besprekingen"
        assert page.locator("main > article > ul a").count() == 3


def test_a_theme_leads_into_a_search_of_its_own(origin, visitor):
    page = visitor(origin).visit("themas/borging/")
    page.get_by_role("link", name="Zoek binnen “Zorgen dat het blijft”").click()
    page.locator(SEARCHED).wait_for()
    assert page.locator("input[name=theme][value=borging]").is_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_a_page_of_results(origin, visitor, scheme, width):
    watched = visitor(origin, viewport={"width": width, "height": 800}, color_scheme=scheme)
    for query in ("q=casusbesprekign", "q=netwerk&type=tip&theme=nope", "q=xqzwvjkq", ""):
        page = search(watched, query)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found = Axe().run(page, options=AXE_RULES).response["violations"]
        assert [(violation["id"], violation["nodes"][0]["html"][:150]) for violation in found] == []


def test_the_page_cuts_words_as_the_build_does(origin, visitor):
    texts = [
        "De DSV's en cliënten",
        "coördinator/projectleider",
        "‘zo’n’ vraag?",
        "a b 7 é",
        "İstanbul ﬁets ½ ² 0𝓐",
        "word_with_line",
        "ǅ ß",
        "१२ ٣",
    ]
    page = visitor(origin).visit("zoeken/")
    found = page.evaluate(
        "async texts => { const {words} = await import('/assets/scripts/search/words.js'); return texts.map(words); }", texts
    )
    assert found == [[folded(word) for word in words_in(text)] for text in texts]


def test_a_first_answer_is_quick_once_the_engine_is_there(origin, visitor):
    page = search(visitor(origin), "q=")
    page.get_by_label("Zoek in je eigen woorden").press_sequentially("borging")
    expect(page.locator("[data-status]")).to_contain_text("borging")
    assert titles(page)


def test_a_page_that_a_question_names_is_offered_above_the_results(origin, visitor):
    page = search(visitor(origin), "q=wat is een leernetwerk")
    links = page.locator("[data-direct] a")
    assert "Wat is een leernetwerk?" in links.all_inner_texts()
    assert page.locator("[data-results] [data-direct]").count() == 0
    links.filter(has_text="Wat is een leernetwerk?").click()
    page.wait_for_url("**/over/wat-is-een-leernetwerk/")


def test_nothing_is_offered_when_no_page_has_all_words(origin, visitor):
    page = search(visitor(origin), "q=deelnemers haken af in maart")
    assert not page.locator("[data-direct]").is_visible()


def test_a_question_in_other_words_finds_what_answers_it_and_says_why_and_without_vectors_words_answer(origin, visitor):
    watched = visitor(origin)
    page = search(watched, "q=de+dokter+stuurt+niemand+door")
    first = page.locator("[data-results] > li").first
    expect(first.locator("mark, [data-asked]").first).to_be_visible()
    expect(page.locator("[data-asked]").first).to_contain_text("Helpt bij: ")
    for query in ("de+en+het", "xqzwvjk", "pizza+xqzwvjk", "netwerk+" * 40):
        search(watched, f"q={query}")
    assert watched.errors == []
    page.route("**/vectors/items.bin", lambda route: route.fulfill(body=b"cut short"))
    page.route("**/vectors/words-1*.bin", lambda route: route.fulfill(body=b"de\0cut"))
    page = search(watched, "q=casusbespreking")
    assert "Casusbespreking" in titles(page)[:3]
    expect(page.locator("[data-notes]")).to_be_empty()
    assert watched.errors == []


def test_what_answers_the_same_question_comes_first_and_one_common_word_is_no_reason_by_itself(origin, visitor):
    watched = visitor(origin)
    page = search(watched, "q=mijn+collega's+willen+niet+meedoen")
    expect(page.locator("[data-results] > li [data-asked]").first).to_contain_text("willen niet meedoen")
    assert titles(page)[0].startswith("Begin met mensen")  # "Meedoen geeft nieuwe contacten" says more of the words, and no "niet"
    for query, first in (
        ("mijn+collega's+doen+niet+mee", "Begin met mensen"),
        ("een+deelnemer+praat+de+hele+tijd", "Iedereen aan het woord"),
    ):
        assert titles(search(watched, f"q={query}"))[0].startswith(first)
    page = search(watched, "q=te+weinig+geld+om+door+te+gaan")
    expect(page.locator("[data-results] > li").first.locator("[data-asked]")).to_contain_text("te weinig geld om door te gaan")
    page = search(watched, "q=facilitator")
    expect(page.locator("[data-also]").first).to_contain_text("“facilitator” heet ook wel “")
    page = search(watched, "q=hoe+krijg+ik+stille+deelnemers+aan+de+praat")
    expect(page.locator("[data-results] > li").first.locator("[data-asked]")).to_be_visible()
    page = search(watched, "q=partners+betrekken&type=tip&for=gemeenten")
    assert titles(page)[0].startswith("Zes dingen")
    expect(page.locator("[data-results] > li").first.locator("[data-named]")).to_contain_text(
        "Hoort bij: "
    )  # it says "betrekken" in a tag alone


def test_words_of_a_question_that_are_choices_narrow_until_they_are_taken_back(origin, visitor):
    page = search(visitor(origin), "q=werkvorm kennismaking online")
    assert {text.strip() for text in page.locator("[data-results] .card__type").all_inner_texts()} == {"Werkvorm"}
    few, chosen = len(titles(page)), page.locator("[data-chosen] li")
    expect(chosen).to_have_count(2)
    chosen.filter(has_text="Werkvormen").get_by_role("link").click()
    expect(chosen.filter(has_text="Werkvormen")).to_have_count(0)
    assert "words=type" in page.url
    assert len(titles(page)) > few
    page = search(visitor(origin), "q=werkvorm voor 10 mensen")
    expect(page.locator("[data-chosen]")).to_contain_text("6 tot 12")
    assert len(titles(page)) > few
    assert {text.strip() for text in page.locator("[data-results] .card__type").all_inner_texts()} == {"Werkvorm"}
    page = search(visitor(origin), "q=wat is een briljante mislukking")
    assert {text.strip() for text in page.locator("[data-results] .card__type").all_inner_texts()} == {"Briljante mislukking"}
    expect(page.locator("[data-direct] a").first).to_contain_text("Briljante mislukkingen")
    page = search(visitor(origin), 'q="briljante mislukking"')
    expect(page.locator("[data-chosen] li")).to_have_count(0)


def test_what_fits_badly_comes_when_asked_for_and_small_words_find_nothing_by_chance(origin, visitor):
    watched = visitor(origin, viewport={"width": 390, "height": 844})
    page = search(watched, "q=mijn collega's willen niet meedoen&page=99")
    before = page.locator("[data-status]").inner_text()
    page.locator("[data-pages] a", has_text="minder goed").click()
    expect(page.locator("[data-status]")).not_to_have_text(before)
    assert "all=1" in page.url
    page = search(watched, "q=hoe doe je dat dan")
    expect(page.locator("[data-notes]")).to_contain_text("alleen kleine woorden")
    expect(page.get_by_role("link", name="Stel je vraag")).to_be_visible()
    page = search(watched, "q=netwerkxqzw")
    expect(page.locator("[data-notes] a").first).to_contain_text("netwerk")
    page = search(watched, "q=“leer elkaar eerst kennen”&sort=date")
    assert "Leer elkaar eerst kennen, maak daarna pas plannen" in titles(page)
    assert len(titles(page)) < 4
    expect(page.locator("[data-day]").first).to_contain_text("2026")
    assert page.locator("[data-results] > li").first.bounding_box()["y"] < 700
    assert watched.errors == []


def test_the_box_suggests_by_keyboard_and_remembers_until_all_is_wiped(origin, visitor):
    watched = visitor(origin, viewport={"width": 390, "height": 844})
    page = search(watched, "")
    field = page.get_by_label("Zoek in je eigen woorden")
    field.press_sequentially("kletskous")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_contain_text("Hoe rem ik een kletskous af en geef ik anderen de beurt?")
    expect(page.locator(".visually-hidden[role=status]")).to_contain_text("suggestie")
    found = Axe().run(page, options=AXE_RULES).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"][:150]) for violation in found] == []
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggested-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("[data-status]")).to_contain_text("kletskous af")
    field.fill("")
    field.click()
    expect(options.first).to_contain_text("eerder gezocht")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    box = page.locator("[data-on-device]")
    box.locator("summary").click()
    box.locator("[data-wipe]").click()
    box.locator("[data-wipe-yes]").click()
    field.click()
    expect(options).to_have_count(0)
    field.press_sequentially("landelijk lerend")
    expect(options.first).to_contain_text("Landelijk Lerend Netwerk")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Landelijk Lerend Netwerk")
    assert watched.errors == []
