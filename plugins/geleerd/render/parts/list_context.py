"""The values that the pages with lists of items share."""

from dataclasses import dataclass

from geleerd.model.artefacts import Feeds
from geleerd.model.settings import Settings
from geleerd.render.parts.cards import Cards
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class ListContext:
    """The cards, the introductions of the staff, the feeds of each list, and the settings of the site."""

    cards: Cards
    introductions: Introductions
    feeds: Feeds
    settings: Settings
