"""The self-check, of any number of factors; what a browser makes of the answers stands in `tests/browser/test_factors.py`."""

import re

import pytest

from geleerd import Page
from geleerd.making.maker import Maker
from geleerd.reading import reading_of
from geleerd.relate.related import related_of
from geleerd.render.factors.self_check import MOST_CHECKED
from geleerd.render.plan import plan
from tests.workbench.building import settings

FOLDER = "content/succesfactoren"
TEXT = "---\ntitle: Waar loopt het vast?\n---\n\nBoven.\n\n## Voor jezelf\n\n- [ ] Ik weet wie.\n\n## Een kaart\n\nOp de kaart.\n"


def checked(root) -> str:
    reading = reading_of(settings(root))
    page = next(
        job
        for part in plan(reading.library, reading.texts, related_of((), {}, ()), (), settings(root))
        for job in part.jobs()
        if isinstance(job, Page) and job.address == "zelfcheck/"
    )
    return next(made.content for made in Maker(settings(root)).make(page) if isinstance(made, Page))


def factors(count: int, more: str = "") -> dict[str, str]:
    return {f"{FOLDER}/f{n:03}.md": f"---\nname: Factor {n:03}\norder: {n + 1}\ngroup: Groep {n // 20}\n{more}---\n" for n in range(count)}


@pytest.mark.parametrize("count", [1, 13, 200])
def test_it_asks_about_every_factor_as_long_as_a_group_keeps_answering(write, count):
    asked = re.findall(r'data-factor="(f\d+)"', checked(write(factors(count))))
    assert asked == [f"f{n:03}" for n in range(min(count, MOST_CHECKED))]


def test_groups_and_variables_of_research_are_not_asked_about(write):
    assert 'data-factor="f' not in checked(write(factors(3, "category: variable\n")))


def test_it_tells_of_each_factor_its_signals_and_what_helps(write):
    html = checked(write(factors(1, "recognise: [Een signaal]\nhow: [Een manier]\n")))
    asked, outcome = html.split("data-outcome")
    assert "Een signaal" in asked
    assert "Een manier" in outcome
    assert '<a href="../succesfactoren/f000/">Factor 000</a>' in outcome


def test_what_the_staff_wrote_below_a_heading_is_a_sheet_of_its_own(write):
    html = checked(write({"content/zelfcheck/index.md": TEXT}))
    assert html.index("Boven.") < html.index("data-factor")
    sheets = re.findall(r"<section class=\"check__sheet\".*?</section>", html, re.DOTALL)
    assert ["Ik weet wie" in sheet for sheet in sheets] == [True, False]
    assert ["Op de kaart" in sheet for sheet in sheets] == [False, True]
