"""Figures say what is on the site, and nothing else: on the page, in the files, and from the commands."""

import csv
import io
import re
from html import unescape

import pytest

from geleerd import Page, Site, TextFile, build, catalogue
from geleerd.relate.figures import figures_of
from tests.workbench.building import TODAY, Write, settings
from tests.workbench.full_items import frame_files, item_files

HOSTILE = "content/netwerken/boos.md", '---\nname: "=1+1<script>alert(1)</script>"\nowner: "@beheer"\n---\n'


@pytest.fixture(scope="module")
def site(write_once: Write) -> Site:
    return build(settings(write_once({**item_files(), **frame_files(), HOSTILE[0]: HOSTILE[1]})))


def counted(site: Site, key: str) -> dict[str, tuple[int, ...]]:
    figure = next(figure for figure in figures_of(site.reading.library, TODAY) if figure.key == key)
    return {tally.name: tally.counts for tally in figure.tallies}


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_figures_count_what_is_published(site):
    published = len(site.reading.library.published)
    assert published == 8
    assert sum(count for (count,) in counted(site, "type").values()) == published
    assert counted(site, "type")["Tips"] == (3,)
    assert sum(count for (count,) in counted(site, "year").values()) == published


def test_drafts_and_what_was_replaced_do_not_count(write):
    draft = item_files()["lessons/vol-tip.md"].replace("license:", "status: draft\nlicense:")
    shown = build(settings(write({**item_files(), **frame_files()})))
    hidden = build(settings(write({**item_files(), **frame_files(), "lessons/vol-tip.md": draft})))
    assert counted(shown, "type")["Tips"] == (3,)
    assert counted(hidden, "type")["Tips"] == (2,)


def test_what_stands_with_no_network_is_not_forgotten(write):
    lonely = re.sub(r"networks: .*\n", "", item_files()["lessons/vol-tip.md"])
    site = build(settings(write({**item_files(), **frame_files(), "lessons/vol-tip.md": lonely})))
    assert counted(site, "network")["Zonder netwerk"] == (1,)
    assert "Zonder thema" not in counted(site, "theme")


def test_questions_stand_under_their_state(site):
    assert list(counted(site, "learning-question")) == ["open", "loopt", "beantwoord", "losgelaten"]
    assert sum(count for (count,) in counted(site, "learning-question").values()) == 1


def test_applications_and_the_items_that_were_applied(write):
    twice = item_files()["lessons/vol-tip.md"].replace("applied_by: [", "applied_by: [{who: Nog een gemeente}, ")
    site = build(settings(write({**item_files(), **frame_files(), "lessons/vol-tip.md": twice})))
    assert counted(site, "applied")["Tips"] == (2, 1)
    assert counted(site, "applied")["Geleerde lessen"] == (1, 1)


def test_what_is_past_its_date_of_review(write):
    later = item_files()["lessons/vol-tip.md"].replace("review_by: 2020-01-01", "review_by: 2026-11")
    site = build(settings(write({**item_files(), **frame_files(), "lessons/vol-tip.md": later})))
    full = next(name for name in counted(site, "review") if counted(site, "review")[name][0])
    overdue, not_yet, undated = counted(site, "review")[full]
    assert (overdue, not_yet) == (5, 1)
    assert undated == counted(site, "network")[full][0] - 6


def test_every_figure_stands_on_the_page_as_a_table_with_its_bars_and_its_file(site):
    page = next(a for a in site.artefacts if isinstance(a, Page) and a.address == "cijfers/")
    files = {a.path: a.content for a in site.artefacts if isinstance(a, TextFile) and a.path.startswith("cijfers/")}
    figures = site.reading.library.declarations.figures
    assert len(files) == len(figures)
    assert tuple(figure.key for figure in figures_of(site.reading.library, TODAY)) == figures
    for figure in figures_of(site.reading.library, TODAY):
        section = page.content.split(f'<h2 id="{figure.key}">')[1].split("</section>")[0]
        rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', section, re.DOTALL)
        shown = [[unescape(re.sub(r"<[^>]+>", "", name)).strip(), *re.findall(r"<td>(\d+)</td>", counts)] for name, counts in rows]
        assert shown == [[tally.name, *map(str, tally.counts)] for tally in figure.tallies]
        path = site.reading.library.addresses.figure(figure.key)
        assert f'href="../{path}"' in section
        assert [row[1:-1] for row in table(files[path])[1:]] == [list(map(str, tally.counts)) for tally in figure.tallies]
        widths = [float(width) for width in re.findall(r'<rect width="([\d.]+)%"', section)]
        most = max(tally.counts[0] for tally in figure.tallies)
        assert widths == [round(100 * tally.counts[0] / most, 1) if most else 0 for tally in figure.tallies]
        assert section.count('<svg class="tally__bar" aria-hidden="true"') == len(figure.tallies)


def test_the_page_says_when_was_counted_and_that_no_reader_is(site):
    html = next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == "cijfers/")
    assert catalogue("nl").date(TODAY) in html
    assert "Deze site volgt geen lezers" in html
    assert "Gegevens &gt; Uit tekst/CSV" in html
    assert '<p class="tallies__origin">Geleerd, https://geleerd.example/cijfers/</p>' in html


def test_hostile_names_run_nowhere(site):
    html = next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == "cijfers/")
    assert "<script" not in html
    networks = next(a.content for a in site.artefacts if isinstance(a, TextFile) and a.path == "cijfers/netwerken.csv")
    assert any(row[0] == "'=1+1<script>alert(1)</script>" for row in table(networks))
    assert table(networks)[0] == ["Netwerk", "Bijdragen", "Geteld op"]


def test_the_staff_introduce_the_page_and_cannot_lose_it(write):
    site = build(settings(write({"content/cijfers.md": "---\ntitle: Ons jaar in cijfers\n---\nVoor wie het wil weten.\n"})))
    page = next(a for a in site.artefacts if isinstance(a, Page) and a.address == "cijfers/")
    assert page.title == "Ons jaar in cijfers"
    assert "Voor wie het wil weten." in page.content
    taken = build(settings(write({"content/over/oud.md": "---\naliases: [/cijfers/netwerken.csv, /cijfers/]\n---\nOud.\n"})))
    assert [problem.code for problem in taken.reading.problems] == ["alias-taken", "alias-taken"]
