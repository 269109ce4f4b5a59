"""The files that pages need besides HTML: one stylesheet, made from a file for each component, and readers for forms."""

from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from geleerd.model.artefacts import TextFile
from geleerd.model.declarations.item_types import Item
from geleerd.model.settings import Look
from geleerd.render.look.own_look import look_rules
from geleerd.render.minified import minified, minified_script
from geleerd.render.parts.templates import theme_folder

STYLES = (
    "tokens",
    "base",
    "site",
    "prose",
    "card",
    "drawing",
    "item",
    "facts",
    "steps",
    "story",
    "lists",
    "agenda",
    "factors",
    "relations",
    "value",
    "tally",
    "home",
    "search",
    "form",
    "newsletter",
    "print",
    "deck",
)
"""The stylesheets in the order of the cascade."""

_COLOURED = ("card", "item", "near__row", "type", "way")
"""The components whose modifier is a type."""


def theme_files(types: Mapping[str, type[Item]], look: Look) -> Iterator[TextFile]:
    """The stylesheet with the colours of these types and the look that the owner chose, and what forms read with."""
    sheets = ((theme_folder() / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    yield TextFile("assets/stylesheets/geleerd.css", minified("".join((*map(_colour, types.values()), *sheets, look_rules(look)))))
    yield from readers_of_forms()


def readers_of_forms() -> Iterator[TextFile]:
    """marked, with which a form shows its texts (MIT).

    No package exists for marked alone: this one carries the file as its makers published it, and nothing of the package runs.
    """
    marked = metadata.distribution("uploadserver-preview").locate_file("uploadserver_preview/assets/marked.umd.js")
    yield TextFile("assets/scripts/vendor/marked.js", Path(str(marked)).read_bytes())


def as_served(path: Path) -> bytes:
    """A file of our theme as sites have it: of a script, what a browser reads."""
    content = path.read_bytes()
    return minified_script(content.decode()).encode() if path.suffix == ".js" else content


def _colour(declared: type[Item]) -> str:
    """The rule that gives everything of a type its colour."""
    colour = declared.COLOUR if declared.COLOUR.startswith("#") else f"var(--{declared.COLOUR})"
    return f":is({', '.join(f'.{block}--{declared.KEY}' for block in _COLOURED)}) {{ --type: {colour}; }}\n"
