"""Few words that give a browser seconds of work are no drawing; what people draw is."""

import pytest

from geleerd.read.drawings.drawing import drawing_of
from tests.workbench.growth import NEARLY_LINEAR, time_grows


def is_drawn(inside: str) -> bool:
    return drawing_of(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()) is not None


def in_filter(steps: str) -> str:
    return f'<filter id="f">{steps}</filter><rect filter="url(#f)"/>'


ZIGZAG = "M0 0" + "L0 0L9 9" * 6_000
LINES = "M0 0" + "L0 0L9 9" * 60
TOO_MUCH = {
    "octaves": in_filter('<feTurbulence numOctaves="11"/>'),
    "octaves of old": in_filter('<feTurbulence numOctaves="9999" baseFrequency="0.9"/>'),
    "octaves that grow": in_filter('<feTurbulence><animate attributeName="numOctaves" to="99"/></feTurbulence>'),
    "spread": in_filter('<feMorphology radius="1 900"/>'),
    "kernel": in_filter('<feConvolveMatrix order="99"/>'),
    "blur": in_filter('<feGaussianBlur stdDeviation="1e9"/>'),
    "steps": in_filter("<feFlood/>" * 31),
    "wide steps": in_filter("<feGaussianBlur/>" * 7),
    "steps that look far": in_filter('<feMorphology radius="9"/>' * 2),
    "filters": '<filter id="f"><feDropShadow/></filter>' + '<rect filter="url(#f)"/>' * 300,
    "filters of uses": '<filter id="f"><feDropShadow/></filter><g id="a">'
    + '<g filter="url(#f)"/>' * 20
    + "</g>"
    + '<use href="#a"/>' * 20,
    "filters of a rule": '<style>rect{filter:url(#f)}</style><filter id="f"><feDropShadow/></filter>' + "<rect/>" * 300,
    "filters without an element": f'<rect style="filter:{"blur(9px) " * 300}"/>',
    "dashes": '<path d="M0 0H99999999" stroke-dasharray="0.0001"/>',
    "dashes around": '<g stroke-dasharray=".0001"><circle r="90"/></g>',
    "dashes in a style": '<rect width="900" style="stroke:red;stroke-dasharray:.001 .001"/>',
    "dashes in a rule": '<style>.a{stroke-dasharray:.001}</style><line class="a" x2="900"/>',
    "dashes of a use": '<path id="a" d="M0 0L900 900"/><use href="#a" stroke-dasharray=".001"/>',
    "dashes by another length": '<path d="M0 0h1" pathLength="1e9" stroke-dasharray="1"/>',
    "dashes of many lines": '<path d="M0 0h900" stroke-dasharray="1"/>' * 200,
    "dashes of an arc": '<path d="M0 0a900 900 0 0 1 1 1" stroke-dasharray=".01"/>',
    "lines over lines": f'<path d="{ZIGZAG}"/>',
    "lines over lines in a polygon": f'<polygon points="{ZIGZAG[4:].replace("L", " ")}"/>',
    "lines over lines, again and again": f'<path d="{LINES}"/>' * 200,
    "beyond all numbers": '<path d="M0 0L1e999 1e999"/>',
}
ENOUGH = {
    "shadows of Figma": '<filter id="f"><feFlood/><feColorMatrix/><feOffset/><feGaussianBlur stdDeviation="10"/><feBlend/></filter>' + '<g filter="url(#f)"/>' * 60,
    "effect of Inkscape": in_filter('<feTurbulence numOctaves="3"/><feDisplacementMap/><feGaussianBlur/><feSpecularLighting/>' + "<feComposite/>" * 9),
    "sharper": in_filter('<feConvolveMatrix order="3"/><feMorphology operator="dilate" radius="2"/>'),
    "dotted route": f'<path stroke-dasharray="0.1 4" d="M0 0{"l3 4" * 5_000}"/>',
    "grid of dashes": '<path stroke-dasharray="2,2" d="M0 0V400"/>' * 200,
    "no dashes": '<path stroke-dasharray="none" d="M0 0h9"/><path stroke-dasharray="0" d="M0 0h9"/>',
    "coast": f'<path d="M0 0{"c1 2 3 4 5 -3" * 20_000}z"/>',
    "map of areas": "<path d='M3 3L5 5 7 5 7 7z'/>" * 20_000,
    "large box": '<svg viewBox="0 0 1e30 1e30"><rect width="1e30" height="1e30"/></svg>',
}  # fmt: skip


@pytest.mark.parametrize("way", TOO_MUCH)
def test_what_takes_a_browser_seconds_is_no_drawing(way):
    assert not is_drawn(TOO_MUCH[way])


@pytest.mark.parametrize("way", ENOUGH)
def test_what_people_draw_is_one(way):
    assert is_drawn(ENOUGH[way])


@pytest.mark.long
@pytest.mark.parametrize("piece", ["M0 0", "a1 1 0 0 1 2 2", "1", "-1", "1.", "e", "z", "1e1"])
def test_time_grows_with_the_length(piece):
    assert time_grows(lambda text: is_drawn(f'<path d="M0 0 {text}"/>'), piece) < NEARLY_LINEAR
