"""How well two colours can be told apart."""

from collections.abc import Mapping

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of what is no text but has a meaning (WCAG 2.2, 1.4.3 and 1.4.11)."""

_STEPS = 64


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, the definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def strong_enough(colour: str, grounds: Mapping[str, str], least: float) -> str:
    """The colour nearest to this one that stands out on every ground: a darker one on light paper, a lighter one on dark paper."""
    end = 0 if _luminance(next(iter(grounds.values()))) > 0.2 else 255  # halfway, as eyes see it
    shades = (_mixed(colour, end, step) for step in range(_STEPS + 1))
    return next(
        (shade for shade in shades if all(contrast(shade, ground) >= least for ground in grounds.values())), _mixed(colour, end, _STEPS)
    )


def _luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1 (WCAG 2.2)."""
    parts = (part / 255 for part in bytes.fromhex(colour.removeprefix("#")))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: str, end: int, step: int) -> str:
    parts = bytes.fromhex(colour.removeprefix("#"))
    return "#" + bytes(round(part + (end - part) * step / _STEPS) for part in parts).hex()
