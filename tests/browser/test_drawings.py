"""Drawings as a browser sees them: cleaned ones ask nobody for anything, and those of programs look as they did."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from geleerd.read.drawings.drawing import drawing_of
from tests.workbench.drawings import CALLS_OUT, ELSEWHERE, OF_PROGRAMS, RUNS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def alone(browser: Browser):
    page = browser.new_page(viewport={"width": 200, "height": 120})
    yield page
    page.close()


def asked(page: Page, folder: Path, drawings: dict[str, bytes]) -> set[str]:
    """The drawings that asked for something of elsewhere, or opened a dialog, while somebody looked and pointed at them."""
    found: set[str] = set()
    page.on("dialog", lambda dialog: (found.add(name), dialog.dismiss()))
    page.on("request", lambda request: found.add(name) if request.url.startswith(ELSEWHERE) else None)
    page.route(f"{ELSEWHERE}**", lambda route: route.abort())
    for number, (name, data) in enumerate(drawings.items()):  # noqa: B007  # the listeners above read the name
        (folder / f"{number}.svg").write_bytes(data)
        page.goto((folder / f"{number}.svg").as_uri(), wait_until="load")
        page.mouse.move(20 + number % 10, 20)
        page.mouse.click(25, 25)
    page.unroute_all()
    return found


def test_a_clean_drawing_asks_nobody_and_runs_nothing(alone, tmp_path):
    hostile = {**CALLS_OUT, **RUNS}
    clean = {name: drawing_of(text.encode()).data for name, text in hostile.items()}
    assert asked(alone, tmp_path, clean) == set()


def test_without_cleaning_they_do(alone, tmp_path):
    forms = ("style: image-set on the root", "style: cursor", "style: url with escapes", "image", "style attribute", "stylesheet")
    assert asked(alone, tmp_path, {name: CALLS_OUT[name].encode() for name in forms}) == set(forms)


@pytest.mark.parametrize("program", OF_PROGRAMS)
def test_a_drawing_of_a_program_looks_as_it_did(alone, tmp_path, program):
    shots = []
    for name, data in (("before", OF_PROGRAMS[program].encode()), ("after", drawing_of(OF_PROGRAMS[program].encode()).data)):
        (tmp_path / f"{name}.svg").write_bytes(data)
        alone.goto((tmp_path / f"{name}.svg").as_uri())
        shots.append(alone.screenshot())
    assert shots[0] == shots[1]
    assert len(shots[0]) > 1_000
