"""What other knowledge bases learned as entries in our feeds: each with the identity that it has there, and with whose it is."""

import datetime
from collections.abc import Iterable, Sequence

from geleerd.model.artefacts import Shown
from geleerd.model.declarations.frame_types import Theme
from geleerd.model.frozen import Frozen
from geleerd.model.strings import ItemId
from geleerd.model.urls import absolute, permalink_of
from geleerd.relate.elsewhere import LearnedElsewhere, by_theme
from geleerd.relate.library import Library
from geleerd.render.feeds.entries import FeedEntry, Origin
from geleerd.render.parts.cards import foreign_cards


class ForeignEntries:
    """The entries of what was learned elsewhere, found newest first, on days that have come.

    Without a day, or with one still to come, an item is not among them: it would be on top of every feed reader for years.
    """

    def __init__(self, found: Iterable[LearnedElsewhere], library: Library, today: datetime.date) -> None:
        self._found = tuple(one for one in found if one.item.date and _day(one) <= today)
        self._by_theme = by_theme(self._found)
        self._library = library
        self._origins: dict[str, Origin] = {}
        for one in self._found:
            self._origins.setdefault(one.base.site, Origin(one.base.name, one.base.site, _day(one)))

    def newest(self, most: int) -> tuple[FeedEntry, ...]:
        """The newest of all."""
        return self._entries(self._found[:most])

    def of_theme(self, slug: str, most: int) -> tuple[FeedEntry, ...]:
        """The newest of one of our themes."""
        return self._entries(self._by_theme.get(slug, ())[:most])

    def _entries(self, found: Sequence[LearnedElsewhere]) -> tuple[FeedEntry, ...]:
        return tuple(self._entry(one) for one in found)

    def _entry(self, one: LearnedElsewhere) -> FeedEntry:
        item, library, day = one.item, self._library, _day(one)
        (card,) = foreign_cards((one,), library)
        themes = library.shelves[Theme.KEY]
        return FeedEntry(
            identity=absolute(one.base.site, permalink_of(ItemId(item.id))),
            url=item.url,
            source=one.base.path,
            title=item.title,
            summary=item.summary,
            shown=Shown("pages/foreign.html", Frozen({"page": card, "license": item.license})),
            published=day,
            updated=day,
            authors=(one.base.name,),
            categories=(library.catalogue.say("elsewhere"), *(themes[slug].name for slug in one.themes)),
            language=item.language,
            rights=item.license,
            origin=self._origins[one.base.site],
        )


def _day(one: LearnedElsewhere) -> datetime.date:
    return datetime.date.fromisoformat(one.item.date)
