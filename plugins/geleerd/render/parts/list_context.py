"""The values that the pages with lists of items share."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.artefacts import Feeds
from geleerd.model.settings import Settings
from geleerd.relate.networks.ties import Likeness
from geleerd.render.parts.cards import Cards
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class ListContext:
    """The cards, the introductions of the staff, the feeds of each list, the networks like each network, and the settings of the site."""

    cards: Cards
    introductions: Introductions
    feeds: Feeds
    alike: Mapping[str, tuple[Likeness, ...]]
    settings: Settings
