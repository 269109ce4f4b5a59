"""Prints every name that a template of the product reads of a view, as Python, so that vulture counts it as used."""

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from jinja2.nodes import Getattr

THEME = Path(__file__).parent.parent.parent / "plugins/geleerd/theme"


def names_read(theme: Path) -> Iterator[str]:
    """The attributes that the templates of a folder ask for."""
    for path in theme.rglob("*.html"):
        yield from (node.attr for node in Environment(autoescape=True).parse(path.read_text(encoding="utf-8")).find_all(Getattr))


if __name__ == "__main__":
    print("\n".join(f"_.{name}" for name in sorted(set(names_read(THEME)))))
