"""No page grows with what a knowledge base holds: beyond its caps, three times as much of everything gives pages of the same size."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest

from geleerd import Page, Severity
from geleerd.contribute import question_groups
from geleerd.contribute.offered import contribute
from geleerd.making.maker import Maker
from geleerd.model.frozen import Frozen
from geleerd.reading import reading_of
from geleerd.relate import facets
from geleerd.relate.places import terms
from geleerd.relate.related import related_of
from geleerd.render.factors import map_pages, self_check
from geleerd.render.places import agenda, figures, home, search
from geleerd.render.plan import plan
from geleerd.render.shelves import index_pages, margin_lists, margins, pattern_finder
from tests.workbench.building import settings
from tests.workbench.grown import MANY, grown

FEW, MOST = 26, 78
"""The fewest that a list of items shows on a page is 24."""

CAP = 12
CAPS = (
    (agenda, "PAST_SHOWN"),
    (agenda, "TO_COME_SHOWN"),
    (figures, "MOST_BARS"),
    (home, "MOST_NETWORKS"),
    (facets, "MOST_CHOICES"),
    (question_groups, "MOST_CHOICES"),
    (search, "MOST_CHOICES"),
    (map_pages, "PER_MAP"),
    (self_check, "MOST_CHECKED"),
    (map_pages, "INFLUENCES_SHOWN"),
    (index_pages, "PER_INDEX_PAGE"),
    (index_pages, "BESIDE_SHOWN"),
    (margin_lists, "PER_INDEX_PAGE"),
    (margin_lists, "BESIDE_SHOWN"),
    (margins, "BESIDE_SHOWN"),
    (pattern_finder, "PER_FINDER"),
    (terms, "TERMS_PER_PAGE"),
)
"""The caps that this test lowers to `CAP`: with knowledge bases beyond them it would take a minute."""

GROWS = {
    "nieuwsbrief/0-0/": "it leads to at most twelve other parts of its month, and has fewer here",
    "netwerken/veel/leeragenda/": "it has at most 24 questions, of which fewer are shared with networks outside its own here",
}
"""The kinds of pages that grow all the same, each with the reason."""

BYTES_OF_ONE = 20
"""Bytes by which a page may grow for each entry more: digits, and links to other pages of a list. An entry in a list takes forty at least."""


@dataclass(frozen=True)
class Grown:
    """The addresses of all pages, and most of the pages: of the entries of a kind only the first two, and the one that all lean on."""

    addresses: frozenset[str]
    pages: Mapping[str, str]

    @property
    def sizes(self) -> Mapping[str, int]:
        """The bytes of the largest page of each kind."""
        found: dict[str, int] = {}
        for address, html in self.pages.items():
            found[kind_of(address)] = max(found.get(kind_of(address), 0), len(html.encode()))
        return found


def kind_of(address: str) -> str:
    """The address without numbers: those of further pages, entries and months."""
    return re.sub(r"\d+", "0", re.sub(r"pagina/\d+/$", "", address))


def planned(root: Path) -> Grown:
    here = settings(root)
    reading = reading_of(here)
    assert [problem for problem in reading.problems if problem.severity is Severity.ERROR] == []
    forms = contribute(reading.library, here).forms
    parts = plan(reading.library, reading.texts, related_of((), {}, ()), forms, here)
    jobs = [job for part in parts for job in part.jobs() if isinstance(job, Page)]
    maker = Maker(here)
    looked_at = (job for job in jobs if not re.search(r"-\d{4}[2-9]/|-\d{3}[1-9]\d/", job.address))
    made = (artefact for job in looked_at for artefact in maker.make(job) if isinstance(artefact, Page))
    return Grown(frozenset(job.address for job in jobs), Frozen({page.address: page.content for page in made}))


@pytest.fixture(scope="module")
def built(write_once) -> tuple[Grown, Grown]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name in CAPS:
            patch.setattr(module, name, CAP)
        return planned(write_once(grown(FEW))), planned(write_once(grown(MOST)))


def test_no_page_grows_with_the_knowledge_base(built):
    few, many = (one.sizes for one in built)
    grown_by = {kind: many[kind] - few[kind] for kind in many}
    assert {kind for kind, size in grown_by.items() if size > BYTES_OF_ONE * (MOST - FEW)} == set(GROWS)


def test_both_knowledge_bases_have_the_same_kinds_of_pages(built):
    few, many = (set(one.sizes) for one in built)
    assert many == few
    assert {f"netwerken/{MANY}/", f"netwerken/{MANY}/erbij/", "begrippen/", "tegeltjeswijsheden/", "cijfers/"} <= few


def linked(address: str, html: str) -> set[str]:
    links = re.findall(r'<a [^>]*?href="([^"#?]+)', html)
    return {urljoin(f"/{address}", href).removeprefix("/") for href in links if "//" not in href}


def test_whatever_a_page_leaves_out_can_be_reached_by_links(built):
    _, many = built
    seen: set[str] = set()
    ahead = {address for address in many.addresses if address.count("/") < 2}  # the menu and the footer lead to these
    while ahead:
        seen |= ahead
        ahead = {to for at in ahead for to in linked(at, many.pages.get(at, ""))} - seen
    # Cards are found from pages of entries, not all of which are made here; those of a moment have their address alone.
    cards = {page for page in many.addresses if "/kaarten/" in page and f"netwerken/{MANY}/" not in page}
    assert {page for page in many.addresses - seen - cards if not page.startswith("bijdragen/")} == set()


@pytest.mark.parametrize(("place", "mark"), [("begrippen/", r'<dt id="([^"]+)'), ("tegeltjeswijsheden/", r'<li class="tile" id="([^"]+)')])
def test_further_pages_have_what_the_first_leaves_out(built, place, mark):
    for one, count in zip(built, (FEW, MOST), strict=True):
        found = [anchor for address, html in one.pages.items() if address.startswith(place) for anchor in re.findall(mark, html)]
        assert len(found) == len(set(found)) >= count


def test_the_agenda_leads_to_what_it_leaves_out(built):
    _, many = built
    assert f"Nog {MOST + 1 - CAP} later: bekijk ze bij de netwerken" in many.pages["agenda/"]
    assert f"Nog {MOST + 1 - CAP} eerdere: bekijk ze bij de netwerken" in many.pages["agenda/"]


def test_a_figure_says_how_many_rows_its_table_has_beside_those_shown(built):
    _, many = built
    figure = re.search(r'<h2 id="network">.*?</section>', many.pages["cijfers/"], re.DOTALL)[0]
    assert figure.count('<th scope="row">') == CAP
    assert int(re.search(r"Nog (\d+) rijen", figure)[1]) == len([a for a in many.addresses if re.fullmatch(r"netwerken/[^/]+/", a)]) - CAP
