"""What the pages need besides HTML: one stylesheet, put together from one file per component, and the type face."""

from collections.abc import Iterator
from importlib import resources

from geleerd.render.artefacts import TextFile
from geleerd.render.templates import theme_folder

STYLES = ("tokens", "base", "site", "prose", "card", "item", "facts", "steps", "story", "lists", "home", "search", "print", "deck")
"""The stylesheets in the order of the cascade."""

FONTS = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


def theme_files() -> Iterator[TextFile]:
    """The stylesheet and the fonts (SIL Open Font License; its text stands beside them)."""
    sheets = ((theme_folder() / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    yield TextFile("assets/stylesheets/geleerd.css", "".join(sheets))
    package = resources.files("fontpkg_atkinson_hyperlegible")
    for name in FONTS:
        yield TextFile(f"assets/fonts/{name}", (package / "files" / name).read_bytes())
    yield TextFile("assets/fonts/LICENSE.txt", (package / "LICENSE").read_bytes())
