"""The map of the success factors, built from invented ones: as many as the published map has, a few, and far too many."""

import re

import pytest

from geleerd import Page, Severity
from geleerd.making.maker import Maker
from geleerd.reading import reading_of
from geleerd.relate.related import related_of
from geleerd.render.plan import plan
from tests.workbench.building import settings

FOLDER = "content/succesfactoren"

PAIRS = [(n, n + 1) for n in range(0, 26, 2)]
FORWARD = [*((n, n + 1) for n in range(1, 25, 2)), (25, 26), (28, 29), *((n, n + 1) for n in range(29, 34)), (0, 5), (2, 7)]
STRENGTHENS = [*PAIRS, *((b, a) for a, b in PAIRS), (26, 27), (27, 28), *FORWARD]
WEAKENS = [(28, 26)]
"""Thirteen pairs that strengthen each other, a circle of three that weakens itself, and arrows that lead nowhere back: fifty in all."""


def factor(number: int, on: list[int] = (), weakens: list[int] = (), more: str = "", start: str = "f") -> str:
    def listed(numbers):
        return "[" + ", ".join(f"{{slug: {start}{n:03}, source: Bron {n}}}" for n in numbers) + "]"

    return f"name: Factor {number:03}\norder: {number + 1}\n{more}strengthens: {listed(on)}\nweakens: {listed(weakens)}\n"


def files(factors: dict[str, str]) -> dict[str, str]:
    return {f"{FOLDER}/{slug}.md": f"---\n{text}---\nDe tekst.\n" for slug, text in factors.items()}


def published(count: int = 35) -> dict[str, str]:
    numbers = range(count)
    out = {n: [on for cause, on in STRENGTHENS if cause == n] for n in numbers}
    return files(
        {
            f"f{n:03}": factor(
                n,
                out[n],
                [on for cause, on in WEAKENS if cause == n],
                f"group: Groep {n // 12}\ncategory: {'variable' if n % 5 else 'factor'}\n",
            )
            for n in numbers
        }
    )


def pages(root) -> dict[str, str]:
    """The pages of the map, and that of one factor; a whole site of two hundred factors would take long."""
    reading = reading_of(settings(root))
    jobs = (job for part in plan(reading.library, reading.texts, related_of((), {}, ()), (), settings(root)) for job in part.jobs())
    wanted = (job for job in jobs if isinstance(job, Page) and re.fullmatch(r"succesfactoren/(een/|pagina/\d+/)?", job.address))
    maker = Maker(settings(root))
    return {page.address: page.content for job in wanted for page in maker.make(job) if isinstance(page, Page)}


@pytest.fixture(scope="module")
def the_map(write_once) -> str:
    return pages(write_once(published()))["succesfactoren/"]


def test_thirty_five_variables_and_fifty_arrows_stand_on_one_drawing(the_map):
    assert len(STRENGTHENS) + len(WEAKENS) == 50
    assert len(re.findall(r'data-name="f\d{3}"', the_map)) == 35
    assert the_map.count('map__arrow--strengthens" d="M') == 49 + 1, "one is the sample in the legend"
    assert the_map.count('map__arrow--weakens" d="M') == 1 + 1
    assert not re.search(r'd="[^"]*\.', the_map[the_map.index("map__drawing") : the_map.index("</figure>")]), "whole numbers alone"


def test_a_long_name_takes_two_lines_of_the_drawing_and_is_cut_only_beyond_those(write):
    names = {"twee": "De school en de wijk weten wat ze van elkaar vragen", "meer": "lange namen " * 10}
    drawn = pages(write(files({slug: f"name: {name}\norder: {n}\n" for n, (slug, name) in enumerate(names.items())})))["succesfactoren/"]
    found = {slug: re.findall(r"<tspan[^>]*>([^<]*)</tspan>", re.findall(rf'data-name="{slug}".*?</a>', drawn)[0]) for slug in names}
    assert (len(found["twee"]), " ".join(found["twee"])) == (2, names["twee"])
    assert (len(found["meer"]), found["meer"][1][-1]) == (2, "…")


