"""The values that the pages with lists of items share."""

from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.artefacts import Feeds
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.relate.elsewhere import LearnedElsewhere
from geleerd.relate.networks.ties import Likeness
from geleerd.render.parts.cards import Cards
from geleerd.render.parts.introductions import Introductions


@dataclass(frozen=True, slots=True)
class ListContext:
    """The cards, the introductions of the staff, the feeds of each list, the networks like each network, and the settings of the site.

    `elsewhere` is what other knowledge bases learned, by the slugs of our themes.
    """

    cards: Cards
    introductions: Introductions
    feeds: Feeds
    alike: Mapping[str, tuple[Likeness, ...]]
    settings: Settings
    elsewhere: Mapping[str, tuple[LearnedElsewhere, ...]] = Frozen()
