"""The pages of a frame entry: a description, the first items of each type, then all items page by page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from geleerd.commonmark.plain_text import plain
from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.frame_types import FailurePattern, FrameEntry, Network, SourceEntry, SuccessFactor, Theme
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.documents import Entry, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address
from geleerd.model.urls import mail_link, relative
from geleerd.relate.decks import shelf_deck_href
from geleerd.relate.facets import facet_keys
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.render.calendars.files import CalendarView, calendar_view
from geleerd.render.factors.map_pages import map_address
from geleerd.render.parts.cards import Card, Cards, ForeignCard, foreign_cards
from geleerd.render.parts.field_views import FieldView, FieldViews
from geleerd.render.parts.linked import LinksFrom
from geleerd.render.parts.list_context import ListContext
from geleerd.render.parts.meetings import MeetingView, meeting_view, meetings_to_show, questions_at, to_come_and_past
from geleerd.render.parts.pager import sheets
from geleerd.render.shelves.listings import Listing, list_pages
from geleerd.render.shelves.margins import Side, sides_of
from geleerd.render.shelves.networks_in_view import AlikeView, alike_views
from geleerd.render.shelves.pattern_cases import pattern_cases
from geleerd.render.shelves.value_stories import ValueStories, value_stories
from geleerd.texts.texts import SafeTexts

FIRST_OF_EACH = 4
"""Most items of each type on the first page of an entry."""

OPEN_QUESTIONS_SHOWN = 24
"""Most open questions on the page of a network. More than `FIRST_OF_EACH`, so that there is a list of all items where this cuts."""


STRUCK_SHOWN = 12
"""Most cases on the page of a failure pattern that say at which step it struck there; the page lists all cases too."""


@dataclass(frozen=True, slots=True)
class TypeGroup:
    """The first items of one type, the number of all, and the link to the others."""

    type: str
    name: str
    cards: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FrameView:
    """The view for the template of a frame entry's page.

    `opening` is the first paragraph of a network, whose text defines it, and `body` what follows. `tells_kind`: its kind says more than
    its type.
    """

    type: str
    type_name: str
    drawing: str
    name: str
    also: str
    status: str
    breadcrumbs: tuple[Link, ...]
    fields: Frozen[str, FieldView]
    opening: Markup
    body: Markup
    tells_kind: bool
    groups: tuple[TypeGroup, ...]
    count: int
    all_href: str | None
    sides: tuple[Side, ...]
    to_come: tuple[MeetingView, ...]
    past: tuple[MeetingView, ...]
    calendar: CalendarView | None
    open_questions: tuple[Link, ...]
    more_questions: int
    learning_agenda_href: str
    in_view_href: str
    alike: tuple[AlikeView, ...]
    idea_href: str
    value_stories: tuple[ValueStories, ...]
    value_href: str
    unnamed_members: bool
    share_href: str
    deck_href: str | None
    search_href: str | None
    start_here: tuple[Card, ...]
    citation: str
    map_href: str
    struck_cases: tuple[Link, ...]
    elsewhere: tuple[ForeignCard, ...]
    elsewhere_href: str


def frame_pages(entry: Entry[FrameEntry], texts: SafeTexts, library: Library, context: ListContext) -> Iterator[Page]:
    """The page of a frame entry, followed by a list of all its items when the first page does not show them all."""
    address = library.addresses.entry(entry)
    view, body = _view(entry, texts, library, context), texts.body(entry.path)
    yield Page(
        address=address,
        title=view.name,
        description=_description(entry.fields, view),
        shown=Shown(f"pages/{entry.fields.KEY}.html", Frozen({"page": view})),
        source=None if entry.fields.LISTED else entry.path,
        markdown=body.written,
        headings=body.headings,
        subject=entry,
        feeds=context.feeds.get(address, ()),
        front_matter={"type": view.type},
        breadcrumbs=view.breadcrumbs,
    )
    if view.all_href:
        yield from _rest(entry, view, library, context)


def _rest(entry: Entry[FrameEntry], view: FrameView, library: Library, context: ListContext) -> Iterator[Page]:
    items = _shelf(entry, library).items
    title = library.catalogue.say("all-of", name=view.name)

    def address(page: int) -> Address:
        return library.addresses.entry(entry, page)

    above = (*_index_crumbs(entry, library), (view.name, address(1)))
    yield from list_pages(Listing(title, above), sheets(items, address, first=2), library, context.cards)


def _view(entry: Entry[FrameEntry], texts: SafeTexts, library: Library, context: ListContext) -> FrameView:
    catalogue = library.catalogue
    address = library.addresses.entry(entry)
    fields = entry.fields
    items = _shelf(entry, library).items
    groups = tuple(_groups(items, library, context.cards, address))
    questions = tuple(_open_questions(items, library, address)) if fields.KEY == "network" else ()
    held = ((meeting, entry.slug) for meeting in fields.meetings) if isinstance(fields, Network) else ()
    shown = texts.of(entry.path, address)
    to_come, past = to_come_and_past(held, context.settings.today)
    body = Markup(texts.body(entry.path).html)  # noqa: S704  # sanitised in `bodies`
    opening, rest = _parted(body) if isinstance(fields, Network) else (Markup(), body)
    complete = all(len(group.cards) == group.count for group in groups)
    return FrameView(
        type=fields.KEY,
        type_name=catalogue.type_name(fields.KEY),
        drawing=library.drawing_of(fields, address),
        name=fields.shown_name,
        also=_shelf(entry, library).also,
        status=fields.status,
        breadcrumbs=tuple(Link(name, relative(address, to)) for name, to in _index_crumbs(entry, library)),
        fields=FieldViews(catalogue, LinksFrom(library, address), shown).of(fields, fields.KEY),
        opening=opening,
        body=rest,
        tells_kind=isinstance(fields, Network) and fields.kind is not None and fields.kind != fields.KEY,
        groups=groups,
        count=len(items),
        all_href=None if complete else relative(address, library.addresses.entry(entry, 2)),
        to_come=tuple(meeting_view(meeting, catalogue, shown, questions_at(meeting, slug, library, address)) for meeting, slug in to_come),
        past=tuple(meeting_view(meeting, catalogue, shown, questions_at(meeting, slug, library, address)) for meeting, slug in past),
        calendar=calendar_view(address, library, context.settings) if meetings_to_show(fields) else None,
        open_questions=questions[:OPEN_QUESTIONS_SHOWN],
        more_questions=len(questions[OPEN_QUESTIONS_SHOWN:]),
        learning_agenda_href=relative(address, library.addresses.learning_agenda(entry.slug)) if fields.KEY == "network" else "",
        idea_href=mail_link(context.settings.desk, catalogue.say("idea-subject", name=fields.shown_name))
        if _takes_ideas(fields, context)
        else "",
        value_stories=tuple(value_stories(items, library, address)) if fields.KEY == "network" else (),
        value_href=relative(address, library.addresses.place("value-questions")),
        alike=alike_views(context.alike.get(entry.slug, ()), library, address) if fields.KEY == "network" else (),
        in_view_href=relative(address, library.addresses.place("networks-in-view")) if fields.KEY == "network" else "",
        unnamed_members=_names_only_some(fields),
        share_href=relative(address, library.addresses.form("new")),
        search_href=_search_href(entry, library, address),
        deck_href=shelf_deck_href(fields.KEY, entry.slug, library),
        start_here=tuple(_start_here(fields, library, context.cards, address)),
        citation=_citation(fields, catalogue) if isinstance(fields, SourceEntry) else "",
        map_href=_map_href(entry, library, address),
        struck_cases=tuple(_struck_cases(entry, library, address)),
        elsewhere=foreign_cards(context.elsewhere.get(entry.slug, ())[:FIRST_OF_EACH], library) if isinstance(fields, Theme) else (),
        elsewhere_href=relative(address, library.addresses.place("elsewhere")),
        sides=tuple(side for side in sides_of(entry, library, address) if side.links),
    )


def _map_href(entry: Entry[FrameEntry], library: Library, address: Address) -> str:
    """The link to the place of a success factor on the map of all of them; empty for any other entry."""
    is_factor = isinstance(entry.fields, SuccessFactor)
    return f"{relative(address, map_address(entry.slug, library))}#{entry.slug}" if is_factor else ""


def _struck_cases(entry: Entry[FrameEntry], library: Library, address: Address) -> Iterator[Link]:
    """The first cases of a failure pattern that say at which step it struck."""
    if isinstance(entry.fields, FailurePattern):
        yield from islice((case for case in pattern_cases(entry.slug, library, address) if case.note), STRUCK_SHOWN)


def _citation(source: SourceEntry, catalogue: Catalogue) -> str:
    """How to name a source in a text of one's own: its maker, date, title and address."""
    dated = f"({catalogue.date(source.date)})" if source.date else ""
    head = " ".join(part for part in (source.maker, dated) if part)
    return " ".join(f"{part}." for part in (head, source.name) if part) + (f" {source.url}" if source.url else "")


