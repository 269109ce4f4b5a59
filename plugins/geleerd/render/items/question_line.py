"""The history of a learning question as a line of time: its states and words, what was done, what gave an answer, and the meetings."""

from collections.abc import Iterator

from geleerd.model.artefacts import Link
from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.declarations.part_types import Meeting
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.networks.worked_on import is_at, meetings_at
from geleerd.render.parts.field_views import FieldView
from geleerd.render.parts.linked import LinksFrom
from geleerd.render.parts.meetings import meeting_anchor
from geleerd.texts.field_texts import FieldTexts


def with_line_of_time(shown: Frozen[str, FieldView], item: ItemEntry, library: Library, texts: FieldTexts) -> Frozen[str, FieldView]:
    """The fields of an item, in which the history of a question is in the order of time; one turn tells where it comes from."""
    asked, catalogue = item.fields, library.catalogue
    if not isinstance(asked, LearningQuestion):
        return shown
    line = sorted((*_turns(item, asked, library, texts), *_meetings(item, asked, library)), key=lambda turn: turn[0])
    if not line:
        return shown
    tells_origin = len(line) == len(asked.history) == 1
    label = catalogue.say("question-origin") if tells_origin else catalogue.label("history", asked.type)
    view = FieldView("history", label, "turns", tuple(view for _, view in line), editorial="history" in asked.editorial)
    return Frozen({**shown, "history": view})


def _turns(
    item: ItemEntry, asked: LearningQuestion, library: Library, texts: FieldTexts
) -> Iterator[tuple[PartialDate, Frozen[str, object]]]:
    catalogue, links = library.catalogue, LinksFrom(library, library.addresses.entry(item))
    for turn in asked.history:
        state = catalogue.value("state", turn.state) if turn.state else ""
        there = (name for name in turn.answers if name in library.by_id and library.by_id[name].fields.status != "withdrawn")
        answers = tuple(link for link in (links.to("item", name) for name in there) if link)
        yield turn.date, _turn(turn.date, state, item, library, wording=turn.wording and texts.shown(turn.wording), answers=answers)
    for action in asked.actions:
        if action.done:
            yield action.done, _turn(action.done, catalogue.say("agenda-did"), item, library, wording=texts.shown(action.what))


def _meetings(item: ItemEntry, asked: LearningQuestion, library: Library) -> Iterator[tuple[PartialDate, Frozen[str, object]]]:
    """The meetings that name the question, on whose days nothing else of it is told."""
    told = (*(turn.date for turn in asked.history), *(action.done for action in asked.actions if action.done))
    named = (meeting for _, meeting in library.discussed_at.get(asked.id, ()))
    alone = (meeting for meeting in named if not any(is_at(day, meeting) for day in told))
    for day in dict.fromkeys(PartialDate.parse(meeting.start[:10]) for meeting in alone):
        yield day, _turn(day, library.catalogue.say("line-meeting"), item, library)


def _turn(date: PartialDate, state: str, item: ItemEntry, library: Library, **told: object) -> Frozen[str, object]:
    held = tuple(_link(slug, meeting, item, library) for slug, meeting in dict.fromkeys(meetings_at(date, item, library)))
    return Frozen({"date": library.catalogue.date(date), "state": state, "meetings": held, "wording": None, "answers": (), **told})


def _link(slug: str, meeting: Meeting, item: ItemEntry, library: Library) -> Link:
    """The link from a question to a meeting on the page of its network."""
    network = relative(library.addresses.entry(item), library.addresses.shelf(Network.KEY, slug))
    return Link(meeting.title or library.catalogue.say("meeting"), f"{network}#{meeting_anchor(meeting, library.catalogue)}")
