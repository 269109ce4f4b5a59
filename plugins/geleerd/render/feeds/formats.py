"""The two formats of a feed: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any
from xml.sax.saxutils import escape

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from geleerd.relate.places.addresses import ATOM, JSON_FEED
from geleerd.render.feeds.entries import FeedEntry, Origin


@dataclass(frozen=True, slots=True)
class Feed:
    """The new items of a page, newest first. `url` is that of the page. Entries that name nobody have `author` as their author.

    `identity` is the page's first address: it stays the same when the page or the whole site moves (RFC 4287, 4.2.6).
    """

    url: str
    identity: str
    title: str
    description: str
    author: str
    author_url: str
    language: str
    updated: datetime.date
    entries: tuple[FeedEntry, ...]


def atom(feed: Feed, url: str, entries: Iterable[str]) -> str:
    """The feed as Atom, with its entries as they are written there; `url` is that of the file."""
    made = _Atom(
        title=feed.title,
        link=feed.url,
        description=None,
        subtitle=feed.description or None,
        language=feed.language,
        author_name=feed.author,
        author_link=feed.author_url,
        feed_url=url,
        feed_guid=feed.identity + url.rpartition("/")[2],
        updated=_moment(feed.updated),
        written="".join(entries),
    )
    return str(made.writeString("utf-8"))


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library carries no types
    """Atom around entries that are written. Unlike the library's own, it reads no clock when a feed is empty."""

    def latest_post_date(self) -> datetime.datetime:
        updated: datetime.datetime = self.feed["updated"]
        return updated

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        handler.ignorableWhitespace(self.feed["written"])  # what it passes on without escaping it


def atom_entry(entry: FeedEntry) -> str:
    """An entry as it stands in every feed that has it."""
    made = _AtomEntry(title="", link="", description=None)
    made.add_item(
        title=entry.title,
        link=entry.url,
        description=escape(entry.summary),  # the library adds that the content is HTML
        content=entry.html,
        pubdate=_moment(entry.published),
        updateddate=_moment(entry.updated),
        unique_id=entry.identity,
        categories=entry.categories,
        item_copyright=entry.rights,
        authors=entry.authors,
        language=entry.language,
        origin=entry.origin,
    )
    written = StringIO()
    made.write_items(SimplerXMLGenerator(written, "utf-8", short_empty_elements=True))
    return written.getvalue()


class _AtomEntry(Atom1Feed):  # type: ignore[misc]  # as above
    """An entry with its language and all its authors, and with where it comes from (RFC 4287, 4.2.11)."""

    def item_attributes(self, item: Mapping[str, str]) -> Mapping[str, str]:
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Mapping[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        origin: Origin | None = item["origin"]
        if origin:
            handler.startElement("source", {})
            handler.addQuickElement("id", origin.site)
            handler.addQuickElement("title", origin.name)
            handler.addQuickElement("updated", _moment(origin.updated).isoformat())
            handler.addQuickElement("link", "", {"rel": "alternate", "href": origin.site})
            handler.endElement("source")


def json_feed(feed: Feed, url: str, entries: Iterable[str]) -> str:
    """The feed as JSON Feed, with its entries as they are written there; `url` is that of the file."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": url,
        **({"description": feed.description} if feed.description else {}),
        "authors": [{"name": feed.author, "url": feed.author_url}],
        "language": feed.language,
    }
    return f'{_json(data)[:-1]},"items":[{",".join(entries)}]}}'


def json_entry(entry: FeedEntry) -> str:
    """An entry as it stands in every feed that has it."""
    site = {"url": entry.origin.site} if entry.origin else {}
    data = {
        "id": entry.identity,
        "url": entry.url,
        **({"external_url": entry.url} if entry.origin else {}),
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": _moment(entry.published).isoformat(),
        "date_modified": _moment(entry.updated).isoformat(),
        "authors": [{"name": name, **site} for name in entry.authors],
        "tags": entry.categories,
        "language": entry.language,
    }
    return _json(data)


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A format of feeds: the name of its file, its own name, its media type, and the functions that write an entry and a feed around them.

    A feed is written for the URL of its file. Most entries stand in several feeds, so that each is written once.
    """

    file: str
    name: str
    media_type: str
    entry: Callable[[FeedEntry], str]
    write: Callable[[Feed, str, Iterable[str]], str]


FORMATS = (
    FeedFormat(ATOM, "Atom", "application/atom+xml", atom_entry, atom),
    FeedFormat(JSON_FEED, "JSON Feed", "application/feed+json", json_entry, json_feed),
)


def _moment(day: datetime.date) -> datetime.datetime:
    """The beginning of a day: feeds need a time, and files have only days."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
