"""What others show of a shared link, read as a scraper reads it."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd import Drawing, Page, Site, TextFile, build
from geleerd.model.characters import without_unseen
from geleerd.render.heads.open_graph import Shared, share_tags
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files
from tests.workbench.small_items import SUPERSEDED, TOMBSTONE

BASIC = {"og:type", "og:title", "og:url", "og:site_name", "og:locale"}
PICTURE = {"og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"}
HOSTILE = "Zo \"zei\" 'men' <script>alert(1)</script> & \u202eomgekeerd\u202c 🎉"


class Head(HTMLParser):
    """The properties and links of a page, and everything else that it starts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.other: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta":
            assert set(values) <= {"property", "name", "content", "charset", "http-equiv"}
            self.meta.setdefault(values.get("property") or values.get("name") or "", []).append(values.get("content"))
        elif tag == "link":
            self.links.setdefault(values["rel"], []).append(values["href"])
        else:
            self.other.add(tag)

    def __getitem__(self, name: str) -> str:
        (content,) = self.meta[name]
        return content


@pytest.fixture(scope="module")
def site(write_once) -> Site:
    gone = TOMBSTONE.replace("k7m2xq", "k7m2xr").replace("/oud/", "/weg/")
    return build(settings(write_once({**item_files(), **frame_files(), "lessons/x.md": SUPERSEDED, "lessons/y.md": gone})))


def heads(site: Site) -> dict[str, Head]:
    return {a.address: Head(a.head) for a in site.artefacts if isinstance(a, Page)}


def redirects(site: Site) -> dict[str, Head]:
    found = {a.path.removesuffix("index.html"): a.content for a in site.artefacts if isinstance(a, TextFile) and a.path.endswith(".html")}
    return {path: Head(html) for path, html in found.items()}


def test_every_page_says_once_what_it_is_and_where(site):
    pages = {a.address: a for a in site.artefacts if isinstance(a, Page)}
    assert len(pages) > 60
    for address, head in heads(site).items():
        assert head["og:title"] == pages[address].title
        assert head["og:url"] == f"https://geleerd.example/{address}"
        assert head["og:site_name"] == "Geleerd"
        assert head["twitter:card"] == "summary_large_image"
        assert all(len(head.meta[name]) == 1 for name in (*BASIC, *PICTURE)), address
        assert head["og:description"]
    assert {"bijdragen/nieuw/tips/", "zoeken/", "netwerken/vol/", "tips/"} <= set(pages)


def test_every_picture_that_is_named_is_there(site):
    files = {a.path for a in site.artefacts if isinstance(a, Drawing)}
    named = {head["og:image"] for head in (*heads(site).values(), *redirects(site).values())}
    found = {re.fullmatch(r"https://geleerd\.example/(.*)\?v=\w{8}", url)[1] for url in named}
    of_withdrawn, of_a_saying = "l/k7m2xr/kaart.png", "tegeltjeswijsheden/woorden-van-het-netwerk.png"
    assert files - found == {of_withdrawn, of_a_saying}  # of the withdrawn item for those who shared it before; a saying has no page
    assert found <= files


def test_an_item_is_an_article_with_a_picture_of_its_own_in_its_own_language(site):
    head = heads(site)["lessen/vol-lesson/"]
    assert head["og:type"] == "article"
    assert head["og:locale"] == "fy_NL"
    assert "/l/" in head["og:image"]
    assert head["og:image:alt"] == "Geleerde les: De titel van lesson voluit"
    assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
    index = heads(site)["lessen/"]
    assert (index["og:type"], index["og:locale"], index["og:image:alt"]) == ("website", "nl_NL", "Geleerd")


def test_a_permalink_and_an_alias_show_the_item_that_they_lead_to(site):
    found = redirects(site)
    own = heads(site)["tips/x/"].meta
    for address in ("l/k7m2xq/", "oud/", "tips/heel-oud.html"):
        assert {name: found[address].meta[name] for name in own if name.startswith(("og:", "twitter:"))} == {
            name: content for name, content in own.items() if name.startswith(("og:", "twitter:"))
        }
        assert found[address].links["canonical"] == [found[address]["og:url"]]