def _open_questions(items: Iterable[ItemEntry], library: Library, address: Address) -> Iterator[Link]:
    """The open learning questions of a network."""
    for item in items:
        if isinstance(item.fields, LearningQuestion) and item.fields.state in {"open", "in-progress"}:
            yield Link(item.fields.title or "", relative(address, library.addresses.entry(item)), item.fields.summary)


def _search_href(entry: Entry[FrameEntry], library: Library, address: Address) -> str | None:
    """The link to a search among the items of this entry, if the search has a facet for its type."""
    key = entry.fields.KEY
    return f"{relative(address, library.addresses.place('search'))}?{key}={entry.slug}" if key in facet_keys(library.declarations) else None


def _start_here(fields: FrameEntry, library: Library, cards: Cards, address: Address) -> Iterator[Card]:
    """The items that a new reader of a theme should read first."""
    for item_id in fields.start_here if isinstance(fields, Theme) else ():
        item = library.by_id.get(item_id)
        if item and item.fields.status == "published":
            yield cards[item.fields.id].on(address).without(address)


def _takes_ideas(fields: FrameEntry, context: ListContext) -> bool:
    """Whether readers can put an idea in the box of this entry: one of a network that the desk empties."""
    return isinstance(fields, Network) and fields.status == "published" and bool(context.settings.desk)


