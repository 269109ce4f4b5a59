"""Start paths in the feed of the site."""

import feedparser

from geleerd import TextFile, build
from tests.workbench.building import Write, settings

URL = "https://geleerd.example/"


def test_the_feed_of_the_site_tells_of_start_paths_whose_day_has_come(write: Write):
    days = {"oud": "date: 2026-01-02\n", "later": "date: 2999-11-29\n", "zonder": ""}
    steps = "steps: [{text: Lees dit, id: a1b2c3}, {text: Doe **dat**}]"
    guides = {f"content/wegwijzers/{slug}.md": f"---\nname: Hoe begin ik {slug}?\n{day}{steps}\n---\n" for slug, day in days.items()}
    made = build(settings(write(guides)))
    site = {one.path: str(one.content) for one in made.artefacts if isinstance(one, TextFile)}
    feed = feedparser.parse(site["feed.xml"])
    (entry,) = [entry for entry in feed.entries if "Hoe begin ik" in entry.title]
    assert (entry.title, entry.link) == ("Hoe begin ik oud?", f"{URL}wegwijzers/oud/")
    assert entry.published.startswith("2026-01-02")
    assert f'href="{URL}lessen/' in entry.content[0].value or f'href="{URL}tips/' in entry.content[0].value
    assert "<strong>dat</strong>" in entry.content[0].value


def test_a_day_of_many_items_does_not_push_a_start_path_out(write: Write):
    tips = {
        f"lessons/n{number}.md": f"---\nid: n{number:05}\ntype: tip\ntitle: Tip nummer {number} van velen\nsummary: Kort gezegd nummer {number}.\n"
        "date: 2026-01-02\nthemes: [borging]\nsources: [{title: bron}]\n---\nTekst.\n"
        for number in range(60)
    }
    guide = {"content/wegwijzers/oud.md": "---\nname: Hoe begin ik?\ndate: 2026-01-02\nsteps: [{text: Doe dat}]\n---\n"}
    made = build(settings(write({**tips, **guide})))
    (feed,) = [str(one.content) for one in made.artefacts if isinstance(one, TextFile) and one.path == "feed.xml"]
    titles = [entry.title for entry in feedparser.parse(feed).entries]
    assert len(titles) == 50
    assert "Hoe begin ik?" in titles
