"""Making a newsletter in the browser: choosing, copying, and a month without scripts."""

import datetime
import json

import pytest
from playwright.sync_api import expect

from geleerd import catalogue, reading_of
from geleerd.relate.selection import Selection, selected
from geleerd.render.newsletter.digest.as_text import digest_text
from geleerd.render.newsletter.digest.contents import digest_of
from tests.workbench.building import built, settings
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

READY = "[data-newsletter][data-ready]"
HOSTILE = '<script>window.hit=1</script><img src=x onerror=window.hit=1> & "aan" \'\u202eom'
ITEM = """---
id: {id}
type: {type}
title: {title}
summary: Een samenvatting <b>die</b> & lang genoeg is.
date: {day}
networks: [{network}]
themes: [borging]
sources: [{{title: eigen ervaring}}]
{extra}---
"""


@pytest.fixture
def root(write):
    """Items of three months, a hostile one, one in another language, and too many for the page of one month."""
    files = {
        "lessons/x.md": ITEM.format(id="k2aaaa", type="tip", title=json.dumps(HOSTILE), day="2026-10-31", network="noord", extra=""),
        "lessons/y.md": ITEM.format(id="k3aaaa", type="tip", title="In it Frysk", day="2026-10-01", network="", extra="language: fy\n"),
        "lessons/z.md": ITEM.format(
            id="k4aaaa",
            type="example",
            title="Een voorbeeld",
            day="2026-10-15",
            network="oost",
            extra="approach: De aanpak.\nresult: Het resultaat.\nevidence: tried\n",
        ),
        "lessons/oud.md": ITEM.format(id="k5aaaa", type="tip", title="Een oude tip", day="2025-01-15", network="", extra=""),
    }
    folder = write(files)
    result = built(folder, "--strict")
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def origin(root):
    with served(root / "site") as address:
        yield address


def newsletter(watched, query: str = ""):
    page = watched.visit(f"nieuwsbrief/{query}")
    page.locator(READY).wait_for(timeout=10_000)
    return page


def copy(page, name: str = "Kopieer") -> None:
    page.get_by_role("button", name=name, exact=True).click()


def listed(page) -> list[str]:
    return [box.get_attribute("value") for box in page.locator("[data-item]").all()]


CLIPBOARD = """async () => { const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async kind => [kind, await (await item.getType(kind)).text()]))); }"""
TREE = """html => { const template = document.createElement("template"); template.innerHTML = html;
    return [...template.content.querySelectorAll("*")].map(e => [e.localName, e.lang, e.getAttribute("href"), e.textContent]); }"""


def test_staff_choose_and_copy_rich_text_or_its_source(origin, visitor):
    watched = visitor(origin, permissions=["clipboard-read", "clipboard-write"])
    page = newsletter(watched)
    assert page.get_by_label("Vanaf").input_value() == "2026-11-01"
    assert page.get_by_label("Tot en met").input_value() == "2026-11-30"
    assert set(listed(page)) == {"a1b2c3", "d4e5f6"}
    for button in ("Kopieer", "Kopieer als HTML"):
        expect(page.get_by_role("button", name=button, exact=True)).to_be_disabled()
    page.get_by_label("Begin klein en laat het groeien").check()
    expect(page.locator("[data-chosen]")).to_have_text("1 bijdrage gekozen")
    copy(page)
    expect(page.locator("[data-copied]")).to_contain_text("Gekopieerd")
    rich = page.evaluate(CLIPBOARD)
    copy(page, "Kopieer als HTML")
    expect(page.locator("[data-copied]")).to_contain_text("De HTML is gekopieerd")
    source = page.evaluate(CLIPBOARD)
    assert list(source) == ["text/plain"]
    for html in (rich["text/html"], source["text/plain"]):
        assert '<a href="https://geleerd.example/l/a1b2c3/"><strong>Begin klein en laat het groeien</strong></a>' in html
        assert "<h2>Tips</h2>" in html
        assert [word for word in ("button", "target", "tabblad") if word in html] == []
    assert rich["text/plain"].startswith("Tips\n----\n\n- Begin klein en laat het groeien\n  ")
    assert rich["text/plain"].endswith("\n  https://geleerd.example/l/a1b2c3/\n")
    assert watched.errors == []
    assert watched.foreign == []


