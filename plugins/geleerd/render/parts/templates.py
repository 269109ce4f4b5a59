"""The environment of the product's templates: it escapes every value that is not marked as safe."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from geleerd.locale.catalogue import Catalogue


class _Compiled(BytecodeCache):
    """Keeps compiled templates while the process runs, since `mkdocs serve` builds many times.

    A template that changed is compiled anew.
    """

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code that was kept under this key, if its source is the same."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled code."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def theme_folder() -> Path:
    """The folder of the package with templates, stylesheets and scripts."""
    return Path(str(resources.files("geleerd"))) / "theme"


def environment(catalogue: Catalogue, overrides: Sequence[Path] = ()) -> Environment:
    """The environment that renders articles; a template in `overrides` replaces the product's own."""
    env = Environment(
        loader=FileSystemLoader([*overrides, theme_folder()]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    env.globals["say"] = catalogue.say
    env.globals["part"] = catalogue.part
    env.globals["unit"] = catalogue.value
    env.globals["icon"] = cache(lambda key: Markup(env.get_template(f"partials/icons/{key}.html").render()))  # noqa: S704  # a template's own
    return env


def in_frame(env: Environment, frame: str) -> Environment:
    """The same templates for another place: a template in the folder `frame` replaces its namesake, such as the frame of all items."""
    loader = env.loader
    if loader is None:
        return env
    return env.overlay(loader=ChoiceLoader([FunctionLoader(lambda name: loader.get_source(env, f"{frame}/{name}")), loader]))
