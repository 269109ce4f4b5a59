"""What ties networks to each other: programmes, organisations, themes and questions; and which networks are most alike, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from geleerd.model.declarations.frame_types import Network, Programme, Theme
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.relate.library import Library

TieKind = str
"""What ties two networks: the key of a frame type, `organisation` or `question`."""

THEMES_TOLD = 4
"""Most themes told of a network: those of most of its items."""

QUESTIONS_TOLD = 8
"""Most questions told of a network that it shares: the newest."""

MOST_TIED = 60
"""Networks among which those that are alike are looked for, for one tie: what more share than these says little."""

MOST_ALIKE = 3

_WEIGHTS = {"question": 4, Programme.KEY: 3, "organisation": 3, Theme.KEY: 2, "region": 2, "focus": 1, "kind": 1}
"""How much of a likeness it is to share one of these. What many networks share weighs less: it is divided by their number."""

_LEAST_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Tie:
    """Something that a network has or works with, and that others may have too. `address` is its page, if it has one."""

    kind: TieKind
    key: str
    name: str
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A network that is like another, and what both have, most telling first: the kind of feature and its name."""

    slug: str
    shared: tuple[tuple[str, str], ...]


Ties = Mapping[str, tuple[Tie, ...]]
"""The ties of every network, by its slug; themes and questions only where another network has them too."""


def ties_of(library: Library) -> Ties:
    """The ties of all networks: first their programmes, then the organisations in them, the themes and the questions that they share."""
    own = {slug: (*_named(slug, library), *_themes(slug, library), *_questions(slug, library)) for slug in library.shelves[Network.KEY]}
    having = Counter((tie.kind, tie.key) for ties in own.values() for tie in ties)
    shared = {
        slug: tuple(tie for tie in ties if tie.kind in {Programme.KEY, "organisation"} or having[tie.kind, tie.key] > 1)
        for slug, ties in own.items()
    }
    return Frozen(shared)


def alike_networks(library: Library, ties: Ties) -> Mapping[str, tuple[Likeness, ...]]:
    """For every network those that are most like it, but for the ones above and below it; ties keep the order of the names."""
    features = {slug: (*((tie.kind, tie.name) for tie in found), *_facts(slug, library)) for slug, found in ties.items()}
    having: dict[tuple[str, str], list[str]] = defaultdict(list)
    for slug, own in features.items():
        for feature in dict.fromkeys(own):
            having[feature].append(slug)
    return Frozen({slug: tuple(_most_alike(slug, own, having, library)) for slug, own in features.items()})


def _most_alike(
    slug: str, own: Iterable[tuple[str, str]], having: Mapping[tuple[str, str], list[str]], library: Library
) -> Iterator[Likeness]:
    scores: dict[str, float] = defaultdict(float)
    shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for feature in dict.fromkeys(own):
        for other in having[feature][:MOST_TIED]:
            scores[other] += _WEIGHTS[feature[0]] / len(having[feature])
            shared[other].append(feature)
    shelves = library.shelves[Network.KEY]
    near = {slug, shelves[slug].parent, *(child.slug for child in library.children[Network.KEY].get(slug, ()))}
    found = [other for other in sorted(scores, key=lambda other: (-scores[other], other)) if other not in near]
    for other in found[:MOST_ALIKE]:
        if scores[other] >= _LEAST_LIKE:
            yield Likeness(other, tuple(sorted(shared[other], key=lambda feature: -_WEIGHTS[feature[0]] / len(having[feature]))))


def _named(slug: str, library: Library) -> Iterator[Tie]:
    """The programmes and the organisations that the file of a network names."""
    fields, programmes = library.collection.frame[Network.KEY][slug].fields, library.shelves[Programme.KEY]
    if isinstance(fields, Network):
        for name in fields.programmes:
            yield Tie(Programme.KEY, name, programmes[name].name, library.addresses.shelf(Programme.KEY, name))
        for name in dict.fromkeys((*fields.facilitators, *fields.partners)):
            yield Tie("organisation", name.casefold(), name)


def _themes(slug: str, library: Library) -> Iterator[Tie]:
    shelves = library.shelves[Theme.KEY]
    counts = Counter(theme for item in library.shelves[Network.KEY][slug].items for theme in item.fields.themes)
    for theme in sorted(counts, key=lambda theme: (-counts[theme], theme))[:THEMES_TOLD]:
        yield Tie(Theme.KEY, theme, shelves[theme].name, library.addresses.shelf(Theme.KEY, theme))


def _questions(slug: str, library: Library) -> Iterator[Tie]:
    items = library.shelves[Network.KEY][slug].items
    asked = (item for item in items if isinstance(item.fields, LearningQuestion) and len(item.fields.networks) > 1)
    for item in islice(asked, QUESTIONS_TOLD):
        yield Tie("question", item.fields.id, item.fields.title or "", library.addresses.entry(item))


def _facts(slug: str, library: Library) -> Iterator[tuple[str, str]]:
    fields = library.collection.frame[Network.KEY][slug].fields
    if isinstance(fields, Network):
        if fields.kind != Network.KEY:  # most are networks
            yield "kind", library.catalogue.value("kind", fields.kind)
        yield from (("focus", library.catalogue.value("focus", focus)) for focus in fields.focus)
        if fields.region:
            yield "region", fields.region
