"""The policy of the site in a real browser: all that readers, contributors and the desk do works under it, and nothing else."""

import pytest

from tests.workbench.visiting import Bare, Quiet, served

pytestmark = pytest.mark.browser

MAIL = "---\ntype: tip\ntitle: Een titel\n---\n\nHet verhaal met **nadruk**.\n"
BODY = "| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n> [!NOTE]\n> Let op.[^1]\n\n[^1]: De noot.\n"
FORBIDDEN = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = 1";
  document.body.append(script);
  document.body.setAttribute("onclick", "window.ran = 2");
  document.body.click();
  document.body.insertAdjacentHTML("beforeend", "<p id=coloured style='color: rgb(1, 2, 3)'>x</p>");
  document.body.append(Object.assign(new Image(), { src: "http://127.0.0.2/x.png" }));
}"""


@pytest.fixture(params=[Quiet, Bare], ids=["with headers", "by the pages alone"])
def origin(real_site, request):
    with served(real_site, request.param) as origin:
        yield origin


def find(page):
    page.locator("[data-search][data-ready]").wait_for()
    assert page.locator("[data-results] .card__title").count()


def fill_in(page):
    page.locator("[data-form][data-ready]").wait_for()
    page.locator(".more").evaluate("details => { details.open = true; }")
    page.locator("#f-title").fill("Een titel")
    page.locator("#f-body").fill(BODY)
    page.locator("[data-preview]").click()
    page.locator("[data-preview-page] .footnotes").wait_for()
    page.locator("[data-copy-text]:visible").first.click()


def take_in(page):
    page.locator("[data-open][data-ready]").wait_for()
    page.locator("[data-paste]").fill(MAIL)
    page.locator("[data-open-paste]").click()
    page.locator("[data-form][data-ready]").wait_for()


def choose(page):
    page.locator("[data-newsletter][data-ready]").wait_for()
    page.locator("[data-all]").click()
    page.locator("[data-copy-block]").click()
    page.locator("[data-copied]:not(:empty)").wait_for()


def use(page):
    page.locator("[data-copy]").first.click()
    page.emulate_media(media="print")
    assert page.evaluate("document.fonts.ready.then(() => [...document.fonts].some(face => face.status === 'loaded'))")


PLACES = {
    "zoeken/?q=casusbespreking": find,
    "bijdragen/nieuw/lessen/": fill_in,
    "bijdragen/redactie/": take_in,
    "nieuwsbrief/?from=2026-01-01": choose,
    "werkvormen/casusbespreking/": use,
}
READ = [
    "",
    "tips/",
    "cijfers/",
    "agenda/",
    "begrippen/",
    "bijdragen/ook-gedaan/",
    "themas/borging/",
    "themas/borging/kaarten/",
    "over/",
    "404.html",
]


def test_everything_works_and_nothing_is_refused(origin, visitor):
    watched = visitor(origin, permissions=["clipboard-read", "clipboard-write"])
    for path, act in PLACES.items():
        act(watched.visit(path))
    for path in READ:
        watched.visit(path)
    assert (watched.errors, watched.foreign) == ([], [])


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">
<style>rect { fill: rgb(1, 2, 3); cursor: url(http://127.0.0.2/c.cur), auto }</style>
<rect width="9" height="9" style="background: image-set('http://127.0.0.2/a.png' 1x)"/><script>document.title = "ran"</script></svg>"""


def test_a_drawing_that_somebody_opens_has_its_colours_but_runs_and_asks_nothing(real_site, browser, tmp_path):
    (tmp_path / "_headers").write_text((real_site / "_headers").read_text())
    (tmp_path / "tracker.svg").write_text(DRAWING)
    page = browser.new_page()
    answered = []
    page.on("response", lambda response: answered.append(response.url))
    with served(tmp_path) as origin:
        page.goto(f"{origin}/tracker.svg")
        page.wait_for_timeout(200)
        assert page.evaluate("getComputedStyle(document.querySelector('rect')).fill") == "rgb(1, 2, 3)"
        assert page.title() == ""
        assert answered == [f"{origin}/tracker.svg"]
    page.close()


def test_what_nobody_should_write_into_a_page_does_nothing(origin, browser):
    page = browser.new_page()
    refused = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
    page.goto(f"{origin}/tips/")
    page.evaluate(FORBIDDEN)
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert page.locator("#coloured").evaluate("node => getComputedStyle(node).color") != "rgb(1, 2, 3)"
    assert len(refused) >= 4
    page.close()
