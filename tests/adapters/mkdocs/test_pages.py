"""What other plugins of the host see of a page: `page.meta`, its title and its Markdown."""

from dataclasses import replace

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from geleerd import Page, build
from geleerd.adapters.mkdocs.pages import ArtefactPage, add_artefacts
from tests.workbench.building import settings
from tests.workbench.small_items import TOMBSTONE, tip

FRAME = {"template": "main.html", "geleerd": True}
"""What every page of the product says to the frame, besides its title, its description and its head."""


@pytest.fixture(scope="module")
def pages(write_once) -> dict[str, ArtefactPage]:
    """The pages of a site by their address, as plugins get them after the host read them."""
    item = tip("k1aaaa", "networks: [oost]\ntags: [Koffie & thee]\n").replace("Titel van k1aaaa", "Titel van k1aaaa & <b>")
    root = write_once({"lessons/x.md": f"{item}De tekst.\n", "lessons/weg.md": TOMBSTONE})
    config, files = load_config(str(root / "mkdocs.yml")), Files([])
    site = build(settings(root))
    site = replace(site, artefacts=tuple(artefact for artefact in site.artefacts if isinstance(artefact, Page)))
    add_artefacts(site, files, config, settings(root).folders)
    found = {file.page.url: file.page for file in files if isinstance(file.page, ArtefactPage)}
    for page in found.values():
        page.read_source(config)
    return found


def seen(page: ArtefactPage) -> dict[str, object]:
    """Its `meta` without the elements for the head, of which there are other tests."""
    return {key: value for key, value in page.meta.items() if key != "head"}


def test_of_an_item_its_front_matter_is_seen(pages):
    page = pages["tips/x/"]
    assert page.title == "Titel van k1aaaa &amp; &lt;b&gt;"
    assert page.markdown == "De tekst.\n"
    assert seen(page) == {
        **FRAME,
        "id": "k1aaaa",
        "type": "tip",
        "title": "Titel van k1aaaa &amp; &lt;b&gt;",
        "description": "Een samenvatting die lang genoeg is.",
        "summary": "Een samenvatting die lang genoeg is.",
        "date": "2026-11-22",
        "themes": ["borging"],
        "networks": ["oost"],
        "tags": ["Koffie & thee"],
        "sources": [{"title": "eigen ervaring"}],
        "breadcrumbs": ["Begin", "Tips"],
    }


def test_of_a_withdrawn_item_nothing_but_its_id_and_type_and_crawlers_do_not_come(pages):
    assert seen(pages["l/k7m2xq/"]) == {
        **FRAME,
        "id": "k7m2xq",
        "type": "tip",
        "robots": "noindex",
        "title": "Deze bijdrage is ingetrokken",
        "description": "Hier stond een bijdrage. Ze is ingetrokken en niet meer te lezen.",
    }


def test_of_a_frame_entry_its_type_and_feeds(pages):
    meta = seen(pages["netwerken/oost/"])
    feeds = [(feed.name, feed.href, feed.note) for feed in meta.pop("feeds")]
    assert meta == {**FRAME, "type": "network", "title": "Leernetwerk Oost", "description": "Netwerk: Leernetwerk Oost"}
    assert feeds == [
        ("Atom", "feed.xml", "https://geleerd.example/netwerken/oost/feed.xml"),
        ("JSON Feed", "feed.json", "https://geleerd.example/netwerken/oost/feed.json"),
    ]


def test_of_another_page_its_title_and_description(pages):
    about = "Zoek in gewone woorden in lessen, tips, mislukkingen, werkvormen en voorbeelden."
    assert seen(pages["zoeken/"]) == {**FRAME, "title": "Zoeken", "description": about}
    assert all(set(seen(page)) >= {*FRAME, "title", "description"} and page.meta["head"] for page in pages.values())
