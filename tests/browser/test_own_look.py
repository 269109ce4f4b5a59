"""Two looks that owners could choose, quite different from ours: whoever passes the check can be read by everybody."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.workbench.building import ROOT, built
from tests.workbench.visiting import AXE_RULES, served

pytestmark = pytest.mark.browser

LOOKS = {
    "museum": {
        "light": {
            "paper": "#ffffff",
            "surface": "#ffffff",
            "sunk": "#eef1f4",
            "ink": "#101418",
            "accent": "#8a0f4d",
            "lesson": "#0a5a3c",
            "proud": "#101418",
            "on-proud": "#ffffff",
        },
        "dark": {"paper": "#0b0d10", "surface": "#14181d", "sunk": "#1b2127", "accent": "#ff9ccb"},
        "font": "Georgia, 'Times New Roman', serif",
    },
    "school": {
        "light": {
            "paper": "#fff9d6",
            "surface": "#fffdf0",
            "sunk": "#fdf0b0",
            "accent": "#1b3a8f",
            "work-format": "#6b1fa8",
            "proud": "#1b3a8f",
            "on-proud": "#fff9d6",
        },
        "dark": {"paper": "#101a3a", "surface": "#172450", "sunk": "#1c2c60", "edge": "#8fa3dd", "accent": "#ffd84d"},
        "font": "Verdana, sans-serif",
    },
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_of_an_owner_can_be_read_in_both_palettes(write, visitor, name):
    config = (
        (ROOT / "tests/knowledge_base/mkdocs.yml")
        .read_text()
        .replace("plugins: [geleerd]", f"plugins: [{{geleerd: {{look: {json.dumps(LOOKS[name])}}}}}]")
    )
    assert "look:" in config
    root = write({"mkdocs.yml": config})
    assert built(root, "--strict").returncode == 0
    with served(root / "site") as origin:
        for scheme in ("light", "dark"):
            watched = visitor(origin, color_scheme=scheme)
            for path in ("", "tips/", "tips/begin-klein/", "faalpatronen/lege-plek-aan-tafel/"):
                page = watched.visit(path)
                assert Axe().run(page, options=AXE_RULES).response["violations"] == [], (scheme, path)
            paper = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()")
            assert paper == LOOKS[name][scheme]["paper"]
