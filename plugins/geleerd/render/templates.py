"""The product's templates, in an environment of their own: everything is escaped unless it is known to be safe."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined

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


def in_frame(env: Environment, frame: str) -> Environment:
    """The same templates for another place: one in the folder `frame` stands in for its namesake, such as the frame of all items."""
    loader = env.loader
    if loader is None:
        return env
    return env.overlay(loader=ChoiceLoader([FunctionLoader(lambda name: loader.get_source(env, f"{frame}/{name}")), loader]))
