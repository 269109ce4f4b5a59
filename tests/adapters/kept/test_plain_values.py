"""What was found in files goes through JSON and comes back as it was; what cannot is refused."""

import json
from dataclasses import make_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.adapters.kept import plain_values
from geleerd.adapters.kept.plain_values import as_plain, from_plain
from geleerd.commonmark.html import ConvertedText, HtmlInText, LinkInText, WikiLinkInText
from geleerd.model.artefacts import Heading
from geleerd.model.documents import Contents, Trace
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Place, Problem
from geleerd.read.yaml_mending.reading import read_yaml
from geleerd.validate.examine import OwnWords

WORDS = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner).map(tuple))
PROBLEMS = st.lists(
    st.builds(
        Problem, st.builds(Place, st.text(), st.integers(1, 10**6)), st.sampled_from(Code), st.dictionaries(st.text(), WORDS, max_size=3)
    ),
    max_size=3,
).map(tuple)
HEADINGS = st.recursive(
    st.builds(Heading, st.text(), st.text(), st.integers(2, 6)),
    lambda inner: st.builds(Heading, st.text(), st.text(), st.integers(2, 6), st.lists(inner, max_size=2).map(tuple)),
    max_leaves=5,
)


def lists_of(made):
    return st.lists(made, max_size=3).map(tuple)


VALUES = st.one_of(
    st.none(),
    st.text(),
    st.builds(OwnWords, PROBLEMS, PROBLEMS, PROBLEMS),
    st.builds(
        Contents,
        lists_of(st.builds(Trace, st.just("author"), st.text(), st.text())),
        st.frozensets(st.text()),
        st.none() | st.binary(),
        st.booleans(),
        st.text(),
    ),
    st.builds(
        ConvertedText,
        st.text(),
        lists_of(st.builds(LinkInText, st.sampled_from(["a", "img"]), st.text(), st.integers())),
        lists_of(st.builds(HtmlInText, st.text(), st.integers())),
        lists_of(st.text()),
        lists_of(HEADINGS),
        lists_of(st.builds(WikiLinkInText, st.text(), st.text(), st.text(), st.integers())),
    ),
    st.text(alphabet="ab:-[]{}#|'\"“” \n\t!&*0", max_size=60).map(lambda text: read_yaml(text, "x.md", 2)),
)


@given(VALUES)
def test_a_value_comes_back_as_it_was(value):
    back = from_plain(json.loads(json.dumps(as_plain(value))))
    assert back == value
    assert repr(type(back)) == repr(type(value))


@pytest.mark.parametrize("value", [object(), ["x"], {}, OwnWords((Problem(Place("x.md"), Code.BAD_ID, {"value": ["x"]}),), ())])
def test_what_would_come_back_otherwise_is_refused(value):
    with pytest.raises(TypeError):
        as_plain(value)


def test_a_field_that_a_class_gets_later_is_written_too(monkeypatch):
    later = make_dataclass("Contents", [("traces", tuple), ("later", str)], frozen=True)
    monkeypatch.setattr(plain_values, "_CLASSES", (later,))
    assert as_plain(later((), "x")) == {"Contents": [[], "x"]}
