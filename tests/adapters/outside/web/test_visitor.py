"""Whether addresses on other sites still answer."""

import time

import pytest

from geleerd.adapters.outside.web import visitor
from geleerd.adapters.outside.web.visitor import Answer, Visitor


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("goed", Answer("ok", "200")),
        ("geen-head", Answer("ok", "200")),
        ("tijdelijk", Answer("ok", "200")),
        ("verhuisd", Answer("moved", "200", "{}/goed")),
        ("half", Answer("moved", "200", "{}/tijdelijk")),
        ("daarna-weg", Answer("gone", "404")),
        ("weg", Answer("gone", "404")),
        ("opgeheven", Answer("gone", "410")),
        ("stuk", Answer("unreachable", "500")),
        ("verboden", Answer("unreachable", "403")),
        ("traag", Answer("unreachable", "timeout")),
        ("sluit", Answer("unreachable", "no-answer")),
        ("sluit-bij-head", Answer("ok", "200")),
        ("traag-bij-head", Answer("ok", "200")),
        ("naar-rauw", Answer("moved", "200", "{}/café")),
        ("naar-latijn", Answer("moved", "200", "{}/caf%E9")),
        ("naar-niets", Answer("unreachable", "no-address")),
        ("druppel", Answer("unreachable", "timeout")),
        ("steeds-100", Answer("unreachable", "timeout")),
        ("kring", Answer("unreachable", "loop")),
        ("naar-bestand", Answer("unreachable", "no-address")),
    ],
)
def test_every_way_in_which_another_site_answers(others, name, answer):
    origin, _ = others
    expected = Answer(answer.state, answer.status, answer.moved_to.format(origin))
    assert Visitor("proef").ask(f"{origin}/{name}") == expected


def test_a_site_that_is_not_there_and_an_address_that_is_none(others):
    assert Visitor("proef").ask("http://127.0.0.1:9/x") == Answer("unreachable", "no-connection")
    for address in ("http://", "http:///x", "http://a b/x", "http://127.0.0.1:99999/"):
        assert Visitor("proef").ask(address).state == "unreachable"


def test_all_questions_for_one_address_have_one_end(others, monkeypatch):
    origin, handler = others
    monkeypatch.setattr(visitor, "PATIENCE", 0.7)
    monkeypatch.setattr(visitor, "PAUSE", 0)
    assert Visitor("proef").ask(f"{origin}/trage-reeks") == Answer("unreachable", "timeout")
    assert 1 < len(handler.asked) < 5


def test_one_host_gets_one_question_at_a_time_and_rest_in_between(others):
    origin, handler = others
    began = time.monotonic()
    answers = dict(Visitor("proef").visit([f"{origin}/{number}" for number in range(5)]))
    assert {answer.state for answer in answers.values()} == {"ok"}
    assert time.monotonic() - began >= 0.4
    assert handler.most_busy == 1
    assert {command for command, _, _ in handler.asked} == {"HEAD"}
