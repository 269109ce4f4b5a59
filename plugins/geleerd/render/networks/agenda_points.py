"""A point of a learning agenda as a page shows it: the question, what is known so far, and who does what by when."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import Action, Turn
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.networks.learning_agenda import AgendaPoint, DoneAction, QuestionChange, is_late
from geleerd.render.parts.described_item import foreign_language_of
from geleerd.texts.field_texts import FieldTexts, ShownText
from geleerd.texts.texts import SafeTexts

ANSWERS_SHOWN = 4
"""Most items at a point that gave something of an answer; the page of the question has all."""

SHARED_SHOWN = 6
"""Most other networks at a point that have the same question."""


@dataclass(frozen=True, slots=True)
class ActionView:
    """An action in words. `late`: it should have been done by now."""

    what: ShownText
    role: str
    due: str
    state: str
    late: bool
    done: str
    question: Link | None = None


@dataclass(frozen=True, slots=True)
class PointView:
    """A point in words: `gave` are the items that gave something of an answer, each with what it gave; `also` who asks the same."""

    question: Link
    lang: str | None
    state: str
    since: str
    answer: ShownText | None
    answer_label: str
    answer_editorial: bool
    gave: tuple[Link, ...]
    more_gave: int
    to_do: tuple[ActionView, ...]
    also: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed, when, and in which question."""

    date: str
    question: Link
    told: str
    wording: ShownText | None


@dataclass(frozen=True, slots=True)
class PointViews:
    """Turns points into views for one page of one network, on a day."""

    library: Library
    texts: SafeTexts
    network: str
    address: Address
    today: datetime.date

    def point(self, point: AgendaPoint) -> PointView:
        """The view of a question on the agenda."""
        item, asked, catalogue = point.question, point.asked, self.library.catalogue
        shown = self._texts(item)
        gave = tuple(self._gave(item, asked))
        return PointView(
            question=self._link(item),
            lang=foreign_language_of(item, self.library),
            state=catalogue.value("state", point.state),
            since=catalogue.date(point.since) if point.since else "",
            answer=shown.shown(asked.answer) if asked.answer else None,
            answer_label=catalogue.say("agenda-answer" if point.state == "answered" else "agenda-so-far"),
            answer_editorial="answer" in asked.editorial,
            gave=gave[:ANSWERS_SHOWN],
            more_gave=len(gave[ANSWERS_SHOWN:]),
            to_do=tuple(self._action(action, shown) for action in point.to_do),
            also=tuple(self._also(item))[:SHARED_SHOWN],
        )

    def done(self, done: DoneAction) -> ActionView:
        """The view of an action that left the agenda, with its question."""
        return self._action(done.action, self._texts(done.question), self._link(done.question))

    def change(self, change: QuestionChange) -> ChangeView:
        """The view of something that changed."""
        say, told = self.library.catalogue.say, change.told
        date, shown = self.library.catalogue.date(change.date), self._texts(change.question)
        if isinstance(told, Turn):
            moved = self.library.catalogue.value("state", told.state) if told.state else ""
            state = moved or say("agenda-reworded" if told.wording or not told.answers else "agenda-answered")
            wording = None if told.wording in {None, change.question.fields.title} else shown.shown(told.wording or "")
            return ChangeView(date, self._link(change.question), state, wording)
        return ChangeView(date, self._link(change.question), say("agenda-did"), shown.shown(told.what))

    def _action(self, action: Action, shown: FieldTexts, question: Link | None = None) -> ActionView:
        due, done = (self.library.catalogue.date(day) if day else "" for day in (action.due, action.done))
        late = is_late(action, self.today)
        return ActionView(shown.shown(action.what), action.role or "", due, action.state or "", late, done, question)

    def _gave(self, item: ItemEntry, asked: LearningQuestion) -> Iterator[Link]:
        """What other items gave of an answer, each item once; what was withdrawn gives nothing any more."""
        dated = ((name, None) for turn in asked.history for name in turn.answers)
        told = (*((answer.id, answer.note) for answer in asked.so_far), *dated)
        naming = self.library.backlinks.get(item.fields.id, ())
        notes = dict(reversed([*chain(told, ((b.source.fields.id, b.note) for b in naming if b.type == "answers"))]))
        for item_id, note in reversed(notes.items()):
            found = self.library.by_id.get(item_id)
            if found and found.fields.status != "withdrawn":
                yield Link(found.fields.title or "", relative(self.address, self.library.addresses.entry(found)), plain(note or "") or None)

    def _also(self, item: ItemEntry) -> Iterator[Link]:
        """The other networks that have the same question, but for those above and below this one."""
        family = {self.network, *self._kin()}
        for slug in item.fields.networks:
            if slug not in family and (shelf := self.library.shelves[Network.KEY].get(slug)):
                yield Link(shelf.name, relative(self.address, self.library.addresses.learning_agenda(slug)))

    def _kin(self) -> Iterator[str]:
        shelves, children = self.library.shelves[Network.KEY], self.library.children[Network.KEY]
        yield from (child.slug for child in children.get(self.network, ()))
        if parent := shelves[self.network].parent:
            yield parent

    def _texts(self, item: ItemEntry) -> FieldTexts:
        return self.texts.of(item.path, self.address)

    def _link(self, item: ItemEntry) -> Link:
        return Link(item.fields.title or "", relative(self.address, self.library.addresses.entry(item)), item.fields.summary)
