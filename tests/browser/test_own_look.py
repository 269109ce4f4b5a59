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
        "logo": {"file": "logo.svg", "dark": "logo-donker.svg", "alt": "Museum van fouten"},
        "menu": [{"name": "Tips", "href": "tips/"}, {"name": "Elders", "href": "https://elders.example/"}],
        "footer": [{"name": "Over", "href": "over/"}],
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
        "logo": "logo-donker.svg",
    },
}

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path fill="%s" d="M5 25V5h20l20 20V5h40v20H60z"/></svg>'


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_of_an_owner_can_be_read_in_both_palettes(write, visitor, name):
    config = (
        (ROOT / "tests/knowledge_base/mkdocs.yml")
        .read_text()
        .replace("plugins: [geleerd]", f"plugins: [{{geleerd: {{look: {json.dumps(LOOKS[name])}}}}}]")
    )
    assert "look:" in config
    root = write({"mkdocs.yml": config, "content/logo.svg": LOGO % "#8a0f4d", "content/logo-donker.svg": LOGO % "#7d6ad0"})
    assert built(root, "--strict").returncode == 0
    with served(root / "site") as origin:
        for scheme in ("light", "dark"):
            watched = visitor(origin, color_scheme=scheme)
            for path in ("", "tips/", "tips/begin-klein/", "faalpatronen/lege-plek-aan-tafel/"):
                page = watched.visit(path)
                assert Axe().run(page, options=AXE_RULES).response["violations"] == [], (scheme, path)
            paper = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()")
            assert paper == LOOKS[name][scheme]["paper"]
            shown = page.locator(".wordmark img:visible")
            alone = isinstance(LOOKS[name]["logo"], dict)
            assert shown.evaluate("image => [image.naturalWidth > 0, image.offsetHeight]") == [True, 45]
            assert page.get_by_role("link", name="Museum van fouten" if alone else "Proef", exact=True).first.is_visible()
            assert ("donker" in (shown.get_attribute("src") or "")) == (scheme == "dark" or not alone)
