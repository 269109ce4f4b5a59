"""An item as an entry in a feed: its article, without the parts that work only on its page."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from jinja2 import Environment

from geleerd.guard import each
from geleerd.model.characters import without_unseen
from geleerd.model.documents import ItemEntry
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute
from geleerd.relate.last_change import updated_on
from geleerd.relate.library import Library
from geleerd.render.items.pages import ItemView
from geleerd.render.parts.described_item import language_of, organisations_of, themes_of
from geleerd.render.parts.templates import in_frame
from geleerd.texts.safe_html import safe_html

NO_DAY = datetime.date(1970, 1, 1)
"""The day of an entry without a date; it is fixed, so that no feed changes by itself."""

_INPUT = re.compile(r"<input\b[^>]*>")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item in a feed. `identity` never changes, `url` is that of its page, `html` is its article with absolute links."""

    identity: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime.date
    updated: datetime.date
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    language: str
    rights: str


class Entries:
    """Makes entries one by one, with the same templates."""

    def __init__(self, library: Library, env: Environment, settings: Settings) -> None:
        self._library = library
        self._env = in_frame(env, "feed")
        self._settings = settings

    def of(self, views: Iterable[tuple[ItemEntry, ItemView]]) -> Mapping[str, FeedEntry]:
        """The entries of items by id, each rendered once for all feeds that hold it."""
        return dict(each(lambda one: (one[0].fields.id, self._entry(*one)), views, lambda one: one[0].path))

    def _entry(self, item: ItemEntry, view: ItemView) -> FeedEntry:
        library, site = self._library, self._settings.site_url
        published, updated = _days(item, self._settings)
        url = absolute(site, library.addresses.entry(item))
        names = [*(name for _, name in themes_of(item, library)), *library.tags(item)]
        return FeedEntry(
            identity=absolute(self._settings.identity, library.addresses.permalink(item.fields.id)),
            url=url,
            title=without_unseen(view.title),
            summary=without_unseen(view.summary),
            html=self._article(view, url),
            published=published,
            updated=updated,
            authors=tuple(map(without_unseen, organisations_of(item) or (self._settings.site_name,))),
            categories=tuple(dict.fromkeys(map(without_unseen, names))),
            language=language_of(item, library),
            rights=without_unseen(view.license.name),
        )

    def _article(self, view: ItemView, url: str) -> str:
        # Without its bar, a work format still shows the minutes of its steps; only the clock times need the page's script.
        html = self._env.get_template(f"pages/{view.type}.html").render(page=replace(view, time_bar=()))
        return _INPUT.sub(_as_sign, safe_html(html, lambda _tag, written: _absolute(url, written)).html).strip()


def _days(item: ItemEntry, settings: Settings) -> tuple[datetime.date, datetime.date]:
    """The days on which an item was added and last changed. A future date would keep the item on top of every feed reader until then."""
    came = item.fields.date or NO_DAY
    if came > settings.today:
        day = settings.changed.get(item.path) or settings.today
        return day, day
    return came, updated_on(item, settings.changed) or came


def _as_sign(control: re.Match[str]) -> str:
    """A character for the box of a task, since feeds have no controls; nothing for the switch of a tab."""
    return ("☑" if " checked" in control[0] else "☐") if 'type="checkbox"' in control[0] else ""


def _absolute(page: str, written: str) -> str | None:
    """The absolute URL of a link on a page; None for an invalid link."""
    try:
        return urljoin(page, written)
    except ValueError:
        return None
