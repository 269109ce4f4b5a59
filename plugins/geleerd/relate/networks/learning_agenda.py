"""The learning agenda of a network: its questions by state, what is done about them, and what changed since it last met."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import Action, QuestionState, Turn
from geleerd.model.documents import ItemEntry
from geleerd.model.partial_dates import PartialDate
from geleerd.relate.library import Library

CURRENT: tuple[QuestionState, ...] = ("in-progress", "open")
"""The states of the questions on an agenda, in the order in which a network takes them up."""

ARCHIVED: tuple[QuestionState, ...] = ("answered", "let-go")
"""The states of the questions that left it."""


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A question with what is still to do about it and what was done, the last first."""

    question: ItemEntry
    asked: LearningQuestion
    to_do: tuple[Action, ...]
    done: tuple[Action, ...]

    @property
    def state(self) -> QuestionState:
        """How the question stands."""
        return self.asked.state or "open"

    @property
    def since(self) -> PartialDate | None:
        """Since when it stands so, as far as its history tells; a turn without a state changes only its words."""
        turns = [turn for turn in _oldest_first(self.asked.history) if turn.state]
        changed = [turn for before, turn in zip((None, *turns), turns, strict=False) if before is None or before.state != turn.state]
        return changed[-1].date if changed and changed[-1].state == self.state else None


@dataclass(frozen=True, slots=True)
class DoneAction:
    """An action that left the agenda, and the question that it was for."""

    action: Action
    question: ItemEntry


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """What changed on a date: the state or the words of a question, or an action that was done."""

    date: PartialDate
    question: ItemEntry
    told: Turn | Action


@dataclass(frozen=True, slots=True)
class LearningAgenda:
    """The points of a network that it works on, those that left its agenda, and the actions done for the points that it works on."""

    current: tuple[AgendaPoint, ...]
    archived: tuple[AgendaPoint, ...]
    done: tuple[DoneAction, ...]


def agenda_of(items: Iterable[ItemEntry]) -> LearningAgenda:
    """The learning agenda that the questions among some items make; the order of the items is kept within each state."""
    points = tuple(_point(item, item.fields) for item in items if isinstance(item.fields, LearningQuestion))
    current = _by_state(points, CURRENT)
    done = (DoneAction(action, point.question) for point in current for action in point.done)
    return LearningAgenda(
        current=current,
        archived=_by_state(points, ARCHIVED),
        done=tuple(sorted(done, key=lambda one: _day(one.action.done), reverse=True)),
    )


def changes_since(items: Iterable[ItemEntry], day: datetime.date, today: datetime.date) -> tuple[QuestionChange, ...]:
    """What changed in the questions among some items on a day and after it, until today; the last first."""
    found = (change for item in items if isinstance(item.fields, LearningQuestion) for change in _changes(item, item.fields))
    recent = (change for change in found if day <= change.date.last_day and change.date.first_day <= today)
    return tuple(sorted(recent, key=lambda change: change.date, reverse=True))


def is_late(action: Action, today: datetime.date) -> bool:
    """Whether an action should have been done by now."""
    return action.due is not None and action.done is None and action.due.last_day < today


def alike(item: ItemEntry, library: Library) -> Iterator[ItemEntry]:
    """The questions that somebody tied to a question, from either end, each once."""
    named = (library.by_id.get(relation.id) for relation in item.fields.relations)
    naming = (backlink.source for backlink in library.backlinks.get(item.fields.id, ()))
    found = {near.fields.id: near for near in (*named, *naming) if near and near.fields.status == "published"}
    return (near for near in found.values() if isinstance(near.fields, LearningQuestion))


def _point(item: ItemEntry, asked: LearningQuestion) -> AgendaPoint:
    done = sorted((action for action in asked.actions if action.done), key=lambda action: _day(action.done), reverse=True)
    return AgendaPoint(item, asked, tuple(action for action in asked.actions if not action.done), tuple(done))


def _by_state(points: Sequence[AgendaPoint], states: Sequence[QuestionState]) -> tuple[AgendaPoint, ...]:
    return tuple(point for state in states for point in points if point.state == state)


def _changes(item: ItemEntry, asked: LearningQuestion) -> Iterator[QuestionChange]:
    yield from (QuestionChange(turn.date, item, turn) for turn in asked.history)
    yield from (QuestionChange(action.done, item, action) for action in asked.actions if action.done)


def _day(date: PartialDate | None) -> datetime.date:
    return date.last_day if date else datetime.date.min


def _oldest_first(history: Iterable[Turn]) -> tuple[Turn, ...]:
    return tuple(sorted(history, key=lambda turn: turn.date))
