"""Drawings of the house as pixels."""

import pytest

from geleerd.read.drawings.family import FamilyDrawing, drawing_in, family
from geleerd.render.parts.templates import theme_folder
from geleerd.render.pictures.sketching import size_in, sketched

COLOURS = {"warm": "#ff0000", "cool": "#00ff00", "ink": "#000000", "back": "#ffffff", "light": "#ffffff"}
RED, GREEN, BLACK, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 0), (255, 255, 255)
ICONS = sorted((theme_folder() / "partials" / "icons").glob("*.html"))


@pytest.mark.parametrize(
    ("shapes", "seen"),
    [
        ('<rect class="warm" x="20" y="20" width="60" height="60" rx="4"/>', {(50, 50): RED, (20, 50): BLACK, (10, 50): WHITE}),
        ('<circle class="cool" cx="50" cy="50" r="30"/>', {(50, 50): GREEN, (80, 50): BLACK, (50, 20): BLACK, (24, 24): WHITE}),
        ('<ellipse class="cool" cx="50" cy="50" rx="40" ry="10"/>', {(50, 40): BLACK, (90, 50): BLACK, (50, 25): WHITE}),
        ('<path class="warm" d="M20 20h60v60H20z"/>', {(50, 50): RED, (80, 50): BLACK, (20, 80): BLACK}),
        ('<path d="M50 20a30 30 0 0 1 0 60"/>', {(80, 50): BLACK, (20, 50): WHITE}),
        ('<path d="M50 20a30 30 0 0 0 0 60"/>', {(20, 50): BLACK, (80, 50): WHITE}),
        ('<path d="M10 50c0-40 40-40 40 0s40 40 40 0"/>', {(30, 20): BLACK, (50, 50): BLACK, (70, 80): BLACK}),
        ('<path stroke-dasharray="20 20" stroke-width="4" d="M10 50h80"/>', {(20, 50): BLACK, (40, 50): WHITE, (60, 50): BLACK}),
        ('<g transform="translate(50 50)rotate(90)scale(2)"><path d="M0 0h20"/></g>', {(50, 80): BLACK, (80, 50): WHITE}),
        ('<path class="light" d="M10 50h80"/>', {(50, 50): WHITE}),
    ],
)
def test_a_shape_stands_where_svg_puts_it(shapes, seen):
    picture = sketched(FamilyDrawing("0 0 100 100", shapes), (100, 100), COLOURS)
    assert {at: picture.getpixel(at) for at in seen} == seen


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_has_lines_and_the_paper_around_them(icon):
    picture = sketched(drawing_in(icon.read_text()), (64, 64), COLOURS)
    assert {BLACK, WHITE} <= {colour for _, colour in picture.getcolors()}


def test_every_drawing_fits_in_its_box():
    sizes = {size_in(drawing, (420, 232)) for drawing in family().values()}
    assert all(wide <= 420 and high <= 232 for wide, high in sizes)
    assert {(420, 200), (232, 232)} <= sizes
