"""What the pages that list items share."""

from dataclasses import dataclass

from geleerd.model.artefacts import Feeds
from geleerd.model.settings import Settings
from geleerd.render.parts.cards import Cards
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class ListContext:
    """The cards to list, what the staff wrote above a list, the feeds of what is new on it, and the settings of the site."""

    cards: Cards
    introductions: Introductions
    feeds: Feeds
    settings: Settings
