"""What happened in some days: what came, which meetings were held, which questions were answered, and what others applied."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from geleerd.model.declarations.frame_types import Network
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.model.strings import word_of


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a count, the first and the last included; without these, all days. `today` is the day on which somebody counts."""

    today: datetime.date
    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max

    @property
    def are_all(self) -> bool:
        """Whether these are all days, so that what has no date counts too."""
        return (self.first, self.last) == (datetime.date.min, datetime.date.max)

    def have(self, when: PartialDate | datetime.date | None) -> bool:
        """Whether something happened in these days: on the first day that its date can mean, so that it happened in one month only."""
        if when is None:
            return self.are_all
        return self.first <= (when.first_day if isinstance(when, PartialDate) else when) <= self.last

    def within(self, first: datetime.date, last: datetime.date) -> "Days":
        """Those of these days that lie in another period."""
        return Days(self.today, max(self.first, first), min(self.last, last))


@dataclass(frozen=True, slots=True)
class Group:
    """What a row of a figure counts: items, and networks by slug."""

    items: tuple[ItemEntry, ...] = ()
    networks: Mapping[str, Network] = Frozen()


def who_shared(item: ItemEntry) -> tuple[str, ...]:
    """The organisations that shared an item, each once. People are never counted by name."""
    named = (" ".join(author.organisation.split()) for author in item.fields.authors if author.organisation)
    return tuple({word_of(name): name for name in reversed([*named])}.values())


def answered_on(item: ItemEntry) -> PartialDate | None:
    """The last date on which the history of an answered question says that it was; None for what has no such date."""
    turns = item.fields.history if isinstance(item.fields, LearningQuestion) else ()
    return max((turn.date for turn in turns if turn.state == "answered"), default=None)


def _came(group: Group, days: Days) -> int:
    return sum(days.have(item.fields.date) for item in group.items)


def _organisations(group: Group, days: Days) -> int:
    came = (item for item in group.items if days.have(item.fields.date))
    return len({word_of(name) for item in came for name in who_shared(item)})


def _meetings(group: Group, days: Days) -> int:
    return sum(1 for network in group.networks.values() for _ in _held(network, days))


def _networks(group: Group, days: Days) -> int:
    """The networks from which something came, that met, or that took a step with a question."""
    met = {slug for slug, network in group.networks.items() if any(_held(network, days))}
    told = {slug for item in group.items if _moved(item, days) for slug in item.fields.networks}
    return len(met | (told & set(group.networks)))


def _answered(group: Group, days: Days) -> int:
    questions = (item for item in group.items if isinstance(item.fields, LearningQuestion) and item.fields.state == "answered")
    return sum(days.have(answered_on(item)) for item in questions)


def _applications(group: Group, days: Days) -> int:
    return sum(days.have(application.date) for item in group.items for application in item.fields.applied_by)


def _applied(group: Group, days: Days) -> int:
    return sum(any(days.have(application.date) for application in item.fields.applied_by) for item in group.items)


def _held(network: Network, days: Days) -> Iterator[str]:
    """The ids of the meetings of a network that were held in these days: those that began by today."""
    for meeting in network.meetings:
        start = datetime.date.fromisoformat(meeting.start[:10])
        if days.have(start) and start <= days.today:
            yield meeting.id


def _moved(item: ItemEntry, days: Days) -> bool:
    turns = item.fields.history if isinstance(item.fields, LearningQuestion) else ()
    return days.have(item.fields.date) or any(days.have(turn.date) for turn in turns)


HAPPENED: Mapping[str, Callable[[Group, Days], int]] = Frozen(
    {
        "items": _came,
        "organisations": _organisations,
        "networks": _networks,
        "meetings": _meetings,
        "answered": _answered,
        "applications": _applications,
        "applied": _applied,
    }
)
"""What can be counted in some days, by the key of its column."""
