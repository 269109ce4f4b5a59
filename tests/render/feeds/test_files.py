"""Feeds, as programs read them: a real parser, the rules of Atom, and those of JSON Feed."""

import datetime
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import feedparser
import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from geleerd import DECLARATIONS, Page, Site, TextFile, build
from geleerd.model.artefacts import Shown
from geleerd.model.characters import without_unseen
from geleerd.model.frozen import Frozen
from geleerd.relate.places.addresses import FEEDS
from geleerd.render.feeds.entries import FeedEntry, Origin
from geleerd.render.feeds.formats import Feed, atom, atom_entry, json_entry, json_feed
from tests.workbench.building import Write, built, settings
from tests.workbench.full_items import IDS, frame_files, item_files

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "json_feed.schema.json").read_text(encoding="utf-8")))
URL = "https://geleerd.example/"
NOTHING = Shown("", Frozen())

HOSTILE = {
    "b0b0b0": "</title><script>alert(1)</script>",
    "b1b1b1": "Vis & friet: \"rauw\" & 'gaar' &amp; ]]>",
    "b2b2b2": "Samen leren 🎉 met \u202eomgekeerde\u202c tekst en العربية",
    "b3b3b3": "a" * 90,
    "b4b4b4": "<b>Vet</b> en &lt;i&gt; én één regeleinde",
}
HOSTILE_BODY = """
<script>alert(1)</script> <img src=x onerror=alert(1)> [klik](javascript:alert(1)) &#7;&#x1F;&#xFFFE; &#x2028; ]]>

[eigen tip](begin-klein.md), [noot](#verderop) en [buiten](https://elders.example/?a=1&b=2).

## Verderop

Een noot[^1] en <svg onload=alert(1)><style>p{}</style></svg>.

[^1]: De noot.
"""


def hostile_files() -> dict[str, str]:
    return {
        f"lessons/{number}.md": f"---\nid: {number}\ntype: tip\ntitle: {json.dumps(title, ensure_ascii=False)}\nsummary: {json.dumps(title + ' in het kort', ensure_ascii=False)}\n"
        f"date: 2026-01-0{place}\nhappened: 2023\nnetworks: [oost]\nthemes: [borging]\ntags: ['<tag> & \"zo\"']\n"
        f"authors: [{{organisation: 'A&B <bv>'}}, {{organisation: Stichting C}}, {{role: docent}}]\n"
        f"sources: [{{title: '<i>bron</i>', url: 'https://bron.example/?a=1&b=2'}}]\n---\n{HOSTILE_BODY}"
        for place, (number, title) in enumerate(HOSTILE.items(), start=1)
    }  # fmt: skip


def files(site: Site) -> dict[str, str]:
    return {a.path: str(a.content) for a in site.artefacts if isinstance(a, TextFile) and re.search(r"(?:^|/)feed\.(?:xml|json)$", a.path)}


def pages(site: Site) -> dict[str, Page]:
    return {a.address: a for a in site.artefacts if isinstance(a, Page)}


def numbered(count: int) -> dict[str, str]:
    return {
        f"lessons/n{number}.md": f"---\nid: n{number:05}\ntype: tip\ntitle: Tip nummer {number} van velen\nsummary: Kort gezegd nummer {number}.\n"
        f"date: {datetime.date(2025, 1, 1) + datetime.timedelta(number)}\nthemes: [borging]\nsources: [{{title: bron}}]\n---\nTekst.\n"
        for number in range(count)
    }  # fmt: skip


@pytest.fixture(scope="module")
def site(write_once: Write) -> Site:
    return build(settings(write_once({**item_files(), **frame_files(), **hostile_files()})))


