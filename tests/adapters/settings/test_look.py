"""What an owner writes under `look:` is read, or refused with a sentence that says what to write."""

import pytest
from PIL import Image

from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_at
from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.model.settings import Logo, MenuEntry

BLUE, WHITE = (11, 85, 102, 255), (255, 255, 255, 255)


def test_a_logo_is_a_path_or_has_more_to_say():
    assert options_from({"look": {"logo": "assets/logo.svg"}}).look.logo == Logo("assets/logo.svg")
    written = {"file": "a.png", "dark": "b.png", "alt": "Ons netwerk"}
    assert options_from({"look": {"logo": written}}).look.logo == Logo("a.png", "b.png", "Ons netwerk")


def test_menus_lead_to_the_site_the_web_and_a_mailbox():
    hrefs = ["themas/", "", "https://elders.example/a", "mailto:post@voorbeeld.example"]
    look = options_from({"look": {"menu": [{"name": "Naam", "href": href} for href in hrefs]}}).look
    assert look.menu == tuple(MenuEntry("Naam", href) for href in hrefs)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"logos": "x"}, "Schrijf bij look"),
        ({"logo": ["x.svg"]}, "Schrijf bij logo een bestand"),
        ({"logo": {"file": "x.svg", "breed": 3}}, "Schrijf bij logo een bestand"),
        ({"logo": "https://elders.example/logo.svg"}, "kan geen logo zijn"),
        ({"logo": "../logo.svg"}, "kan geen logo zijn"),
        ({"logo": "logo.gif"}, "kan geen logo zijn"),
        ({"menu": "Thema's"}, "Schrijf bij menu een lijst"),
        ({"footer": [{"name": "Over"}]}, "Schrijf bij footer een lijst"),
        ({"menu": [{"name": " ", "href": "themas/"}]}, "Schrijf bij menu een lijst"),
        ({"menu": [{"name": "n" * 41, "href": "themas/"}]}, "te lang voor het menu"),
        ({"menu": [{"name": "Thema's", "href": "/themas/"}]}, "is geen adres"),
        ({"menu": [{"name": "Thema's", "href": "javascript:alert(1)"}]}, "is geen adres"),
    ],
)
def test_what_is_wrong_is_refused(written, said):
    with pytest.raises(WrongOptionError, match=said):
        options_from({"look": written})


@pytest.fixture
def logo_settings(tmp_path):
    """The settings of a knowledge base with these files as logos, in the folder of its templates."""

    def settings(logo, **files):
        for name in ("content", "lessons", "eigen"):
            (tmp_path / name).mkdir(exist_ok=True)
        for name, content in files.items():
            path = tmp_path / "eigen" / name.replace("_", ".")
            path.write_text(content) if isinstance(content, str) else Image.new("RGBA", (8, 4), content).save(path)
        (tmp_path / "mkdocs.yml").write_text(
            f"docs_dir: content\ntheme: {{name: material, custom_dir: eigen}}\nplugins:\n  - geleerd:\n      look: {{logo: {logo}}}\n"
        )
        return settings_at(tmp_path)

    return settings


def test_the_size_of_a_logo_is_known(logo_settings):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path fill="#8a6d3b" d="M0 0h9v9z"/></svg>'
    logo = logo_settings("{file: a.svg, dark: b.png}", a_svg=drawing, b_png=WHITE).look.logo
    assert (logo.width, logo.height) == (120, 40)


@pytest.mark.parametrize(
    ("logo", "files", "said"),
    [
        ("weg.svg", {}, r"mkdocs.yml:5: look: Er is geen bestand weg.svg in eigen, content"),
        ("a.svg", {"a_svg": "<svg"}, "kan niet als logo"),
        ("a.png", {"a_png": BLUE}, "In het donkere palet is het logo a.png bijna niet te zien"),
        ("a.png", {"a_png": WHITE}, "In het lichte palet"),
        ("{file: a.png, dark: b.png}", {"a_png": BLUE, "b_png": BLUE}, "In het donkere palet is het logo b.png"),
        ("a.svg", {"a_svg": "<svg>" + " " * 60_000 + "</svg>"}, "te groot"),
    ],
)
def test_a_logo_that_is_not_there_or_not_seen_is_refused(logo_settings, logo, files, said):
    with pytest.raises(RefusalError, match=said):
        logo_settings(logo, **files)
