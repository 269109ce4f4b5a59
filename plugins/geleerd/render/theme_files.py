"""The files that pages need besides HTML: one stylesheet, made from a file for each component, the type face, and a YAML reader."""

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from xstatic.pkg import js_yaml

from geleerd.model.artefacts import TextFile
from geleerd.render.parts.templates import theme_folder

STYLES = (
    "tokens",
    "base",
    "site",
    "prose",
    "card",
    "item",
    "facts",
    "steps",
    "story",
    "lists",
    "tally",
    "home",
    "search",
    "form",
    "newsletter",
    "print",
    "deck",
)
"""The stylesheets in the order of the cascade."""

FONT_FILES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


def theme_files() -> Iterator[TextFile]:
    """The stylesheet, the fonts with their licence (SIL Open Font License), and js-yaml (MIT), which the form of the desk loads."""
    sheets = ((theme_folder() / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    yield TextFile("assets/stylesheets/geleerd.css", "".join(sheets))
    package = resources.files("fontpkg_atkinson_hyperlegible")
    for name in FONT_FILES:
        yield TextFile(f"assets/fonts/{name}", (package / "files" / name).read_bytes())
    yield TextFile("assets/fonts/LICENSE.txt", (package / "LICENSE").read_bytes())
    yield TextFile("assets/scripts/vendor/js-yaml.js", (Path(js_yaml.BASE_DIR) / "js-yaml.js").read_bytes())