class Article(HTMLParser):
    """What a reader's program would load and follow, and what could run there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name in {"href", "src"}]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]


def one(element: Element, name: str) -> str:
    (found,) = element.findall(f"{ATOM}{name}")
    assert found.text, name
    return found.text


def links(element: Element, rel: str) -> list[str]:
    return [link.attrib["href"] for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]


def check_atom(text: str, url: str) -> Element:
    """RFC 4287, sections 3 and 4: what a feed and an entry must have, and may have once."""
    root = ElementTree.fromstring(text.encode())
    assert root.tag == f"{ATOM}feed"
    assert links(root, "self") == [url]
    assert len(links(root, "alternate")) == 1
    assert one(root, f"author/{ATOM}name")
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert {child.tag.removeprefix(ATOM) for child in element} <= ELEMENTS[element.tag.removeprefix(ATOM)]
        assert [
            name for name, count in Counter(child.tag.removeprefix(ATOM) for child in element).items() if count > 1 and name in ONCE
        ] == []
        assert urlsplit(one(element, "id")).scheme
        assert one(element, "title")
        moment(one(element, "updated"))
    ids = [one(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert one(root, "id") not in ids
    for entry in root.findall(f"{ATOM}entry"):
        assert len(links(entry, "alternate")) == 1
        assert moment(one(entry, "published")) <= moment(one(entry, "updated")) <= moment(one(root, "updated"))
        assert entry.findall(f"{ATOM}author/{ATOM}name")
        assert all(category.attrib["term"] for category in entry.findall(f"{ATOM}category"))
        assert [content.attrib["type"] for content in entry.findall(f"{ATOM}content")] == ["html"]
        assert entry.attrib["{http://www.w3.org/XML/1998/namespace}lang"]
    return root


ONCE = {"id", "title", "updated", "published", "subtitle", "generator", "icon", "logo", "rights", "content", "summary", "source"}
SHARED = {"author", "category", "contributor", "id", "link", "rights", "title", "updated"}
ELEMENTS = {
    "feed": SHARED | {"generator", "icon", "logo", "subtitle", "entry"},
    "entry": SHARED | {"content", "published", "source", "summary"},
}


def moment(text: str) -> datetime.datetime:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", text)
    return datetime.datetime.fromisoformat(text)


def test_the_site_and_every_type_theme_network_and_programme_can_be_followed(site):
    library = site.reading.library
    expected = {file for place in library.places.listed for file in place.beside if file.endswith(FEEDS)}
    assert set(files(site)) == expected
    for path in (
        "feed.xml",
        "feed.json",
        "lessen/feed.xml",
        "themas/borging/feed.xml",
        "netwerken/oost/feed.json",
        "programmas/vol/feed.xml",
    ):
        assert path in expected


def test_every_feed_keeps_the_rules_of_its_format(site):
    for path, text in files(site).items():
        if path.endswith(".xml"):
            check_atom(text, URL + path)
            parsed = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
            assert not parsed.bozo, path
            assert parsed.version == "atom10"
        else:
            data = json.loads(text)
            assert [error.message for error in SCHEMA.iter_errors(data)] == [], path
            assert data["feed_url"] == URL + path
            assert len({item["id"] for item in data["items"]}) == len(data["items"])


def test_the_schema_refuses_what_is_no_feed():
    good = {"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "1", "content_html": ""}]}
    assert SCHEMA.is_valid(good)
    for change in (
        {"items": [{"id": 1, "content_html": ""}]},
        {"items": [{"id": "1"}]},
        {"version": "1.1"},
        {"author": {}},
        {"home_page_url": "/x"},
    ):
        assert not SCHEMA.is_valid({**good, **change}), change


def test_both_formats_say_the_same_and_hold_what_the_page_lists(site):
    written = files(site)
    for path in (path for path in written if path.endswith(".xml")):
        parsed = feedparser.parse(written[path].encode(), sanitize_html=False, resolve_relative_uris=False)
        data = json.loads(written[path.replace(".xml", ".json")])
        assert [entry.id for entry in parsed.entries] == [item["id"] for item in data["items"]]
        for entry, item in zip(parsed.entries, data["items"], strict=True):
            assert (entry.title, entry.link, entry.content[0].value) == (item["title"], item["url"], item["content_html"])
            assert [tag.term for tag in entry.tags] == item["tags"]
            assert [author.name for author in entry.authors] == [author["name"] for author in item["authors"]]
            assert (entry.published, entry.updated) == (item["date_published"], item["date_modified"])
            assert entry.content[0].language == item["language"]
    shelf = site.reading.library.shelves["theme"]["borging"]
    found = [item["id"] for item in json.loads(written["themas/borging/feed.json"])["items"]]
    assert found == [f"{URL}l/{item.fields.id}/" for item in shelf.items]
    assert [item["url"] for item in json.loads(written["lessen/feed.json"])["items"]] == [f"{URL}lessen/vol-lesson/"]


def test_hostile_words_arrive_as_words(site):
    parsed = feedparser.parse(files(site)["feed.xml"].encode(), sanitize_html=False, resolve_relative_uris=False)
    told = {entry.id.split("/")[-2]: entry for entry in parsed.entries}
    for number, written in HOSTILE.items():
        title = without_unseen(written)
        assert told[number].title_detail.type == "text/plain"
        assert told[number].title == title
        assert [tag.term for tag in told[number].tags] == ["Borging", '<tag> & "zo"']
        assert [author.name for author in told[number].authors] == ["A&B <bv>", "Stichting C"]
        # A summary is HTML to a reader of Atom: what they see must be what was written.
        assert Text(told[number].summary).text == f"{title} in het kort"


class Text(HTMLParser):
    """What a reader sees of HTML that has no elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        raise AssertionError(tag)


