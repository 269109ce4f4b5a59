"""What a style loads, as browsers read it."""

import pytest

from geleerd.written.policy.style_loads import style_loads
from tests.workbench.growth import NEARLY_LINEAR, calls_grow

THERE = "https://a.example/x"


@pytest.mark.parametrize(
    ("css", "directive", "address"),
    [
        (f"@import url({THERE}.css);", "style-src", f"{THERE}.css"),
        (f"@import '{THERE}.css' screen;", "style-src", f"{THERE}.css"),
        (f'@IMPORT URL( "{THERE}.css" ) layer(a);', "style-src", f"{THERE}.css"),
        (f"a {{ background: url({THERE}.png) }}", "img-src", f"{THERE}.png"),
        ("a { background: red url( '//a.example/x.png' ) no-repeat }", "img-src", "//a.example/x.png"),
        (f"a {{ cursor: url({THERE}), auto }}", "img-src", THERE),
        (f"a {{ background: image-set('{THERE}.png' 1x, \"b.png\" 2x) }}", "img-src", f"{THERE}.png"),
        (f"@font-face {{ src: local(a), url({THERE}.woff2?v=1) format('woff2') }}", "font-src", f"{THERE}.woff2?v=1"),
        ("@font-face { src: url(data:font/woff2;base64,AAAA) }", "font-src", "data:font/woff2"),
        ("a { background: url(x.png) }", "img-src", "x.png"),
        (f"a {{ background: \\75rl({THERE}.png) }}", "img-src", f"{THERE}.png"),
        (f"a {{ background: u\\72 l({THERE}.png) }}", "img-src", f"{THERE}.png"),
        (f"@\\69mport '{THERE}.css';", "style-src", f"{THERE}.css"),
        (f"@\\000049mport \\000055 \\52l({THERE}.css);", "style-src", f"{THERE}.css"),
        ("a { background: url(\\68ttps\\:\\/\\/a.example/x) }", "img-src", THERE),
        ("a { background: url('\\68 ttps://a.example/\\x') }", "img-src", THERE),
    ],
)
def test_each_address_falls_under_a_directive(css, directive, address):
    assert (directive, address, 0) in list(style_loads(css))


def test_it_is_named_once_with_its_line_and_comments_say_nothing():
    css = f"/* url({THERE})\n@import '{THERE}'; */\na {{\n b: url({THERE}.png) }}\n@import url({THERE}.css);"
    assert sorted(style_loads(css)) == [("img-src", f"{THERE}.png", 3), ("style-src", f"{THERE}.css", 4)]


@pytest.mark.parametrize(
    "css", ["", "a { color: url }", "curl(x)", "a { b: url() }", "/* url(x)", "a { content: '\\'; b: u' }", "\\110000rl(x)", "\\"]
)
def test_what_loads_nothing_has_no_address(css):
    assert list(style_loads(css)) == []


@pytest.mark.parametrize("piece", ["url(", "@import ", "image-set(", "/*", '"', "image-set('//", "url('a"])
def test_a_long_style_takes_no_more_steps_than_its_length(piece):
    assert calls_grow(lambda css: list(style_loads(css)), piece) < NEARLY_LINEAR
