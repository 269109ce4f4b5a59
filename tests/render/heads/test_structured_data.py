"""What the head of a page says to search engines and archives, whatever a contributor wrote."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import DECLARATIONS, Page, Settings, Site, build, catalogue
from geleerd.model.artefacts import Link
from geleerd.model.strings import Address
from geleerd.relate.places.addresses import Addresses
from geleerd.render.heads.structured_data import structured_data
from tests.workbench.building import TODAY, settings
from tests.workbench.full_items import IDS, frame_files, item_files

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
URL = "https://geleerd.example/"
KINDS = {
    "lesson": ["LearningResource"],
    "tip": ["LearningResource"],
    "brilliant-failure": ["Article"],
    "work-format": ["HowTo"],
    "example": ["Article"],
    "learning-question": ["LearningResource", "Question"],
}
NEEDED = {
    *("@type", "@id", "url", "identifier", "name", "headline", "description", "inLanguage", "datePublished", "license", "author"),
    *("isPartOf", "about", "keywords", "citation", "publisher", "image", "audience"),
}
HOSTILE = """---
id: h7k2mq
type: tip
title: '</script><script>alert(1)</script> & "x"'
summary: "<!-- <script> \\u2028 ]]> een samenvatting die \\"lang\\" genoeg is"
date: 2026-11-22
themes: [borging]
tags: ['</SCRIPT>']
authors: [{organisation: '"><script>x</script>'}, {role: begeleider}]
sources: [{title: '<b>bron</b>', date: 2023}]
---
"""


class Metas(HTMLParser):
    """The `meta` elements of a head by name, and all other elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self.others: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta":
            self.found.setdefault(values.get("name") or values["property"], []).append(values["content"])
        else:
            self.others.append(tag)


def site_of(root, **changes) -> Site:
    return build(replace(settings(root), **changes))


def pages_of(site: Site) -> dict[str, Page]:
    return {artefact.address: artefact for artefact in site.artefacts if isinstance(artefact, Page)}


def graph_of(page: Page) -> dict[str, dict]:
    """The nodes by their first type."""
    scripts = SCRIPT.findall(page.head)
    assert len(scripts) <= 1
    nodes = json.loads(scripts[0])["@graph"] if scripts else []
    return {node["@type"] if isinstance(node["@type"], str) else node["@type"][0]: node for node in nodes}


def item_node(site: Site, item_id: str) -> dict:
    page = next(page for page in pages_of(site).values() if page.item and page.item.fields.id == item_id)
    return next(node for node in graph_of(page).values() if "identifier" in node)


