"""A meeting script keeps to the minutes that there are, as far as its parts allow."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from geleerd.contribute.meeting_script import MeetingPart, meeting_parts, minutes_for, script_of
from geleerd.locale.catalogue import catalogue
from geleerd.model.declarations.item_types import WorkFormat

PARTS = st.lists(
    st.tuples(st.integers(1, 100), st.integers(0, 100)).map(lambda pair: MeetingPart("Deel", pair[0], sum(pair), ())),
    min_size=1,
    max_size=12,
)


@given(parts=PARTS, wanted=st.one_of(st.none(), st.integers(1, 1440)))
def test_every_part_stays_in_its_range_and_together_they_come_as_near_as_they_can(parts, wanted):
    made = minutes_for(parts, wanted)
    assert all(part.least <= minutes <= part.most for part, minutes in zip(parts, made, strict=True))
    least, most = sum(part.least for part in parts), sum(part.most for part in parts)
    assert sum(made) == (least if wanted is None else min(most, max(least, wanted)))


def test_times_are_round_where_the_parts_allow_it():
    parts = [MeetingPart("Deel", least, most, ()) for least, most in [(5, 10), (15, 35), (20, 65), (10, 45)]]
    for wanted in range(50, 156, 5):
        assert all(minutes % 5 == 0 for minutes in minutes_for(parts, wanted)), wanted
    assert minutes_for([MeetingPart("Deel", 7, 7, ()), MeetingPart("Deel", 5, 30, ())], 25) == (7, 18)


def test_a_script_has_clock_times_and_names_what_to_get_ready_once():
    parts = [MeetingPart("Een | twee", 10, 20, ("een touw",)), MeetingPart("Drie", 30, 30, ("een touw", "stiften"))]
    lines = list(script_of(parts, 23 * 60 + 50, 45, catalogue("nl")))
    assert lines[2:4] == ["| 23:50–00:05 | Een \\| twee | 15 |", "| 00:05–00:35 | Drie | 30 |"]
    assert lines[-2:] == ["- een touw", "- stiften"]


def test_words_in_a_script_stay_words():
    parts = [MeetingPart("*Zacht* <b>`hard`</b> | [a](b)", 10, 10, ("# <i>touw</i> *dik*",))]
    html = MarkdownIt("commonmark").enable("table").render("\n".join(script_of(parts, 540, None, catalogue("nl"))))
    assert "*Zacht* &lt;b&gt;`hard`&lt;/b&gt; | [a](b)" in html
    assert "<li># &lt;i&gt;touw&lt;/i&gt; *dik*</li>" in html


def test_one_format_that_is_a_whole_meeting_gives_its_steps():
    steps = [{"title": f"Stap {number}", "minutes": 10, "min": 5, "max": 20} for number in range(4)]
    whole = WorkFormat.model_validate({"id": "k7m2xq", "type": "work-format", "title": "Geheel", "steps": steps, "materials": ["touw"]})
    assert [(part.name, part.least, part.most) for part in meeting_parts([whole])] == [(f"Stap {number}", 5, 20) for number in range(4)]
    assert minutes_for(meeting_parts([whole]), 60) == (15, 15, 15, 15)
    assert [part.materials for part in meeting_parts([whole])] == [("touw",), (), (), ()]
    assert [part.name for part in meeting_parts([whole, whole])] == ["Geheel", "Geheel"]
