"""The owner's own colours and letters: what of them does not stand out, and the rules that put them in the place of the package's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.settings import Look
from geleerd.render.look.contrast import SHAPE, TEXT, contrast, strong_enough
from geleerd.render.look.palette import dark_palette, light_palette

_GROUNDS = ("paper", "surface", "sunk")
_TYPES = ("lesson", "tip", "brilliant-failure", "work-format", "example", "learning-question")
_STANDS_OUT = {
    **dict.fromkeys(("ink", "quiet", "accent", "visited", *_TYPES), (_GROUNDS, TEXT)),
    "edge": (("paper", "surface"), SHAPE),
    "on-proud": (("proud",), TEXT),
}
"""For each colour: on which it stands, and the least contrast with them."""

COLOURS = (*_GROUNDS, *_STANDS_OUT, "rule", "proud", "mark")
"""The colours that an owner can choose."""


@dataclass(frozen=True, slots=True)
class WeakColour:
    """A colour that does not stand out enough on another, in one of the palettes, and the nearest one that does."""

    palette: str
    name: str
    ground: str
    ratio: float
    least: float
    better: str


def weak_colours(look: Look) -> Iterator[WeakColour]:
    """Every colour that somebody could not read, each once: of those that the owner chose, or that stand on one that the owner chose."""
    for palette, chosen, own in (("light", look.light, light_palette()), ("dark", look.dark, dark_palette())):
        colours = {**own, **chosen}
        for name, (grounds, least) in _STANDS_OUT.items():
            if chosen.keys() & {name, *grounds}:
                yield from _weak(palette, name, {ground: colours[ground] for ground in grounds}, colours[name], least)


def paper_of(look: Look, palette: str) -> str:
    """The colour of the paper in the `light` or the `dark` palette."""
    chosen, own = (look.dark, dark_palette()) if palette == "dark" else (look.light, light_palette())
    return chosen.get("paper", own["paper"])


def _weak(palette: str, name: str, grounds: Mapping[str, str], colour: str, least: float) -> Iterator[WeakColour]:
    ratios = {ground: contrast(colour, behind) for ground, behind in grounds.items()}
    worst = min(ratios, key=lambda ground: ratios[ground])
    if ratios[worst] < least:
        yield WeakColour(palette, name, worst, ratios[worst], least, strong_enough(colour, grounds, least))


def look_rules(look: Look) -> str:
    """The rules for the end of the stylesheet; empty for the look of the package."""
    light = [f"--{name}: {colour};" for name, colour in look.light.items()]
    light += [f"--font: {look.font};"] if look.font else []
    dark = [f"--{name}: {colour};" for name, colour in look.dark.items()]
    rules = [f":root {{ {' '.join(light)} }}"] if light else []
    if dark:
        rules.append(f':root[data-palette="dark"] {{ {" ".join(dark)} }}')
        rules.append(f'@media (prefers-color-scheme: dark) {{ :root[data-palette="auto"] {{ {" ".join(dark)} }} }}')
    return "".join(f"{rule}\n" for rule in (f"@media screen {{ {rule} }}" if "--paper" in rule else rule for rule in rules))