def _names_only_some(fields: FrameEntry) -> bool:
    """Whether a network has more members than its sources name."""
    if not isinstance(fields, Network) or not fields.members or not fields.members_total:
        return False
    total = fields.members_total.value
    return not (total.isascii() and total.isdecimal()) or int(total) > len(fields.members)


def _index_crumbs(entry: Entry[FrameEntry], library: Library) -> tuple[tuple[str, Address], ...]:
    """The breadcrumbs of an entry: home, its index, and its ancestors."""
    catalogue = library.catalogue
    key = entry.fields.KEY
    shelves = library.shelves[key]
    crumbs: list[tuple[str, Address]] = []
    parent = shelves[entry.slug].parent
    while parent:
        crumbs.insert(0, (shelves[parent].name, library.addresses.shelf(key, parent)))
        parent = shelves[parent].parent
    return ((catalogue.say("home"), Address("")), (catalogue.type_name(key, plural=True), library.addresses.index(key)), *crumbs)


def _shelf(entry: Entry[FrameEntry], library: Library) -> Shelf:
    return library.shelves[entry.fields.KEY][entry.slug]


def _groups(items: Iterable[ItemEntry], library: Library, cards: Cards, address: Address) -> Iterator[TypeGroup]:
    by_type: dict[str, list[ItemEntry]] = {key: [] for key in library.declarations.item_types}
    for item in items:
        by_type[item.fields.type].append(item)
    for key, found in by_type.items():
        if found:
            first = tuple(cards[item.fields.id].on(address).without(address) for item in found[:FIRST_OF_EACH])
            yield TypeGroup(key, library.catalogue.type_name(key, plural=len(found) != 1), first, len(found))


def _parted(html: Markup) -> tuple[Markup, Markup]:
    """The first paragraph of a text that begins with one, and the rest."""
    first, end, rest = html.partition("</p>")
    return (first + end, rest.strip()) if html.startswith("<p>") else (Markup(), html)


def _description(fields: FrameEntry, view: FrameView) -> str:
    texts = (text for key in ("definition", "meaning", "purpose") if (text := getattr(fields, key, None)))
    return next(map(plain, texts), f"{view.type_name}: {view.name}")
