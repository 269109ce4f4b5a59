"""A start path as an entry in the feed of the whole site, from the day that its file names."""

import datetime
from collections.abc import Iterator, Mapping

from geleerd.model.artefacts import Page
from geleerd.model.characters import without_unseen
from geleerd.model.declarations.frame_types import Guide
from geleerd.model.documents import Entry
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.model.urls import absolute
from geleerd.relate.library import Library
from geleerd.relate.moves.renamed import first_addresses
from geleerd.render.feeds.entries import NO_DAY, FeedEntry


def guides_in_feeds(library: Library, today: datetime.date) -> Iterator[Entry[Guide]]:
    """The start paths whose day has come. One without a day is in no feed: it would come to readers as news each time the feed is made."""
    for entry in library.collection.frame.get(Guide.KEY, {}).values():
        fields = entry.fields
        if isinstance(fields, Guide) and fields.date and fields.date <= today and fields.status == "published":
            yield Entry(entry.slug, fields, entry.document)


def guide_entries(pages: Mapping[SourcePath, tuple[Entry[Guide], Page]], library: Library, settings: Settings) -> Mapping[str, FeedEntry]:
    """The entries of start paths, by the paths of their files, from their pages."""
    first = first_addresses(library)
    return {path: _entry(guide, page, first.get(page.address, page.address), library, settings) for path, (guide, page) in pages.items()}


def _entry(guide: Entry[Guide], page: Page, first: str, library: Library, settings: Settings) -> FeedEntry:
    published = guide.fields.date or NO_DAY
    return FeedEntry(
        identity=absolute(settings.identity, first),
        url=absolute(settings.site_url, page.address),
        source=guide.path,
        title=without_unseen(page.title),
        summary=without_unseen(page.description),
        shown=page.shown,
        published=published,
        updated=max(published, settings.changed.get(guide.path, published)),
        authors=(without_unseen(settings.site_name),),
        categories=(library.catalogue.type_name(Guide.KEY),),
        language=library.catalogue.say("language-code"),
        rights="",
    )
