"""A logo is measured and looked at, and does nothing but show itself."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from geleerd.render.look.own_logo import logo_image

PAPER, NIGHT = "#ffffff", "#1c1815"


def drawing(inside, size='viewBox="0 0 30 10"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'.encode()


@pytest.mark.parametrize("size", ['viewBox="0 0 30 10"', 'width="30" height="10"', 'width="30px" height="10px"'])
def test_the_size_of_a_drawing_is_that_of_what_it_shows(size):
    found = logo_image(drawing('<path d="M0 0h9v9z"/>', size))
    assert (found.width, found.height) == (30, 10)


def test_a_drawing_without_colours_is_black():
    found = logo_image(drawing('<path d="M0 0h9v9z"/>'))
    assert found.stands_out(PAPER) == 21
    assert found.stands_out(NIGHT) < 3


@pytest.mark.parametrize("paint", ['fill="#fff"', 'stroke="white"', 'style="fill: rgb(255,255,255)"'])
def test_the_colours_of_a_drawing_are_found_however_they_are_written(paint):
    found = logo_image(drawing(f'<path {paint} d="M0 0h9v9z"/>'))
    assert found.stands_out(PAPER) == 1


@pytest.mark.parametrize(
    "inside",
    ['<image href="https://elders.example/a.png" width="9" height="9"/>', "<script>alert(1)</script>", ""],
)
def test_a_drawing_that_asks_for_more_or_shows_nothing_is_none(inside):
    assert logo_image(drawing(inside, 'viewBox="0 0 30 10"' if inside else "")) is None
    assert logo_image(b"geen beeld") is None


def test_a_picture_counts_by_what_is_not_transparent():
    picture, written = Image.new("RGBA", (200, 100)), BytesIO()
    ImageDraw.Draw(picture).rectangle((50, 20, 150, 80), fill=(255, 255, 255, 255))
    picture.save(written, "PNG")
    found = logo_image(written.getvalue())
    assert (found.width, found.height) == (200, 100)
    assert found.stands_out(NIGHT) > 10
    assert found.stands_out(PAPER) < 1.5
    blank = BytesIO()
    Image.new("RGBA", (9, 9)).save(blank, "PNG")
    assert logo_image(blank.getvalue()) is None
