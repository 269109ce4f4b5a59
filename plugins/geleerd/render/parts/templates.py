"""The environment of the product's templates: it escapes every value that is not marked as safe."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from importlib import resources
from pathlib import Path

from jinja2 import BytecodeCache, ChoiceLoader, DictLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from geleerd.locale.catalogue import Catalogue
from geleerd.model.declarations.registry import DECLARATIONS, Declarations
from geleerd.read.drawings.family import family


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

_ALL = -1
"""Templates that are kept by an environment. With a limit, each use of one would make it search for its place in the queue."""

_CARDS = 8_192
"""Cards that are kept while others are made: an item stands in lists of its type, networks, themes, tags, year and phase."""


def theme_folder() -> Path:
    """The folder of the package with templates, stylesheets and scripts."""
    return Path(str(resources.files("geleerd"))) / "theme"


def environment(catalogue: Catalogue, overrides: Sequence[Path] = (), declarations: Declarations = DECLARATIONS) -> Environment:
    """The environment that renders articles; a template in `overrides` replaces the product's own.

    The types that an owner declares have a page that shows every field, and the icon that they borrow, where `overrides` have none.
    """
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader([*overrides, theme_folder()]), DictLoader(_of_own_types(declarations))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
        cache_size=_ALL,
    )
    env.globals["say"] = catalogue.say
    env.globals["part"] = catalogue.part
    env.globals["unit"] = catalogue.value
    env.globals["icon"] = cache(lambda key: Markup(env.get_template(f"partials/icons/{key}.html").render()))  # noqa: S704  # a template's own
    env.globals["drawing"] = drawing_beside
    env.globals["show_card"] = _cards_by(env)
    return env


def _of_own_types(declarations: Declarations) -> dict[str, str]:
    types = ((declarations.item_types, DECLARATIONS.item_types, "item"), (declarations.frame_types, DECLARATIONS.frame_types, "frame"))
    added = [(key, page) for own, ours, page in types for key in own.keys() - ours.keys()]
    pages = {f"pages/{key}.html": f'{{% extends "pages/{page}.html" %}}' for key, page in added}
    icons = {f"partials/icons/{key}.html": f'{{% include "partials/icons/{icon}.html" %}}' for key, icon in declarations.icons.items()}
    return pages | icons


@cache
def drawing_beside(drawn: str) -> Markup:
    """A drawing as it stands in a page, hidden from those who listen, since words beside it say the same.

    It is known by its name in the family, whose lines and classes the stylesheet colours, or by a link to a file. Empty for another name.
    """
    if drawn.endswith(".svg"):
        return Markup('<img class="drawing" src="{}" alt="" width="96" height="96" loading="lazy">').format(drawn)
    drawing = family().get(drawn)
    if drawing is None:
        return Markup()
    root = Markup('<svg class="drawing" viewBox="{}" aria-hidden="true" focusable="false">').format(drawing.view_box)
    return root + Markup(f"{drawing.shapes}</svg>")  # noqa: S704  # a file of the package


def _cards_by(env: Environment) -> Callable[[object, int], Markup]:
    """Makes the HTML of cards with the templates of an environment, of each card once."""
    return lru_cache(maxsize=_CARDS)(partial(_card, env))


def _card(env: Environment, card: object, level: int) -> Markup:
    return Markup(env.get_template("partials/card.html").render({"card": card, "level": level}))  # noqa: S704  # the template escapes


def in_frame(env: Environment, frame: str) -> Environment:
    """The same templates for another place: a template in the folder `frame` replaces its namesake, such as the frame of all items."""
    loader = env.loader
    if loader is None:
        return env
    framed = env.overlay(loader=ChoiceLoader([FunctionLoader(lambda name: loader.get_source(env, f"{frame}/{name}")), loader]))
    framed.globals = {**env.globals, "show_card": _cards_by(framed)}
    return framed
