"""The picture beside a link to a page in a newsletter, a chat or a feed: the look of the site, in 1200 by 630 pixels."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import astuple
from functools import cache, lru_cache

import PIL
from PIL import Image, ImageDraw

from geleerd.model.artefacts import ShareImage
from geleerd.read.drawings.family import FamilyDrawing, drawing_in, family
from geleerd.render.look.palette import light_palette
from geleerd.render.parts.templates import theme_folder
from geleerd.render.pictures.lettering import FONTS, LEADING, FittedText, drawable, in_lines, length, write
from geleerd.render.pictures.sketching import size_in, sketched

WIDTH, HEIGHT = 1200, 630
"""In pixels, in the ratio of 1.91 to 1 that all platforms use for large cards."""

_BAND = 36
_LEFT, _RIGHT = 100, 1120
_TOP, _BOTTOM = 76, 606
_TITLE_TOP, _TITLE_BOTTOM = 146, 490
_DETAIL_TOP, _DETAIL_GAP = 352, 20
_RULE = 510
_FOOT_TOP = 528
_SITE_LEFT, _GAP = 780, 40

_SKETCH, _SKETCH_TOP, _SKETCH_GAP = (420, 232), 72, 44
"""The box in which a drawing fits, how high it stands, and what is free beside it."""

_FILLS = ("warm", "cool", "paper", "snow", "night", "light")
"""The colours in drawings, besides that of their lines."""

_KIND = 40
_TITLE = (104, 96, 88, 80, 72, 64, 56, 48, 42, 36, 30, 24)
_DETAIL = (38, 35, 32)
_FOOT = (34, 30, 26, 22, 18, 15, 12)

_DRAWN = 2
"""The version of the way of drawing. Add one when you change what this file or `lettering` draws, or the old pictures stay."""

_INK, _QUIET, _OWN = range(3)
"""The numbers of the colours in the palette, where every colour has the same number of shades."""

_SHADES = 16
"""Shades from the paper to a colour: enough for smooth edges of letters."""


def picture_key(image: ShareImage) -> str:
    """The key of a picture. Other words, colours, type faces or another way of drawing give another key."""
    return hashlib.sha256(repr((astuple(image), _drawing(image.drawing), _ways_to_draw())).encode()).hexdigest()


def painted(image: ShareImage) -> bytes:
    """The picture as PNG."""
    palette = light_palette()
    colours = [palette["ink"], palette["quiet"], palette.get(image.colour, image.colour)]
    picture = _coloured(_lettered(image))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, _BAND - 1, HEIGHT), fill=_OWN * _SHADES + _SHADES - 1)
    draw.rectangle((_LEFT, _RULE, _RIGHT - 1, _RULE + 1), fill=len(colours) * _SHADES)
    ramps = [(palette["paper"], colour) for colour in colours] + [(palette[f"drawing-{fill}"], palette["ink"]) for fill in _FILLS]
    shades = [part for ramp in ramps for part in _ramp(*ramp)]
    rule = len(colours) * _SHADES * 3
    picture.putpalette([*shades[:rule], *_rgb(palette["rule"]), *shades[rule:]])
    if image.drawing and (sketch := _sketch(image.drawing, colours[_OWN])):
        picture.paste(sketch.quantize(palette=picture, dither=Image.Dither.NONE), (_RIGHT - sketch.width, _SKETCH_TOP))
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=3)  # level six takes twice as long and saves a quarter
    return file.getvalue()


def _drawing(name: str) -> FamilyDrawing | None:
    """The drawing or the icon of this name; None where there is none."""
    icon = theme_folder() / "partials" / "icons" / f"{name}.html"
    return family().get(name) or (drawing_in(icon.read_text(encoding="utf-8")) if name and icon.is_file() else None)


@lru_cache(maxsize=256)
def _sketch(name: str, own: str) -> Image.Image | None:
    """The drawing of this name, which many pictures share; an icon has the colour of its type, which is its `own`."""
    drawing, palette = _drawing(name), light_palette()
    if drawing is None:
        return None
    fills = {fill: palette[f"drawing-{fill}"] for fill in _FILLS}
    return sketched(drawing, _SKETCH, {**fills, "ink": palette["ink"] if name in family() else own, "back": palette["paper"]})


@cache
def _ways_to_draw() -> tuple[str, ...]:
    """All that decides how a picture looks besides its words: the way of drawing, the colours, the type face and the library that draws."""
    faces = (FONTS / f"AtkinsonHyperlegible-{weight}.ttf" for weight in ("Bold", "Regular"))
    digests = (hashlib.sha256(file.read_bytes()).hexdigest() for file in faces)
    return (str(_DRAWN), PIL.__version__, repr(sorted(light_palette().items())), *digests)


def _lettered(image: ShareImage) -> Image.Image:
    """All texts of the picture, as a mask."""
    ink = Image.new("L", (WIDTH, HEIGHT))
    kind, title, detail, networks, site = map(drawable, (image.kind, image.title, image.detail, image.networks, image.site))
    if not title:  # the type face lacks the script of the title: the kind is then all that the picture can say
        kind, title = "", kind
    write(ink, (_LEFT, _TOP), kind, _KIND, bold=True)
    drawing = _drawing(image.drawing)
    width = _RIGHT - _LEFT - (size_in(drawing, _SKETCH)[0] + _SKETCH_GAP if drawing else 0)
    heading = in_lines(title, _TITLE, width, (_DETAIL_TOP - _DETAIL_GAP if detail else _TITLE_BOTTOM) - _TITLE_TOP, bold=True)
    _block(ink, heading, _TITLE_TOP, bold=True)
    if detail:
        top = min(_DETAIL_TOP, _TITLE_TOP + heading.height + _DETAIL_GAP)
        _block(ink, in_lines(detail, _DETAIL, width, _TITLE_BOTTOM - top, bold=False), top, bold=False)
    foot = _BOTTOM - _FOOT_TOP
    _block(ink, in_lines(networks, _FOOT, _SITE_LEFT - _LEFT - _GAP, foot, bold=False), _FOOT_TOP, bold=False)
    _block(ink, in_lines(site, _FOOT, _RIGHT - _SITE_LEFT, foot, bold=True), _FOOT_TOP, bold=True, right=True)
    return ink


def _block(ink: Image.Image, text: FittedText, top: int, *, bold: bool, right: bool = False) -> None:
    for number, line in enumerate(text.lines):
        left = _RIGHT - length(line, text.size, bold=bold) if right else _LEFT
        write(ink, (left, top + round(number * text.size * LEADING)), line, text.size, bold=bold)


def _coloured(ink: Image.Image) -> Image.Image:
    """The picture of a mask: each pixel is the number of a colour in the palette. All text is in ink, except the kind and the networks."""
    picture = ink.point(_numbers(_INK))
    for box, colour in (((_BAND, 0, WIDTH, _TITLE_TOP), _OWN), ((_BAND, _RULE, _SITE_LEFT - _GAP, HEIGHT), _QUIET)):
        picture.paste(ink.crop(box).point(_numbers(colour)), box)
    return picture


@cache
def _numbers(colour: int) -> Sequence[int]:
    """For every strength in a mask, the number of that shade in the palette; strength zero is paper."""
    shades = (strength * _SHADES // 256 for strength in range(256))
    return [colour * _SHADES + shade if shade else 0 for shade in shades]


def _ramp(paper: str, colour: str) -> list[int]:
    """The shades from the paper to a colour, in the form of a palette: red, green and blue in turn."""
    ends = tuple(zip(_rgb(paper), _rgb(colour), strict=True))
    return [round(light + (dark - light) * shade / (_SHADES - 1)) for shade in range(_SHADES) for light, dark in ends]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