def test_nothing_in_an_article_can_run_and_every_link_is_whole(site):
    for path, text in files(site).items():
        for entry in json.loads(text)["items"] if path.endswith(".json") else ():
            article = Article(entry["content_html"])
            assert article.handlers == []
            assert article.tags.isdisjoint({"script", "style", "svg", "iframe", "form", "object", "button", "nav", "link", "meta"})
            assert [address for address in article.addresses if not re.match(r"(?:https?://|mailto:|tel:)", address)] == []
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", entry["content_html"])
    hostile = next(entry for entry in json.loads(files(site)["feed.json"])["items"] if "b0b0b0" in entry["id"])
    addresses = Article(hostile["content_html"]).addresses
    assert f"{URL}tips/begin-klein/" in addresses
    assert f"{hostile['url']}#verderop" in addresses
    assert "https://elders.example/?a=1&b=2" in addresses


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_an_entry_has_the_whole_article(site, key):
    data = json.loads(files(site)["feed.json"])
    html = next(item["content_html"] for item in data["items"] if item["url"].endswith(f"/vol-{key}/"))
    page = next(page for address, page in pages(site).items() if address.endswith(f"/vol-{key}/"))
    story = page.content.split('<div class="item__story">')[1].split("item__sources")[0]
    fields = set(re.findall(r'data-field="(\w+)"', story)) - {"questions", "patterns"}
    labels = {label for field in fields for label in re.findall(rf'data-field="{field}">\s*<h2[^>]*>([^<]+)', story)}
    assert labels
    assert {label for label in labels if label.strip() not in html} == set()
    for words in ("De samenvatting van", "De tekst van het verhaal.", f"Bron van {key}", f"Kaart bij {key}", "CC0 1.0", 'lang="fy"'):
        assert words in html
    if key == "work-format":
        assert "10 tot 20 minuten" in html
        assert "12 minuten, in tweetallen" in html


def test_boxes_are_words_in_a_feed(write):
    file = item_files()["lessons/vol-tip.md"] + "\n- [ ] bellen\n- [x] schrijven\n"
    written = files(build(settings(write({"lessons/x.md": file, **frame_files()}))))
    entry = next(item for item in json.loads(written["tips/feed.json"])["items"] if item["id"].endswith(f"/{IDS['tip']}/"))
    assert "☐ bellen" in entry["content_html"]
    assert "☑ schrijven" in entry["content_html"]
    assert "<input" not in entry["content_html"]


def test_what_the_desk_added_has_a_mark_that_one_line_explains(write):
    text = item_files()["lessons/vol-lesson.md"].replace("editorial: [region]", "editorial: [insight, title]")
    data = json.loads(files(build(settings(write({"lessons/vol-lesson.md": text, **frame_files()}))))["lessen/feed.json"])
    html = data["items"][0]["content_html"]
    assert "<small>°</small></h2>" in html
    assert html.count("°") == 2
    assert "<p><small>Wat bij een ° staat, schreef de redactie. Het staat niet in de bron.</small></p>" in html
    assert "titel van de redactie" in html


def test_an_item_without_an_organisation_is_by_the_site(site):
    entry = next(item for item in json.loads(files(site)["tips/feed.json"])["items"] if item["url"].endswith("/begin-klein/"))
    assert entry["authors"] == [{"name": "Geleerd"}]


def test_an_entry_says_when_it_came_and_when_it_last_changed(write):
    root = write({})
    changed = {"lessons/begin-klein.md": datetime.date(2027, 2, 3), "lessons/vraag-het-de-mensen.md": datetime.date(2020, 1, 1)}
    written = files(build(replace(settings(root), changed=changed)))
    told = {item["url"]: (item["date_published"][:10], item["date_modified"][:10]) for item in json.loads(written["feed.json"])["items"]}
    assert told == {
        f"{URL}tips/vraag-het-de-mensen/": ("2026-11-21", "2026-11-21"),
        f"{URL}tips/begin-klein/": ("2026-11-20", "2027-02-03"),
    }
    assert feedparser.parse(written["feed.xml"].encode()).feed.updated == "2027-02-03T00:00:00+00:00"


