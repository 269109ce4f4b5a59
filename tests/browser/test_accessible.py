"""Whether everyone can use the pages: axe over every kind of page, in both palettes and two widths; the keyboard; no scripts."""

import re
from itertools import groupby, islice

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.workbench.building import built
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.visiting import AXE_RULES, served

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "lesson": "lessen/begin-met-voorlopers/",
    "tip": "tips/zes-dingen-die-je-zelf-kunt-doen/",
    "failure": "briljante-mislukkingen/hotline-to-home/",
    "work format": "werkvormen/cirkel-van-invloed/",
    "example": "voorbeelden/vijf-gemeenten-gezond-gewicht/",
    "question": "leervragen/het-lastige-gesprek/",
    "list": "lessen/",
    "further page": "lessen/pagina/2/",
    "network": "netwerken/voor-elkaar/",
    "theme": "themas/borging/",
    "programme": "programmas/voor-elkaar/",
    "success factor": "succesfactoren/reflectie/",
    "self-check": "zelfcheck/#check=sfeer:0",
    "map of success factors": "succesfactoren/#samen-vormgeven",
    "failure pattern": "faalpatronen/lege-plek-aan-tafel/",
    "index": "themas/",
    "finder of failure patterns": "faalpatronen/#canyon",
    "search": "zoeken/",
    "deck": "themas/kennis-delen/kaarten/",
    "moment": "momenten/kennismaken/",
    "tags": "trefwoorden/",
    "agenda": "agenda/",
    "figures": "cijfers/",
    "glossary": "begrippen/",
    "newsletter": "nieuwsbrief/",
    "month": "nieuwsbrief/2026-11/",
    "reference": "bijdragen/velden/",
    "plain page": "over/wat-is-een-leernetwerk/",
    "not found": "404.html",
    "learning agenda": "netwerken/landelijk-lerend-netwerk/leeragenda/",
    "learning agendas": "leeragenda/",
    "five questions": "vijf-vragen/",
    "sayings": "tegeltjeswijsheden/",
    "networks in one view": "netwerken-in-beeld/",
    "documents to take along": "om-mee-te-nemen/",
}


