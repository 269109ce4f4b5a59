"""What a style makes browsers load (CSS Values 4, `url()` and `image-set()`; CSS Cascade 5, `@import`)."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from geleerd.model.file_kinds import TYPEFACES, ending

_WRITTEN = r"""(?:"([^"\n]{1,4000})"|'([^'\n]{1,4000})'|([^\s"')(;{}]{1,4000}))"""
_IMPORTED = re.compile(rf"@import\s{{0,9}}(?:url\(\s{{0,9}})?{_WRITTEN}", re.IGNORECASE)
_SHOWN = re.compile(rf"\burl\(\s{{0,9}}{_WRITTEN}", re.IGNORECASE)
_IN_SET = re.compile(r"\bimage-set\([^;{}]{1,4000}", re.IGNORECASE)
_ELSEWHERE = re.compile(r"""["']((?:[a-z][a-z0-9+.-]{0,30}:|//)[^"'\n]{1,4000})["']""", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t]?|([^\n]))")
_ENDS = "\"'()\n\\;{}"
_BEYOND = 0x110000
_TYPEFACE = re.compile("data:(?:application/(?:x-)?font|font/)", re.IGNORECASE)


def style_loads(css: str) -> Iterator[tuple[str, str, int]]:
    """Every address that a style loads: the directive that it falls under, the address, and its line, counted from 0."""
    shown = _ESCAPED.sub(_meant, _without_comments(css))
    ends = [found.start() for found in re.finditer("\n", shown)]
    rest = _IMPORTED.sub(lambda found: " " * len(found[0]), shown)
    for found in _IMPORTED.finditer(shown):
        yield "style-src", _address(found), bisect_left(ends, found.start())
    for found in _SHOWN.finditer(rest):
        address = _address(found)
        yield _directive(address), address, bisect_left(ends, found.start())
    for found in _IN_SET.finditer(rest):
        yield from (("img-src", address, bisect_left(ends, found.start())) for address in _ELSEWHERE.findall(found[0]))


def _meant(escaped: re.Match[str]) -> str:
    """The sign that an escape stands for; the escape itself where the sign would end a text or an address."""
    code = int(escaped[1], 16) if escaped[1] else ord(escaped[2])
    sign = chr(code) if 0 < code < _BEYOND else "?"
    return escaped[0] if sign in _ENDS else sign


def _without_comments(css: str) -> str:
    first, *others = css.split("/*")
    return first + "".join("\n" * inside.count("\n") + after for inside, _, after in (part.partition("*/") for part in others))


def _address(found: re.Match[str]) -> str:
    return str(next(filter(None, found.groups()))).strip()


def _directive(address: str) -> str:
    is_typeface = _TYPEFACE.match(address) or ending(re.split("[?#]", address, maxsplit=1)[0]) in {*TYPEFACES, "eot"}
    return "font-src" if is_typeface else "img-src"
