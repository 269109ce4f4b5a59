"""Whatever a work format says stands on its card, in order, and no entry of it is parted."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from geleerd.render.items.quarters import SHOWN, quarters_of
from geleerd.render.parts.field_views import FieldView
from geleerd.render.parts.time_bar import Slice
from geleerd.texts.field_texts import ShownText

TEXT = st.integers(1, 3_000).map(lambda length: ShownText.plain("x" * length))
STEP = st.tuples(st.integers(1, 90), st.one_of(st.none(), TEXT)).map(lambda pair: {"title": "t" * pair[0], "instruction": pair[1]})
LISTS = {"materials": TEXT, "steps": STEP, "pitfalls": TEXT}
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        key: st.lists(LISTS[key], min_size=1, max_size=12).map(tuple).map(lambda value, key=key: FieldView(key, key, "texts", value))
        if key in LISTS
        else TEXT.map(lambda value, key=key: FieldView(key, key, "text", value))
        for key in SHOWN
    },
)


def entries(view):
    return view.value if isinstance(view.value, tuple) else (view.value,)


@given(fields=FIELDS, title=st.integers(1, 90).map("T".__mul__))
def test_every_entry_stands_on_the_card_once_and_in_order(fields, title):
    bar = tuple(Slice(number, number + 1) for number in range(len(fields["steps"].value))) if "steps" in fields else ()
    quarters = quarters_of(title, fields, bar)
    told = [(part.view.key, entry) for quarter in quarters for part in quarter.parts for entry in entries(part.view)]
    assert told == [(key, entry) for key in SHOWN if key in fields for entry in entries(fields[key])]
    assert [quarter.number for quarter in quarters] == list(range(1, len(quarters) + 1))
    assert tuple(one for quarter in quarters for one in quarter.time_bar) == bar


def test_only_what_is_higher_than_a_quarter_makes_one_long():
    short, long = (FieldView("goal", "Doel", "text", ShownText(Markup("<p>{}</p>").format("x" * length))) for length in (1_900, 3_000))
    assert [quarter.is_long for quarter in quarters_of("Titel", {"goal": short}, ())] == [False, False]
    assert [quarter.is_long for quarter in quarters_of("Titel", {"goal": long}, ())][-1]