def test_the_choices_stand_in_the_address_and_what_is_ticked_stays(origin, visitor):
    page = newsletter(visitor(origin))
    page.get_by_label("Begin klein en laat het groeien").check()
    page.get_by_label("Vanaf").fill("2025-01-01")
    page.get_by_label("Tot en met").fill("2026-10-31")
    page.locator("details[data-facet=type] summary").click()
    page.locator("input[name=type][value=tip]").check()
    assert listed(page) == ["k2aaaa", "k3aaaa", "k5aaaa"]
    page.locator("details[data-facet=network] summary").click()
    page.locator("input[name=network][value=oost]").check()
    assert listed(page) == ["k2aaaa"]
    assert page.url.endswith("?from=2025-01-01&until=2026-10-31&network=oost&type=tip")
    assert page.locator("[data-block] a").count() == 1
    page.go_back()
    assert listed(page) == ["k2aaaa", "k3aaaa", "k5aaaa"]
    page.get_by_label("Vanaf").fill("")
    page.get_by_label("Tot en met").fill("")
    assert "from=&" in page.url
    assert set(listed(newsletter(visitor(origin), page.url.split("/")[-1]))) == {"a1b2c3", "d4e5f6", "k2aaaa", "k3aaaa", "k5aaaa"}


def test_a_bookmark_opens_a_selection_and_unknown_words_are_named(origin, visitor):
    watched = visitor(origin)
    page = newsletter(
        watched, "?from=2026-10-01&until=2026-10-31&programme=samen-leren&theme=nee&__proto__=x&until=2026-99-99&type=%3Cimg%3E"
    )
    assert listed(page) == ["k2aaaa", "k4aaaa"]
    assert "theme=nee" in page.locator("[data-notes]").inner_text()
    page = newsletter(watched, "?from=gisteren")
    assert "“gisteren” is geen datum" in page.locator("[data-notes]").inner_text()
    assert set(listed(page)) == {"a1b2c3", "d4e5f6"}
    newsletter(watched, "?from=1999-01-01&until=1999-01-02&type=example")
    expect(page.locator("[data-found]")).to_contain_text("niets toegevoegd. De nieuwste bijdrage is van 15 oktober 2026.")
    newsletter(watched, "?from=2026-12-01&until=2026-11-01")
    expect(page.locator("[data-found]")).to_contain_text("eindigt voordat die begint")
    assert watched.errors == []


def test_the_page_and_the_build_make_the_same_block(origin, visitor):
    watched = visitor(origin)
    page = newsletter(watched, "?from=2026-10-01&until=2026-10-31")
    page.get_by_role("button", name="Kies alles").click()
    made = page.evaluate(TREE, page.locator("[data-source]").input_value())
    month = watched.visit("nieuwsbrief/2026-10/")
    source = month.locator("textarea").input_value()
    assert month.evaluate(TREE, source) == made
    assert len([tag for tag, *_ in made if tag == "p"]) == 3
    assert ["p", "fy"] in [part[:2] for part in made]
    assert not {tag for tag, *_ in made} - {"h2", "p", "a", "strong", "br"}
    assert page.evaluate("window.hit") is None
    assert "\u202e" not in source


def test_what_is_pasted_as_text_is_what_the_command_writes(root, origin, visitor):
    watched = visitor(origin, permissions=["clipboard-read", "clipboard-write"])
    page = newsletter(watched, "?from=2026-10-01&until=2026-10-31")
    page.get_by_role("button", name="Kies alles").click()
    copy(page)
    expect(page.locator("[data-copied]")).to_contain_text("Gekopieerd")
    said = page.evaluate(CLIPBOARD)["text/plain"].split()
    asked = Selection(datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))
    written = digest_text(
        digest_of(reading_of(settings(root)).library, asked, "Proef", "https://geleerd.example/"), catalogue("nl")
    ).split()
    assert " ".join(said) in " ".join(written)
    month = watched.visit("nieuwsbrief/2026-10/")
    month.locator("summary", has_text="Neem dit over").click()
    copy(month)
    expect(month.locator("[data-copied]")).to_contain_text("Gekopieerd")
    assert month.evaluate(CLIPBOARD)["text/plain"].split() == said


