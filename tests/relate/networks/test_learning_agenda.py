"""The learning agenda of a network: what is on it, what left it, and what changed since the network last met."""

import datetime

import pytest

from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import Action
from geleerd.model.partial_dates import PartialDate
from geleerd.reading import reading_of
from geleerd.relate.networks.learning_agenda import agenda_of, alike, changes_since, is_late
from tests.workbench.building import TODAY, settings
from tests.workbench.small_items import question

MET = datetime.date(2026, 9, 15)


def library_of(write, **questions):
    files = {f"lessons/{name}.md": question(f"k{name}1111", **fields) for name, fields in questions.items()}
    return reading_of(settings(write({"content/netwerken/west.md": "---\nname: West\n---\n", **files}))).library


def asked(library):
    return library.shelves["network"]["west"].items


def titles(points):
    return [point.question.fields.title for point in points]


def test_what_a_network_works_on_comes_first_and_what_is_answered_or_let_go_left_the_agenda(write):
    states = {"a": "let-go", "b": "open", "c": "answered", "d": "in-progress"}
    library = library_of(write, **{name: {"title": f"Vraag {name}?", "state": state} for name, state in states.items()})
    agenda = agenda_of(asked(library))
    assert titles(agenda.current) == ["Vraag d?", "Vraag b?"]
    assert titles(agenda.archived) == ["Vraag c?", "Vraag a?"]


def test_an_action_that_is_done_leaves_its_question_and_stays_in_the_archive_the_last_first(write):
    actions = "[{what: Eerst, done: 2026-03}, {what: Nog te doen, due: 2026-12-01}, {what: Daarna, done: 2026-10-01}]"
    agenda = agenda_of(asked(library_of(write, a={"actions": actions})))
    assert [action.what for action in agenda.current[0].to_do] == ["Nog te doen"]
    assert [done.action.what for done in agenda.done] == ["Daarna", "Eerst"]


def test_the_actions_of_an_answered_question_stay_with_it(write):
    agenda = agenda_of(asked(library_of(write, a={"state": "answered", "answer": "Zo.", "actions": "[{what: Eerst, done: 2026-03}]"})))
    assert agenda.done == ()
    assert [action.what for action in agenda.archived[0].done] == ["Eerst"]


SINCE = [
    ("[]", None),
    ("[{date: 2026-01-05, state: open}]", "2026-01-05"),
    ("[{date: 2026-06-01, state: open}, {date: 2026-01-05, state: open}]", "2026-01-05"),
    ("[{date: 2026-01-05, state: open}, {date: 2026-02, wording: Anders?}]", "2026-01-05"),
    ("[{date: 2026-01-05, state: open}, {date: 2026-02, state: answered}, {date: 2026-03, state: open}]", "2026-03"),
    ("[{date: 2026-01-05, state: in-progress}]", None),
]


@pytest.mark.parametrize(("history", "since"), SINCE)
def test_a_question_stands_as_it_does_since_its_state_last_changed(write, history, since):
    point = agenda_of(asked(library_of(write, a={"history": history}))).current[0]
    assert point.since == (PartialDate.parse(since) if since else None)


def test_what_changed_on_the_day_of_the_last_meeting_and_after_it_is_told_the_last_first(write):
    history = "[{date: 2026-09-14, state: open}, {date: 2026-09-15, state: open}, {date: 2026-10, wording: Ruim?}, {date: 2026-12-01, state: answered}]"
    actions = "[{what: Daarvoor, done: 2026-08}, {what: In dezelfde maand, done: 2026-09}, {what: Daarna, done: 2026-11-01}]"
    changes = changes_since(asked(library_of(write, a={"history": history, "actions": actions})), MET, TODAY)
    assert [str(change.date) for change in changes] == ["2026-11-01", "2026-10", "2026-09-15", "2026-09"]


LATE = [("2026-11-21", None, True), ("2026-11-22", None, False), ("2026-11", None, False), ("2025", None, True)]


@pytest.mark.parametrize(("due", "done", "late"), [*LATE, ("2025", "2026", False), (None, None, False)])
def test_an_action_is_late_once_the_whole_of_its_date_is_over_and_it_is_not_done(due, done, late):
    dates = {key: PartialDate.parse(value) if value else None for key, value in (("due", due), ("done", done))}
    assert is_late(Action(what="Iets", **dates), TODAY) is late


def test_questions_that_somebody_tied_together_are_found_from_either_end(write):
    library = library_of(
        write,
        a={"relations": "[{type: supports, id: kb1111}, {type: supports, id: a1b2c3}]"},
        b={"title": "Een andere vraag?"},
    )
    by_id = {item.fields.id: item for item in asked(library)}
    assert [item.fields.id for item in alike(by_id["ka1111"], library)] == ["kb1111"]
    assert [item.fields.id for item in alike(by_id["kb1111"], library)] == ["ka1111"]
    assert all(isinstance(item.fields, LearningQuestion) for item in alike(by_id["kb1111"], library))
