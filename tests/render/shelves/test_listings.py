"""Lists of items, page by page."""

import re

import pytest

from geleerd import Page, Site, build
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files


@pytest.fixture(scope="module")
def site(write_once) -> Site:
    return build(settings(write_once({**item_files(), **frame_files()})))


def page(site: Site, address: str) -> Page:
    return next(a for a in site.artefacts if isinstance(a, Page) and a.address == address)


def many(count: int) -> dict[str, str]:
    text = "---\nid: m{:05}\ntype: tip\ntitle: Titel nummer {}\nsummary: Een samenvatting die lang genoeg is.\ndate: 2025-01-01\nthemes: [borging]\ntags: [veel]\nsources: [{{title: eigen ervaring}}]\n---\n"
    return {f"lessons/m{n}.md": text.format(n, n) for n in range(count)}


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (24, 1), (25, 2), pytest.param(500, 21, marks=pytest.mark.long)])
def test_a_list_of_any_length_is_cut_into_pages_of_24(write, count, pages):
    empty = {
        "lessons/begin-klein.md": "---\nid: a1b2c3\ntype: tip\ndate: 2026-11-20\nstatus: withdrawn\n---\n",
        "lessons/vraag-het-de-mensen.md": "---\nid: d4e5f6\ntype: tip\ndate: 2026-11-20\nstatus: withdrawn\n---\n",
    }
    site = build(settings(write({**empty, **many(count)})))
    found = [a for a in site.artefacts if isinstance(a, Page) and re.fullmatch(r"tips/(pagina/\d+/)?", a.address)]
    assert len(found) == pages
    shown = [title for a in found for title in re.findall(r'class="card__title"><a href="[^"]+">([^<]+)', a.content)]
    assert shown == [f"Titel nummer {n}" for n in range(count)]
    assert all(a.content.count('<article class="card') <= 24 for a in found)
    if count == 0:
        assert "Hier staat nog niets." in found[0].content
        assert "Hier hoort nog geen les of voorbeeld bij. Ken jij er een?" in page(site, "themas/werving/").content
