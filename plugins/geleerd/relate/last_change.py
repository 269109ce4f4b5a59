"""When something last changed, the same for everybody who asks: feeds, records, search engines and crawlers."""

from collections.abc import Mapping
from datetime import date

from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.documents import Entry
from geleerd.model.strings import SourcePath


def updated_on(entry: Entry[Item] | Entry[FrameEntry], changed: Mapping[SourcePath, date]) -> date | None:
    """The day on which an entry last changed; `changed` has that of each file, as far as the host knows.

    Of an item never before the day it was added, and that day where nobody knows better: files are often older than what they became.
    """
    added = entry.fields.date if isinstance(entry.fields, Item) else None
    return max(filter(None, (added, changed.get(entry.path))), default=None)