def test_an_entry_of_a_day_still_to_come_is_not_newer_than_today(write):
    item = (write({}) / "lessons/begin-klein.md").read_text(encoding="utf-8").replace("date: 2026-11-20", "date: 2029-01-05")
    root = write({"lessons/begin-klein.md": item})
    for changed, day in (({}, "2026-11-22"), ({"lessons/begin-klein.md": datetime.date(2026, 11, 3)}, "2026-11-03")):
        told = json.loads(files(build(replace(settings(root), changed=changed)))["feed.json"])["items"]
        entry = next(item for item in told if item["url"].endswith("/begin-klein/"))
        assert (entry["date_published"][:10], entry["date_modified"][:10]) == (day, day)


def test_ids_stay_when_titles_types_and_places_change(write):
    before = files(build(settings(write({}))))["feed.json"]
    moved = {
        "lessons/begin-klein.md": "",
        "lessons/elders/anders.md": "---\nid: a1b2c3\ntype: example\ntitle: Een heel andere naam nu\nsummary: Ook anders gezegd dan eerst.\ndate: 2026-11-22\n"
        "themes: [werving]\napproach: Zo.\nresult: Goed.\nsources: [{title: bron}]\naliases: [/tips/begin-klein/]\n---\n",
    }
    root = write(moved)
    (root / "lessons/begin-klein.md").unlink()
    after = files(build(settings(root)))["feed.json"]
    assert {item["id"] for item in json.loads(before)["items"]} == {item["id"] for item in json.loads(after)["items"]}


def test_ids_stay_when_the_site_moves(write):
    old = settings(write({}))
    new = replace(old, site_url="https://nieuw.example/kennis/", first_url=old.site_url)
    before, after = (json.loads(files(build(one))["feed.json"])["items"] for one in (old, new))
    assert [item["id"] for item in before] == [item["id"] for item in after]
    assert all(item["url"].startswith("https://nieuw.example/kennis/") for item in after)


def test_a_feed_has_the_newest_fifty_and_no_draft_or_old_item(write):
    gone = "---\nid: {}\ntype: tip\ntitle: Dit is er niet meer bij\nsummary: Niet te zien in een feed.\ndate: 2026-11-22\nthemes: [borging]\nsources: [{{title: b}}]\nstatus: {}\n---\n"
    root = write({
        **numbered(57),
        "lessons/concept.md": gone.format("c0c0c0", "draft"),
        "lessons/weg.md": gone.format("c1c1c1", "withdrawn\nwithdrawn_on: 2026-11-22"),
        "lessons/vervangen.md": gone.format("c2c2c2", "superseded\nsuperseded_by: a1b2c3"),
    })  # fmt: skip
    written = files(build(settings(root)))
    assert not [path for path, text in written.items() if re.search("c[012]c[012]c[012]|niet meer bij", text)]
    items = json.loads(written["tips/feed.json"])["items"]
    dates = [item["date_published"] for item in items]
    assert len(items) == 50
    assert dates == sorted(dates, reverse=True)
    assert items[0]["date_published"].startswith("2026-11-21")


def test_an_empty_network_has_a_valid_feed_that_does_not_change_by_itself(write):
    root = write({"content/netwerken/leeg.md": "---\nname: Nog niets <gedaan>\n---\n"})
    today, later = (files(build(replace(settings(root), today=day))) for day in (datetime.date(2026, 11, 22), datetime.date(2027, 3, 1)))
    assert today == later
    check_atom(today["netwerken/leeg/feed.xml"], f"{URL}netwerken/leeg/feed.xml")
    parsed = feedparser.parse(today["netwerken/leeg/feed.xml"].encode())
    assert (parsed.bozo, parsed.entries, parsed.feed.title) == (False, [], "Nog niets <gedaan> - Geleerd")
    assert parsed.feed.updated == "2026-11-21T00:00:00+00:00"
    assert json.loads(today["netwerken/leeg/feed.json"])["items"] == []