@pytest.fixture(scope="module")
def full(write_once) -> Site:
    return site_of(
        write_once({**item_files(), **frame_files()}), changed={f"lessons/vol-{key}.md": TODAY for key in DECLARATIONS.item_types}
    )


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_an_item_is_described_by_its_type_with_all_that_is_known(full, key):
    node = item_node(full, IDS[key])
    assert ([node["@type"]] if isinstance(node["@type"], str) else node["@type"]) == KINDS[key]
    assert set(node) >= NEEDED
    assert node["url"] == f"{URL}l/{IDS[key]}/"
    assert node["inLanguage"] == "fy"
    assert node["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert (node["datePublished"], node["dateModified"]) == ("2026-11-22", "2026-11-22")
    assert node["author"] == [{"@type": "Organization", "name": f"Organisatie van {key}"}]
    assert [theme["name"] for theme in node["about"]] == ["Borging"]
    assert node["keywords"] == [f"trefwoord-{key}"]
    assert node["publisher"] == {"@type": "Organization", "name": "Geleerd", "url": URL}
    assert node["audience"] == [{"@type": "Audience", "audienceType": "Projectleiders"}]
    assert node["citation"] == [
        {"@type": "CreativeWork", "name": f"Bron van {key}", "url": f"https://bron.example/{key}", "datePublished": "2023"}
    ]


def test_a_work_format_tells_its_steps_with_their_times(full):
    node = item_node(full, IDS["work-format"])
    assert node["totalTime"] == "PT20M"
    assert [supply["name"] for supply in node["supply"]] == ["Een touw"]
    assert node["step"] == [
        {"@type": "HowToStep", "position": 1, "name": "Eerste stap", "text": "De uitleg.", "timeRequired": "PT12M"},
    ]


def test_the_picture_of_an_item_is_the_one_that_is_shared(full, write):
    page = pages_of(full)["tips/vol-tip/"]
    assert f'<meta property="og:image" content="{item_node(full, IDS["tip"])["image"]}">' in page.head
    assert "image" not in item_node(site_of(write(item_files()), cards=False), IDS["tip"])


@pytest.mark.parametrize(
    ("duration", "told"),
    [("{min: 2, unit: hours}", "PT2H"), ("{min: 1, max: 3, unit: days}", "P3D"), ("{unit: ongoing}", None), ("{max: 45}", "PT45M")],
)
def test_durations_are_written_as_iso_8601(write, duration, told):
    files = item_files()
    text = re.sub(r"duration: \{.*\}", f"duration: {duration}", files["lessons/vol-work-format.md"]).replace(", minutes: 12", "")
    node = item_node(site_of(write({**frame_files(), "lessons/vol-work-format.md": text})), IDS["work-format"])
    assert node.get("totalTime") == told


def test_the_way_to_a_page_ends_at_the_page_and_every_step_exists(full):
    pages = pages_of(full)
    told = {address: graph_of(page)["BreadcrumbList"] for address, page in pages.items() if 'class="breadcrumbs"' in page.content}
    assert len(told) > 30
    assert {address for address, page in pages.items() if page.breadcrumbs} == set(told)
    known = {URL + address for address in [*pages, *full.reading.library.by_path.values()]}
    for address, way in told.items():
        steps = way["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == URL
        assert steps[-1]["item"] == URL + address
        assert {step["item"] for step in steps} <= known
        assert all(step["name"] for step in steps)


def test_only_the_home_page_tells_how_to_search_the_site(full):
    pages = pages_of(full)
    assert [address for address, page in pages.items() if "WebSite" in graph_of(page)] == [""]
    site = graph_of(pages[""])["WebSite"]
    assert site["url"] == URL
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{URL}zoeken/?q={{search_term_string}}"
    assert "zoeken/" in pages


def test_without_an_address_of_the_site_links_start_from_the_page(write):
    pages = pages_of(site_of(write(item_files()), site_url=""))
    node = next(node for node in graph_of(pages["tips/vol-tip/"]).values() if "identifier" in node)
    assert node["url"] == f"../../l/{IDS['tip']}/"
    assert graph_of(pages[""])["WebSite"]["potentialAction"]["target"]["urlTemplate"] == "zoeken/?q={search_term_string}"
    assert [step["item"] for step in graph_of(pages["tips/vol-tip/"])["BreadcrumbList"]["itemListElement"]] == [
        *("../../", "../../tips/", "../../tips/vol-tip/"),
    ]


def test_hostile_words_stay_words(write):
    head = pages_of(site_of(write({"lessons/x.md": HOSTILE})))["tips/x/"].head
    assert head.lower().count("</script") == head.lower().count("<script") == 1
    (text,) = SCRIPT.findall(head)
    assert "<" not in text
    node = next(node for node in json.loads(text)["@graph"] if "identifier" in node)
    assert node["name"] == '</script><script>alert(1)</script> & "x"'
    assert node["author"] == [{"@type": "Organization", "name": '"><script>x</script>'}]
    metas = Metas(head)
    assert set(metas.others) == {"link", "script"}
    assert metas.found["DC.title"] == [node["name"]]
    assert metas.found["DC.creator"] == ['"><script>x</script>']


def test_an_anonymous_item_names_nobody_and_a_person_is_no_author(write):
    files = {
        "lessons/x.md": HOSTILE.replace("authors: [{organisation: '\"><script>x</script>'}, {role: begeleider}]\n", ""),
        "lessons/y.md": re.sub(r"authors: .*\n", "authors: [{name: Ada Voorbeeld, consent: 2024}]\n", HOSTILE).replace("h7k2mq", "h7k2mr"),
    }
    pages = pages_of(site_of(write(files)))
    for address in ("tips/x/", "tips/y/"):
        assert all("author" not in node for node in graph_of(pages[address]).values())
        assert "DC.creator" not in Metas(pages[address].head).found
        assert "Ada" not in pages[address].head


def test_a_superseded_item_says_so_and_a_withdrawn_one_is_not_described(write):
    old = HOSTILE.replace("themes:", "status: superseded\nsuperseded_by: a1b2c3\nthemes:")
    gone = HOSTILE.replace("themes:", "status: withdrawn\nthemes:").replace("h7k2mq", "h7k2mr")
    site = site_of(write({"lessons/x.md": old, "lessons/y.md": gone}))
    assert item_node(site, "h7k2mq")["creativeWorkStatus"] == "Obsolete"
    head = pages_of(site)["l/h7k2mr/"].head
    assert not SCRIPT.search(head)
    assert "DC." not in head
    assert 'rel="alternate"' not in head


def test_dublin_core_names_what_archives_ask_for(full):
    metas = Metas(pages_of(full)["lessen/vol-lesson/"].head).found
    assert metas["DC.title"] == ["De titel van lesson voluit"]
    assert metas["DC.description"] == ["De samenvatting van lesson in gewone woorden."]
    assert metas["DC.date"] == ["2026-11-22"]
    assert metas["DC.language"] == ["fy"]
    assert metas["DC.rights"] == ["https://creativecommons.org/publicdomain/zero/1.0/"]
    assert metas["DC.identifier"] == [f"{URL}l/ka1111/"]
    assert metas["DC.type"] == ["Text", "Geleerde les"]
    assert metas["DC.creator"] == ["Organisatie van lesson"]
    assert [address for address, page in pages_of(full).items() if "DC.title" in page.head and not page.item] == []


@given(st.text(), st.text(), st.sampled_from([URL, ""]))
def test_nothing_in_a_title_or_name_can_end_the_element(title, name, url):
    library = SimpleNamespace(by_id={}, addresses=Addresses(catalogue("nl"), "content"), catalogue=catalogue("nl"))
    page = Page(Address(""), title, name, "", breadcrumbs=(Link(name, "../"),))
    element = str(structured_data(page, None, library, Settings(root=Path(), site_name=name, site_url=url, today=TODAY)))
    inner = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    site, way = json.loads(inner)["@graph"]
    assert site["name"] == name
    assert way["itemListElement"][-1]["name"] == title
