"""Styles and scripts in fewer bytes."""

import re

import pytest
from tinycss2 import parse_component_value_list, serialize

from geleerd.render.minified import minified, minified_script
from geleerd.render.parts.templates import theme_folder

SHEETS = sorted((theme_folder() / "styles").glob("*.css"))
SCRIPTS = sorted(theme_folder().rglob("*.js"))


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


@pytest.mark.parametrize(
    ("script", "fewer"),
    [
        ("// why\nif (a) {\n  b();\n\n  // and so\n  c();\n}\n", "if (a) {\nb();\nc();\n}\n"),
        ("\tlet a = 1;\r\n\tlet b;", "let a = 1;\nlet b;\n"),
        ('a = "  // no comment";\nb = 4\n  / 2;', 'a = "  // no comment";\nb = 4\n/ 2;\n'),
        ("a; // why\n  *b() {}\n", "a; // why\n*b() {}\n"),
        ("a = `${b} c`;\n  // why `\n", "a = `${b} c`;\n"),
        ("", ""),
    ],
)
def test_a_script_keeps_every_line_that_does_something(script, fewer):
    assert minified_script(script) == fewer


@pytest.mark.parametrize(
    "going_on", ["a = `\n  // text\n`;", "a = `${`\n  // text\n`}`;", "/* why\n  // so */ b();", "a = 'b \\\n  // c';"]
)
def test_a_script_with_a_text_or_a_comment_of_more_lines_stays_as_it_is(going_on):
    assert minified_script(going_on) == going_on


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_our_own_scripts_have_no_such_lines(script):
    lines = [line.strip() for line in script.read_text().splitlines()]
    assert minified_script(script.read_text()).splitlines() == [line for line in lines if line and not line.startswith("//")]
