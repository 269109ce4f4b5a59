"""The forms read dates and lengths of time as imports and the check do: the same cases, and texts that nobody thought of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.read.everyday.dates import date_meant, moment_meant
from geleerd.read.everyday.lengths import span_meant, step_meant
from geleerd.read.everyday.words import date_words, for_scripts, length_words
from tests.workbench.everyday import EVERYDAY
from tests.workbench.trying import examples

pytestmark = pytest.mark.browser


def read(page, call, values):
    """The answers of one of the form's readers to all values."""
    return page.evaluate(
        f"""async ([words, values]) => {{
          const {{ everyday }} = await import(new URL("../assets/scripts/form/everyday.js", location.href));
          const reader = everyday(words);
          return values.map((value) => {call});
        }}""",
        [{name: dict(words) for name, words in for_scripts().items()}, list(values)],
    )


@pytest.mark.parametrize("kind", ["date", "moment", "minutes", "number"])
def test_the_form_reads_the_cases_of_the_check(page, kind):
    cases = EVERYDAY[kind if kind == "minutes" else f"{kind}s"]
    assert dict(zip(cases, read(page, f"reader.{kind}(value)", cases), strict=True)) == cases


def test_the_form_reads_spans_as_the_check_does(page):
    found = read(page, "reader.span(value)", EVERYDAY["spans"])
    assert [span and [span["least"], span["most"], span["unit"]] for span in found] == list(EVERYDAY["spans"].values())


def test_the_form_reads_the_ends_of_a_span_as_the_check_does(page):
    found = read(page, "reader.spanTyped(value[0], value[1])", [case[:2] for case in EVERYDAY["typed"]])
    assert found == [case[2] for case in EVERYDAY["typed"]]


def test_the_form_reads_steps_as_an_import_does(page):
    found = read(page, "reader.step(value)", EVERYDAY["steps"])
    assert [[step["title"], step.get("minutes")] for step in found] == list(EVERYDAY["steps"].values())


PHRASES = st.lists(
    st.one_of(
        st.sampled_from([*date_words(), *length_words()]), st.integers(0, 40).map(str), st.integers(1990, 2030).map(str), st.just("x")
    ),
    max_size=7,
).map(" ".join)


@examples(40)
@given(st.lists(PHRASES, min_size=10, max_size=40))
def test_the_form_reads_any_words_as_python_does(page, phrases):
    found = read(page, "[reader.date(value), reader.moment(value), reader.span(value), reader.step(value)]", phrases)
    for phrase, (date, moment, span, step) in zip(phrases, found, strict=True):
        here = date_meant(phrase)
        assert (date, moment) == (str(here) if here else None, moment_meant(phrase)), phrase
        length = span_meant(phrase)
        assert span == (length and {"least": length.least, "most": length.most, "unit": length.unit}), phrase
        assert (step["title"], step.get("minutes")) == step_meant(phrase), phrase
