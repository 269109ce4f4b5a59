"""What crawlers and language models find: a sitemap with true dates, robots.txt, llms.txt, and pages as Markdown."""

import datetime
import re
import urllib.robotparser
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from defusedxml import ElementTree

from geleerd import DECLARATIONS, Page, TextFile, build, reading_of
from geleerd.model.strings import SourcePath
from geleerd.render.programs import crawlers
from tests.workbench.building import TODAY, built, settings
from tests.workbench.full_items import IDS, frame_files, item_files
from tests.workbench.small_items import SUPERSEDED

URL = "https://geleerd.example/"
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LESSON = """---
id: {id}
type: lesson
title: Les nummer {number}
summary: Een samenvatting van les nummer {number}.
insight: We leerden dit.
recommendation: Doe dit morgen.
date: 2026-11-22
themes: [borging]
sources: [{{title: eigen ervaring}}]
---
"""


def files_of(root, **changes) -> dict[str, str]:
    artefacts = build(replace(settings(root), **changes)).artefacts
    return {artefact.path: artefact.content for artefact in artefacts if isinstance(artefact, TextFile)}


def sitemap(text: str) -> dict[str, str | None]:
    """The URLs of a sitemap with their dates, after the rules of its schema (sitemaps.org/schemas/sitemap/0.9/sitemap.xsd)."""
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert len(text.encode()) <= 50_000_000
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SITEMAPS}urlset"
    assert 1 <= len(root) <= 50_000
    found = {}
    for entry in root:
        assert entry.tag == f"{SITEMAPS}url"
        assert [child.tag for child in entry] in ([f"{SITEMAPS}loc"], [f"{SITEMAPS}loc", f"{SITEMAPS}lastmod"])
        location, *day = (child.text for child in entry)
        assert 12 <= len(location) <= 2048
        assert urlsplit(location).scheme in {"http", "https"}
        assert re.fullmatch(r"[!-~]+", location)
        assert location not in found
        found[location] = datetime.date.fromisoformat(day[0]).isoformat() if day else None
    return found


def test_the_sitemap_names_every_page_that_may_be_found_and_no_other(write):
    root = write(
        {"content/stil.md": "---\nrobots: noindex\n---\nStil.\n", "content/privacy.md": "# Privacy\n", **item_files(), **frame_files()}
    )
    site = build(settings(root))
    found = sitemap(next(a.content for a in site.artefacts if isinstance(a, TextFile) and a.path == "sitemap.xml"))
    shown = {page.address for page in site.artefacts if isinstance(page, Page) and not page.hidden}
    assert {location.removeprefix(URL) for location in found} == {*shown, "privacy/", "over/"}
    redirects = {
        a.path.removesuffix("index.html") for a in site.artefacts if isinstance(a, TextFile) and 'http-equiv="refresh"' in str(a.content)
    }
    assert f"l/{IDS['tip']}/" in redirects
    assert not redirects & {location.removeprefix(URL) for location in found}
    assert not any("/kaarten/" in location or "redactie/" in location for location in found)


def test_what_another_item_took_the_place_of_keeps_its_page_and_leaves_the_sitemap(write):
    site = build(settings(write({"lessons/oud.md": SUPERSEDED})))
    found = sitemap(next(a.content for a in site.artefacts if isinstance(a, TextFile) and a.path == "sitemap.xml"))
    assert "tips/oud/" in {page.address for page in site.artefacts if isinstance(page, Page)}
    assert f"{URL}tips/oud/" not in found


def test_its_dates_are_those_on_which_files_changed(write):
    changed = {
        SourcePath(path): datetime.date(2027, month, 1) for month, path in enumerate(["lessons/begin-klein.md", "content/over/index.md"], 1)
    }
    found = sitemap(files_of(write({}), changed=changed)["sitemap.xml"])
    assert found[f"{URL}tips/begin-klein/"] == "2027-01-01"
    assert found[f"{URL}over/"] == "2027-02-01"
    assert found[f"{URL}trefwoorden/"] is None
    known = {location for location, day in files_of_dates(found)}
    assert f"{URL}lessen/" not in known


def files_of_dates(found):
    return [(location, day) for location, day in found.items() if day]


def test_an_item_that_nobody_saw_change_has_the_day_it_was_added(write):
    found = sitemap(files_of(write({"lessons/x.md": LESSON.format(id="h7k2mq", number=1)}))["sitemap.xml"])
    assert found[f"{URL}lessen/x/"] == "2026-11-22"


