"""The fifteen everyday questions that a review asked of the site. Where the base has an answer, it stands in the first three results or above them."""

import pytest

from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

ANSWERS = {
    "hoe start ik een leernetwerk": {"hulp-bij-een-netwerk-starten"},
    "wat is een leernetwerk": {"wat-is-een-leernetwerk"},
    "subsidie loopt af, hoe houd ik het project in de lucht": {"vervolg-na-het-project"},
    "hoe krijg ik huisartsen mee": {"zorgtraject-zonder-patienten"},
    "een deelnemer praat de hele tijd": {"iedereen-aan-het-woord"},
    "deelnemers haken af": {"deelnemers-kiezen-het-thema"},
    "lastig gesprek met collega-organisatie": {"het-lastige-gesprek"},
    "wie betaalt preventie": {"een-kompas-als-het-doel-pijn-doet"},
    "ervaringsdeskundige betrekken, vergoeding": {"zet-ervaringsdeskundigen-in-de-begroting"},
    "verpleeghuis geen tijd voor scholing": {"tijd-en-ruimte-om-te-leren"},
    "hoe meet ik wat ons netwerk oplevert": {"vijf-vragen-na-een-bijeenkomst", "tel-en-sorteer-je-acties"},
    "werkvorm voor kennismaking online": {"digitale-speeddates", "drie-korte-gesprekken"},
    "jaarplanning voorbeeld": {"jaarplanning-en-taakverdeling"},
    "cliënt wil niet meedoen met ons plan": {"kijk-wie-er-niet-aan-tafel-zit"},
}
"""The last part of the address of what answers each question."""

UNANSWERED = "omgaan met onbegrepen gedrag bij dementie thuis"
"""The fifteenth: the base has nothing on it, and must not correct the question into another."""


def test_what_the_base_answers_stands_in_the_first_three(real_site, visitor):
    with served(real_site) as origin:
        page, missed = visitor(origin).visit("zoeken/"), {}
        for question in (*ANSWERS, UNANSWERED):
            page.goto(f"{origin}/zoeken/?q={question}")
            page.locator("[data-search][data-ready]").wait_for(timeout=10_000)
            links = page.locator("[data-direct] a, [data-results] > li:nth-child(-n+3) .card__title a")
            found = {path.rstrip("/").split("/")[-1] for path in links.evaluate_all("links => links.map(link => link.pathname)")}
            if missing := ANSWERS.get(question, set()) - found:
                missed[question] = (missing, found)
        assert missed == {}
        assert page.locator("[data-notes]").inner_text() == ""
