"""What comes out of the printer: everything that was written, and nothing beside the sheet."""

import io
import re

import pytest
from pypdf import PdfReader

from geleerd.model.limits import LONGEST_FIELD
from tests.workbench.building import built
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

A4 = (595, 842)
PRINTABLE = {
    "lesson": "lessen/begin-met-voorlopers/",
    "tip": "tips/zes-dingen-die-je-zelf-kunt-doen/",
    "failure": "briljante-mislukkingen/hotline-to-home/",
    "work format": "werkvormen/draaiboek-leernetwerkbijeenkomst/",
    "example": "voorbeelden/vijf-gemeenten-gezond-gewicht/",
    "question": "leervragen/het-lastige-gesprek/",
}


def printed(page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words_of(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in reader.pages))


def letters(text: str) -> str:
    """A text without spaces and without the places where a word may break, which a reader of PDF files takes for spaces."""
    return re.sub(r"[\s\u00ad]+", "", text)


def test_every_type_prints_on_a4_without_the_frame_of_the_site(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin)
        for kind, path in PRINTABLE.items():
            page = watched.visit(path)
            title = page.locator("h1").inner_text()
            reader = printed(page)
            assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in reader.pages} == {A4}, kind
            assert len(reader.pages) <= 4, kind
            text = words_of(reader)
            assert letters(title) in letters(text), kind
            assert "Deel je ervaring" not in text, kind
            assert "Toegankelijkheid" not in text, kind


def test_a_work_format_takes_two_sheets_at_most(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin)
        formats = [page.parent.name for page in (real_site / "werkvormen").glob("*/index.html") if 'class="item item--' in page.read_text()]
        taken = {}
        for name in sorted(formats):
            taken[name] = len(printed(watched.visit(f"werkvormen/{name}/")).pages)
    assert len(taken) > 15
    assert {name: sheets for name, sheets in taken.items() if sheets > 2} == {}


def test_nothing_stands_beside_the_sheet(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 680, "height": 960})
        watched.page.emulate_media(media="print")
        for kind, path in PRINTABLE.items():
            assert watched.visit(path).evaluate("document.documentElement.scrollWidth <= innerWidth"), kind


def long_text(name: str) -> tuple[str, list[str]]:
    """Text of the greatest allowed length, and words in it that stand nowhere else."""
    words = [f"{name}{number:04d}" for number in range(LONGEST_FIELD // (len(name) + 5))]
    return " ".join(words), words


def longest_format() -> tuple[str, list[str]]:
    fields, every = {}, []
    for name in ("goal", "invitation", "space"):
        fields[name], words = long_text(name[:4])
        every += words
    steps = []
    for number in range(3):
        text, words = long_text("abc"[number] * 4)
        every += words
        steps.append(f"  - {{title: Stap {number}, minutes: 20, instruction: {text}}}")
    lines = "\n".join(f"{name}: {text}" for name, text in fields.items())
    head = "id: q1w2e3\ntype: work-format\ntitle: " + "Lange titel " * 6 + "tot hier\nsummary: " + "Een lange samenvatting. " * 12
    rest = "\ndate: 2026-11-22\nthemes: [borging]\nsources: [{title: Eigen ervaring}]\nphase: meet\nsetting: [in-person, online, hybrid]"
    numbers = "\nduration: {min: 60, max: 90}\ngroup_size: {min: 4, max: 12}\n"
    return f"---\n{head}{rest}{numbers}{lines}\nsteps:\n" + "\n".join(steps) + "\n---\n", every


@pytest.mark.parametrize("path", ["werkvormen/lang/", "werkvormen/lang/kaarten/", "themas/borging/kaarten/"])
def test_no_word_is_cut_off_at_the_longest_allowed_fields(write, visitor, path):
    item, words = longest_format()
    folder = write({"lessons/lang.md": item})
    assert built(folder, "--strict").returncode == 0
    with served(folder / "site") as origin:
        text = words_of(printed(visitor(origin).visit(path)))
    missing = [word for word in words if word not in text]
    assert missing == []


def test_four_cards_stand_on_a_sheet(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin).visit("momenten/acties-maken/kaarten/")
        cards = page.locator(".deck__card").count()
        reader = printed(page)
    assert cards >= 4
    assert len(reader.pages) < cards
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in reader.pages} == {A4}


def formats_with_cards(site):
    return sorted(folder.relative_to(site).as_posix() for folder in (site / "werkvormen").glob("*/kaarten"))


QUARTER = """document.fonts.ready.then(() => [...document.querySelectorAll(".deck__quarter")].map((quarter) => {
  const box = quarter.getBoundingClientRect();
  return [box.width, box.height, quarter.lastElementChild.getBoundingClientRect().bottom - box.top]; }))"""
MILLIMETRE = 96 / 25.4


def test_every_card_is_a_quarter_of_a4_or_goes_on_in_the_next_with_its_title_and_code(real_site, visitor):
    with served(real_site) as origin:
        watched = visitor(origin, viewport={"width": 794, "height": 1123})
        watched.page.emulate_media(media="print")
        for path in formats_with_cards(real_site):
            page = watched.visit(f"{path}/")
            quarters = page.evaluate(QUARTER)
            assert [(round(width / MILLIMETRE), round(height / MILLIMETRE)) for width, height, _ in quarters] == [(105, 148)] * len(
                quarters
            ), path
            assert max(bottom for _, _, bottom in quarters) <= 143 * MILLIMETRE, path
            title, code = page.locator(".deck__card h2").inner_text(), page.locator(".deck__link a").inner_text()
            again = page.locator(".deck__again").all_inner_texts()
            assert len(again) == len(quarters) - 1, path
            assert all(letters(title) in letters(words) and code in words and "vervolg" in words for words in again), path
            assert len(printed(page).pages) == -(-len(quarters) // 4), path


def test_on_a6_a_card_is_a_sheet(real_site, visitor):
    path = formats_with_cards(real_site)[0]
    with served(real_site) as origin:
        page = visitor(origin).visit(f"{path}/")
        quarters = page.locator(".deck__quarter").count()
        sheets = PdfReader(io.BytesIO(page.pdf(format="A6"))).pages
    assert [tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in sheets] == [(298, 420)] * quarters


def test_the_bar_of_certainty_is_filled_on_paper(real_site, visitor):
    with served(real_site) as origin:
        page = visitor(origin).visit("lessen/deelnemers-kiezen-het-thema/")
        page.emulate_media(media="print")
        adjust = "[...document.querySelectorAll('.evidence__bar .is-reached')].map((step) => getComputedStyle(step).printColorAdjust)"
        assert set(page.evaluate(adjust)) == {"exact"}
