"""Letters in a picture: which letters the type face has, and how to lay out a text in lines so that nothing is cut off."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

FONTS = resources.files("fontpkg_atkinson_hyperlegible") / "files"
"""Atkinson Hyperlegible, the type face of the site."""

LEADING = 1.16
"""The distance from one line to the next, as a multiple of the size."""

_NOT_A_CHARACTER = "\uffff"

_FEWEST = 4
"""Fewest letters of a broken word on each side."""

_SYLLABLE = re.compile(r"(?:(?<!c)h|(?<!i)j|(?<!ng)s|[bcdfgklmnpqrtvwxz])(?=[aeiouyáàâäéèêëíìîïóòôöúùûü])", re.IGNORECASE)
"""Where a syllable begins, in most Dutch and English words."""


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text laid out: the size of its letters in pixels, and its lines."""

    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """The height of all lines together, in pixels."""
        return round(len(self.lines) * self.size * LEADING)


@cache
def font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    """The type face at a size in pixels."""
    name = f"AtkinsonHyperlegible-{'Bold' if bold else 'Regular'}.ttf"
    with resources.as_file(FONTS / name) as path:
        # The basic layout is part of Pillow. The other uses a library of the machine, so another machine might draw differently.
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """The shape of a character (None for a blank), its offset from the pen, and the distance that the pen moves on."""

    mask: Image.Image | None
    box: tuple[int, int, int, int]
    advance: int


@lru_cache(maxsize=10_000)  # reusing drawn letters is some ten times as fast as letting the library draw every line
def _glyph(char: str, size: int, *, bold: bool) -> _Glyph:
    face = font(size, bold=bold)
    left, top, right, bottom = (round(edge) for edge in face.getbbox(char))
    advance = round(face.getlength(char))
    if right <= left or bottom <= top:
        return _Glyph(None, (0, 0, 0, 0), advance)
    mask = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(mask).text((-left, -top), char, 255, face)
    return _Glyph(mask, (left, top, right, bottom), advance)


def length(text: str, size: int, *, bold: bool) -> int:
    """The width of a line, in pixels. The basic layout moves the pen by whole pixels and knows no kerning of this type face."""
    return sum(_glyph(char, size, bold=bold).advance for char in text)


def write(ink: Image.Image, at: tuple[int, int], line: str, size: int, *, bold: bool) -> None:
    """Write a line in a mask, with its upper left corner at a point."""
    pen, top = at
    for char in line:
        glyph = _glyph(char, size, bold=bold)
        if glyph.mask:
            left, up, right, down = glyph.box
            ink.paste(255, (pen + left, top + up, pen + right, top + down), glyph.mask)
        pen += glyph.advance


def drawable(text: str) -> str:
    """The part of the text that the type face can write, on one line.

    A letter that it lacks loses its accent or is spelt out; emoji and other scripts are left out. The result is empty when less than
    half of the letters and digits would be left, since such a remainder would mean something else.
    """
    text = unicodedata.normalize("NFC", text)
    kept = " ".join("".join(map(_nearest, text)).split())
    return kept if 2 * _letters(kept) >= _letters(text) else ""


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


@lru_cache(maxsize=20_000)
def _nearest(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char)[0] in "CM":
        return ""
    if _has(char):
        return char
    if unicodedata.category(char) == "Pd":
        return "-"
    return "".join(part for part in unicodedata.normalize("NFKD", char) if unicodedata.category(part)[0] not in "CM" and _has(part))


def _has(char: str) -> bool:
    """Whether the type face has a shape of its own for the character, not only the box for missing characters."""
    mask = font(32, bold=True).getmask(char)
    box = _box()
    return (mask.size, bytes(mask)) != box


@cache
def _box() -> tuple[tuple[int, int], bytes]:
    mask = font(32, bold=True).getmask(_NOT_A_CHARACTER)
    return mask.size, bytes(mask)


def in_lines(text: str, sizes: Sequence[int], width: int, height: int, *, bold: bool) -> FittedText:
    """The text at the largest of the sizes at which it fits in the box, in lines of about the same length.

    Words stay whole if possible: only when no size fits the text with whole words, long words are broken. A text that does not fit even
    then gets the smallest size.
    """
    for size in sizes:
        words = _measured(text, size, bold=bold)
        if all(wide <= width for _, wide in words):
            lines = FittedText(size, _balanced(words, size, width, bold=bold))
            if lines.height <= height:
                return lines
    for size in sizes:
        lines = FittedText(size, _broken(text, size, width, bold=bold))
        if lines.height <= height:
            return lines
    return lines


def _measured(text: str, size: int, *, bold: bool) -> list[tuple[str, int]]:
    return [(word, length(word, size, bold=bold)) for word in text.split()]


def _balanced(words: Sequence[tuple[str, int]], size: int, width: int, *, bold: bool) -> tuple[str, ...]:
    """The fewest possible lines, without a single word on the last line when the line above can share its words."""
    space = length(" ", size, bold=bold)
    lines = tuple(_wrapped(words, space, width))
    widest = max((wide for _, wide in words), default=width)
    while (width := width - size // 4) >= widest and len(narrower := tuple(_wrapped(words, space, width))) == len(lines):
        lines = narrower
    return lines


def _wrapped(words: Sequence[tuple[str, int]], space: int, width: int) -> Iterator[str]:
    line: list[str] = []
    used = -space
    for word, wide in words:
        if line and used + space + wide > width:
            yield " ".join(line)
            line, used = [], -space
        line.append(word)
        used += space + wide
    if line:
        yield " ".join(line)


def _broken(text: str, size: int, width: int, *, bold: bool) -> tuple[str, ...]:
    """As `_wrapped`, but a word that is wider than a line begins a new line and continues on the next, after a hyphen."""

    def fits(line: str) -> bool:
        return length(line, size, bold=bold) <= width

    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if fits(joined):
            lines[-1] = joined
        else:
            lines += _pieces(word, fits)
    return tuple(line for line in lines if line)


def _pieces(word: str, fits: Callable[[str], bool]) -> Iterator[str]:
    while word:
        end = len(word) if fits(word) else _end(word, max(1, next(end for end in range(len(word)) if not fits(f"{word[: end + 1]}-"))))
        yield word[:end] + _hyphen(word, end)
        word = word[end:]


def _end(word: str, most: int) -> int:
    """How many letters of a word come before its break, when `most` fit on the line: up to the last good break, or as many as fit.

    A syllable begins with one consonant before its vowel (ns/tw, ng/sn). A dictionary may break the word elsewhere, but this reads well.
    """
    most = max(1, min(most, len(word) - _FEWEST))
    return max((match.start() for match in _SYLLABLE.finditer(word) if _FEWEST <= match.start() <= most), default=most)


def _hyphen(word: str, end: int) -> str:
    """The hyphen of a broken word: only between letters, since elsewhere it would seem to be part of the word."""
    return "-" if end < len(word) and word[end - 1].isalpha() and word[end].isalpha() else ""
