"""The colours of the light palette, for pictures, which CSS cannot style. They are defined in `tokens.css` and nowhere else."""

import re
from collections.abc import Mapping
from functools import cache

from geleerd.model.frozen import Frozen
from geleerd.render.parts.templates import theme_folder

_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")


@cache
def light_palette() -> Mapping[str, str]:
    """The colours by the names of their tokens, as `#rrggbb`."""
    sheet = (theme_folder() / "styles" / "tokens.css").read_text(encoding="utf-8")
    light = sheet.partition(":root {")[2].partition("}")[0]
    return Frozen(_TOKEN.findall(light))