@pytest.mark.parametrize(
    "facets", [{"network": ("oost",)}, {"network": ("oost", "noord"), "type": ("tip",)}, {"programme": ("samen-leren",)}]
)
def test_the_page_narrows_as_the_command_does(root, origin, visitor, facets):
    asked = "".join(f"&{facet}={value}" for facet, values in facets.items() for value in values)
    page = newsletter(visitor(origin), f"?from=2026-01-01{asked}")
    chosen = selected(reading_of(settings(root)).library, Selection(datetime.date(2026, 1, 1), None, facets))
    assert listed(page) == [item.fields.id for item in chosen]


def test_what_is_ticked_outlives_the_page_and_looking_at_an_item_takes_another_tab(origin, visitor):
    watched = visitor(origin)
    page = newsletter(watched)
    page.get_by_label("Begin klein en laat het groeien").check()
    for place in ("[data-items]", "[data-block]"):
        with page.context.expect_page() as opened:
            page.locator(place).get_by_role("link", name="Begin klein en laat het groeien (opent in een nieuw tabblad)").click()
        opened.value.close()
        hidden = f"document.querySelector('{place} .visually-hidden').offsetParent.parentElement.closest('{place}')"
        assert page.evaluate(f"{hidden} !== null"), "what is hidden stays in its list, and does not make the page longer"
    page.reload()
    expect(page.get_by_label("Begin klein en laat het groeien")).to_be_checked()
    watched.visit("nieuwsbrief/2026-10/")
    page.go_back()
    expect(page.locator("[data-chosen]")).to_have_text("1 bijdrage gekozen")
    newsletter(watched, "?from=2026-10-01")
    expect(page.locator("[data-chosen]")).to_have_text("1 bijdrage gekozen")


def test_where_nothing_may_be_kept_the_page_still_works(origin, visitor):
    watched = visitor(origin)
    watched.page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('nee'); }})")
    page = newsletter(watched)
    page.get_by_label("Begin klein en laat het groeien").check()
    expect(page.locator("[data-chosen]")).to_have_text("1 bijdrage gekozen")
    assert watched.errors == []


def test_choosing_none_leaves_what_is_not_shown_and_each_can_be_removed(origin, visitor):
    page = newsletter(visitor(origin))
    page.get_by_role("button", name="Kies alles").click()
    page.get_by_role("button", name="Maand ervoor: oktober 2026").click()
    assert page.url.endswith("?from=2026-10-01&until=2026-10-31")
    page.get_by_role("button", name="Kies alles").click()
    expect(page.locator("[data-chosen]")).to_have_text("5 bijdragen gekozen")
    page.get_by_role("button", name="Kies niets").click()
    expect(page.locator("[data-chosen]")).to_have_text("2 bijdragen gekozen")
    page.get_by_role("button", name="Kies alles").click()
    page.get_by_role("button", name="Haal weg Een voorbeeld").click()
    expect(page.locator("[data-chosen]")).to_have_text("4 bijdragen gekozen")
    expect(page.get_by_label("Een voorbeeld")).not_to_be_checked()
    assert page.evaluate("document.activeElement.textContent").startswith("Haal weg")
    page.get_by_role("button", name="Wis alles (4)").click()
    expect(page.locator("[data-chosen]")).to_contain_text("Vink aan")
    expect(page.get_by_role("button", name="Wis alles")).to_be_hidden()
    page.get_by_role("button", name="Laatste maand: november 2026").click()
    assert page.url.endswith("nieuwsbrief/")


def test_typing_a_year_is_one_step_back(origin, visitor):
    watched = visitor(origin)
    watched.visit("tips/")
    page = newsletter(watched)
    page.get_by_label("Vanaf").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("2025", delay=30)
    assert page.get_by_label("Vanaf").input_value() == "2025-11-01"
    assert "from=2025-11-01" in page.url
    page.go_back()
    assert page.url.endswith("nieuwsbrief/")
    assert page.get_by_label("Vanaf").input_value() == "2026-11-01"


WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
PASTED = (
    """() => new Promise(done => addEventListener("paste", ({clipboardData}) => done(clipboardData.getData("text/plain")), {once: true}))"""
)


@pytest.mark.parametrize(("button", "said"), [("Kopieer", "- Begin klein"), ("Kopieer als HTML", "<strong>Begin klein")])
def test_without_the_clipboard_of_new_browsers_it_is_copied_in_the_old_way(origin, visitor, button, said):
    page = newsletter(visitor(origin))
    page.evaluate(WITHOUT_CLIPBOARD)
    page.get_by_role("button", name="Kies alles").click()
    copy(page, button)
    expect(page.locator("[data-copied]")).to_contain_text("ekopieerd")
    expect(page.locator("[data-source]")).to_be_hidden()
    page.evaluate(f"() => {{ window.pasted = ({PASTED})(); }}")
    page.keyboard.press("Control+V")
    assert said in page.evaluate("window.pasted")


def test_where_copying_is_not_allowed_the_block_is_selected(origin, visitor):
    page = newsletter(visitor(origin))
    page.evaluate(f"{WITHOUT_CLIPBOARD}; document.execCommand = () => false")
    page.get_by_role("button", name="Kies alles").click()
    copy(page)
    expect(page.locator("[data-copied]")).to_contain_text("geselecteerd")
    selected_text = page.evaluate("String(getSelection())")
    assert "Begin klein en laat het groeien" in selected_text
    assert "Haal weg" not in selected_text
    copy(page, "Kopieer als HTML")
    expect(page.locator("[data-source]")).to_be_focused()
    page.get_by_role("button", name="Kies niets").click()
    expect(page.get_by_role("button", name="Kopieer", exact=True)).to_be_disabled()


def test_a_month_is_copied_with_one_press(origin, visitor):
    page = visitor(origin, permissions=["clipboard-read", "clipboard-write"]).visit("nieuwsbrief/2026-10/")
    page.locator("summary", has_text="Neem dit over").click()
    copy(page)
    expect(page.locator("[data-copied]")).to_contain_text("Gekopieerd")
    assert "https://geleerd.example/l/k4aaaa/" in page.evaluate(CLIPBOARD)["text/html"]
    copy(page, "Kopieer als HTML")
    expect(page.locator("[data-copied]")).to_contain_text("De HTML is gekopieerd")
    assert page.evaluate(CLIPBOARD) == {"text/plain": page.locator("textarea").input_value()}


def test_without_scripts_the_months_lead_to_the_items_and_the_block(origin, visitor):
    page = visitor(origin, java_script_enabled=False, viewport={"width": 320, "height": 800}).visit("nieuwsbrief/")
    expect(page.locator("form.newsletter__form")).to_be_hidden()
    assert "werkt alleen met JavaScript" in page.locator("main noscript").text_content()
    page.get_by_role("link", name="oktober 2026").click()
    expect(page.locator("h1")).to_have_text("Nieuw in oktober 2026")
    assert [title.replace("\u00ad", "") for title in page.locator("main h2").all_inner_texts()] == ["Tips", "Praktijkvoorbeelden"]
    page.locator("summary", has_text="Neem dit over").click()
    assert "https://geleerd.example/l/k4aaaa/" in page.locator("textarea").input_value()
    expect(page.get_by_role("button", name="Kopieer", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Een voorbeeld").click()
    expect(page.locator("h1")).to_have_text("Een voorbeeld")


def test_a_missing_list_is_said_and_the_months_stay(root, visitor):
    (root / "site/api/v1/items.json").unlink()
    with served(root / "site") as origin:
        page = newsletter(visitor(origin))
        expect(page.locator("[data-found]")).to_have_text(catalogue("nl").newsletter(())["unavailable"])
        assert page.locator(".rows a").count() == 3


def test_the_page_holds_no_items_itself_and_stays_small(root):
    html = (root / "site/nieuwsbrief/index.html").read_text()
    assert [item for item in ("a1b2c3", "k3aaaa", "Begin klein", "Frysk") if item in html] == []
    assert len(html) < 20_000
