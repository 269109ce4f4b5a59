"""The index of the success factors: a map with what works on what, and beside it the same as a list, group by group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import FrameEntry, SuccessFactor
from geleerd.model.documents import Entry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, Slug
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.render.factors.helping import Helping, helping_with
from geleerd.render.factors.influences import EFFECTS, Arrow, arrows_of
from geleerd.render.factors.loops import MOST_LOOPS, loops_of
from geleerd.render.factors.map_drawing import MapDrawing, MapName, map_drawing
from geleerd.render.parts.introductions import NO_INTRODUCTION, Introduction, Introductions
from geleerd.render.parts.linked import LinksFrom
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets
from geleerd.texts.field_texts import ShownText
from geleerd.texts.texts import SafeTexts

PER_MAP = 60
"""Most factors on one map, groups and variables included; the others have maps of their own."""

INFLUENCES_SHOWN = 12
"""Most factors that a list on the map names; the page of the factor has them all."""

BESIDE_THE_LIST = 26
"""Most names of a map that stays in sight while somebody reads the list."""

_KEY = SuccessFactor.KEY


@dataclass(frozen=True, slots=True)
class ToldBy:
    """Links to factors at the other end of arrows, and who says so: sources of the site, or sources in words without a link."""

    links: tuple[Link, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Influences:
    """What a factor works on in one way, or what works on it, by source. `more` is the number of those that are left out."""

    title: str
    told: tuple[ToldBy, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FactorView:
    """A factor in the list: what works on what, how to recognise it, and what helps."""

    slug: str
    name: str
    href: str
    kind: str
    influences: tuple[Influences, ...]
    signals: tuple[ShownText, ...]
    ways: tuple[ShownText, ...]
    helping: tuple[Helping, ...]
    count: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """The factors of one group. `own` is the group itself, where it is an entry."""

    name: str
    own: FactorView | None
    factors: tuple[FactorView, ...]
    variables: tuple[FactorView, ...]


@dataclass(frozen=True, slots=True)
class LoopView:
    """A feedback loop: its name, the factors in order, and their slugs for the script."""

    name: str
    anchor: str
    links: tuple[Link, ...]
    slugs: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The view for the template of the map. `intro` stands above it, and `about` below the list."""

    title: str
    intro: Markup
    about: Markup
    breadcrumbs: tuple[Link, ...]
    groups: tuple[GroupView, ...]
    drawn: MapDrawing
    is_beside: bool
    effects: tuple[Link, ...]
    has_variables: bool
    loops: tuple[LoopView, ...]
    more_loops: bool
    check_href: str
    pager: Pager


Factor = tuple[Entry[FrameEntry], SuccessFactor]


def grouped(library: Library) -> Mapping[str, Sequence[Factor]]:
    """The factors by the name of their group, in the order of the source: the group itself first, then factors, then variables."""
    entries = library.collection.frame[_KEY]
    ordered = ((entries[slug], entries[slug].fields) for slug in library.shelves[_KEY] if slug in entries)
    factors = [(entry, fields) for entry, fields in ordered if isinstance(fields, SuccessFactor)]
    names = [fields.group or "" for _, fields in factors if fields.category != "group"]
    names += [fields.shown_name for _, fields in factors if fields.category == "group"]
    found: dict[str, list[Factor]] = {name: [] for name in sorted(dict.fromkeys(names), key=lambda name: not name)}
    for kind in ("group", "factor", "variable"):
        for factor in factors:
            if factor[1].category == kind:
                found[factor[1].shown_name if kind == "group" else factor[1].group or ""].append(factor)
    return found


