"""The copy on disk, opened by a reader without a server."""

import pytest

from tests.workbench.building import ROOT, Write, run
from tests.workbench.visiting import Watched

pytestmark = pytest.mark.browser

LEFT = "net::ERR_ABORTED"
"""What a request says that had no answer yet when the reader went on to the next page."""


def test_a_reader_gets_from_home_to_an_item_and_its_theme_from_disk(write: Write, visitor):
    config = (ROOT / "tests/knowledge_base/mkdocs.yml").read_text() + "extra:\n  menu: [{name: Thema's, href: themas/}]\n"
    root = write({"mkdocs.yml": config})
    result = run(["geleerd.adapters.commands.cli", "archive", "kopie"], root)
    assert result.returncode == 0, result.stderr
    origin = root.as_uri()
    watched: Watched = visitor(origin, viewport={"width": 1280, "height": 800})
    missing = []
    watched.page.on("requestfailed", lambda request: missing.append(request.url) if request.failure != LEFT else None)
    page = watched.visit("kopie/index.html")
    assert page.get_by_text("Archiefkopie van https://geleerd.example/, gemaakt op 22 november 2026.").is_visible()
    page.locator("main").get_by_role("link", name="Tips").first.click()
    page.get_by_role("link", name="Begin klein en laat het groeien").click()
    assert page.locator("h1").inner_text() == "Begin klein en laat het groeien"
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Atkinson Hyperlegible\"'))")
    assert page.evaluate("[...document.fonts].every(face => face.status !== 'error')")
    assert page.evaluate("[...document.fonts].some(face => face.status === 'loaded')")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    page.get_by_role("link", name="Borging", exact=True).first.click()
    assert page.locator("h1").inner_text() == "Borging"
    assert page.url.endswith("/themas/borging/index.html")
    page.get_by_role("link", name="Alle lijsten").click()
    assert page.get_by_text("kun je niet zoeken").is_visible()
    page.goto(f"{origin}/kopie/l/a1b2c3/index.html")
    page.wait_for_url("**/tips/begin-klein/index.html")
    assert (watched.errors, watched.foreign, missing) == ([], [], [])
