"""The day of the last change of an entry: one answer for feeds, records, search engines and crawlers."""

from collections.abc import Mapping
from datetime import date

from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Entry
from geleerd.model.strings import SourcePath


def updated_on(entry: Entry[Item] | Entry[FrameEntry], changed: Mapping[SourcePath, date]) -> date | None:
    """The day on which an entry last changed; `changed` holds the day of each file, as far as the host knows it.

    An item never changed before the day it was added, although its file may be older; that day also counts when the file's day is unknown.
    """
    added = entry.fields.date if isinstance(entry.fields, Item) else None
    return max(filter(None, (added, changed.get(entry.path))), default=None)
