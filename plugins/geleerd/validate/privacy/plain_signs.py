"""A text in plain signs: what is written in another way to a program reads the same to a person, such as `&#64;`, `(at)` and `６`."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from geleerd.model.frozen import Frozen
from geleerd.validate.privacy.expressions import any_of, words_under

_AT, _DOT = (any_of(words_under(key)) for key in ("at", "dot"))
_OPEN, _SHUT = r"""\s{0,2}[(\[{<“„‹«"'|*#/~=+]{1,2}\s?""", r"""\s?[)\]}>”“›»"'|*#/~=+]{1,2}\s{0,2}"""

OTHERWISE = (
    r"(?P<reference>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});)"
    r"|(?P<percent>%(?:40|2[0bde]))"
    r"|(?P<mark>\\(?=[!-/:-@\[-`{-~])|\*\*|(?<!\w)_{1,2}(?=\w)|(?<=[^\W_])_{1,2}(?!\w)|<!--[^<>]{0,80}-->"
    r"|</?(?:b|em|i|mark|small|span|strong|u|wbr)(?: [^<>]{0,80})?>)"
    rf"|(?P<at>{_OPEN}(?:{_AT}|@|at-?teken){_SHUT}|\s{{0,2}}[(\[{{]\s?(?:ad?|bij)\s?[)\]}}]\s{{0,2}})"
    rf"|(?P<dot>{_OPEN}(?:{_DOT}|\.){_SHUT})"
    r"|(?P<sign>[^\x00-\x7e\u00c0-\u017f‘’“”€…°\u0300-\u036f]|[^\u0300-\u036f][\u0300-\u036f]{1,9})"
)
"""Character references, percent-encoding, marks of Markdown and HTML within a word, signs spelt between brackets, and signs beyond the
usual ones of our languages."""

NAMED: Mapping[str, str] = Frozen({"commat": "@", "period": ".", "nbsp": " ", "shy": "", "zwj": "", "zwnj": "", "plus": "+", "ast": "*"})
"""The signs that character references name."""

ALIKE: Mapping[str, str] = Frozen({"·": ".", "•": ".", "∙": ".", "。": ".", "−": "-", "⁄": "/", "\ufe0f": ""})
"""Signs that look like another, or have no look of their own."""

_OTHERWISE = re.compile(OTHERWISE, re.IGNORECASE)
_MAY_BE_OTHERWISE = re.compile(r"""[&%\\*_<(\[{“„‹«"'|#/~=+]|[^\x00-\x7e]""")
"""The signs with which any of them begins, behind spaces."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A piece of a text that a plain sign, or nothing, stands for: where it stood, and where its end is in the plain text."""

    start: int
    end: int
    sign: str
    plain_end: int = 0


@dataclass(frozen=True, slots=True)
class PlainSigns:
    """A text in plain signs, and all pieces that were replaced."""

    text: str
    written: str
    replaced: tuple[Replaced, ...] = ()

    def as_written(self, start: int, end: int) -> str:
        """The piece of the written text that stands for this piece of the plain one."""
        return self.written[self._place(start)[0] : self._place(end - 1)[1]]

    def _place(self, position: int) -> tuple[int, int]:
        """Where the sign at a position of the plain text begins and ends in the written one."""
        number = bisect_right(self.replaced, position, key=lambda piece: piece.plain_end - len(piece.sign))
        if not number:
            return position, position + 1
        last = self.replaced[number - 1]
        beyond = position - last.plain_end
        return (last.start, last.end) if beyond < 0 else (last.end + beyond, last.end + beyond + 1)


def in_plain_signs(text: str) -> PlainSigns:
    """A text without the signs that hide from a program what a person reads."""
    if not (_MAY_BE_OTHERWISE.search(text) and _OTHERWISE.search(text)):
        return PlainSigns(text, text)
    pieces = [Replaced(*found.span(), sign) for found in _OTHERWISE.finditer(text) if (sign := _sign(found)) != found[0]]
    ends = accumulate(pieces, lambda shift, piece: shift + len(piece.sign) - (piece.end - piece.start), initial=0)
    placed = tuple(Replaced(p.start, p.end, p.sign, p.end + shift) for p, shift in zip(pieces, list(ends)[1:], strict=True))
    return PlainSigns("".join(_joined(text, placed)), text, placed)


def _joined(text: str, replaced: tuple[Replaced, ...]) -> Iterator[str]:
    end = 0
    for piece in replaced:
        yield text[end : piece.start]
        yield piece.sign
        end = piece.end
    yield text[end:]


def _sign(found: re.Match[str]) -> str:
    return _SIGNS[found.lastgroup or "sign"](found[0])


def _referred_to(reference: str) -> str:
    """The sign of a character reference; the reference itself when it means none."""
    name = reference[1:-1].lower()
    if not name.startswith("#"):
        return NAMED.get(name, reference)
    number = int(f"0{name[1:]}", 16) if name.startswith("#x") else int(name[1:])
    return _plain(chr(number)) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else reference


def _plain(sign: str) -> str:
    """A sign, with the marks on it, as compatible with what people type; a raised digit is a footnote and no part of a number."""
    kind = unicodedata.category(sign[0])
    if sign in ALIKE or kind in {"Cf", "Me", "No", "Pd"}:
        return {"No": " ", "Pd": "-"}.get(kind, ALIKE.get(sign, ""))
    return unicodedata.normalize("NFKC", sign)


_SIGNS: Mapping[str, Callable[[str], str]] = Frozen(
    {
        "reference": _referred_to,
        "percent": lambda code: chr(int(code[1:], 16)),
        "mark": lambda _: "",
        "at": lambda _: "@",
        "dot": lambda _: ".",
        "sign": _plain,
    }
)
