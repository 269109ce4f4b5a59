"""A stylesheet in fewer bytes."""

import re

import pytest
from tinycss2 import parse_component_value_list, serialize

from geleerd.render.minified import minified
from geleerd.render.parts.templates import theme_folder

SHEETS = sorted((theme_folder() / "styles").glob("*.css"))


@pytest.mark.parametrize(
    ("css", "fewer"),
    [
        ("/* why */\na { color: red; }\n", "a{color:red}"),
        ("a , b>c  d { margin: 0 auto }", "a,b>c d{margin:0 auto}"),
        ("a :hover, a:hover { x: calc(1px + -2px) }", "a :hover,a:hover{x:calc(1px + -2px)}"),
        ('a { content: ", ; /* no comment */  " }', 'a{content:", ; /* no comment */  "}'),
        ("@media (min-width: 60rem) and (hover: hover) { a { b: c; } }", "@media (min-width:60rem) and (hover:hover){a{b:c}}"),
        ('a::after { content: ""; }', 'a::after{content:""}'),
        ('a { src: url("../x.woff2") format("woff2"); }', 'a{src:url("../x.woff2") format("woff2")}'),
        ("a { b: c;; ; }", "a{b:c}"),
        ("a/**/ b {}", "a b{}"),
        ("a /* x */ /* y */ b {}", "a b{}"),
        ('[data-x="a  b"]  { --y:  ; }', '[data-x="a  b"]{--y:}'),
    ],
)
def test_fewer_bytes_say_the_same(css, fewer):
    assert minified(css) == fewer


def squeezed(css: str) -> str:
    whole = serialize(parse_component_value_list(css, skip_comments=True))
    return re.sub(r"\s", "", whole).replace(";}", "}")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_of_our_own_sheets_all_but_space_and_comments_is_left(sheet):
    css = sheet.read_text()
    small = minified(css)
    assert squeezed(small) == squeezed(css)
    assert small == minified(small)
    assert len(small) < 0.95 * len(css)
