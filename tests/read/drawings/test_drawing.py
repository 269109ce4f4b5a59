"""A drawing loses what runs, what calls another host and what tells of its makers; and nothing that is seen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.limits import DEEPEST_DRAWING
from geleerd.read.drawings.drawing import SafeDrawing, drawing_of
from tests.workbench.drawings import CALLS_OUT, OF_PROGRAMS, RUNS, UNKNOWN
from tests.workbench.growth import NEARLY_LINEAR, time_grows

NAMESPACES = re.compile(r' xmlns(?::xlink)?="http://www\.w3\.org/(?:2000/svg|1999/xlink|1999/xhtml)"')


def cleaned(text: str) -> str:
    drawing = drawing_of(text.encode())
    assert drawing
    return drawing.data.decode()


@pytest.mark.parametrize("form", CALLS_OUT)
def test_no_address_of_another_host_is_left_in_any_form(form):
    left = NAMESPACES.sub("", cleaned(CALLS_OUT[form]))
    assert "evil" not in left
    assert "//" not in left
    assert '<rect id="r"' in left


@pytest.mark.parametrize("form", UNKNOWN)
def test_nothing_is_left_of_what_stands_where_nothing_is_shown_and_it_is_told(form):
    drawing = drawing_of(UNKNOWN[form].encode())
    left = NAMESPACES.sub("", drawing.data.decode())
    assert not re.search(r"evil|alert|//|\bon[a-z]+=|data:", left)
    assert drawing_of(drawing.data) == SafeDrawing(drawing.data)
    assert drawing.runs or drawing.calls_out or drawing.unknown


@pytest.mark.parametrize("form", CALLS_OUT)
def test_a_drawing_that_asks_another_host_is_told(form):
    assert drawing_of(CALLS_OUT[form].encode()).calls_out


@pytest.mark.parametrize("form", RUNS)
def test_nothing_that_runs_is_left_and_it_is_told(form):
    assert "alert" not in cleaned(RUNS[form])
    assert drawing_of(RUNS[form].encode()).runs


@pytest.mark.parametrize("program", OF_PROGRAMS)
def test_a_drawing_of_a_program_calls_nobody_and_stays_the_same_when_it_is_cleaned_again(program):
    drawing = drawing_of(OF_PROGRAMS[program].encode())
    assert (drawing.calls_out, drawing.runs, drawing.unknown) == (False, False, ())
    assert drawing_of(drawing.data).data == drawing.data


def test_texts_keep_their_spaces():
    assert "<tspan>a</tspan><tspan>b</tspan>  c" in cleaned(
        '<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>a</tspan><tspan>b</tspan>  c</text></svg>'
    )


@pytest.mark.parametrize("element", ["g", "a", "text", "tspan", "switch", "symbol", "defs", "x"])
def test_a_drawing_that_is_too_deep_is_none(element):
    def nested(depth: int) -> bytes:
        return f'<svg xmlns="http://www.w3.org/2000/svg">{f"<{element}>" * depth}{f"</{element}>" * depth}</svg>'.encode()

    assert drawing_of(nested(DEEPEST_DRAWING)) is None
    assert drawing_of(nested(15_000)) is None
    drawing = drawing_of(nested(DEEPEST_DRAWING - 1))
    assert drawing
    assert len(drawing.data) < 2 * len(nested(DEEPEST_DRAWING)) + 200


def test_a_name_for_a_text_may_be_short_and_hold_no_other():
    begin = '<!DOCTYPE svg [{}]><svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'
    assert "aaa" in cleaned(begin.format('<!ENTITY a "aaa">', "&a;"))
    for entities in (
        '<!ENTITY a "lol"><!ENTITY b "&a;&a;">',
        f'<!ENTITY a "{"a" * 300}">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a "b">',
    ):
        assert drawing_of(begin.format(entities, "x").encode()) is None
    assert drawing_of(begin.format(f'<!ENTITY a "{"a" * 200}">', "&a;" * 300_000).encode()) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg", b"<html/>", b"<?xml version='1.0' encoding='nee'?><svg/>", b"\x1f\x8b\x08", b"<a:svg xmlns:a='http://voorbeeld.nl'/>"],
)
def test_what_is_no_drawing_is_none(data):
    assert drawing_of(data) is None


def test_a_drawing_without_its_namespace_gets_it():
    assert cleaned("<svg><rect/></svg>").startswith('<svg xmlns="http://www.w3.org/2000/svg"')


GROWING = [
    "<g/>",
    "<style>a{b:c}</style>",
    "<style>",
    "<style>@a",
    "<style>{",
    "<style>/*",
    "<rect style='a:b(",
    "<!--",
    "<a x='",
    "<style>a(",
    "<style>'",
]


@pytest.mark.long
@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_with_the_length(piece):
    tag, _, inside = piece.rpartition(">") if piece.startswith("<style>") and not piece.endswith(">") else ("", "", piece)
    begin = f'<svg xmlns="http://www.w3.org/2000/svg">{tag}{">" if tag else ""}'
    end = "</style></svg>" if tag else "</svg>"
    assert time_grows(lambda text: drawing_of((begin + text + end).encode()), inside) < NEARLY_LINEAR


@given(st.text(alphabet="svg<>/{}()'\"\\:;@#url-image et,*&!= \n", max_size=60))
def test_no_style_brings_an_address(text):
    drawing = drawing_of(
        f'<svg xmlns="http://www.w3.org/2000/svg"><style><![CDATA[{text.replace("]]>", "")}a{{b:url(//evil.test)}}]]></style></svg>'.encode()
    )
    assert drawing is None or b"evil" not in drawing.data


@pytest.mark.parametrize("style", ["@font-face{src:url(//evil.test)}", "@media print{}", "a{}", "a{b:url(//evil.test)}"])
def test_a_style_of_which_nothing_is_left_stays_the_same_when_it_is_cleaned_again(style):
    once = cleaned(f'<svg xmlns="http://www.w3.org/2000/svg"><style>{style}</style></svg>')
    assert cleaned(once) == once