def test_an_empty_feed_has_the_day_of_its_own_page_or_the_newest_of_the_site(write):
    root = write({"content/netwerken/leeg.md": "---\nname: Leeg\n---\n", "content/lessen/index.md": "# Lessen\n"})
    changed = {"content/netwerken/leeg.md": datetime.date(2024, 5, 6), "content/lessen/index.md": datetime.date(2023, 4, 5)}
    written = files(build(replace(settings(root), changed={**changed, "lessons/begin-klein.md": datetime.date(2026, 11, 22)})))

    def updated(page: str) -> str:
        return feedparser.parse(written[f"{page}/feed.xml"].encode()).feed.updated[:10]

    assert [updated(page) for page in ("netwerken/leeg", "lessen", "werkvormen")] == ["2024-05-06", "2023-04-05", "2026-11-22"]


def test_only_a_site_of_which_nothing_is_known_has_the_first_day(write):
    root = write({})
    for path in (root / "lessons").rglob("*.md"):
        path.unlink()
    assert "<updated>1970-01-01T" in files(build(settings(root)))["feed.xml"]


def test_who_followed_what_is_gone_goes_on_with_the_nearest(write):
    other = "---\nid: m0m0m0\ntype: tip\ntitle: Wat ervoor kwam\nsummary: Dit is er nu in plaats van.\ndate: 2026-11-20\nthemes: [borging]\nsources: [{title: b}]\n"
    root = write({
        "content/over/index.md": "---\naliases: [/themas/weg/, /programmas/weg/]\n---\n# Over\n",
        "lessons/m.md": f"{other}aliases: [/netwerken/weg/, /tips/oud/]\n---\n",
    })  # fmt: skip
    site = build(settings(root))
    assert [problem for problem in site.reading.problems if problem.code == "alias-taken"] == []
    written = files(site)
    for name in ("feed.xml", "feed.json"):
        assert written[f"themas/weg/{name}"] == written[f"programmas/weg/{name}"] == written[name]
        assert written[f"netwerken/weg/{name}"] == written[f"tips/{name}"]
        assert f"tips/oud/{name}" not in written
    assert len({a.path for a in site.artefacts if isinstance(a, TextFile)}) == len([a for a in site.artefacts if isinstance(a, TextFile)])


def test_no_program_is_told_of_a_change_before_an_item_came(write):
    """The file is older than the day on which its item was added: of that, nobody says that it changed."""
    site = build(replace(settings(write({})), changed=dict.fromkeys(("lessons/begin-klein.md",), datetime.date(2020, 1, 1))))
    texts = {a.path: str(a.content) for a in site.artefacts if isinstance(a, TextFile)}
    item = next(line for line in json.loads(texts["api/v1/items.json"]) if line["id"] == "a1b2c3")
    assert (item["date"], item["updated"]) == ("2026-11-20", "2026-11-20")
    assert '"datePublished":"2026-11-20","dateModified":"2026-11-20"' in pages(site)["tips/begin-klein/"].head
    assert f"<loc>{URL}tips/begin-klein/</loc><lastmod>2026-11-20</lastmod>" in texts["sitemap.xml"]
    assert "2020-01-01" not in texts["feed.xml"]


def test_pages_lead_to_their_feeds(site):
    library = site.reading.library
    followed = {place.address for place in library.places.listed if any(file.endswith(FEEDS) for file in place.beside)}
    for address, page in pages(site).items():
        found = re.findall(r'<link rel="alternate" type="application/(atom\+xml|feed\+json)" title="([^"]+)" href="([^"]+)">', page.head)
        if address not in followed:
            assert found == [], address
            continue
        assert [kind for kind, _, _ in found] == ["atom+xml", "feed+json"]
        assert {urljoin(URL + address, href) for _, _, href in found} == {f"{URL}{address}feed.xml", f"{URL}{address}feed.json"}


def test_only_the_first_page_of_a_list_leads_to_the_feed(write):
    found = pages(build(settings(write(numbered(30)))))
    assert "feed.xml" in found["tips/"].head
    assert "feed.xml" not in found["tips/pagina/2/"].head


def test_without_an_address_there_are_no_feeds(write):
    site = build(replace(settings(write({})), site_url=""))
    assert files(site) == {}
    assert [page.address for page in pages(site).values() if "feed" in page.head or page.feeds] == []


