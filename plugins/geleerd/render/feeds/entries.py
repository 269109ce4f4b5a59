"""An item as an entry in a feed: its article, without the parts that work only on its page."""

import datetime
from dataclasses import dataclass, field, replace

from geleerd.model.artefacts import Shown
from geleerd.model.characters import without_unseen
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.model.urls import absolute
from geleerd.relate.last_change import updated_on
from geleerd.relate.library import Library
from geleerd.render.items.pages import ItemView
from geleerd.render.parts.described_item import language_of, organisations_of, themes_of

NO_DAY = datetime.date(1970, 1, 1)
"""The day of an entry without a date; it is fixed, so that no feed changes by itself."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The knowledge base elsewhere that learned something: its name, its site, and the day of the newest that we have of it."""

    name: str
    site: str
    updated: datetime.date


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item or a start path in a feed. `identity` never changes, `url` is that of its page, `source` its file.

    `shown` is its article, `html` the HTML of that with absolute links once it is made. What was learned elsewhere has an `origin`.
    """

    identity: str
    url: str
    source: SourcePath
    title: str
    summary: str
    shown: Shown = field(hash=False)  # most of what there is to hash, and the rest tells entries apart
    published: datetime.date
    updated: datetime.date
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    language: str
    rights: str
    html: str = ""
    origin: Origin | None = None


def entry_of(item: ItemEntry, view: ItemView, library: Library, settings: Settings) -> FeedEntry:
    """The entry of an item."""
    published, updated = _days(item, settings)
    names = [*(name for _, name in themes_of(item, library)), *library.tags(item)]
    # Without its bar, a work format still shows the minutes of its steps; only the clock times need the page's script.
    without_clock = replace(view, time_bar=())
    return FeedEntry(
        identity=absolute(settings.identity, library.addresses.permalink(item.fields.id)),
        url=absolute(settings.site_url, library.addresses.entry(item)),
        source=item.path,
        title=without_unseen(view.title),
        summary=without_unseen(view.summary),
        shown=Shown(f"pages/{view.type}.html", Frozen({"page": without_clock})),
        published=published,
        updated=updated,
        authors=tuple(map(without_unseen, organisations_of(item) or (settings.site_name,))),
        categories=tuple(dict.fromkeys(map(without_unseen, names))),
        language=language_of(item, library),
        rights=without_unseen(view.license.name),
    )


def _days(item: ItemEntry, settings: Settings) -> tuple[datetime.date, datetime.date]:
    """The days on which an item was added and last changed. A future date would keep the item on top of every feed reader until then."""
    came = item.fields.date or NO_DAY
    if came > settings.today:
        day = settings.changed.get(item.path) or settings.today
        return day, day
    return came, updated_on(item, settings.changed) or came
