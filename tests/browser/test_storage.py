"""What a browser keeps comes back in its shape or not at all, and no site sees what another on the same host keeps."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.test_form import wipe
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

FORM = "bijdragen/nieuw/tips/"
DRAFT = "geleerd:/:draft:new/tip:"
GOOD = {"id": "k7m2xq", "tree": {"title": "Nodig de buren uit"}, "body": "Het verhaal", "isHandedIn": False, "at": 1}
DEEP = '{"id": "x", "tree": {"title": ' + "[" * 5_000 + "]" * 5_000 + "}}"
WRONG = [
    *("", "null", "undefined", "5", '"tekst"', "[]", "[null]", "{", "{}", "true", "\x00", "NaN", DEEP, "[" * 140_000),
    *(f'{{"id":{value},"tree":{{}}}}' for value in ("5", "null", '""', '["x"]', "{}", "true", json.dumps("x" * 101))),
    *(f'{{"id":"x","tree":{value}}}' for value in ("5", "null", '"tekst"', "[]", "true")),
    *('{"tree":{}}', '{"id":"x"}', '{"__proto__":{"id":"x","tree":{}}}', '{"version":9,"drafts":[{"id":"x"}]}'),
    '{"id":"een ander","tree":{"title":"Van een ander"}}',
    json.dumps({"id": "x", "tree": {"sources": [[]] * 30_000}}),
]
"""What is no draft, as it may stand in a browser."""

ODD = [
    {"title": 5, "summary": True, "tags": "los", "themes": {"a": "b"}},
    {"sources": [None], "authors": [5, None, [["x"]], {"role": {"a": 1}}], "date": ["2026"], "when": {"x": None}},
    {"sources": {"title": "los"}, "evidence": ["tried"], "networks": [{"x": 1}, "y"], "onbekend": {"a": {"b": ["c"]}}},
    {"type": ["tip"], "id": 7, "title": "x" * 200_000, "slug": "een", "constructor": "x", "hasOwnProperty": [], "toString": "y"},
    {
        "relations": [{"type": 5, "id": [], "note": {}}],
        "image": "plaatje.png",
        "applied_by": 3,
        "aliases": [[]],
        "themes": [str(n) for n in range(900)],
    },
    {"sources": [{"title": str(n)} for n in range(900)], "editorial": {}, "reviewed": [{"text": 5, "reason": False}], "license": 0},
]
"""Trees with values in the wrong places: a form shows what it can, and keeps the rest in the text."""


@pytest.fixture(scope="module")
def two_sites(real_site, tmp_path_factory):
    """The address of a host with a site at `/a/` and the same at `/b/`."""
    host = tmp_path_factory.mktemp("host")
    for name in ("a", "b"):
        (host / name).symlink_to(real_site)
    with served(host) as origin:
        yield origin


@pytest.fixture(scope="module")
def origin(real_site):
    with served(real_site) as address:
        yield address


def with_kept(watched, path: str, kept: dict[str, str]):
    """Opens a page in a browser that keeps these values."""
    page = watched.visit("l/") if watched.page.url == "about:blank" else watched.page
    page.evaluate("kept => { for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value); }", kept)
    return ready(watched, path)


def ready(watched, path: str):
    page = watched.visit(path)
    page.locator("[data-ready]").first.wait_for()
    return page


def kept_in(page) -> dict[str, str]:
    return page.evaluate("({ ...localStorage })")


def keeps(page, key: str, words: str) -> None:
    """Waits until the browser keeps these words under a key that begins so."""
    while not any(name.startswith(key) and words in value for name, value in kept_in(page).items()):
        page.wait_for_timeout(50)


def offered(page) -> list[str]:
    return page.locator("[data-earlier] [data-back]").all_inner_texts()


def errors_of(watched) -> list[str]:
    return [error for error in watched.errors if "404" not in error]


def test_what_is_no_draft_is_passed_over_and_stays_where_it_is(origin, visitor):
    watched = visitor(origin)
    wrong = {f"{DRAFT}x{number}" if '"x"' not in raw else f"{DRAFT}x": raw for number, raw in enumerate(WRONG)}
    page = with_kept(watched, FORM, {**wrong, f"{DRAFT}k7m2xq": json.dumps(GOOD)})
    expect(page.locator("#f-title")).to_have_value("Nodig de buren uit")
    assert offered(page) == []
    assert errors_of(watched) == []
    page.locator("#f-title").fill("Nodig ook de overburen uit")
    expect(page.locator("[data-restored]")).to_be_visible()
    keeps(page, f"{DRAFT}k7m2xq", "overburen")
    assert {key: value for key, value in kept_in(page).items() if key in wrong} == wrong


def test_no_wrong_shape_is_a_draft_or_changes_what_all_values_have(page):
    """In the module itself, since a browser keeps each under a key of its own."""
    call = """async (all) => { const { draftOf, openedOf } = await import(new URL("../assets/scripts/form/draft.js", location.href));
      const read = (raw) => { try { return JSON.parse(raw); } catch { return raw; } };
      return { found: all.map(read).flatMap((value) => [draftOf(value), openedOf(value)]), polluted: {}.id ?? {}.tree ?? null }; }"""
    raws = [raw for raw in WRONG if "een ander" not in raw]
    assert page.evaluate(call, raws) == {"found": [None] * 2 * len(raws), "polluted": None}


def test_a_form_shows_of_an_odd_draft_what_it_can_and_lives_on(origin, visitor):
    watched = visitor(origin)
    drafts = {
        f"{DRAFT}odd{n}": json.dumps({"id": f"odd{n}", "tree": tree, "source": {"path": n}, "slug": n, "body": n, "at": "x"})
        for n, tree in enumerate(ODD)
    }
    page = with_kept(watched, FORM, drafts)
    buttons = page.locator("[data-earlier] [data-back]")
    assert buttons.count() == len(ODD) - 1
    for number in range(buttons.count()):
        buttons.nth(number).click()
        page.locator("[data-preview]").click()
    assert errors_of(watched) == []
    assert page.locator("#f-sources [data-rows] > li").count() <= 200
    wipe(page)
    assert not [key for key in kept_in(page) if "draft" in key]


def test_the_desk_offers_what_fits_and_follows_no_unknown_form(origin, visitor):
    watched = visitor(origin)
    names = ["desk/tip", "desk/constructor", "desk/onbekend", "desk/", "desk"]
    kept = {
        f"geleerd:/:draft:{name}:k7m2xq": json.dumps({**GOOD, "tree": {"title": [5], "name": 5, "when": "Als het stil is"}})
        for name in names
    }
    page = with_kept(watched, "bijdragen/redactie/", {**kept, "geleerd:/:draft:desk/lesson:k7m2xq": "null"})
    assert page.locator("[data-busy-list] a").all_inner_texts() == ["Als het stil is"]
    assert errors_of(watched) == []


def test_two_sites_on_one_host_share_nothing(two_sites, visitor):
    watched = visitor(two_sites)
    page = ready(watched, f"a/{FORM}")
    page.locator(".palette").click()
    page.locator("#f-title").fill("Van de ene")
    keeps(page, "geleerd:/a/:draft:", "Van de ene")
    palette = page.evaluate("document.documentElement.dataset.palette")
    page = ready(watched, f"b/{FORM}")
    assert page.evaluate("document.documentElement.dataset.palette") == "auto"
    expect(page.locator("#f-title")).to_have_value("")
    assert offered(page) == []
    assert all(key.startswith(("geleerd:/a/:", "geleerd:/b/:adopted")) for key in kept_in(page))
    page = ready(watched, f"a/{FORM}")
    expect(page.locator("#f-title")).to_have_value("Van de ene")
    assert page.evaluate("document.documentElement.dataset.palette") == palette


def test_what_an_earlier_version_kept_comes_along_once(two_sites, visitor):
    watched = visitor(two_sites)
    former = {"geleerd:new/tip:k7m2xq": json.dumps(GOOD), "geleerd:new/tip:x": "null", "palette": "dark", "shortcut": "off"}
    page = with_kept(watched, f"a/{FORM}", former)
    expect(page.locator("#f-title")).to_have_value("Nodig de buren uit")
    assert page.evaluate("document.documentElement.dataset.palette") == "dark"
    expect(ready(watched, f"b/{FORM}").locator("#f-title")).to_have_value("Nodig de buren uit")  # it may be of this one
    page = ready(watched, f"a/{FORM}")
    wipe(page)
    assert "geleerd:new/tip:k7m2xq" not in kept_in(page)
    expect(ready(watched, f"a/{FORM}").locator("#f-title")).to_have_value("")


REFUSING = {
    "denied": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('nee'); } });",
    "switched off": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null });",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); };",
}


@pytest.mark.parametrize("how", REFUSING)
def test_every_page_works_where_nothing_can_be_kept(origin, visitor, how):
    watched = visitor(origin, viewport={"width": 1280, "height": 900})
    watched.page.add_init_script(REFUSING[how])
    page = ready(watched, FORM)
    page.locator("#f-title").fill("Nodig de buren uit")
    page.locator(".palette").click()
    for path in ("zoeken/", "nieuwsbrief/", "bijdragen/redactie/"):
        page = ready(watched, path)
    page.locator("[data-paste]").fill("---\ntype: tip\ntitle: a\n---\n")
    page.locator("[data-open-paste]").click()
    expect(page.locator("[data-open-error]")).to_be_visible()
    assert errors_of(watched) == []
