"""An item as those who follow the site read it: its article without what only works on the page."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from jinja2 import Environment

from geleerd.model.strings import ItemId
from geleerd.model.values import ItemEntry
from geleerd.relate.artefacts import absolute
from geleerd.relate.library import Library
from geleerd.render.item_pages import ItemView
from geleerd.render.safe_html import Sanitiser
from geleerd.render.site_facts import SiteFacts
from geleerd.render.subjects import changed_on, language_of, organisations_of, themes_of
from geleerd.render.templates import in_frame

NO_DAY = datetime.date(1970, 1, 1)
"""The day of what has none; a fixed one, so that nothing seems to change by itself."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (w3.org/TR/xml, "Char"): a reader would refuse the whole feed."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item in a feed. `permalink` identifies it for good, `url` is its page, `html` its article with absolute links."""

    permalink: str
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
    """Makes entries one after another with the same template and sanitiser."""

    def __init__(self, library: Library, env: Environment, facts: SiteFacts) -> None:
        self._library = library
        self._env = in_frame(env, "feed")
        self._facts = facts
        self._sanitiser = Sanitiser()

    def of(self, views: Iterable[tuple[ItemEntry, ItemView]]) -> Mapping[str, FeedEntry]:
        """The entries of items by id, each rendered once however many feeds it stands in."""
        return {item.fields.id: self._entry(item, view) for item, view in views}

    def _entry(self, item: ItemEntry, view: ItemView) -> FeedEntry:
        library, site = self._library, self._facts.url
        published = item.fields.date or NO_DAY
        url = absolute(site, library.addresses.entry(item))
        names = [*(name for _, name in themes_of(item, library)), *library.tags(item).values()]
        return FeedEntry(
            permalink=absolute(site, library.addresses.permalink(ItemId(item.fields.id))),
            url=url,
            title=without_controls(view.title),
            summary=without_controls(view.summary),
            html=self._article(view, url),
            published=published,
            updated=max(published, changed_on(item, self._facts) or published),
            authors=tuple(map(without_controls, organisations_of(item) or (self._facts.name,))),
            categories=tuple(dict.fromkeys(map(without_controls, names))),
            language=language_of(item, library),
            rights=without_controls(view.license.name),
        )

    def _article(self, view: ItemView, url: str) -> str:
        # Without its bar, a work format keeps the minutes of its steps; the clock times need the page's script.
        html = self._env.get_template(f"pages/{view.type}.html").render(page=replace(view, time_bar=()))
        return without_controls(self._sanitiser.clean(html, lambda _tag, written: _absolute(url, written)).strip())


def without_controls(text: str) -> str:
    """A text as XML can hold it."""
    return _NOT_IN_XML.sub("", text)


def _absolute(page: str, written: str) -> str | None:
    """Where a link on a page leads; None when it makes no sense."""
    try:
        return urljoin(page, written)
    except ValueError:
        return None
