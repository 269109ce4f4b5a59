"""Which names every system can hold."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from geleerd.read.gate.names import LONGEST_NAME, LONGEST_PATH, escaped_path, is_portable, name_problem, twins

CASES = yaml.load((Path(__file__).parent / "names.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
GOOD, TWINS = CASES.pop("good"), CASES.pop("twins")


def code_of(name: str) -> str:
    problem = name_problem(f"content/{name}", name)
    return problem.code if problem else ""


@pytest.mark.parametrize("name", GOOD, ids=ascii)
def test_a_name_that_every_system_can_hold_passes(name):
    assert code_of(name) == ""


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in CASES.items() for name in names], ids=ascii)
def test_another_name_is_refused_for_what_is_wrong_with_it(code, name):
    assert code_of(name) == code


def test_bytes_that_are_no_text_are_no_name():
    assert code_of("naam\udcff.png") == "name-encoding"


def test_a_name_has_its_longest_length_in_bytes_and_a_path_in_the_characters_of_windows():
    assert [code_of("x" * LONGEST_NAME), code_of("é" * (LONGEST_NAME // 2 + 1))] == ["", "name-too-long"]
    folders = "f/" * ((LONGEST_PATH - 1) // 2)
    assert [name_problem(f"{folders}{name}", name) is None for name in ("xx", "xxx", "🌱", "🌱x")] == [True, False, True, False]


@pytest.mark.parametrize("case", TWINS, ids=lambda case: ascii(case["names"]))
def test_of_twins_only_one_in_composed_lower_case_stays(case):
    assert twins(case["names"]) == case["twins"]


@given(st.text(st.characters(exclude_characters="/"), min_size=1))
@example("con .")
@example("\udcff")
def test_whatever_the_name_its_problem_can_be_printed_and_its_suggestion_passes(name):
    problem = name_problem(name, name)
    if problem:
        assert escaped_path(problem.place.file) == problem.place.file
        problem.place.file.encode()
        suggestion = problem.parameters.get("suggestion") or "x"
        assert is_portable(str(suggestion))
