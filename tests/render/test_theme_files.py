"""The files that pages need besides HTML."""

from hashlib import sha256
from importlib import resources

import pytest
from PIL import ImageFont

from geleerd.render.parts.templates import theme_folder
from geleerd.render.theme_files import readers_of_forms

PACKAGE = resources.files("fontpkg_atkinson_hyperlegible")
FONTS = theme_folder() / "assets/fonts"

MARKED = "2dc4769dfde29f51c7aca1a539c6407c789c8ea644cf8b7d01ded28a9c1d800b"
"""SHA-256 of `lib/marked.umd.js` in marked 18.0.5, as its makers published it."""


def test_marked_is_the_file_of_its_makers():
    files = {file.path: file.content for file in readers_of_forms()}
    assert sha256(files["assets/scripts/vendor/marked.js"]).hexdigest() == MARKED


def test_the_readers_of_forms_say_whose_they_are():
    for file in readers_of_forms():
        assert b"https://github.com/" in file.content[:300], file.path


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_packed_typeface_has_the_letters_of_its_package(weight):
    basic = ImageFont.Layout.BASIC
    packed = ImageFont.truetype(FONTS / f"AtkinsonHyperlegible-{weight}.woff2", 24, layout_engine=basic)
    whole = ImageFont.truetype(PACKAGE / "files" / f"AtkinsonHyperlegible-{weight}.ttf", 24, layout_engine=basic)
    letters = [chr(code) for code in (*range(0x20, 0x180), *range(0x2010, 0x2200))]
    assert packed.getname() == whole.getname()
    assert [bytes(packed.getmask(letter)) for letter in letters] == [bytes(whole.getmask(letter)) for letter in letters]


def test_the_typeface_brings_its_licence():
    assert (FONTS / "LICENSE.txt").read_bytes() == (PACKAGE / "LICENSE").read_bytes()