def test_no_page_is_described_by_its_title_alone(site):
    for address, head in {**heads(site), **redirects(site)}.items():
        assert head["og:description"] not in {"", head["og:title"]}, address


def test_a_withdrawn_item_is_shared_without_its_words(site):
    found = redirects(site)
    for head in (heads(site)["l/k7m2xr/"], found["tips/y/"], found["weg/"]):
        assert head["og:type"] == "website"
        assert "assets/share-image.png" in head["og:image"]
        assert not any("geheim" in content for contents in head.meta.values() for content in contents if content)
    assert heads(site)["l/k7m2xr/"]["og:title"] == "Deze bijdrage is ingetrokken"


def test_a_page_of_a_list_is_shared_as_itself(write):
    tip = SUPERSEDED.replace("status: superseded\nsuperseded_by: a1b2c3\naliases: [/oud/, /tips/heel-oud.html]\n", "")
    files = {f"lessons/t{n}.md": tip.replace("k7m2xq", f"k7m2{n:02}").replace("De oude tip", f"Tip nummer {n}") for n in range(30)}
    found = heads(build(settings(write(files))))
    assert found["tips/pagina/2/"]["og:url"] == "https://geleerd.example/tips/pagina/2/"
    assert found["tips/pagina/2/"]["og:title"] != found["tips/"]["og:title"]


def test_without_an_address_nothing_claims_to_have_one(write):
    site = build(replace(settings(write({})), site_url=""))
    for head in (*heads(site).values(), *redirects(site).values()):
        assert not (PICTURE | {"og:url"}) & set(head.meta)
        assert head["twitter:card"] == "summary"
        assert head["og:title"]


def test_without_pictures_the_words_stay(write):
    for head in heads(build(replace(settings(write({})), cards=False))).values():
        assert not PICTURE & set(head.meta)
        assert set(head.meta) >= BASIC
        assert head["twitter:card"] == "summary"


def test_a_hostile_title_stays_a_title(write):
    file = SUPERSEDED.replace("title: De oude tip", "title: >-\n  " + HOSTILE)
    site = build(settings(write({"lessons/x.md": file})))
    for head in (heads(site)["tips/x/"], redirects(site)["l/k7m2xq/"]):
        assert head["og:title"] == without_unseen(HOSTILE)
        assert head["og:image:alt"] == f"Tip: {without_unseen(HOSTILE)}"
        assert "og:url" in head.meta


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Site:
    from tests.workbench.building import SMALL  # noqa: PLC0415  # read where it stands: nothing is added

    return build(settings(SMALL))


@given(title=st.text(), description=st.text())
def test_whatever_a_text_says_it_stays_inside_its_attribute(small, title, description):
    head = Head(str(share_tags(Shared(title, description, ""), small.reading.library, small.settings)))
    assert head.other == set()
    assert set(head.meta) <= BASIC | PICTURE | {"og:description", "twitter:card"}
    read = head.meta.get("og:title", [""])[0]
    assert read == " ".join(title.split()) or "\x00" in title or "\r" in title


@pytest.mark.parametrize(
    ("language", "locale"), [("en", "en_US"), ("en-GB", "en_GB"), ("fy", "fy_NL"), ("sr-Latn", "sr_RS"), ("xx", "nl_NL"), ("q_q", "nl_NL")]
)
def test_a_language_is_named_as_open_graph_names_it(small, language, locale):
    item = small.reading.library.by_id["a1b2c3"]
    other = replace(item, fields=item.fields.model_copy(update={"language": language}))
    head = Head(str(share_tags(Shared("Titel", "", "", other), small.reading.library, small.settings)))
    assert head["og:locale"] == locale