LOOKS = [(360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")]
"""The widths and palettes in which people see a page."""


def violations(visitor, origin, look, kinds):
    width, scheme = look
    watched = visitor(origin, viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
    for kind in kinds:
        page = watched.visit(KINDS[kind])
        for violation in Axe().run(page, options=AXE_RULES).response["violations"]:
            yield from (f"{kind}: {violation['id']}: {node['target']} {node['html'][:120]}" for node in violation["nodes"][:3])


def test_axe_finds_nothing_on_any_kind_of_page_in_one_of_its_looks(real_site, visitor):
    with served(real_site) as origin:
        found = [violation for n, look in enumerate(LOOKS) for violation in violations(visitor, origin, look, list(KINDS)[n :: len(LOOKS)])]
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_on_any_kind_of_page_in_any_look(real_site, visitor, look):
    with served(real_site) as origin:
        assert list(violations(visitor, origin, look, KINDS)) == []


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways_on_a_small_screen(real_site, visitor, width):
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": width, "height": 800})
        wide = [k for k, path in KINDS.items() if watched.visit(path).evaluate("document.documentElement.scrollWidth > innerWidth")]
    assert wide == []


LONG = "www.kenniscentrumlangdurigezorgenonbegrepengedrag.nl/leernetwerken"
LONG_BODY = f"""
### {LONG}

{LONG} `{LONG}` [{LONG}](https://bron.example/)

- [x] {LONG}

| {LONG} | {LONG} |
|---|---|
| {LONG} | {LONG} |

=== "{LONG}"
    een
=== "{LONG} ook"
    twee
"""


def lengthened(text: str) -> str:
    """A file with a long web address in the place of all that begins with a capital, and a tag without an end."""
    return re.sub(r"\b[A-Z][a-z][\w ]*", LONG, re.sub("trefwoord-[a-z-]+", "zorg" * 15, text)) + LONG_BODY


@pytest.mark.parametrize("alike", [pytest.param(1, id="one page of a folder"), pytest.param(1000, id="every page", marks=pytest.mark.long)])
def test_no_page_scrolls_sideways_for_words_without_an_end(write, visitor, alike):
    root = write({path: lengthened(text) for path, text in {**item_files(), **frame_files()}.items()})
    result = built(root)
    assert result.returncode == 0, result.stderr
    pages = [path for path in sorted((root / "site").rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text()]
    assert len(pages) > 60
    pages = [page for _, folder in groupby(pages, key=lambda page: page.parent.parent) for page in islice(folder, alike)]
    wide = []
    with served(root / "site") as origin:
        watched = visitor(origin)
        for path in pages:
            page = watched.visit(path.relative_to(root / "site").as_posix())
            for width in (320, 360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wide.append(f"{path.relative_to(root)}: {width}")
    assert wide == []


def test_what_scrolls_within_a_page_can_be_scrolled_with_the_keyboard(write, visitor):
    path, text = next(iter(item_files().items()))
    wide = (
        "\n\n| "
        + " | ".join(["Een brede kolom"] * 12)
        + " |\n"
        + "|---" * 12
        + "|\n\n```\n"
        + "lang " * 80
        + "\n```\n\n| a |\n|---|\n| b |\n"
    )
    root = write({**item_files(), **frame_files(), path: text + wide})
    assert built(root).returncode == 0
    page_of = next(page for page in (root / "site").rglob("*.html") if "Een brede kolom" in page.read_text())
    with served(root / "site") as origin:
        page = visitor(origin, viewport={"width": 360, "height": 800}).visit(page_of.relative_to(root / "site").as_posix())
        assert page.evaluate("[...document.querySelectorAll('main table, main pre')].map(e => e.tabIndex)") == [0, 0, -1]
        assert Axe().run(page, options={"runOnly": ["scrollable-region-focusable"]}).response["violations"] == []


SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"


def test_text_spacing_cuts_nothing_off(real_site, visitor):
    script = """[...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).overflow === 'hidden' && e.textContent.trim()
        && getComputedStyle(e).clipPath === 'none' && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)).map(e => e.className)"""
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 360, "height": 800}, bypass_csp=True)  # as for a style sheet of the reader's own
        for path in KINDS.values():
            page = watched.visit(path)
            page.add_style_tag(content=SPACING)
            assert page.evaluate(script) == [], path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_keyboard_reaches_the_content_and_every_stop_shows(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin, viewport={"width": 1280, "height": 800}).visit("lessen/begin-met-voorlopers/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "__inhoud"
        for _ in range(12):
            page.keyboard.press("Tab")
            style = page.evaluate("(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))")
            assert style[0] != "none"
            assert style[1] >= 2


def test_a_reader_chooses_a_palette_and_keeps_it(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 1280, "height": 800}, color_scheme="light")
        page = watched.visit("")
        paper = "getComputedStyle(document.body).backgroundColor"
        before = page.evaluate(paper)
        page.get_by_role("button", name="Donkere weergave").click()
        assert page.evaluate(paper) != before
        dark = page.evaluate(paper)
        assert watched.visit("themas/").evaluate(paper) == dark


def test_nobody_sees_the_other_palette_first(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin, color_scheme="light")
        page = watched.visit("")
        page.get_by_role("button", name="Donkere weergave").click()
        page.route("**/palette.js", lambda route: (page.wait_for_timeout(400), route.continue_()))
        page.add_init_script("""new MutationObserver(() => { if (document.documentElement.dataset.palette === "dark") window.darkAt ??= performance.now(); })
            .observe(document, {attributes: true, subtree: true, attributeFilter: ["data-palette"]});""")
        page = watched.visit("themas/")
        painted = """new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime))
            .observe({type: "paint", buffered: true}))"""
        assert 400 < page.evaluate("darkAt") <= page.evaluate(painted)


def test_without_scripts_nothing_offers_to_search_and_lists_take_its_place(real_site, visitor):
    with served(real_site) as origin:
        for width in (360, 1280):
            watched = visitor(origin, java_script_enabled=False, viewport={"width": width, "height": 800})
            for path in ("", "404.html", "tips/", "zoeken/"):
                page = watched.visit(path)
                assert [found for found in page.locator("[role=search], .site-search__link").all() if found.is_visible()] == []
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            page = watched.visit("tips/")
            page.get_by_role("link", name="Alle lijsten").click()
            page.wait_for_url("**/zoeken/", wait_until="load")
            expect(page.locator("main").get_by_role("link", name="Werkvormen")).to_be_visible()


def test_without_scripts_a_reader_gets_from_home_to_an_item_through_lists(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin, java_script_enabled=False, viewport={"width": 360, "height": 800}).visit("")
        page.locator("main").get_by_role("link", name="Werkvormen").first.click()
        page.get_by_role("link", name="Cirkel van invloed").click()
        assert page.locator("h1").inner_text() == "Cirkel van invloed"
        page.locator(".site-menu summary").click()
        page.locator(".site-menu").get_by_role("link", name="Thema's").click()
        page.locator("main").get_by_role("link", name="Zorgen dat het blijft", exact=True).click()
        assert page.locator("h1").inner_text() == "Zorgen dat het blijft"


def test_shapes_stay_visible_in_forced_colours(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin, forced_colors="active", viewport={"width": 1280, "height": 800}).visit("werkvormen/casusbespreking/")
        colour = "getComputedStyle(document.querySelector('{}')).{}"
        paper = page.evaluate(colour.format("body", "backgroundColor"))
        assert page.evaluate(colour.format(".evidence__bar .is-reached", "backgroundColor")) != paper
        assert page.evaluate(colour.format(".timebar rect", "fill")) != paper


def test_nothing_moves_under_reduced_motion(real_site, visitor):
    moving = """[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
        return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; }).map(e => e.className)"""
    with served(real_site) as origin:
        watched = visitor(origin, reduced_motion="reduce")
        assert [watched.visit(path).evaluate(moving) for path in KINDS.values()] == [[]] * len(KINDS)


def test_the_clock_of_a_format_begins_when_the_facilitator_does(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin).visit("werkvormen/casusbespreking/")
        clocks = page.locator(".steps__clock time")
        assert clocks.all_inner_texts()[:3] == ["0:00", "0:10", "0:20"]
        page.get_by_label("Begin om").fill("23:45")
        assert clocks.all_inner_texts()[:3] == ["23:45", "23:55", "0:05"]
