"""Networks in one view and the five questions, as people use them."""

import pytest

from tests.workbench.visiting import served

pytestmark = pytest.mark.browser


def test_the_table_of_networks_is_narrowed_and_ordered_and_the_address_holds_the_choice(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin).visit("netwerken-in-beeld/")
        rows = page.locator("tr[data-place]:visible")
        everything = rows.count()
        page.get_by_label("Programma").select_option("voor-elkaar")
        assert 0 < rows.count() < everything
        assert "programme=voor-elkaar" in page.url
        page.get_by_label("Programma").select_option("")
        page.get_by_label("Volgorde").select_option("count")
        counts = [int(row.get_attribute("data-count")) for row in rows.all()]
        assert counts == sorted(counts, reverse=True)


def test_answers_to_the_five_questions_stay_on_the_device_until_they_are_cleared(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 360, "height": 740})
        page = watched.visit("vijf-vragen/")
        first = page.locator("textarea").first
        first.fill("Een goed gesprek & steun")
        assert "Een%20goed%20gesprek%20%26%20steun" in page.locator("[data-mail-answers]").get_attribute("href")
        page.reload()
        assert first.input_value() == "Een goed gesprek & steun"
        page.locator("[data-clear-answers]").click()
        page.reload()
        assert first.input_value() == ""


@pytest.mark.parametrize("width", [360, 1280], ids=["by-keyboard-on-a-phone", "by-pointer"])
def test_a_learning_agenda_leads_to_the_meeting_where_a_question_came_up(real_site, visitor, width):
    def follow(link):
        if width == 360:
            link.press("Enter")
        else:
            link.click()

    with served(real_site) as origin:
        page = visitor(origin, viewport={"width": width, "height": 740}).visit("netwerken/landelijk-lerend-netwerk/leeragenda/")
        follow(page.locator(".point__question a").first)
        page.wait_for_url("**/leervragen/**")
        question = page.locator("h1").inner_text()
        follow(page.locator(".turns").get_by_role("link", name="Startbijeenkomst"))
        page.wait_for_url("**/netwerken/landelijk-lerend-netwerk/#bijeenkomst-startbijeenkomst")
        assert page.locator("#bijeenkomst-startbijeenkomst a", has_text=question).is_visible()
