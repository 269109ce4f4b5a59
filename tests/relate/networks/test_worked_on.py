"""Which questions a network worked on at a meeting: as it says, and as far as dates tell."""

import pytest

from geleerd.model.declarations.part_types import Meeting
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.networks.worked_on import is_at, meetings_at, worked_on
from tests.relate.networks.test_learning_agenda import asked, library_of

MEETING = Meeting.model_validate({"id": "start", "start": "2026-09-15 13:30", "end": "2026-09-16"})


@pytest.mark.parametrize(
    ("date", "held"), [("2026-09-14", False), ("2026-09-15", True), ("2026-09-16", True), ("2026-09-17", False), ("2026-09", False)]
)
def test_a_day_of_a_meeting_counts_and_a_month_does_not(date, held):
    assert is_at(PartialDate.parse(date), MEETING) is held


def test_a_question_that_it_names_or_that_changed_or_for_which_something_was_done_at_a_meeting_was_worked_on_there(write):
    library = library_of(
        write,
        a={"title": "Vraag a?", "history": "[{date: 2026-09-15, state: open}]"},
        b={"title": "Vraag b?", "actions": "[{what: Gebeld, done: 2026-09-16}]"},
        c={"title": "Vraag c?", "history": "[{date: 2026-09, state: open}]"},
        d={"title": "Vraag d?"},
    )
    ids = {item.fields.title: item.fields.id for item in asked(library)}
    names = MEETING.model_copy(update={"discussed": (ids["Vraag d?"], ids["Vraag a?"])})
    assert [item.fields.title for item in worked_on(names, "west", library)] == ["Vraag d?", "Vraag a?", "Vraag b?"]
    assert {item.fields.title for item in worked_on(MEETING, "west", library)} == {"Vraag a?", "Vraag b?"}
    assert list(meetings_at(PartialDate.parse("2026-09-15"), asked(library)[0], library)) == []
