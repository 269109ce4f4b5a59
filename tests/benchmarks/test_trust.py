"""That what measures growth sees it: a quadratic expression, and work that takes the square of its input or all memory."""

import pytest

from benchmarks.trust.expressions import run, slow_texts
from benchmarks.trust.growing_inputs import PIECES, growing
from benchmarks.trust.growth import Growth
from benchmarks.trust.measuring import MOST_SECONDS, cost_of
from benchmarks.trust.script_expressions import run as run_scripts


@pytest.mark.parametrize("pattern", [r"\d+\s*\s*x", r"(?:a|b)\s*,?\s*c", r"a\w*b\w*c$", r"(\w+)+!"])
def test_an_expression_that_backtracks_is_seen(pattern):
    assert list(slow_texts(pattern, 0))


@pytest.mark.parametrize("pattern", [r"\d\s{0,9}x", r"[a-z]{1,20}\b", r"(?<!a)a+b", r"(?<!\s)\s++\w"])
def test_an_expression_that_does_not_is_not(pattern):
    assert not list(slow_texts(pattern, 0))


@pytest.mark.long
def test_no_expression_of_the_package_backtracks(capsys):
    assert run() == []
    assert int(capsys.readouterr().out.split()[0]) > 200


def test_work_that_never_ends_counts_as_the_most():
    cost = cost_of(lambda: bytearray(5_000_000_000))
    assert (cost.seconds, cost.result) == (MOST_SECONDS, None)


def test_what_ended_by_itself_within_the_bounds_is_fine():
    assert Growth(1.0, 30.0, 1.0, "").is_fine
    assert Growth(1.0, 9.0, 1.0, "line-too-long").is_fine
    assert not Growth(1.0, 31.0, 1.0, "").is_fine
    assert not Growth(1.0, 1.0, 31.0, "").is_fine
    assert not Growth(1.0, 1.0, 1.0, None).is_fine
    assert not Growth(1.0, 1.0, 1.0, "cannot-build").is_fine


def test_every_kind_has_a_name_of_its_own_and_grows():
    kinds = list(growing())
    assert len({kind.name for kind in kinds}) == len(kinds) > 2 * len(PIECES)
    for kind in kinds:
        small, large = (sum(len(path) + len(data) for path, data in kind.files(times).items()) for times in (1, 10))
        assert large > 1.5 * small, kind.name


@pytest.mark.long
def test_no_expression_in_a_script_backtracks(capsys):
    assert run_scripts() == []
    assert int(capsys.readouterr().out.split()[0]) > 200
