"""Each contribution is its own, nothing that somebody typed is lost, and nobody gets another's text."""

import random

import pytest
from playwright.sync_api import Error, expect

from tests.browser.test_form import QUICK, field, fill, opened, text_of, wipe
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

TIPS = "bijdragen/nieuw/tips/"
COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}
OTHER = {"title": "Een heel andere tip", "summary": "Met een andere reden, lang genoeg."}


@pytest.fixture(scope="module")
def origin(real_site):
    with served(real_site) as address:
        yield address


def id_in(text: str) -> str:
    return text.split("\nid: ")[1].split("\n", maxsplit=1)[0]


def again(page):
    page.reload()
    page.locator("[data-ready]").first.wait_for()


def copied(page) -> str:
    page.locator("[data-desk-route] [data-copy-text]").click()
    expect(page.locator("[data-handed]")).to_be_in_viewport()
    return page.evaluate("navigator.clipboard.readText()")


def test_what_is_typed_after_handing_in_is_another_contribution(origin, visitor):
    page = opened(visitor(origin, **COPYING), TIPS)
    fill(page, QUICK["tip"])
    text_of(page)
    first = copied(page)
    assert first.endswith("\n--- einde bijdrage ---\n")
    assert field(page, "title").input_value() == ""
    fill(page, OTHER)
    text_of(page)
    second = copied(page)
    assert id_in(first) != id_in(second)
    page.locator("[data-mend]").click()
    assert text_of(page) in second
    again(page)
    page.locator("[data-earlier]").get_by_role("button", name=f"Verbeter: {QUICK['tip']['title']}").click()
    fill(page, {"summary": "Wie iets doet, hoort er meteen bij. Altijd."})
    text_of(page)
    mended = copied(page)
    assert id_in(mended) == id_in(first)
    assert "Altijd" in mended


def test_after_copying_and_coming_back_what_comes_next_is_in_view(origin, visitor):
    """Also where a phone dropped the tab, and where the conditions stand first."""
    watched = visitor(origin, **COPYING, viewport={"width": 375, "height": 667})
    page = opened(watched, "bijdragen/nieuw/briljante-mislukkingen/")
    fill(page, QUICK["brilliant-failure"])
    text_of(page)
    copied(page)
    page = watched.page = watched.page.context.new_page()
    page.goto(f"{origin}/bijdragen/nieuw/briljante-mislukkingen/")
    page.locator("[data-ready]").wait_for()
    expect(page.locator("[data-conditions]")).to_be_visible()
    expect(page.locator("[data-handed]")).to_be_in_viewport()
    expect(page.locator("[data-handed-next]")).to_contain_text("redactie@geleerd.example")
    expect(page.locator("[data-handed-go]")).to_have_attribute(
        "href", "mailto:redactie@geleerd.example?subject=Bijdrage%20(Briljante%20mislukking)%3A%20We%20wilden%20meer%20verwijzingen."
    )
    page.locator("[data-anew]").first.click()
    expect(page.locator("[data-handed]")).to_be_hidden()
    button = page.locator("[data-earlier]").get_by_role("button", name="Verwijder")
    button.click()
    button.click()
    expect(page.locator("[data-earlier]")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('draft'))") == []


def test_who_never_pauses_is_kept_too_and_so_is_the_last_letter_on_leaving(origin, visitor):
    watched = visitor(origin)
    page = opened(watched, TIPS)
    page.locator("#f-title").evaluate("""field => {
      const add = setInterval(() => { field.value += "x"; field.dispatchEvent(new Event("input", { bubbles: true })); }, 50);
      addEventListener("stop", () => clearInterval(add));
    }""")
    expect(page.locator("[data-kept]")).to_contain_text("Bewaard op dit apparaat, tot en met")
    page.evaluate("dispatchEvent(new Event('stop'))")
    page.locator("#f-summary").fill("Op het laatste moment getypt")
    watched.visit("bijdragen/")
    page.go_back()
    page.locator("[data-ready]").wait_for()
    assert field(page, "summary").input_value() == "Op het laatste moment getypt"


def test_who_shares_a_device_leaves_nothing_behind(origin, visitor):
    watched = visitor(origin, **COPYING)
    page = opened(watched, TIPS)
    fill(page, QUICK["tip"])
    text_of(page)
    page.locator("[data-on-device] summary").click()
    page.locator("[data-shared]").check()
    expect(page.locator("[data-kept]")).to_contain_text("tot je dit tabblad sluit")
    copied(page)
    fill(page, OTHER)
    text_of(page)
    watched.visit("draaiboek/?plan=~Opening:10").locator("[data-planner][data-ready]").wait_for()
    assert set(page.evaluate("Object.keys(localStorage)")) == {"geleerd:/:shared"}
    page = opened(watched, TIPS)
    assert field(page, "title").input_value() == OTHER["title"]  # in this tab everything is still there
    page = watched.page = watched.page.context.new_page()
    page.goto(f"{origin}/{TIPS}")
    page.locator("[data-ready]").wait_for()
    assert field(page, "title").input_value() == ""
    expect(page.locator("[data-earlier]")).to_be_hidden()


