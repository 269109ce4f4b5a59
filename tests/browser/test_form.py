"""Contributing by form, as people do it: every file that comes out is checked by `geleerd check` itself."""

import datetime
import difflib
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from geleerd import DECLARATIONS, Severity, catalogue
from geleerd.adapters.commands.checking.check import check
from tests.workbench.building import ROOT, SMALL, built
from tests.workbench.visiting import AXE_RULES, served

pytestmark = pytest.mark.browser

WORD = {kind: catalogue("nl").word(kind) for kind in DECLARATIONS.item_types}
QUICK = {
    "lesson": {"insight": "Wie een agendapunt bracht, bleef komen.", "recommendation": "Vraag vooraf drie mensen om een punt."},
    "tip": {"title": "Laat een nieuwe deelnemer openen", "summary": "Wie iets doet, hoort er meteen bij."},
    "brilliant-failure": {
        "intention": "We wilden meer verwijzingen.",
        "approach": "We brachten folders rond.",
        "result": "Na een halfjaar was er niemand verwezen.",
        "lessons": "Vraag eerst hoe iemand werkt.",
    },
    "work-format": {
        "goal": "Samen zien waar je invloed op hebt.",
        "duration-min": "20",
        "duration-max": "40",
        "group_size-min": "4",
        "group_size-max": "12",
        "steps": "10 min Iedereen schrijft één vraag\nHang de vragen op\n15 minuten: Bespreek ze",
    },
    "example": {"approach": "Het team at mee bij bewoners.", "result": "Er kwamen minder klachten."},
    "learning-question": {"title": "Hoe houden we deelnemers erbij?", "summary": "Het project stopt en iedereen is druk."},
}
HOSTILE = (
    "</script><script>alert(1)</script> \"'`${1} {{ x }} &amp; %0a --- \\ \\n # kop\u202e\u0301 : - [x](javascript:alert(1)) "
    "\u2028\u2029\ufeff\u0085 😀 \ud83d * > ! @ ? | ~"
)


def opened(watched, path: str) -> Page:
    page = watched.visit(path)
    page.locator("[data-form][data-ready]").wait_for(timeout=10_000)
    if page.locator("[data-on]").is_visible():
        page.locator("[data-on]").click()
    return page


def field(page: Page, name: str):
    direct = page.locator(f"#f-{name}[data-value]")
    return direct if direct.count() else page.locator(f"#f-{name} [data-rows] > li:last-child [data-value]").first


def wipe(page: Page) -> None:
    page.locator("[data-on-device] summary").click()
    page.locator("[data-wipe]").click()
    page.locator("[data-wipe-yes]").click()


def fill(page: Page, answers: dict[str, str]) -> None:
    for name, text in answers.items():
        field(page, name).fill(text)


def settled(page: Page) -> None:
    """Waits until the form has taken in what was typed."""
    expect(page.locator("[data-form][data-ready]:not([data-waits])")).to_be_attached()


def text_of(page: Page) -> str:
    settled(page)
    expect(page.locator("[data-routes]")).to_be_visible()
    return page.locator("[data-text]").input_value()