def test_thirteen_loops_reinforce_themselves_and_one_is_in_balance(the_map):
    assert the_map.count("Versterkende kring") == 13
    assert the_map.count("Dempende kring 1") == 1
    assert 'data-loop="f026 f027 f028"' in the_map
    assert "Er zijn meer kringen" not in the_map


def test_the_list_says_of_a_factor_what_the_arrows_say_with_their_sources(the_map):
    own = re.search(r'<section[^>]* id="f028".*?</section>', the_map, re.DOTALL)[0]
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", own))
    assert "Versterkt: Factor 029 (bron: Bron 29)" in text
    assert "Wordt sterker door: Factor 027 (bron: Bron 28)" in text
    assert "Verzwakt: Factor 026 (bron: Bron 26)" in text


def test_the_groups_stand_in_the_order_of_the_source_and_variables_after_factors(the_map):
    groups = re.findall(r"<h2>(Groep \d)</h2>", the_map)
    assert groups == ["Groep 0", "Groep 1", "Groep 2"]
    first = the_map[the_map.index("<h2>Groep 0") : the_map.index("<h2>Groep 1")]
    slugs = re.findall(r'<section class="factor factor--\w+" id="f(\d+)"', first)
    assert slugs == [*(f"{n:03}" for n in range(0, 12, 5)), *(f"{n:03}" for n in range(12) if n % 5)]


GROUPED = {
    "een": "name: Eén\ngroup: De groep\norder: 1\nstrengthens: [{slug: groep-zelf, source: vol}]\n",
    "groep-zelf": "name: De groep\ncategory: group\naffects: [{slug: andere}]\n",
    "andere": "name: De andere groep\ncategory: group\naffects: [{slug: groep-zelf}]\n",
    "los": "name: Een losse\nstrengthens: [{slug: los}, {slug: weg}]\n",
}
SOURCES = {"content/bronnen.yml": "- id: vol\n  title: Het artikel\n  url: https://bron.example/\n"}


def test_an_arrow_can_lead_to_a_group_and_both_ways_without_an_effect(write):
    found = pages(write({**files(GROUPED), **SOURCES}))
    html = found["succesfactoren/"]
    assert '<h2><a href="../succesfactoren/groep-zelf/">De groep</a></h2>' in html
    assert re.search(r'href="#groep-zelf">De groep</a> <small>\(bron: <a href="../bronnen/vol/">Het artikel</a>\)', html)
    assert html.count('data-cause="groep-zelf"') == 1, "there and back is one arrow with two heads"
    assert html.count('data-cause="andere"') == 0
    assert 'data-cause="los"' not in html, "a factor does not work on itself"
    assert "<h2>Andere</h2>" in html
    assert 'succesfactoren/#een"' in found["succesfactoren/een/"]


def test_what_the_staff_write_below_a_heading_closes_the_page(write):
    intro = {f"{FOLDER}/index.md": "Kort vooraf.\n\n## Herkomst\n\nDe lange uitleg.\n"}
    page = pages(write({**files({"een": factor(1)}), **intro}))["succesfactoren/"]
    places = [page.index(text) for text in ("Kort vooraf.", "data-map", "Herkomst", "De lange uitleg.")]
    assert places == sorted(places)


def test_an_arrow_that_leads_nowhere_is_told_by_the_check(write):
    problems = reading_of(settings(write({**files(GROUPED), **SOURCES}))).problems
    assert [(problem.severity, problem.parameters["value"]) for problem in problems if problem.place.file.endswith("los.md")] == [
        (Severity.ERROR, "los"),
        (Severity.ERROR, "weg"),
    ]


def test_two_hundred_factors_that_all_work_on_each_other_give_pages_that_stay_small(write):
    many = files({f"f{n:03}": factor(n, [(n + step) % 200 for step in range(-7, 8) if step]) for n in range(200)})
    found = pages(write(many))
    assert len(found) == 4
    assert all(len(html) < 300_000 for html in found.values())
    assert "Er zijn meer kringen" in found["succesfactoren/"]
    assert "Nog 2: bekijk ze allemaal" in found["succesfactoren/"]


def test_without_factors_the_page_says_so(write, tmp_path):
    root = write({})
    for file in (root / FOLDER).glob("*.md"):
        file.unlink()
    assert "Hier staat nog niets" in pages(root)["succesfactoren/"]
