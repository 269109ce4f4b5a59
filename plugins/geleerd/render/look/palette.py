"""The colours of the two palettes, for what CSS cannot reckon with. They are defined in `tokens.css` and nowhere else."""

import re
from collections.abc import Mapping
from functools import cache

from geleerd.model.frozen import Frozen
from geleerd.render.parts.templates import theme_folder

_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")


def light_palette() -> Mapping[str, str]:
    """The colours by the names of their tokens, as `#rrggbb`."""
    return _palette(":root {")


def dark_palette() -> Mapping[str, str]:
    """The same of the dark palette, with the colours that it shares with the light one."""
    return Frozen({**light_palette(), **_palette(':root[data-palette="dark"] {')})


@cache
def _palette(selector: str) -> Mapping[str, str]:
    sheet = (theme_folder() / "styles" / "tokens.css").read_text(encoding="utf-8")
    return Frozen(_TOKEN.findall(sheet.partition(selector)[2].partition("}")[0]))
