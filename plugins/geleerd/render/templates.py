"""The product's templates, in an environment of their own: everything is escaped unless it is known to be safe."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from geleerd.locale.catalogue import Catalogue


def theme_folder() -> Path:
    """The folder of templates, stylesheets and scripts that travels with the package."""
    return Path(str(resources.files("geleerd"))) / "theme"


def environment(catalogue: Catalogue, overrides: Sequence[Path] = ()) -> Environment:
    """The environment that renders articles; a template in `overrides` wins over the product's own."""
    env = Environment(
        loader=FileSystemLoader([*overrides, theme_folder()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals["say"] = catalogue.say
    env.globals["part"] = catalogue.part
    env.globals["unit"] = catalogue.value
    return env
