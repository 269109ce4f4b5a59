"""The history of a learning question as a line of time: its states and words, what was done, and the meeting at which that was."""

from collections.abc import Iterator
from dataclasses import replace

from geleerd.model.artefacts import Link
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.networks.worked_on import meetings_at
from geleerd.render.parts.field_views import FieldView
from geleerd.render.parts.meetings import meeting_anchor
from geleerd.texts.field_texts import FieldTexts


def with_line_of_time(shown: Frozen[str, FieldView], item: ItemEntry, library: Library, texts: FieldTexts) -> Frozen[str, FieldView]:
    """The fields of an item, in which the history of a question is in the order of time; one turn tells where it comes from."""
    history, say = shown.get("history"), library.catalogue.say
    if history is None or not isinstance(item.fields, LearningQuestion):
        return shown
    line = sorted(_turns(item, item.fields, library, texts), key=lambda turn: turn[0])
    label = history.label if len(line) > 1 else say("question-origin")
    return Frozen({**shown, "history": replace(history, label=label, value=tuple(view for _, view in line))})


def _turns(
    item: ItemEntry, asked: LearningQuestion, library: Library, texts: FieldTexts
) -> Iterator[tuple[PartialDate, Frozen[str, object]]]:
    catalogue = library.catalogue
    for turn in asked.history:
        state = catalogue.value("state", turn.state) if turn.state else ""
        yield turn.date, _turn(turn.date, state, turn.wording, item, library, texts)
    for action in asked.actions:
        if action.done:
            yield action.done, _turn(action.done, catalogue.say("agenda-did"), action.what, item, library, texts)


def _turn(date: PartialDate, state: str, text: str | None, item: ItemEntry, library: Library, texts: FieldTexts) -> Frozen[str, object]:
    page = library.addresses.entry(item)
    held = [
        Link(
            meeting.title or library.catalogue.say("meeting"),
            f"{relative(page, library.addresses.shelf('network', slug))}#{meeting_anchor(meeting, library.catalogue)}",
        )
        for slug, meeting in meetings_at(date, item, library)
    ]
    shown = texts.shown(text) if text else None
    return Frozen({"date": library.catalogue.date(date), "state": state, "wording": shown, "meeting": held[0] if held else None})
