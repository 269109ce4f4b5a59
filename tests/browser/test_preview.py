"""The preview of a form: the texts as the site will show them, and nothing of what somebody typed that runs, asks or waits."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from geleerd import catalogue
from tests.workbench.visiting import AXE_RULES, served

pytestmark = pytest.mark.browser

SAY = catalogue("nl").say
FIELD = "Neem mee:\n- koffie\n- *tijd*\n\nZie https://voorbeeld.nl.\n# Let op ![een foto](https://elders.example/foto.png)"
BODY = """# Zo ging het

Nodig:
- een zaal
  - met ramen

- [x] koffie halen

> [!WARNING]
> Begin op tijd.

Een bewering.[^1] [Een les](/l/k7m2xq/), [een bestand](verslag.pdf), [hierboven](#f-title), ![foto](foto.png)![elders](https://elders.example/foto.png)

[^1]: De noot.
"""
CALL = "window.hit=1;alert(1)"
HOSTILE = f"""<script>{CALL}</script><img src=x onerror="{CALL}"><svg onload="{CALL}"><a href="javascript:{CALL}">klik</a>

[klik](javascript:{CALL}) [klik](JaVaScRiPt&#58;{CALL}) <https://elders.example> ![a](https://elders.example/x.png) ![b](//elders.example/y.png)

<div id="preview" class="md-overlay admonition" style="position:fixed;inset:0">Bedekking</div><input id="f-title" name="x" value="vals">

<iframe srcdoc="<script>parent.hit=1</script>"></iframe><form action="https://elders.example"><button>Op</button></form><base href="//elders.example">

> [!NOTE] <img src=x onerror="{CALL}">
> a[^<b>]

[^<b>]: <script>{CALL}</script>
"""


@pytest.fixture
def form(real_site, visitor):
    """A page with the form for a lesson under the policy of the site, and all that it asks for."""
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 360, "height": 740})
        page = watched.visit("bijdragen/nieuw/lessen/")
        page.locator("[data-form][data-ready]").wait_for()
        page.locator(".more").evaluate("details => { details.open = true; }")
        yield watched


def previewed(page, *, field: str, body: str):
    page.locator("#f-insight").fill(field)
    page.locator("#f-recommendation").fill(field)
    page.locator("#f-body").fill(body)
    page.locator("[data-preview]").click()
    return page.locator("[data-preview-page]")


def test_lists_links_headings_and_notes_look_as_on_the_site(form):
    shown = previewed(form.page, field=FIELD, body=BODY)
    expect(shown.locator(".footnote-ref")).to_have_text("1")
    insight = shown.locator(".field").first
    assert insight.locator("li").all_inner_texts() == ["koffie", "tijd"]
    assert insight.locator("a").get_attribute("href") == "https://voorbeeld.nl"
    assert insight.locator("h1, h3, img").count() == 0
    assert insight.locator("p > strong").inner_text() == "Let op een foto"
    body = shown.locator(".item__body")
    assert body.locator("h2").all_inner_texts() == ["Zo ging het"]
    assert body.locator("li li").inner_text() == "met ramen"
    assert body.get_by_role("checkbox", name=SAY("task-done")).is_disabled()
    assert body.locator(".admonition.warning > p").all_inner_texts() == [SAY("alert-warning"), "Begin op tijd."]
    assert body.get_by_label(SAY("back-to-text").replace("{}", "1")).get_attribute("href") == "#text-fnref-1"
    assert body.locator(".footnote-ref a").get_attribute("href") == "#text-fn-1"
    assert Axe().run(form.page, context="[data-preview-page]", options=AXE_RULES).response["violations"] == []
    assert form.page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_link_leads_where_it_can_from_here(form):
    shown = previewed(form.page, field="Een veld met woorden.", body=BODY)
    expect(shown.locator(".footnote-ref")).to_have_text("1")
    links = {link.inner_text(): link.get_attribute("href") for link in shown.locator(".item__body a").all()}
    assert links["Een les"] == f"{form.origin}/l/k7m2xq/"
    assert links["een bestand"] is None
    assert links["hierboven"] == "#text-f-title"
    assert [image.get_attribute("alt") for image in shown.locator("img").all()] == ["foto", "elders"]
    assert shown.locator("img[src]").count() == 0


def test_the_texts_of_a_smaller_part_look_as_on_the_site_too(form):
    form.page.locator("#f-context-setting").fill("Een wijk:\n- met *veel* ouderen")
    form.page.locator("#f-context-scale").fill("Een stad, zie https://voorbeeld.nl")
    shown = previewed(form.page, field="Een veld met woorden.", body="Een verhaal.")
    context = shown.locator(".field--group").last
    expect(context.locator("li")).to_have_text("met veel ouderen")
    expect(context.locator("a")).to_have_text("https://voorbeeld.nl")
    assert context.locator("p ul").count() == 0


def test_hostile_texts_do_nothing(form):
    asked = []
    form.page.on("request", lambda request: asked.append(request.url))
    shown = previewed(form.page, field=HOSTILE, body=HOSTILE)
    expect(shown.locator(".item__body")).to_contain_text("Bedekking")
    for link in shown.locator("a[href]").all():
        assert re.match(r"https://elders\.example|#text-", link.get_attribute("href"))
    assert shown.locator("script, iframe, form, button, base, svg, [style], [onerror], .md-overlay, input, img[src]").count() == 0
    assert form.page.locator("#preview").count() == form.page.locator("#f-title").count() == 1
    with form.page.expect_download() as download:
        form.page.locator("[data-save-draft]").click()
    saved = form.page.context.new_page()
    saved.goto(f"file://{download.value.path()}")
    assert saved.evaluate("window.hit") is None
    assert form.page.evaluate("window.hit") is None
    assert form.dialogs == []
    assert form.foreign == []
    assert [address for address in asked if not re.search("^blob:|/assets/|/bijdragen/nieuw/lessen/$", address)] == []
    form.errors.clear()  # the policy names what stands in hostile texts, too, where a document that nobody sees reads them


def test_a_text_that_takes_too_long_stands_there_as_typed_and_the_page_goes_on(form):
    slow = "**x " * 20_000
    shown = previewed(form.page, field="Een veld met woorden.", body=slow)
    form.page.locator("#f-title").fill("Dit kan intussen gewoon")
    expect(shown.locator(".item__body")).to_contain_text("**x **x", timeout=15_000)
    form.page.locator("#f-body").fill("Nu *kort*.")
    expect(shown.locator(".item__body em")).to_have_text("kort")
    assert form.errors == []


def test_a_printed_page_has_the_texts_as_the_site_shows_them(form):
    form.page.locator("#f-insight").fill(FIELD)
    expect(form.page.locator("[data-preview-page] .field li").first).to_have_text("koffie")
    form.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert form.page.locator("[data-preview-page] .field li").first.text_content() == "koffie"
