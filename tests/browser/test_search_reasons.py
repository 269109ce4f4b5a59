"""Every result says why it is there, and what cannot be loaded takes nothing else down."""

import pytest
from playwright.sync_api import expect

from benchmarks.relevance.judged import judged
from tests.workbench.visiting import search

pytestmark = pytest.mark.browser

UNAVAILABLE = "Zoeken lukt nu niet. Blader hieronder door de lijsten."

BARE = """async (queries) => {
    const root = document.querySelector("[data-search]");
    const bare = {};
    for (const query of queries) {
        root.querySelector("input[name=q]").value = query;
        const answered = new Promise((done) => new MutationObserver((_, watching) => {
            if (root.dataset.ready !== query) return;
            watching.disconnect();
            done();
        }).observe(root, { attributes: true }));
        root.querySelector("form").requestSubmit();
        await answered;
        if (!root.querySelector("[data-chosen]").hidden) continue; // the choice that narrows is the reason
        const results = [...root.querySelectorAll("[data-results] > li")];
        if (!results.length) bare[query] = ["nothing found"];
        const without = results.filter((one) => !one.querySelector("mark, [data-asked], [data-also], [data-named]"));
        if (without.length) bare[query] = without.map((one) => one.querySelector(".card__title").textContent);
    }
    return bare;
}"""
"""The titles of first pages that show no reason, by query."""


def ask(page, query: str) -> None:
    page.get_by_label("Zoek in je eigen woorden").fill(query)
    page.get_by_role("button", name="Zoek", exact=True).click()


def test_every_result_on_a_first_page_shows_why_it_is_there(origin, visitor):
    page = search(visitor(origin), "q=borging")
    named = page.locator("[data-named]").filter(has_text="Hoort bij: Borging")  # the name that experts gave a theme
    expect(named.first.locator("mark")).to_have_text("Borging")
    queries = [one.query for one in judged("tuned") if not one.filters][::2]
    keywords = ["conflict", "energie", "evaluatie", "feedback", "presentatie", "collegiale consultatie", "suiker gel"]
    assert page.evaluate(BARE, [*queries, *keywords]) == {}


def test_each_part_that_cannot_be_loaded_is_missed_alone_and_asked_for_again(origin, visitor):
    page = visitor(origin).visit("zoeken/")
    lost = ("**/direct.json", "**/vectors/**")
    for part in (*lost, "**/pagefind/index/**"):
        page.route(part, lambda route: route.abort())
    ask(page, "wat is een leernetwerk")
    expect(page.locator("[data-status]")).to_have_text(UNAVAILABLE)
    expect(page.locator("[data-results]")).to_be_empty()
    page.unroute("**/pagefind/index/**")
    ask(page, "wat is een leernetwerk")
    expect(page.locator("[data-results] mark").first).to_be_visible()
    expect(page.locator("[data-direct]")).to_be_hidden()
    expect(page.locator("[data-notes]")).to_be_empty()
    for part in lost:
        page.unroute(part)
    ask(page, "de dokter stuurt niemand door")
    expect(page.locator("[data-asked]").first).to_contain_text("Helpt bij: ")
    ask(page, "wat is een leernetwerk")
    expect(page.locator("[data-direct] a").first).to_be_visible()
    page.route("**/search/words-*.json", lambda route: route.abort())
    ask(page, "mantelzorgers")
    expect(page.locator("[data-status]")).to_have_text(UNAVAILABLE)
    for place in ("results", "notes", "pages"):
        expect(page.locator(f"[data-{place}]")).to_be_empty()
    expect(page.locator("[data-direct]")).to_be_hidden()
    page.unroute("**/search/words-*.json")
    ask(page, "mantelzorgers")
    expect(page.locator("[data-results] > li").first).to_be_visible()


def test_words_between_quotes_are_looked_for_in_names_too_and_nothing_comes_near_to_nothing(origin, visitor):
    watched = visitor(origin)
    page = search(watched, 'q="Leernetwerken onbegrepen gedrag"')
    places = page.locator("[data-shelves]").filter(has_text="Leernetwerken onbegrepen gedrag")
    expect(page.locator("[data-notes]")).to_be_empty()
    assert places.count() == page.locator("[data-results] > li").count() > 0
    page = search(watched, 'q="xqzwvjk vjkqz"')
    expect(page.locator("[data-notes]")).to_contain_text("Zo staat het nergens bij elkaar.")
    expect(page.locator("[data-notes]")).not_to_contain_text("dichtst in de buurt")


def test_a_part_of_a_compound_is_marked_and_is_no_subject_of_its_own(origin, visitor):
    """Nobody wrote "loopbaan": whoever says a part of it does not say that a text is about it."""
    page = search(visitor(origin), "q=loopbaan")
    expect(page.locator("[data-results] mark").first).to_be_visible()
    expect(page.locator("[data-named]").filter(has_text="gaat ook over")).to_have_count(0)


def test_a_name_of_small_words_leads_to_its_page(origin, visitor):
    page = search(visitor(origin), "q=voor elkaar")
    expect(page.locator("[data-direct] a").filter(has_text="Voor elkaar!").first).to_be_visible()
    assert search(visitor(origin), "q=de").locator("[data-direct]").is_hidden()


def test_a_choice_that_is_taken_away_takes_no_other_along(origin, visitor):
    page = search(visitor(origin), "q=werkvorm voor 10 mensen een half uur")
    chips = page.locator("[data-chosen] li")
    expect(chips).to_have_count(3)
    chips.get_by_role("link", name="Werkvormen weghalen").click()
    expect(chips).to_have_count(2)
    page = search(visitor(origin), "q=tips over xqzwvjk")
    page.get_by_role("link", name="Zoek zonder keuzes").click()
    expect(page.locator("[data-chosen] li")).to_have_count(0)


def test_lengths_and_sizes_in_words_narrow_as_numbers_do(origin, visitor):
    page = visitor(origin).visit("zoeken/")
    script = """async (questions) => {
        const { Narrowing } = await import("/assets/scripts/search/narrowing.js");
        const narrowing = new Narrowing(document.querySelector("[data-search] form"), JSON.parse(document.querySelector("[data-search]").dataset.words));
        return questions.map((question) => {
            const { text, facets } = narrowing.read(question, { facets: {}, literal: [] });
            return [text.trim(), facets.minutes ? [...facets.minutes][0] : "", facets.people ? [...facets.people][0] : ""];
        });
    }"""
    cases = {
        "een werkvorm van een uur": ("", "60", ""),
        "half uur": ("", "30", ""),
        "werkvorm van een half uur over vertrouwen": ("over vertrouwen", "30", ""),
        "werkvorm in een kwartier": ("in", "15", ""),
        "anderhalf uur": ("", "more", ""),
        "2 uur": ("", "more", ""),
        "werkvorm drie kwartier voor tien mensen": ("voor", "60", "6-12"),
        "half an hour": ("", "30", ""),
        "werkvorm a quarter of an hour": ("", "15", ""),
        "45 minuten energie": ("energie", "60", ""),
        "een persoon zwijgt": ("een persoon zwijgt", "", ""),
        'werkvorm "een half uur"': ('"een half uur"', "", ""),
    }
    assert dict(zip(cases, map(tuple, page.evaluate(script, list(cases))), strict=True)) == cases
