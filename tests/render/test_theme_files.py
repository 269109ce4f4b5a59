"""The files that pages need besides HTML."""

import re
from collections.abc import Iterator
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


FACE = re.compile(r"url\(\"../fonts/(AtkinsonHyperlegible-(\w+)[^\"]*)\"\).*unicode-range: ([^;]+);")


def faces() -> Iterator[tuple[str, str, set[int]]]:
    """The files of the typeface, with their weight and the characters for which a browser asks them."""
    for name, weight, ranges in FACE.findall((theme_folder() / "styles/tokens.css").read_text()):
        ends = ([int(end, 16) for end in part.strip().removeprefix("U+").split("-")] for part in ranges.split(","))
        yield name, weight, {code for end in ends for code in range(end[0], end[-1] + 1)}


def drawn(file, letters):
    font = ImageFont.truetype(file, 24, layout_engine=ImageFont.Layout.BASIC)
    return font.getname(), [bytes(font.getmask(chr(letter))) for letter in letters]


@pytest.mark.parametrize(("name", "weight", "letters"), list(faces()))
def test_the_packed_typeface_has_the_letters_of_its_package(name, weight, letters):
    whole = PACKAGE / "files" / f"AtkinsonHyperlegible-{weight}.ttf"
    _, [missing] = drawn(whole, [0xFFFF])
    known = [letter for letter in sorted(letters) if drawn(whole, [letter])[1] != [missing]]
    assert len(known) > 100
    assert drawn(FONTS / name, known) == drawn(whole, known)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_letter_of_the_typeface_has_one_file(weight):
    found = [letters for _, own, letters in faces() if own == weight]
    whole = PACKAGE / "files" / f"AtkinsonHyperlegible-{weight}.ttf"
    _, [missing] = drawn(whole, [0xFFFF])
    letters = {letter for letter in range(0x20, 0x2600) if chr(letter).isprintable() and drawn(whole, [letter])[1] != [missing]}
    assert len(letters) > 300
    assert letters <= set.union(*found)
    assert sum(map(len, found)) == len(set.union(*found))


def test_the_typeface_brings_its_licence():
    assert (FONTS / "LICENSE.txt").read_bytes() == (PACKAGE / "LICENSE").read_bytes()