def map_address(slug: Slug, library: Library) -> Address:
    """The page of the map that a factor stands on."""
    ordered = [entry.slug for factors in grouped(library).values() for entry, _ in factors]
    return library.addresses.index(_KEY, ordered.index(slug) // PER_MAP + 1)


def map_pages(library: Library, texts: SafeTexts, introductions: Introductions) -> Iterator[Page]:
    """The pages of the map; one without factors too."""

    def address(page: int) -> Address:
        return library.addresses.index(_KEY, page)

    arrows = arrows_of(library.collection.frame[_KEY])
    touching: dict[str, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        touching[arrow.cause].append(arrow)
        touching[arrow.on].append(arrow)
    all_factors = [(name, factor) for name, factors in grouped(library).items() for factor in factors]
    parts = sheets(all_factors, address, per_page=PER_MAP)
    introduction, say = introductions.at(address(1)), library.catalogue.say
    title = introduction.title or library.catalogue.type_name(_KEY, plural=True)
    for part in parts:
        first = part.number == 1
        seen = _Map(part, arrows, Frozen({slug: tuple(found) for slug, found in touching.items()}), library, texts)
        view = seen.view(title, introduction if first else NO_INTRODUCTION, pager(part.number, len(parts), address))
        yield Page(
            address=part.address,
            title=title if first else say("page-of", title=title, number=part.number),
            description=introduction.description or library.catalogue.type_description(_KEY),
            shown=Shown("pages/success-factors.html", Frozen({"page": view})),
            source=introduction.source if first else None,
            head=f'<script type="module" src="{relative(part.address, "assets/scripts/factors/map.js")}"></script>',
            breadcrumbs=view.breadcrumbs,
        )


@dataclass(frozen=True, slots=True)
class _Map:
    """Makes the view of one page of the map. `touching` are the arrows from and to each factor, by its slug."""

    part: Sheet[tuple[str, Factor]]
    arrows: tuple[Arrow, ...]
    touching: Mapping[str, Sequence[Arrow]]
    library: Library
    texts: SafeTexts

    def view(self, title: str, introduction: Introduction, to_others: Pager) -> MapView:
        catalogue, here = self.library.catalogue, self.part.address
        groups = tuple(self._groups())
        nodes = tuple(_nodes(groups, catalogue.say("other")))
        picture = map_drawing(nodes, self.arrows)
        loops = self._loops()
        return MapView(
            title=title,
            intro=introduction.opening,
            about=introduction.closing,
            breadcrumbs=(Link(catalogue.say("home"), relative(here, "")),),
            groups=groups,
            drawn=picture,
            is_beside=len(nodes) <= BESIDE_THE_LIST,
            effects=tuple(
                Link(catalogue.say(f"arrow-{effect}"), effect) for effect in EFFECTS if any(a.effect == effect for a in picture.arrows)
            ),
            has_variables=any(group.variables for group in groups),
            loops=loops[:MOST_LOOPS],
            more_loops=len(loops) > MOST_LOOPS,
            check_href=relative(here, self.library.addresses.place("self-check")),
            pager=to_others,
        )

    def _groups(self) -> Iterator[GroupView]:
        for name, found in groupby(self.part.entries, key=itemgetter(0)):
            views = [self._factor(entry, fields) for _, (entry, fields) in found]
            own = next((view for view in views if view.kind == "group"), None)
            factors, variables = (tuple(view for view in views if view.kind == kind) for kind in ("factor", "variable"))
            yield GroupView(name, own, factors, variables)

    def _factor(self, entry: Entry[FrameEntry], fields: SuccessFactor) -> FactorView:
        texts, items = self.texts.of(entry.path, self.part.address), self.library.shelves[_KEY][entry.slug].items
        return FactorView(
            slug=entry.slug,
            name=fields.shown_name,
            href=relative(self.part.address, self.library.addresses.entry(entry)),
            kind=fields.category,
            influences=tuple(self._influences(entry.slug)),
            signals=tuple(map(texts.shown, fields.recognise)),
            ways=tuple(map(texts.shown, fields.how)),
            helping=helping_with(items, self.library, self.part.address),
            count=len(items),
        )

    def _influences(self, slug: str) -> Iterator[Influences]:
        for effect in EFFECTS:
            out = [(arrow.on, arrow) for arrow in self.touching.get(slug, ()) if (arrow.cause, arrow.effect) == (slug, effect)]
            back = [(arrow.cause, arrow) for arrow in self.touching.get(slug, ()) if (arrow.on, arrow.effect) == (slug, effect)]
            for title, found in ((f"it-{effect}", out), (f"it-is-{effect}", back)):
                if found:
                    told = tuple(self._told(found[:INFLUENCES_SHOWN]))
                    yield Influences(self.library.catalogue.say(title), told, len(found[INFLUENCES_SHOWN:]))

    def _told(self, found: Iterable[tuple[str, Arrow]]) -> Iterator[ToldBy]:
        to = LinksFrom(self.library, self.part.address).to
        by_sources: dict[tuple[str, ...], list[str]] = {}
        for end, arrow in found:
            by_sources.setdefault(arrow.sources, []).append(end)
        for sources, ends in by_sources.items():
            named = tuple(to("source", source) or Link(source, "") for source in sources)
            yield ToldBy(tuple(Link(self._name(end), self._href(end)) for end in ends), named)

    def _name(self, slug: str) -> str:
        return self.library.shelves[_KEY][slug].name

    def _href(self, slug: str) -> str:
        """The link to a factor: on this page where it stands here, else its own page."""
        if any(entry.slug == slug for _, (entry, _) in self.part.entries):
            return f"#{slug}"
        return relative(self.part.address, self.library.addresses.shelf(_KEY, slug))

    def _loops(self) -> tuple[LoopView, ...]:
        say = self.library.catalogue.say
        numbers = Counter[bool]()
        views: list[LoopView] = []
        for loop in loops_of(self.arrows, [entry.slug for _, (entry, _) in self.part.entries]):
            numbers[loop.reinforcing] += 1
            name = say("loop-reinforcing" if loop.reinforcing else "loop-balancing", number=numbers[loop.reinforcing])
            anchor = f"loop_{len(views) + 1}"  # a sign that no slug has
            views.append(LoopView(name, anchor, tuple(Link(self._name(slug), f"#{slug}") for slug in loop.slugs), " ".join(loop.slugs)))
        return tuple(views)


def _nodes(groups: Iterable[GroupView], other: str) -> Iterator[MapName]:
    """The names to draw. `other` is the heading of the factors without a group."""
    for group in groups:
        yield MapName(group.own.slug if group.own else "", group.name or other, "group")
        yield from (MapName(view.slug, view.name, view.kind) for view in (*group.factors, *group.variables))