def errors_in(text: str, folder: Path, name: str = "bijdrage.md") -> list[str]:
    """The errors of `geleerd check` about a file that is about to be added to this knowledge base."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [f"{p.code} {p.place.line}" for p in check([path], ROOT).problems if p.severity is Severity.ERROR]


@pytest.mark.parametrize("kind", WORD)
def test_a_few_answers_make_a_valid_draft(origin, visitor, tmp_path, kind):
    watched = visitor(origin, viewport={"width": 360, "height": 740})
    page = opened(watched, f"bijdragen/nieuw/{WORD[kind]}/")
    expect(page.locator("[data-routes]")).to_be_hidden()
    fill(page, QUICK[kind])
    text = text_of(page)
    assert f"type: {kind}\n" in text
    assert "status: draft\n" in text
    assert errors_in(text, tmp_path) == []
    assert [error for error in watched.errors if "404" not in error] == []  # whether a page has the name already
    assert watched.foreign == []


@pytest.mark.parametrize("kind", WORD)
def test_whatever_somebody_types_the_file_is_valid_and_the_page_safe(origin, visitor, tmp_path, kind):
    watched = visitor(origin)
    page = opened(watched, f"bijdragen/nieuw/{WORD[kind]}/")
    page.locator(".more").evaluate("details => { details.open = true; }")
    for box in page.locator("[data-asks] [data-boxes]").all():
        box.locator("input").first.check()
    for area in page.locator("[data-asks] textarea").all():
        area.evaluate("(area, text) => { area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })); }", HOSTILE)
    page.locator("#f-tags").fill("tag\n😀 a")
    # What is said of a picture needs one.
    for name in page.locator("[data-asks] input[type=text]:not([inputmode], [data-key=image] *)").all():
        expected = name.evaluate("field => field.closest('[data-key]').dataset.key")
        name.fill("2023-05" if expected in {"happened", "date", "due", "done"} else HOSTILE[:80])
    page.locator("[data-preview]").click()
    assert page.locator("#preview script").count() == 0
    settled(page)
    problems = page.locator("[data-problems] li").all_inner_texts()
    assert problems == [], problems
    # The check names the HTML and the links that readers will not see; a form does not look into texts.
    assert [error for error in errors_in(text_of(page), tmp_path) if not error.startswith(("stripped-html ", "unsafe-link "))] == []
    assert watched.dialogs == []
    assert [error for error in watched.errors if "404" not in error] == []


def test_the_longest_texts_go_by_the_clipboard_and_the_shorter_ones_by_the_address(origin, visitor, tmp_path):
    page = opened(visitor(origin, permissions=["clipboard-read", "clipboard-write"]), "bijdragen/nieuw/lessen/")
    fill(page, QUICK["lesson"])
    page.locator("[data-visible]").check()
    text = text_of(page)
    query = parse_qs(urlsplit(page.locator("[data-forge]").get_attribute("href")).query)
    assert query["value"] == [text]
    assert query["filename"][0].startswith("lessons/ingezonden/wie-een-agendapunt")
    fill(page, {"insight": "é" * 4000, "recommendation": "x" * 4000})
    text = text_of(page)
    address = page.locator("[data-forge]").get_attribute("href")
    assert "value=" not in address
    page.locator("[data-forge]").click()
    assert page.url.endswith("/bijdragen/nieuw/lessen/")
    expect(page.locator("[data-handed-next]")).to_contain_text("lessons/ingezonden/")
    expect(page.locator("[data-handed-go]")).to_have_attribute("href", address)
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert errors_in(text, tmp_path) == []


def test_one_too_many_characters_gets_the_sentence_of_the_check(origin, visitor, tmp_path):
    page = opened(visitor(origin), "bijdragen/nieuw/tips/")
    fill(page, {"title": "Kort", "summary": "Wie iets doet, hoort er meteen bij."})
    field(page, "summary").focus()
    sentence = catalogue("nl").entries["problems"]["too-short"].format(key="“Titel”", length=4, limit=5)
    expect(page.locator("#f-title-error")).to_have_text(sentence)
    expect(page.locator("#f-title")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-problems] a")).to_have_text(sentence)
    expect(page.locator("[data-routes]")).to_be_hidden()
    page.locator("[data-problems] a").click()
    expect(page.locator("#f-title")).to_be_focused()


def test_the_desk_route_comes_first_and_the_forge_only_when_chosen(origin, visitor):
    page = opened(visitor(origin), "bijdragen/nieuw/briljante-mislukkingen/")
    fill(page, QUICK["brilliant-failure"])
    text = text_of(page)
    expect(page.locator("[data-desk-route]")).to_be_visible()
    expect(page.locator("[data-forge]")).to_be_hidden()
    mail = page.locator("[data-mail]").get_attribute("href")
    assert mail == "mailto:redactie@geleerd.example?subject=Bijdrage%20(Briljante%20mislukking)%3A%20We%20wilden%20meer%20verwijzingen."
    with page.expect_download() as download:
        page.locator("[data-desk-route] [data-save-text]").click()
    assert download.value.path().read_text(encoding="utf-8") == text
    assert download.value.suggested_filename == "we-wilden-meer-verwijzingen.md"
    page.locator("[data-mend]").click()
    page.locator("[data-visible]").check()
    expect(page.locator("[data-forge]")).to_be_visible()


def test_what_somebody_typed_survives_a_closed_tab_until_they_clear_it(origin, visitor):
    watched = visitor(origin)
    page = opened(watched, "bijdragen/nieuw/werkvormen/")
    fill(page, QUICK["work-format"])
    before = text_of(page)
    page.reload()
    page.locator("[data-form][data-ready]").wait_for()
    expect(page.locator("[data-restored]")).to_be_visible()
    assert text_of(page) == before
    wipe(page)
    expect(page.locator("[data-routes]")).to_be_hidden()
    page.reload()
    page.locator("[data-form][data-ready]").wait_for()
    assert field(page, "goal").input_value() == ""
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('draft'))") == []


def test_a_draft_to_show_a_manager_is_marked_and_holds_no_script(origin, visitor):
    watched = visitor(origin)
    page = opened(watched, "bijdragen/nieuw/lessen/")
    fill(page, {"insight": "<img src=x onerror=alert(1)>", "recommendation": "Doe dit."})
    page.locator("[data-preview]").click()
    with page.expect_download() as download:
        page.locator("[data-save-draft]").click()
    html = download.value.path().read_text(encoding="utf-8")
    assert "CONCEPT" in html
    assert "<img" not in html
    page.emulate_media(media="print")
    page.evaluate("document.body.classList.add('prints-draft')")
    expect(page.locator("#preview")).to_be_visible()
    expect(page.locator("[data-asks]")).to_be_hidden()
    expect(page.locator(".preview__mark")).to_contain_text("CONCEPT")
    watched.errors.clear()  # the policy names what stands in hostile texts, too, where a document that nobody sees reads them


def test_a_draft_that_tells_who_somebody_is_is_neither_printed_nor_kept(origin, visitor):
    page = opened(visitor(origin), "bijdragen/nieuw/lessen/")
    page.evaluate("void (window.print = () => { document.title = 'printed'; })")
    fill(page, {"insight": "Bel mij op 06-12345678.", "recommendation": "Doe dit."})
    page.locator("[data-preview]").click()
    for button in ("[data-print-draft]", "[data-save-draft]"):
        page.locator(button).click()
        expect(page.locator("[data-personal]")).to_be_focused()
    assert page.title() != "printed"
    page.emulate_media(media="print")
    expect(page.locator("[data-preview-page]")).to_be_hidden()
    expect(page.locator("[data-asks]")).to_be_hidden()
    expect(page.locator("[data-personal]")).to_be_visible()
    page.emulate_media(media="screen")
    fill(page, {"insight": "Bel de redactie."})
    expect(page.locator("[data-personal]")).to_be_hidden()
    page.locator("[data-print-draft]").click()
    page.wait_for_function("document.title === 'printed'")


def test_the_four_conditions_of_a_brilliant_failure_come_first(origin, visitor):
    page = visitor(origin, viewport={"width": 360, "height": 740}).visit("bijdragen/nieuw/briljante-mislukkingen/")
    page.locator("[data-form][data-ready]").wait_for()
    boxes = page.locator("[data-conditions] input")
    assert boxes.count() == 4
    expect(page.locator("[data-asks]")).to_be_hidden()
    boxes.first.check()
    expect(page.locator("[data-no]")).to_be_hidden()
    page.locator("[data-on]").press("Enter")
    expect(page.locator("[data-no]")).to_be_focused()
    expect(page.locator("[data-no] a")).to_have_count(2)
    expect(page.locator("[data-asks]")).to_be_visible()
    for box in boxes.all():
        box.check()
    expect(page.locator("[data-yes]")).to_contain_text("Ja, dit is een briljante mislukking")
    page.reload()
    page.locator("[data-form][data-ready]").wait_for()
    for box in boxes.all():
        box.press("Space")
    page.locator("[data-on]").press("Enter")
    expect(page.locator("#f-title")).to_be_focused()
    expect(page.locator("#f-title")).to_be_in_viewport()


@pytest.mark.parametrize("kind", WORD)
def test_nothing_of_what_somebody_types_leaves_the_page(origin, visitor, kind):
    page = opened(visitor(origin), f"bijdragen/nieuw/{WORD[kind]}/")
    had = set(page.evaluate("[location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]"))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page, QUICK[kind])
    text_of(page)
    page.locator("[data-preview]").click()
    expect(page.locator("[data-preview-page]")).to_contain_text(next(iter(QUICK[kind].values())))
    scripts = ("markdown/worker.js", "markdown/dialect.js", "markdown/alerts.js", "markdown/footnotes.js", "markdown/lines.js")
    preview = ("form/preview.js", "markdown/rendered.js", "markdown/safe.js", "markdown/private-notes.js", "vendor/marked.js")
    checks = ("form/check.js", "form/rules.js", "form/personal.js", "form/plain-signs.js", "form/searches.js", "../forms/checks.json")
    own = {urljoin(f"{origin}/assets/scripts/", name) for name in (*scripts, *preview, *checks)}
    asked = [url for url in asked if not url.startswith((f"{origin}/assets/fonts/", f"{origin}/assets/images/favicon"))]
    assert (
        set(asked) <= own | had
    )  # the checks, the preview and its reader, and what is kept for when there is no internet: the same for everybody


def test_a_form_works_where_nothing_may_be_kept(origin, visitor, tmp_path):
    watched = visitor(origin)
    watched.page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page = opened(watched, "bijdragen/nieuw/tips/")
    fill(page, QUICK["tip"])
    assert errors_in(text_of(page), tmp_path) == []


def test_a_form_whose_script_does_not_come_says_so(origin, visitor):
    watched = visitor(origin)
    watched.page.route("**/form/fields*.js", lambda route: route.abort())
    page = watched.visit("bijdragen/nieuw/tips/")
    expect(page.locator(".form__dead")).to_be_visible(timeout=8_000)


def test_a_signature_below_a_contribution_stays_out_of_it(origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-open][data-ready]").wait_for()
    page.locator("[data-paste]").fill("---\ntype: tip\ntitle: Een titel\n---\n\nHet verhaal.\n\nMet vriendelijke groet,\n\nEen naam")
    page.locator("[data-open-paste]").click()
    page.locator("[data-form][data-ready]").wait_for()
    assert page.locator("#f-body").input_value() == "Het verhaal."
    expect(page.locator("[data-restored]")).to_contain_text("Een naam")


def test_without_scripts_the_page_says_how_to_go_on(origin, visitor):
    page = visitor(origin, java_script_enabled=False).visit("bijdragen/nieuw/tips/")
    expect(page.locator("main noscript .banner")).to_contain_text("mailen")
    expect(page.locator("main noscript a")).to_be_visible()
    expect(page.locator(".send")).to_be_hidden()
    expect(page.locator("[data-asks]")).to_contain_text("Het advies zelf, in één zin.")
    assert page.locator("main :is(input, textarea, select, button):visible").count() == 0, "nothing can be filled in that goes nowhere"


@pytest.mark.parametrize(
    "path", ["nieuw/", "nieuw/briljante-mislukkingen/", "nieuw/werkvormen/", "redactie/", "redactie/netwerken/", "ook-gedaan/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_are_accessible(origin, visitor, path, scheme):
    page = visitor(origin, color_scheme=scheme, viewport={"width": 360, "height": 740}).visit(f"bijdragen/{path}")
    if page.locator("[data-facts]").count():
        page.locator("[data-ready]").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    results = Axe().run(page, options=AXE_RULES)
    assert results.response["violations"] == [], [
        (v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in results.response["violations"]
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# The desk, with a browser alone.


@pytest.fixture
def small(tmp_path, write):
    """A small knowledge base that is built, served and added to."""
    root = write({"mkdocs.yml": (SMALL / "mkdocs.yml").read_text(encoding="utf-8")})
    config = root / "mkdocs.yml"
    options = "{ desk: redactie@geleerd.example, repository: https://forge.example/groep/kennisbank, forge: github }"
    config.write_text(config.read_text(encoding="utf-8").replace("plugins: [geleerd]", f"plugins: [geleerd: {options}]"))
    return root


def rebuilt(root: Path) -> Path:
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root / "site"


def commit(page: Page, root: Path) -> Path:
    """Does what the forge does with the address that the form opens, or with the text that it puts on the clipboard."""
    address = urlsplit(page.locator("[data-forge]").get_attribute("href"))
    query = parse_qs(address.query)
    path = root / (query["filename"][0] if query else address.path.split("/edit/main/")[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(query["value"][0] if "value" in query else page.locator("[data-text]").input_value(), encoding="utf-8")
    return path


def test_from_a_mail_to_a_published_page_with_a_browser_alone(small, visitor):
    with served(rebuilt(small)) as origin:
        contributor = opened(visitor(origin), "bijdragen/nieuw/tips/")
        fill(contributor, QUICK["tip"])
        mail = "Hoi redactie,\n\nHier is mijn tip!\n\n" + "\n".join(f"> {row}" for row in text_of(contributor).splitlines())
        desk = visitor(origin).visit("bijdragen/redactie/")
        desk.locator("[data-open][data-ready]").wait_for()
        desk.locator("[data-paste]").fill(mail)
        desk.locator("[data-open-paste]").click()
        desk.locator("[data-form][data-ready]").wait_for()
        assert desk.url.endswith("/bijdragen/redactie/tips/")
        desk.locator("#f-status").select_option("published")
        expect(desk.locator("[data-problems]")).to_contain_text("Thema")
        desk.locator("#f-themes input").first.check()
        field(desk, "sources").fill("Eigen ervaring")
        text_of(desk)
        path = commit(desk, small)
    assert path == small / "lessons/ingezonden/laat-een-nieuwe-deelnemer-openen.md"
    assert "status:" not in path.read_text(encoding="utf-8")
    site = rebuilt(small)
    assert "Laat een nieuwe deelnemer openen" in (site / "tips/laat-een-nieuwe-deelnemer-openen/index.html").read_text(encoding="utf-8")


def test_we_did_this_too_ends_on_the_page_of_the_item(small, visitor):
    with served(rebuilt(small)) as origin:
        reader = visitor(origin).visit("tips/begin-klein/")
        reader.get_by_role("link", name="Wij hebben dit ook gedaan").click()
        reader.locator("[data-did][data-ready]").wait_for()
        expect(reader.locator("[data-about]")).to_contain_text("Over: ")
        fill(reader, {"who": "Een wijkteam in het oosten", "date": "2025-03", "result": "Het werkte ook bij ons."})
        fragment = text_of(reader)
        assert "subject=Ook%20gedaan" in reader.locator("[data-mail]").get_attribute("href")
        desk = visitor(origin).visit("bijdragen/redactie/")
        desk.locator("[data-open][data-ready]").wait_for()
        desk.locator("[data-paste]").fill(fragment)
        desk.locator("[data-open-paste]").click()
        desk.locator("[data-form][data-ready]").wait_for()
        text_of(desk)
        path = commit(desk, small)
    assert path == small / "lessons/begin-klein.md"
    html = (rebuilt(small) / "tips/begin-klein/index.html").read_text(encoding="utf-8")
    assert "Een wijkteam in het oosten" in html
    assert "Het werkte ook bij ons." in html


def test_every_published_page_opens_in_the_desks_form_and_loses_nothing(real_site, origin, visitor):
    """Opening a page of each type by its link and handing it in unchanged gives a file with the same meaning."""
    watched = visitor(origin)
    records = json.loads((real_site / "api/v1/items.json").read_text(encoding="utf-8"))
    first = {record["type"]: f"api/v1/items/{record['id']}.json" for record in reversed(records)}
    chosen = [json.loads((real_site / path).read_text(encoding="utf-8")) for path in first.values()]
    chosen += [
        json.loads((real_site / f"api/v1/{name}.json").read_text(encoding="utf-8"))[0]
        for key, name in DECLARATIONS.lists.items()
        if key in DECLARATIONS.in_files
    ]
    assert len(chosen) == len(DECLARATIONS.in_files)
    for record in chosen:
        page = watched.visit("bijdragen/redactie/")
        page.locator("[data-open][data-ready]").wait_for()
        page.locator("[data-link]").fill(f"{origin}/{record['address']}")
        page.locator("[data-open-link]").click()
        page.locator("[data-form][data-ready]").wait_for()
        text_of(page)
        assert page.locator("[data-forge]").get_attribute("href").endswith(f"/edit/main/{record['path']}")
        tree = page.evaluate(
            """async () => {
              const { read } = await import(new URL("../../../assets/scripts/form/read.js", location.href));
              return read(document.querySelector("[data-text]").value);
            }"""
        )
        assert meant(tree["tree"]) == meant(record["front_matter"])
        assert tree["body"] == record["body"]
        written = (ROOT / record["path"]).read_text(encoding="utf-8")
        assert page.locator("[data-text]").input_value() == written  # to the byte, with its quotes and its order
        name = page.locator("#f-title, #f-name").first
        name.fill(f"{name.input_value()} Kwartelei")
        expect(page.locator("[data-text]")).to_have_value(re.compile(" Kwartelei"))
        gone, come = differing(written, page.locator("[data-text]").input_value())
        assert len(gone) == len(come) == 1
        page.locator("[data-forge]").click()  # where the clipboard is refused the text is shown, and never called too long
        expect(page.locator("[data-long]")).not_to_contain_text("te lang")
    assert watched.errors == []


def differing(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line for line in lines if line.startswith("- ")], [line for line in lines if line.startswith("+ ")]


DEFAULTS = {
    ("status", "published"),
    ("unit", "minutes"),
    ("kind", "network"),
    ("type", "network"),
    ("type", "theme"),
    ("type", "programme"),
}


def meant(value):
    """A front matter by its meaning: without what is the default, and with texts as the check sees them."""
    if isinstance(value, dict):
        kept = {key: meant(part) for key, part in value.items() if part not in (None, "", [], {})}
        kept = {
            key: [{"source": name} if isinstance(name, str) else name for name in part] if key == "sources" else part
            for key, part in kept.items()
        }
        return {key: part for key, part in sorted(kept.items()) if not (isinstance(part, str) and (key, part) in DEFAULTS)}
    if isinstance(value, list):
        return [meant(part) for part in value]
    return " ".join(str(value).split()).replace("True", "true")


def test_a_network_with_a_meeting_a_theme_and_a_term_are_made_in_the_browser(small, visitor):
    with served(rebuilt(small)) as origin:
        desk = opened(visitor(origin), "bijdragen/redactie/netwerken/")
        fill(desk, {"name": "Leernetwerk Zuid", "region": "Zuid"})
        row = desk.locator("#f-meetings [data-rows] > li").first
        row.locator("[data-key=start] [data-value]").fill("1-12-2026 13:30")
        row.locator("[data-key=title] [data-value]").fill("Startbijeenkomst")
        row.locator("[data-key=agenda] [data-value]").fill("- Welkom\n2. Rondje\n\n- ")
        text_of(desk)
        network = commit(desk, small)
        desk = opened(visitor(origin), "bijdragen/redactie/themas/")
        fill(desk, {"name": "Rust en tijd", "definition": "Hoe je tijd maakt om te leren."})
        text_of(desk)
        theme = commit(desk, small)
        desk = opened(visitor(origin), "bijdragen/redactie/begrip/")
        fill(desk, {"term": "casemanager", "meaning": "Iemand die de zorg regelt.", "synonyms": "casusregisseur\nzorgregelaar"})
        text_of(desk)
        expect(desk.locator("[data-old-file]")).to_contain_text("onderaan de lijst")
        terms = small / "content/begrippen.yml"
        terms.write_text(terms.read_text(encoding="utf-8") + desk.locator("[data-text]").input_value(), encoding="utf-8")
    assert network == small / "content/netwerken/leernetwerk-zuid.md"
    assert 'agenda:\n      - "Welkom"\n      - "Rondje"\n' in network.read_text(encoding="utf-8")
    assert theme == small / "content/themas/rust-en-tijd.md"
    site = rebuilt(small)
    assert "Startbijeenkomst" in (site / "agenda/index.html").read_text(encoding="utf-8")
    assert "Rust en tijd" in (site / "themas/rust-en-tijd/index.html").read_text(encoding="utf-8")
    assert "casusregisseur" in (site / "begrippen/index.html").read_text(encoding="utf-8")


def test_a_name_that_is_taken_gets_a_number_at_the_desk(origin, visitor):
    page = opened(visitor(origin), "bijdragen/redactie/tips/")
    page.locator("#f-status").select_option("draft")
    fill(page, {**QUICK["tip"], "title": "Nodig nieuwe mensen uit"})
    text_of(page)
    expect(page.locator("[data-forge]")).to_have_attribute("href", re.compile("nodig-nieuwe-mensen-uit-2[.]md"))


def test_the_day_of_a_contribution_is_the_readers_own(origin, visitor):
    page = opened(visitor(origin), "bijdragen/nieuw/tips/")
    fill(page, QUICK["tip"])
    day = text_of(page).split("\ndate: ")[1].split("\n")[0]
    assert abs((datetime.date.fromisoformat(day) - datetime.datetime.now(tz=datetime.UTC).date()).days) <= 1


def test_a_file_that_cannot_be_read_is_said_and_nothing_is_lost(origin, visitor):
    page = visitor(origin).visit("bijdragen/redactie/")
    page.locator("[data-open][data-ready]").wait_for()
    for text, said in [
        ("zomaar tekst", "type:"),
        ("---\ntype: tip\ntags: [{a: b, [c}]\n---\n", "regel 3 van wat je plakte"),
        ("---\ntype: onzin\n---\n", "type:"),
    ]:
        page.locator("[data-paste]").fill(text)
        page.locator("[data-open-paste]").click()
        expect(page.locator("[data-open-error]")).to_contain_text(said)
        assert page.locator("[data-paste]").input_value() == text
    page.locator("[data-link]").fill("https://elders.example/x/")
    page.locator("[data-open-link]").click()
    expect(page.locator("[data-open-error]")).to_be_visible()
