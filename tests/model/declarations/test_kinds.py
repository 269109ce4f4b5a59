"""Kinds of field whose values people write in several ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from geleerd.model.declarations.kinds import Points

POINTS = TypeAdapter(Points)


@pytest.mark.parametrize(
    "written",
    [
        "- Welkom\n- Rondje\n- Om 13.30 uur: 2 gasten\n",
        "Welkom\nRondje\n\nOm 13.30 uur: 2 gasten",
        "1. Welkom\n2. Rondje\n3. Om 13.30 uur: 2 gasten",
        "1) Welkom\n2) Rondje\n10) Om 13.30 uur: 2 gasten",
        "* Welkom\r\n+ Rondje\r\n•Om 13.30 uur: 2 gasten",
        "- [ ] Welkom\n- [x] Rondje\n–  Om 13.30 uur:\n   2 gasten\n-\n",
        ["Welkom", "- Rondje", "Om 13.30 uur: 2 gasten"],
    ],
)
def test_a_line_is_a_point_with_or_without_a_mark(written):
    assert POINTS.validate_python(written) == ("Welkom", "Rondje", "Om 13.30 uur: 2 gasten")


@pytest.mark.parametrize("point", ["13.30 uur: welkom", "2 groepen", "-5 graden", "C++", "Tip: 1. eerst dit", "e-mail", "2026. Een jaar"])
def test_what_only_looks_like_a_mark_stays(point):
    assert POINTS.validate_python(point) == (point,)


@given(st.lists(st.text("ab -*1.)•\t", max_size=12)))
def test_nothing_but_marks_and_space_is_lost(lines):
    kept = "".join("".join(POINTS.validate_python("\n".join(lines))).split())
    assert kept.count("a") == "".join(lines).count("a")
    assert kept.count("b") == "".join(lines).count("b")


@pytest.mark.parametrize("piece", ["\n  ", "\n  - ", "- ", "1. ", " "])
def test_no_text_takes_long(piece):
    POINTS.validate_python(f"{piece * 3000}a"[-3900:])