def test_wiping_leaves_nothing_of_any_kind(origin, visitor):
    watched = visitor(origin, **COPYING)
    page = opened(watched, "bijdragen/nieuw/werkvormen/")
    fill(page, QUICK["work-format"])
    text_of(page)
    page = opened(watched, TIPS)
    page.locator("#f-title").fill("Nog niet bewaard")
    wipe(page)
    expect(page.locator("#f-title")).to_have_value("")
    watched.visit("bijdragen/")
    assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]") == [[], []]


def test_two_tabs_with_one_text_become_two_texts(origin, visitor):
    watched = visitor(origin)
    page = opened(watched, TIPS)
    fill(page, QUICK["tip"])
    text_of(page)
    other = page.context.new_page()
    other.goto(f"{origin}/{TIPS}")
    other.locator("[data-ready]").wait_for()
    other.locator("#f-title").fill("Wat in het andere tabblad stond")
    expect(page.locator("[data-restored]")).to_contain_text("ander tabblad")
    page.locator("#f-title").fill("Wat in dit tabblad stond")
    text_of(page)
    text_of(other)
    again(other)
    assert other.locator("#f-title").input_value() == "Wat in het andere tabblad stond"
    expect(other.locator("[data-back]")).to_contain_text("Wat in dit tabblad stond")


def test_a_draft_goes_after_its_day_but_not_because_a_clock_jumped(origin, visitor):
    watched = visitor(origin)
    page = opened(watched, TIPS)
    fill(page, QUICK["tip"])
    text_of(page)
    title, now, day = QUICK["tip"]["title"], page.evaluate("Date.now()") / 1000, 86_400  # `set_fixed_time` counts in seconds
    for later, shown in ((70, title), (1, title), (70, title), (72, "")):
        watched.page.clock.set_fixed_time(now + later * day)
        again(page)
        expect(page.locator("#f-title")).to_have_value(shown)


def test_the_form_works_without_internet_once_it_was_opened(origin, visitor):
    watched = visitor(origin)
    page = opened(watched, TIPS)
    page.locator("#f-title").focus()
    page.locator("[data-works-offline]").wait_for()
    page.context.set_offline(True)
    again(page)
    fill(page, QUICK["tip"])
    text_of(page)


def test_where_nothing_can_look_at_what_was_typed_it_is_kept_and_goes_nowhere(origin, visitor):
    page = opened(visitor(origin), TIPS)
    page.route("**/checks.json", lambda route: route.abort())
    fill(page, QUICK["tip"])
    expect(page.locator("[data-state]")).to_contain_text("doet het niet")
    expect(page.locator("[data-routes]")).to_be_hidden()
    expect(page.locator("[data-form].holds-personal")).to_be_attached()
    page.unroute("**/checks.json")
    again(page)
    expect(page.locator("#f-title")).to_have_value(QUICK["tip"]["title"])
    text_of(page)
    expect(page.locator("[data-form]:not(.holds-personal)")).to_be_attached()


def test_a_full_browser_says_that_nothing_is_kept(origin, visitor):
    watched = visitor(origin)
    watched.page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); };")
    page = opened(watched, TIPS)
    fill(page, QUICK["tip"])
    text_of(page)
    expect(page.locator("[data-kept]")).to_contain_text("bewaart dit niet")


SHARING = """navigator.canShare = () => true;
navigator.share = async ({ title, text, files }) => { window.shared = [title, text, files[0].name, files[0].type, await files[0].text()]; };"""


def test_a_phone_hands_in_with_one_tap(origin, visitor):
    watched = visitor(origin)
    watched.page.add_init_script(SHARING)
    page = opened(watched, TIPS)
    fill(page, QUICK["tip"])
    text = text_of(page)
    page.locator("[data-share-text]").click()
    expect(page.locator("[data-handed-title]")).to_contain_text("is gedeeld")
    title, said, name, kind, shared = page.evaluate("window.shared")
    assert title == f"Bijdrage (Tip): {QUICK['tip']['title']}"
    assert "redactie@geleerd.example" in said
    assert (name, kind, shared) == ("laat-een-nieuwe-deelnemer-openen.txt", "text/plain", text)


@pytest.mark.long
def test_a_tab_that_is_killed_at_any_moment_loses_a_second_at_most(origin, browser):
    """A letter every 40 ms: of what was typed up to 1.2 s before the end everything is there. A killed tab runs nothing on leaving.

    Without a service worker, which would die with the tab: playwright waits for it for ever.
    """
    chance = random.Random(23)  # noqa: S311  # the same moments every time
    for _ in range(100):
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(f"{origin}/{TIPS}")
        page.locator("[data-ready]").wait_for()
        page.locator("#f-summary").evaluate("""field => {
          window.typed = [];
          setInterval(() => { field.value += "x"; typed.push(performance.now()); field.dispatchEvent(new Event("input", { bubbles: true })); }, 40);
        }""")
        page.wait_for_timeout(chance.uniform(1_300, 4_000))
        safe = page.evaluate("typed.filter(at => at < performance.now() - 1_200).length")
        with pytest.raises(Error, match="crash"):
            page.goto("chrome://crash")
        page = context.new_page()
        page.goto(f"{origin}/{TIPS}")
        page.locator("[data-ready]").wait_for()
        assert len(page.locator("#f-summary").input_value()) >= safe
        context.close()
