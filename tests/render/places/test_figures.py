"""Figures say what is on the site, and nothing else: on the page, in the files, and from the commands."""

import csv
import datetime
import io
import re
from html import unescape

import pytest

from geleerd import Page, Site, TextFile, build, catalogue
from geleerd.relate.figures.figures import figures_of
from geleerd.relate.selection import EVER, Selection
from tests.workbench.building import TODAY, Write, settings
from tests.workbench.full_items import frame_files, item_files

HOSTILE = "content/netwerken/boos.md", '---\nname: "=1+1<script>alert(1)</script>"\nowner: "@beheer"\n---\n'


@pytest.fixture(scope="module")
def site(write_once: Write) -> Site:
    return build(settings(write_once({**item_files(), **frame_files(), HOSTILE[0]: HOSTILE[1]})))


def counted(site: Site, key: str, selection: Selection = EVER) -> dict[str, tuple[int, ...]]:
    figure = next(figure for figure in figures_of(site.reading.library, TODAY, selection) if figure.key == key)
    return {tally.name: tally.counts for tally in figure.tallies}


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_figures_count_what_is_published(site):
    published = len(site.reading.library.published)
    assert published == 8
    assert sum(count for (count,) in counted(site, "type").values()) == published
    assert counted(site, "type")["Tips"] == (3,)
    assert sum(counts[0] for counts in counted(site, "year").values()) == published


def test_drafts_and_what_was_replaced_do_not_count(write):
    draft = item_files()["lessons/vol-tip.md"].replace("license:", "status: draft\nlicense:")
    shown = build(settings(write({**item_files(), **frame_files()})))
    hidden = build(settings(write({**item_files(), **frame_files(), "lessons/vol-tip.md": draft})))
    assert counted(shown, "type")["Tips"] == (3,)
    assert counted(hidden, "type")["Tips"] == (2,)


def test_what_stands_with_no_network_is_not_forgotten(write):
    lonely = re.sub(r"networks: .*\n", "", item_files()["lessons/vol-tip.md"])
    site = build(settings(write({**item_files(), **frame_files(), "lessons/vol-tip.md": lonely})))
    assert counted(site, "network")["Zonder netwerk"] == (1, 0, 0, 1)
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
        said = [tally.name + (f"Nog geen {tally.note}." if tally.note else "") for tally in figure.tallies]
        assert shown == [[name, *map(str, tally.counts)] for name, tally in zip(said, figure.tallies, strict=True)]
        path = site.reading.library.addresses.figure(figure.key)
        assert f'href="../{path}"' in section
        filed = [[*map(str, tally.counts), *([tally.note] if tally.note else [])] for tally in figure.tallies]
        assert [row[1:-1] for row in table(files[path])[1:]] == filed
        barred = figure.tallies if figure.chart == "bars" else ()
        widths = [float(width) for width in re.findall(r'<rect width="([\d.]+)%"', section)]
        most = max((tally.counts[0] for tally in barred), default=0)
        assert widths == [round(100 * tally.counts[0] / most, 1) if most else 0 for tally in barred]
        assert section.count('<svg class="tally__bar" aria-hidden="true"') == len(barred)


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
    assert table(networks)[0] == ["Netwerk", "Bijdragen", "Bijeenkomsten", "Vragen beantwoord", "Keer toegepast", "Geteld op"]


def test_the_staff_introduce_the_page_and_cannot_lose_it(write):
    site = build(settings(write({"content/cijfers.md": "---\ntitle: Ons jaar in cijfers\n---\nVoor wie het wil weten.\n"})))
    page = next(a for a in site.artefacts if isinstance(a, Page) and a.address == "cijfers/")
    assert page.title == "Ons jaar in cijfers"
    assert "Voor wie het wil weten." in page.content
    taken = build(settings(write({"content/over/oud.md": "---\naliases: [/cijfers/netwerken.csv, /cijfers/]\n---\nOud.\n"})))
    assert [problem.code for problem in taken.reading.problems] == ["alias-taken", "alias-taken"]


NOORD = """\
name: Groep Noord
parent: oost
programmes: [samen-leren]
meetings: [{id: een, start: 2025-03-01}, {id: twee, start: 2026-11-20 10:00}, {id: later, start: 2026-12-01}]
"""
ANSWERED = """\
---
id: va1111
type: learning-question
title: Hoe houden we dit vol na de subsidie?
summary: Een vraag van de groep in het noorden over wat blijft.
date: 2025-06-01
networks: [noord]
themes: [borging]
state: answered
authors:
  - {role: projectleider, organisation: Stichting  Zon, name: Kim de Vries, consent: 2025-06-01}
  - {role: begeleider, organisation: stichting zon}
history: [{date: 2025-06, state: open}, {date: 2026-02, state: answered}]
applied_by: [{who: Gemeente Zuid, date: 2026-03}, {who: Iemand anders}]
sources: [{title: Eigen ervaring}]
---
"""
YEAR = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)


@pytest.fixture(scope="module")
def told(write_once: Write) -> Site:
    return build(settings(write_once({"content/netwerken/noord.md": f"---\n{NOORD}---\n", "lessons/vraag.md": ANSWERED})))


def test_a_period_counts_what_happened_in_it(told):
    assert counted(told, "overview", Selection(*YEAR, {"network": ("noord",)})) == {
        "Bijdragen": (1,),
        "Organisaties die iets deelden": (0,),
        "Netwerken waarvan iets kwam, die bijeenkwamen of verdergingen met een vraag": (1,),
        "Bijeenkomsten": (1,),
        "Leervragen beantwoord": (1,),
        "Keer elders toegepast": (1,),
    }
    before = counted(told, "overview", Selection(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)))
    assert [counts[0] for counts in before.values()] == [1, 1, 1, 1, 0, 0]


def test_without_a_period_what_has_no_date_counts_too(told):
    assert counted(told, "network")["Groep Noord"] == (2, 2, 1, 2)
    assert counted(told, "year") == {"2025": (1, 1, 1, 0, 0), "2026": (2, 2, 1, 1, 1)}


def test_a_network_counts_with_those_above_it_and_with_their_programmes(told):
    wanted = Selection(datetime.date(2025, 1, 1), facets={"programme": ("samen-leren",)})
    assert counted(told, "network", wanted)["Groep Noord"] == (2, 2, 1, 1)
    assert counted(told, "programme", wanted)["Samen leren"][1:] == (2, 1, 1)
    assert counted(told, "overview", Selection(datetime.date(2025, 1, 1), facets={"network": ("oost",)}))["Bijeenkomsten"] == (2,)


def test_organisations_are_counted_and_people_never_named(told):
    assert counted(told, "organisation")["Stichting Zon"] == (1,)
    assert not any("Kim" in name for name in counted(told, "organisation"))


def test_the_ladder_of_evidence_ends_with_what_nobody_judged(site):
    assert list(counted(site, "evidence"))[1:4] == ["nog een idee", "één keer geprobeerd", "vaker gedaan"]
    assert counted(site, "evidence")["vaker gedaan"] == (5,)


def test_gaps_name_the_types_that_an_entry_has_not(told):
    gaps = next(figure for figure in figures_of(told.reading.library, TODAY) if figure.key == "gaps-network")
    noord = next(tally for tally in gaps.tallies if tally.name == "Groep Noord")
    assert noord.counts == (4,)
    assert noord.note == "geleerde lessen, briljante mislukkingen, werkvormen, praktijkvoorbeelden"