def test_a_large_site_has_several_sitemaps_below_one_that_lists_them(write, monkeypatch):
    root = write(item_files())
    whole = sitemap(files_of(root)["sitemap.xml"])
    monkeypatch.setattr(crawlers, "MOST_IN_SITEMAP", len(whole) // 3)
    files = files_of(root)
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{SITEMAPS}sitemapindex"
    assert [[child.tag for child in part] for part in index] == [[f"{SITEMAPS}loc"]] * len(index)
    parts = [sitemap(files[location.text.removeprefix(URL)]) for location in index.iter(f"{SITEMAPS}loc")]
    assert len(parts) in {3, 4}
    assert {location: day for part in parts for location, day in part.items()} == whole
    assert sum(map(len, parts)) == len(whole)


def test_a_site_in_a_folder_with_odd_signs_has_a_valid_sitemap(write):
    found = sitemap(files_of(write({}), site_url="https://x.example/kennis%20bank/?a=1&b=2/")["sitemap.xml"])
    assert all(location.startswith("https://x.example/kennis%20bank/?a=1&b=2/") for location in found)


def test_robots_may_visit_everything_and_learn_of_the_sitemap(write):
    files = files_of(write({}))
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(files["robots.txt"].splitlines())
    assert all(
        robots.can_fetch(agent, f"{URL}{path}") for agent in ("*", "Googlebot", "GPTBot") for path in ("", "api/v1/items.json", "lessen/x/")
    )
    assert robots.site_maps() == [f"{URL}sitemap.xml"]


def test_a_site_without_an_address_has_robots_but_no_sitemap(write):
    files = files_of(write({}), site_url="")
    assert "sitemap.xml" not in files
    assert "itemap" not in files["robots.txt"]
    assert "](tips/index.md)" in files["llms.txt"]


def test_the_staffs_own_files_win(write, monkeypatch):
    root = write({"content/robots.txt": "User-agent: *\nDisallow: /\n", "content/llms.txt": "# Eigen\n", "content/sitemap.xml": "<x/>"})
    assert not {"robots.txt", "llms.txt", "sitemap.xml"} & set(files_of(root))
    monkeypatch.setattr(crawlers, "MOST_IN_SITEMAP", 3)
    assert "sitemap-1.xml" not in files_of(root)
    result = built(root, "--strict")
    assert result.returncode == 0, result.stderr
    assert (root / "site/robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert (root / "site/sitemap.xml").read_text() == "<x/>"


def test_llms_txt_has_the_shape_and_leads_to_markdown_that_exists(write):
    files = files_of(write({**item_files(), **frame_files()}))
    title, summary, *rest = files["llms.txt"].split("\n\n")
    assert title == "# Geleerd"
    assert summary.startswith("> ")
    assert all(re.fullmatch(r"## .+|(- \[.+\]\(\S+\)(: .+)?\n?)+", block) for block in rest)
    links = re.findall(r"\]\((\S+)\)", files["llms.txt"])
    assert len(links) > 20
    assert [link for link in links if link.removeprefix(URL) not in files] == []


def test_it_does_not_grow_with_the_number_of_lessons(write):
    signs = "0123456789abcdefghjkmnpqrstvwxyz"
    lessons = {f"lessons/les-{n}.md": LESSON.format(id=f"kkkk{signs[n // 32]}{signs[n % 32]}", number=n) for n in range(60)}
    files = files_of(write(lessons))
    assert len(re.findall(r"/lessen/les-\d+/index\.md", files["llms.txt"])) == 50


@pytest.fixture(scope="module")
def full(write_once):
    return build(settings(write_once({**item_files(), **frame_files()})))


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_every_word_of_an_item_stands_in_its_markdown(full, key):
    page = next(a for a in full.artefacts if isinstance(a, Page) and a.item and a.item.fields.id == IDS[key])
    text = next(a.content for a in full.artefacts if isinstance(a, TextFile) and a.path == f"{page.address}index.md")
    assert f'<link rel="alternate" type="text/markdown" href="../../{page.address}index.md">' in page.head
    assert text.startswith(f"# De titel van {key} voluit\n")
    fields = full.reading.library.by_id[IDS[key]].fields.model_dump(
        mode="json", exclude={"id", "type", "status", "reviewed", "date", "title", *({"questions"} if key == "learning-question" else ())}
    )
    assert [word for word in sentences(fields) if word not in text.replace("\\", "")] == []
    assert f"{URL}l/{IDS[key]}/" in text
    assert "creativecommons.org/publicdomain/zero/1.0/" in text
    assert "De tekst van het verhaal." in text
    assert [href for href in re.findall(r"\]\(([^)]*)\)", text) if not re.match(r"https://|mailto:", href)] == []
    assert "06-12345678" not in text


def sentences(value: object) -> list[str]:
    """The texts in a value that somebody wrote as words."""
    if isinstance(value, dict):
        return [word for part in value.values() for word in sentences(part)]
    if isinstance(value, list):
        return [word for part in value for word in sentences(part)]
    return [value] if isinstance(value, str) and value[:1].isupper() and value != "CC0-1.0" else []


def test_a_withdrawn_item_has_no_markdown(write):
    files = files_of(write({"lessons/x.md": LESSON.format(id="h7k2mq", number=1).replace("themes:", "status: withdrawn\nthemes:")}))
    assert [path for path, text in files.items() if path.endswith(".md") and "nummer 1" in str(text)] == []
    assert "l/h7k2mq/index.md" not in files


def test_the_built_site_has_the_markdown_beside_the_page(write):
    root = write({})
    result = built(root, "--strict", SOURCE_DATE_EPOCH=f"{datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC).timestamp():.0f}")
    assert result.returncode == 0, result.stderr
    site = root / "site"
    assert (site / "tips/begin-klein/index.md").read_text(encoding="utf-8").startswith("# ")
    assert "<!doctype html>" in (site / "tips/begin-klein/index.html").read_text(encoding="utf-8")
    assert not (site / "sitemap.xml.gz").exists()
    assert "2030" not in (site / "sitemap.xml").read_text()
    told = {location.removeprefix(URL) for location in sitemap((site / "sitemap.xml").read_text())}
    assert [address for address in told if not (site / address / "index.html").is_file()] == []


@pytest.mark.parametrize("path", ["/robots.txt", "/llms.txt", "/lessen/index.md", "/tips/begin-klein/index.md", "/agenda/agenda.ics"])
def test_no_alias_takes_the_place_of_a_file_for_programs(write, path):
    text = LESSON.format(id="h7k2mq", number=1).replace("themes:", f"aliases: [{path}]\nthemes:")
    problems = reading_of(settings(write({"lessons/x.md": text}))).problems
    assert [problem.code for problem in problems if problem.place.file == "lessons/x.md"] == ["alias-taken"]


def test_the_same_input_gives_the_same_bytes(write):
    root = write({**item_files(), **frame_files()})
    assert files_of(root) == files_of(root, today=TODAY)
