"""The rules for all servers: which holds for which paths."""

import pytest

from geleerd.model.frozen import Frozen
from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.rules import HeaderRule, rules


@pytest.mark.parametrize(
    ("one", "other", "covered"),
    [
        ("*", "tips/*", True),
        ("*", "", True),
        ("pagefind/*", "pagefind/index/*", True),
        ("pagefind/index/*", "pagefind/*", False),
        ("*.svg", "*.svg", True),
        ("*.svg", "api/*.json", False),
        ("", "", True),
        ("", "*", False),
    ],
)
def test_a_wider_rule_covers_a_narrower_one(one, other, covered):
    assert HeaderRule(one, Frozen()).covers(HeaderRule(other, Frozen())) is covered


def test_the_rule_for_everything_comes_first():
    first, *others = rules(Policy(STRICT), "")
    assert first.pattern == "*"
    assert all(first.covers(other) for other in others)
