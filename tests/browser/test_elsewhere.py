"""Two sites as one: what another knowledge base published is fetched from where it is served, and a reader finds it and is led there."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.workbench.building import SMALL, run, written
from tests.workbench.visiting import AXE_RULES, served

pytestmark = pytest.mark.browser

COMMAND = ["geleerd.adapters.commands.cli"]
OURS = (SMALL / "mkdocs.yml").read_text(encoding="utf-8").replace("https://geleerd.example/", "https://wij.example/")


@pytest.fixture(scope="module")
def entrance(real_site, tmp_path_factory):
    """A small site that takes in what the real site published, and a site that answers with a web page only."""
    broken = tmp_path_factory.mktemp("kapot")
    (broken / "api/v1").mkdir(parents=True)
    (broken / "api/v1/items.json").write_text("<!doctype html><title>Onderhoud</title>")
    with served(real_site) as origin, served(broken) as maintained:
        bases = f'{{name: Geleerd, from: "{origin}/api/v1/", site: "https://geleerd.example/"}}, {{name: Kapot, from: "{maintained}/"}}'
        config = OURS.replace("plugins: [geleerd]", f"plugins: [{{geleerd: {{federate: [{bases}]}}}}]")
        root = written(tmp_path_factory.mktemp("ingang"), {"mkdocs.yml": config})
        said = run([*COMMAND, "federate"], root)
    assert said.returncode == 1
    assert "Kapot: niets nieuws. Het antwoord is een webpagina, geen lijst van bijdragen." in said.stdout
    built = run([*COMMAND, "build"], root)
    assert built.returncode == 0, built.stderr
    assert "elsewhere-missing: Van Kapot is nog niets opgehaald" in built.stderr
    return root / "site"


def test_a_reader_finds_what_others_learned_beside_ours(entrance, real_site, visitor):
    lines = json.loads((real_site / "api/v1/items.json").read_text(encoding="utf-8"))
    sought = next(line for line in lines if line["type"] == "lesson" and "borging" in line["themes"])
    with served(entrance) as origin:
        watched = visitor(origin, viewport={"width": 360, "height": 780})
        page = watched.visit("zoeken/?sort=date")
        found = page.locator("[data-results] .card__title a")
        expect(found).to_have_count(2)  # without words our own alone
        page = watched.visit(f"zoeken/?q={sought['title']}")
        link = found.filter(has_text=sought["title"]).first
        expect(link).to_have_attribute("href", sought["url"])
        expect(link).to_have_attribute("rel", "external noopener")
        expect(page.locator("[data-results] li", has_text=sought["title"]).first.locator("[data-shelves]")).to_contain_text("uit Geleerd")
        watched.visit("zoeken/?elsewhere=geleerd")
        expect(page.locator("[data-status]")).to_contain_text(str(len(lines)))
        expect(page.locator("[data-chosen]")).to_contain_text("Geleerd")
        page = watched.visit("themas/borging/")
        expect(page.locator('[data-field="elsewhere"] [data-elsewhere]')).to_have_count(4)
        page = watched.visit("elders/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert [violation["id"] for violation in Axe().run(page, options=AXE_RULES).response["violations"]] == []
        assert watched.foreign == []
