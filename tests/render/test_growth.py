"""No page grows with what a knowledge base holds: beyond its caps, three times as much of everything gives pages of the same size."""

import re
from collections.abc import Iterator, Mapping

import pytest

from geleerd import Page
from geleerd.contribute.offered import contribute
from geleerd.making.maker import Maker
from geleerd.model.frozen import Frozen
from geleerd.reading import reading_of
from geleerd.relate.places import terms
from geleerd.render.places import agenda, figures, home
from geleerd.render.plan import plan
from geleerd.render.shelves import index_pages, margin_lists, margins
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
    (index_pages, "PER_INDEX_PAGE"),
    (index_pages, "BESIDE_SHOWN"),
    (margin_lists, "PER_INDEX_PAGE"),
    (margin_lists, "BESIDE_SHOWN"),
    (margins, "BESIDE_SHOWN"),
    (terms, "TERMS_PER_PAGE"),
)
"""The caps that this test lowers to `CAP`: with knowledge bases beyond them it would take a minute."""

BYTES_OF_ONE = 20
"""Bytes by which a page may grow for each entry more: digits, and links to other pages of a list. An entry in a list takes forty at least."""

GROWS = {
    "zoeken/": "the choices",
    "nieuwsbrief/": "the choices",
    "draaiboek/": "the formats to choose from",
    "bijdragen/": "the choices",
}
"""The pages that still grow, by the beginning of their address."""


def pages(root) -> Iterator[Page]:
    """All pages but those of most entries: of each kind the first two, and the one that all others lean on."""
    here = settings(root)
    reading = reading_of(here)
    forms = contribute(reading.library, here).forms
    maker = Maker(here)
    for job in plan(reading.library, reading.texts, {}, forms, here):
        if isinstance(job, Page) and not re.search(r"-\d{4}[2-9]/|-\d{3}[1-9]\d/", job.address):
            yield from (made for made in maker.make(job) if isinstance(made, Page))


def kind_of(address: str) -> str:
    """The address without numbers: those of further pages, entries and months."""
    return re.sub(r"\d+", "0", re.sub(r"[^/]+/\d+/$", "", address) if re.search(r"/pagina/\d+/$", address) else address)


@pytest.fixture(scope="module")
def sizes(write_once) -> tuple[Mapping[str, int], Mapping[str, int]]:
    def largest(count: int) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for page in pages(write_once(grown(count))):
            kind = kind_of(page.address)
            found[kind] = max(found.get(kind, 0), len(page.content.encode()))
        return Frozen(found)

    with pytest.MonkeyPatch.context() as patch:
        for module, name in CAPS:
            patch.setattr(module, name, CAP)
        return largest(FEW), largest(MOST)


def test_no_page_grows_with_the_knowledge_base(sizes):
    few, many = sizes
    grown_by = {kind: many[kind] - few[kind] for kind in many if not kind.startswith(tuple(GROWS))}
    assert {kind: size for kind, size in grown_by.items() if size > BYTES_OF_ONE * (MOST - FEW)} == {}


def test_both_knowledge_bases_have_the_same_kinds_of_pages(sizes):
    few, many = map(set, sizes)
    assert many == few
    assert {f"netwerken/{MANY}/", f"netwerken/{MANY}/erbij/", "begrippen/", "tegeltjeswijsheden/", "cijfers/"} <= few
