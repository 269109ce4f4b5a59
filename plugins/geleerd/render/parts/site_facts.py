"""What the owner set, and what the host knows: facts that no file of the knowledge base holds."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from geleerd.model.frozen import Frozen
from geleerd.model.strings import SourcePath


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The name and address of the site, the desk's mailbox, the day of the build, and the day on which each file last changed.

    `newsletter` is where people subscribe, empty when there is no such place. `cards`: whether items get a picture to share. `first_url`
    is where the site stood first, empty when it never moved.
    """

    name: str
    url: str
    desk: str
    today: datetime.date
    changed: Mapping[SourcePath, datetime.date] = Frozen()
    newsletter: str = ""
    cards: bool = True
    first_url: str = ""

    @property
    def identity(self) -> str:
        """The address under which others know the entries of feeds and calendars. It stays when the site moves (RFC 4287, 4.2.6)."""
        return self.first_url or self.url
