"""What others learned stands on the site as theirs: on pages of its own, with themes, with our items that they learned too, and in the search."""

import json
from dataclasses import replace

import pytest

from geleerd import Page, Site, TextFile, build
from tests.workbench.building import settings
from tests.workbench.other_bases import EAST, SITE, foreign, kept

OURS = "https://geleerd.example/"
HOSTILE = '<img src=x onerror="alert(1)">'
ITEMS = [
    foreign(0, title=f"Les {HOSTILE}", cites=(f"{OURS}l/a1b2c3/",), date="2026-11-01"),
    foreign(1, language="fy", type="own-type", date="2026-10-01", networks=("Dijk & <b>water</b>", "Terp")),
    *(foreign(number) for number in range(2, 30)),
]


def site_of(root, *items) -> Site:
    return build(replace(settings(root), federate=(EAST,), elsewhere=(kept(items),)))


@pytest.fixture(scope="module")
def site(write_once) -> Site:
    return site_of(write_once({}), *ITEMS)


def page(site: Site, address: str) -> str:
    return next(a.content for a in site.artefacts if isinstance(a, Page) and a.address == address)


def text(site: Site, path: str) -> str:
    return next(a.content for a in site.artefacts if isinstance(a, TextFile) and a.path == path)


def test_the_pages_name_whose_it_is_and_of_which_day_and_lead_there(site):
    html = page(site, "elders/")
    assert (
        f'<a href="{SITE}" rel="external noopener">Kennisbank Oost</a> <p>30 bijdragen, zoals het daar stond op 1 november 2026</p>' in html
    )
    assert html.count("data-elsewhere") == html.count(">uit Kennisbank Oost</a>") == 24
    assert f'<a href="{SITE}lessen/les-1/" rel="external noopener" lang="fy" dir="auto">Les 1 van oost</a>' in html
    assert '<p class="card__networks">Dijk &amp; &lt;b&gt;water&lt;/b&gt;, Terp, <a href=' in html
    assert page(site, "elders/pagina/2/").count("data-elsewhere") == 6
    assert "<title" not in html


def test_words_of_others_are_text(site):
    for address in ("elders/", "themas/borging/", "tips/begin-klein/"):
        assert HOSTILE not in page(site, address)
        assert "&lt;img src=x onerror=" in page(site, address), address


def test_a_theme_shows_the_newest_of_its_own_and_leads_to_the_rest(site):
    section = page(site, "themas/borging/").partition('data-field="elsewhere"')[2].partition("</section>")[0]
    assert section.count("data-elsewhere") == 4
    assert '<a href="../../elders/">Alles wat elders geleerd is</a>' in section
    assert "data-elsewhere" not in page(site, "themas/werving/")


def test_an_item_that_others_learned_too_says_so_and_is_no_surer_for_it(site, write):
    html = page(site, "tips/begin-klein/")
    assert "Ook geleerd bij" in html
    assert f'<a href="{SITE}lessen/les-0/" rel="external noopener">' in html
    assert "Ook geleerd bij" not in page(site, "tips/vraag-het-de-mensen/")
    alone = page(build(settings(write({}))), "tips/begin-klein/")
    standing = '<dl class="standing"'
    assert html.partition(standing)[2].partition("</dl>")[0] == alone.partition(standing)[2].partition("</dl>")[0]


def test_the_search_knows_them_by_their_words_theme_and_knowledge_base(site):
    found = {document.address: document for document in site.documents}
    document = found[f"{SITE}lessen/les-0/"]
    assert document.facets == {"type": ("lesson",), "year": ("2026",), "elsewhere": ("kennisbank-oost",), "theme": ("borging",)}
    assert (document.shown["elsewhere"], document.shown["networks"]) == ("Kennisbank Oost", "uit Kennisbank Oost")
    named = found[f"{SITE}lessen/les-1/"]
    assert (named.shown["lang"], named.shown["networks"]) == ("fy", "Dijk & <b>water</b> | Terp | uit Kennisbank Oost")
    assert "type" not in found[f"{SITE}lessen/les-1/"].facets
    assert '<input type="checkbox" name="elsewhere" value="kennisbank-oost">' in page(site, "zoeken/")
    assert [
        title for title, _, address in json.loads(text(site, "assets/search/suggested.json"))["titles"] if "oost.example" in address
    ] == []


def test_the_api_figures_and_other_feeds_are_of_our_own_items(site, write):
    alone = {a.path: a.content for a in build(settings(write({}))).artefacts if isinstance(a, TextFile)}
    feeds = [path for path in alone if path.endswith(("feed.xml", "feed.json")) and not path.startswith("themas/")]
    ours = [*feeds, *(path for path in alone if path.endswith(".csv") or path.startswith("api/"))]
    assert len(ours) > 10
    assert [path for path in ours if text(site, path) != alone[path]] == []


def test_a_site_whose_owner_names_nobody_has_nothing_of_it(write):
    alone = build(settings(write({})))
    assert [a.address for a in alone.artefacts if isinstance(a, Page) and a.address.startswith("elders/")] == []
    assert "elsewhere" not in page(alone, "zoeken/").partition("<form")[2].partition("</form>")[0]


def test_what_was_withdrawn_there_is_gone_here(write):
    assert "Les 3 van oost" not in page(site_of(write({}), foreign(4)), "elders/")
    html = page(site_of(write({})), "elders/")
    assert "data-elsewhere" not in html
    assert "0 bijdragen, zoals het daar stond op 1 november 2026" in html
