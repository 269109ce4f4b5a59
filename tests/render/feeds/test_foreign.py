"""What others learned comes to those who follow a theme or `/elders/`: as theirs, with its own day and identity, and never instead of what is ours."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest

from geleerd import Site, build
from geleerd.model.elsewhere.other_bases import ForeignItem, Kept, OtherBase, Snapshot
from tests.render.feeds.test_files import SCHEMA, URL, Article, check_atom, files, numbered, pages
from tests.workbench.building import TODAY, Write, settings
from tests.workbench.other_bases import EAST, SITE, foreign

HOSTILE = "</title><script>alert(1)</script> ]]> &lt;b&gt;"
ITEMS = (
    foreign(0, title=HOSTILE, summary=HOSTILE, license=HOSTILE, date="2026-11-20", language="fy", networks=("Dijk & <i>water</i>",)),
    foreign(1, date="2026-11-19", themes=()),
    foreign(2, date="0001-01-01"),
    foreign(3, date=""),
    foreign(4, date="2026-11-23"),  # the day after the one on which the site is built
)


def site_of(root: Path, items: Iterable[ForeignItem], *bases: OtherBase) -> Site:
    named = bases or (EAST,)
    return build(
        replace(settings(root), federate=named, elsewhere=tuple(Kept(base, Snapshot(base, TODAY, tuple(items))) for base in named))
    )


def read(text: str) -> feedparser.FeedParserDict:
    return feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)


@pytest.fixture(scope="module")
def site(write_once: Write) -> Site:
    return site_of(write_once({}), ITEMS, replace(EAST, name="Oost & <b>co</b>"))


def test_who_follows_a_theme_sees_whose_it_is_when_it_is_from_and_what_it_is_called_there(site):
    atom = files(site)["themas/borging/feed.xml"]
    check_atom(atom, f"{URL}themas/borging/feed.xml")
    entries = read(atom).entries
    assert [entry.id for entry in entries] == [f"{URL}l/a1b2c3/", f"{SITE}l/b00000/", f"{SITE}l/b00002/"]
    ours, theirs, _ = entries
    assert (theirs.link, theirs.published, theirs.updated) == (
        f"{SITE}lessen/les-0/",
        "2026-11-20T00:00:00+00:00",
        "2026-11-20T00:00:00+00:00",
    )
    assert (theirs.author_detail.name, [tag.term for tag in theirs.tags]) == ("Oost & <b>co</b>", ["Elders geleerd", "Borging"])
    assert (theirs.source.id, theirs.source.title, theirs.source.link) == (SITE, "Oost & <b>co</b>", SITE)
    assert theirs.source.updated == "2026-11-20T00:00:00+00:00"
    assert "source" not in ours
    json_feed = json.loads(files(site)["themas/borging/feed.json"])
    assert [error.message for error in SCHEMA.iter_errors(json_feed)] == []
    ours, theirs, _ = json_feed["items"]
    assert theirs["id"] == f"{SITE}l/b00000/"
    assert theirs["url"] == theirs["external_url"] == f"{SITE}lessen/les-0/"
    assert theirs["authors"] == [{"name": "Oost & <b>co</b>", "url": SITE}]
    assert "external_url" not in ours


def test_words_of_others_are_words(site):
    entry = read(files(site)["themas/borging/feed.xml"]).entries[1]
    assert (entry.title, entry.title_detail.type, entry.rights) == (HOSTILE, "text/plain", HOSTILE)
    content = entry.content[0]
    assert "<small>Elders geleerd: Dijk &amp; &lt;i&gt;water&lt;/i&gt;, <a " in content.value
    assert ">Oost &amp; &lt;b&gt;co&lt;/b&gt;</a>" in content.value
    assert content.language == "fy"
    article = Article(content.value)
    assert (article.tags, article.handlers, article.addresses) == ({"p", "small", "a"}, [], [SITE])


def test_all_of_them_can_be_followed_and_the_page_leads_there(site):
    atom = files(site)["elders/feed.xml"]
    check_atom(atom, f"{URL}elders/feed.xml")
    feed = read(atom)
    assert feed.feed.title == "Elders geleerd - Geleerd"
    assert [entry.id for entry in feed.entries] == [f"{SITE}l/b0000{number}/" for number in (0, 1, 2)]
    page = pages(site)["elders/"]
    assert 'href="feed.xml"' in page.head
    assert [link.name for link in page.feeds] == ["Atom", "JSON Feed"]


def test_what_is_ours_stays_as_it_was(site, write):
    alone = files(build(settings(write({}))))
    assert {path for path, text in files(site).items() if alone.get(path) != text} == {
        f"{page}/feed.{form}" for page in ("elders", "themas/borging") for form in ("xml", "json")
    }
    told, before = (json.loads(found["themas/borging/feed.json"])["items"] for found in (files(site), alone))
    assert [entry for entry in told if entry["id"].startswith(URL)] == before


def test_a_base_with_many_drives_out_nothing_of_ours_and_no_feed_grows(write):
    many = [foreign(number, date="2026-11-22") for number in range(60)]
    written = files(site_of(write(numbered(57)), many))
    theme, others = (json.loads(written[f"{page}/feed.json"])["items"] for page in ("themas/borging", "elders"))
    assert len(theme) == len(others) == 50
    assert len([entry for entry in theme if entry["id"].startswith(URL)]) == 40
    assert {entry["id"].startswith(SITE) for entry in others} == {True}


def test_nothing_is_told_twice_when_an_owner_names_one_site_twice_or_their_own(write):
    named = (EAST, replace(EAST, name="Nog eens oost"), OtherBase("Wij", URL, URL))
    items = (foreign(0), foreign(1, id="a1b2c3"))
    for path, text in files(site_of(write({}), items, *named)).items():
        if path.endswith("feed.xml"):
            check_atom(text, URL + path)
    theme = json.loads(files(site_of(write({}), items, *named))["themas/borging/feed.json"])["items"]
    (ours,) = (entry for entry in theme if entry["id"] == f"{URL}l/a1b2c3/")
    assert "external_url" not in ours


def test_where_nothing_is_left_the_feed_is_empty_and_stays_the_same(write):
    root = write({})
    empty = files(site_of(root, ()))["elders/feed.xml"]
    check_atom(empty, f"{URL}elders/feed.xml")
    assert read(empty).entries == []
    assert files(site_of(root, ()))["elders/feed.xml"] == empty
    assert "elders/feed.xml" not in files(build(settings(root)))