def test_under_a_path_every_address_has_it(write):
    site = build(replace(settings(write({})), site_url="https://example.nl/kennisbank/"))
    data = json.loads(files(site)["themas/borging/feed.json"])
    assert data["feed_url"] == "https://example.nl/kennisbank/themas/borging/feed.json"
    (entry,) = data["items"]
    assert entry["id"] == "https://example.nl/kennisbank/l/a1b2c3/"
    assert "https://example.nl/kennisbank/themas/borging/#wat-helpt" in entry["content_html"]


def test_who_follows_does_not_notice_that_a_page_moved(write):
    root = write(
        {
            "content/themas/borging.md": "---\nname: Borging\ndefinition: Blijven.\naliases: [/themas/oud/, /themas/ouder.html]\n---\n## Wat helpt\n"
        }
    )
    site = build(settings(root))
    assert site.reading.problems == ()
    written = files(site)
    assert written["themas/oud/feed.xml"] == written["themas/borging/feed.xml"]
    feed = feedparser.parse(written["themas/oud/feed.xml"].encode()).feed
    assert feed.links[1].href == f"{URL}themas/borging/feed.xml"
    assert feed.id == f"{URL}themas/oud/feed.xml"
    texts = {artefact.path: artefact.content for artefact in site.artefacts if isinstance(artefact, TextFile)}
    assert texts["themas/oud/index.md"] == texts["themas/borging/index.md"]
    assert [path for path in texts if path.startswith("themas/ouder")] == ["themas/ouder.html"]


def test_an_alias_cannot_take_the_place_of_a_feed(write):
    root = write(
        {
            "content/themas/borging.md": "---\nname: Borging\ndefinition: Blijven.\naliases: [/tips/feed.xml, /rss/feed.xml]\n---\n## Wat helpt\n"
        }
    )
    site = build(settings(root))
    assert [(problem.code, problem.parameters["value"]) for problem in site.reading.problems] == [("alias-taken", "/tips/feed.xml")]
    paths = [a.path for a in site.artefacts if isinstance(a, TextFile)]
    assert [path for path, count in Counter(paths).items() if count > 1] == []


def test_the_same_knowledge_base_gives_the_same_bytes(write):
    root = write({**item_files(), **frame_files(), **hostile_files()})
    assert files(build(settings(root))) == files(build(settings(root)))


def test_a_language_of_the_interface_is_that_of_the_feed(write):
    written = files(build(replace(settings(write({})), language="en")))
    assert json.loads(written["tips/feed.json"])["language"] == "en"
    assert ElementTree.fromstring(written["tips/feed.xml"].encode()).attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "en"


DAY = datetime.date(2026, 11, 22)


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_somebody_writes_a_feed_can_be_read(words, html):
    words, html = without_unseen(words), without_unseen(html)
    entry = FeedEntry(
        f"{URL}l/a1b2c3/",
        f"{URL}tips/x/",
        "x.md",
        words,
        words,
        NOTHING,
        DAY,
        DAY,
        (words,),
        (words,),
        "nl",
        words,
        html,
        Origin(words, URL, DAY),
    )
    feed = Feed(URL, URL, words, words, words, URL, "nl", DAY, (entry,))
    root = ElementTree.fromstring(atom(feed, f"{URL}feed.xml", [atom_entry(entry)]).encode())
    as_read = re.compile("\r\n?")  # XML reads every end of a line as a line feed
    for title in (f"{ATOM}entry/{ATOM}title", f"{ATOM}entry/{ATOM}source/{ATOM}title"):
        assert (root.find(title).text or "") == as_read.sub("\n", words)
    assert (root.find(f"{ATOM}entry/{ATOM}content").text or "") == as_read.sub("\n", html)
    assert json.loads(json_feed(feed, f"{URL}feed.json", [json_entry(entry)]).encode())["items"][0]["content_html"] == html


def test_a_built_site_brings_its_feeds_and_a_quiet_link(built_root):
    root = built_root
    assert not feedparser.parse((root / "site/netwerken/oost/feed.xml").read_bytes()).bozo
    html = (root / "site/netwerken/oost/index.html").read_text()
    for name in ("feed.xml", "feed.json"):
        assert f'<a href="{name}">{URL}netwerken/oost/{name}</a>' in html
    assert html.count('type="application/feed+json"') == 1
    assert "feed.xml" not in (root / "site/tips/begin-klein/index.html").read_text()
    assert built(root, "--strict", SITE_URL="").returncode == 0
    assert not list((root / "site").rglob("feed.*"))
    assert not list((root / "site").glob("sitemap.*"))
    assert "feed" not in (root / "site/netwerken/oost/index.html").read_text()
