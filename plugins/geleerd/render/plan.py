"""What there is to make for the whole site: every page, redirect and file, in order, each with all that it shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from geleerd.guard import each
from geleerd.model.artefacts import Page
from geleerd.model.declarations.frame_types import Theme
from geleerd.model.declarations.registry import LISTS
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.relate.elsewhere import LearnedElsewhere, also_learned, by_theme, learned_elsewhere
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.moves.left_lists import lists_left
from geleerd.relate.networks.ties import alike_networks, ties_of
from geleerd.relate.related import Related
from geleerd.render.factors.map_pages import map_pages
from geleerd.render.factors.self_check import self_check_page
from geleerd.render.feeds.entries import FeedEntry, entry_of
from geleerd.render.feeds.files import feed_files, feed_places
from geleerd.render.feeds.guides import guide_entries
from geleerd.render.feeds.subscriptions import Subscription, feeds_of_pages, subscriptions
from geleerd.render.heads.head import with_head
from geleerd.render.items.attachments import scaled_photographs
from geleerd.render.items.decks import deck_pages
from geleerd.render.items.explained_terms import explained_terms
from geleerd.render.items.pages import ItemContext, ItemView, item_page, item_view, withdrawn_page
from geleerd.render.jobs import Job, file_behind
from geleerd.render.networks.learning_agendas import learning_agendas
from geleerd.render.newsletter.chooser import chooser_page
from geleerd.render.newsletter.months import month_pages
from geleerd.render.parts.cards import Cards, cards_of
from geleerd.render.parts.introductions import Introduction, Introductions
from geleerd.render.parts.list_context import ListContext
from geleerd.render.pictures.which import SharePictures, share_pictures
from geleerd.render.places.agenda import agenda_page
from geleerd.render.places.downloads import downloads_pages
from geleerd.render.places.elsewhere import elsewhere_pages
from geleerd.render.places.figures import figures_page
from geleerd.render.places.glossary import glossary_pages
from geleerd.render.places.home import home_page
from geleerd.render.places.planner import planner_data, planner_page
from geleerd.render.places.reference import reference_page
from geleerd.render.places.sayings import sayings_pages
from geleerd.render.places.search import facet_files, search_page
from geleerd.render.places.selection import selection_page
from geleerd.render.places.value_questions import value_questions_page
from geleerd.render.programs.api_records import frame_file, list_files, record_file
from geleerd.render.programs.files import files_for_programs
from geleerd.render.programs.record_schemas import record_schema_files
from geleerd.render.programs.renditions import markdown_places
from geleerd.render.redirects.pages import redirect_files
from geleerd.render.redirects.servers import redirect_maps
from geleerd.render.shelves.frame_pages import frame_pages
from geleerd.render.shelves.index_pages import index_pages
from geleerd.render.shelves.listings import shelf_pages, type_pages
from geleerd.render.shelves.margin_lists import margin_lists
from geleerd.render.shelves.networks_in_view import networks_in_view
from geleerd.render.shelves.pattern_finder import pattern_pages
from geleerd.render.shelves.related_lists import related_lists
from geleerd.render.theme_files import theme_files
from geleerd.texts.texts import SafeTexts


class PlanPart(NamedTuple):
    """Jobs that are planned together, in order. The name tells a part from the others, `about` is the file that all its jobs are about.

    A part that `follows` has no page that somebody reads: it can be planned when those are out.
    """

    name: str
    jobs: Callable[[], Iterable[Job]]
    about: SourcePath | None = None
    follows: bool = False


def plan(library: Library, texts: SafeTexts, related: Related, forms: Iterable[Page], settings: Settings) -> Iterator[PlanPart]:
    """What there is to make for the site, the pages with forms included, but not the staff's own pages: the host renders those.

    The last part has files that tell of the pages of all others, and must be planned when these were.
    """
    pictures, companions = share_pictures(library, settings), Companions(library)
    pages: list[Page] = []

    def finished(job: Job) -> Job:
        if not isinstance(job, Page):
            return job
        pages.append(replace(with_head(job, pictures, library, settings), markdown_at=markdown_places(job, library, companions)))
        return pages[-1]

    for part in _parts(library, texts, related, pictures, settings):
        yield part._replace(jobs=partial(_finished, part, finished))
    yield _following("forms", lambda: each(finished, forms, file_behind))
    yield _following("lists for programs", lambda: list_files(library, settings))
    alone = lists_left(library)
    for item in library.collection.items:
        yield _part("record", item.path, record_file, item, alone.get(item.path, ()), texts, library, settings)._replace(follows=True)
    for key, name in library.declarations.lists.items():
        yield _following(f"records {name}", partial(_only, frame_file, key, texts, library, settings))
    yield _following("schemas", lambda: record_schema_files(settings.site_url, library.declarations))
    yield _following("all pages", lambda: files_for_programs(pages, library, settings))


def _finished(part: PlanPart, finish: Callable[[Job], Job]) -> tuple[Job, ...]:
    return each(finish, part.jobs(), file_behind)


def _only(make: Callable[..., Job], *told: object) -> tuple[Job]:
    return (make(*told),)


def _following(name: str, jobs: Callable[[], Iterable[Job]]) -> PlanPart:
    return PlanPart(name, jobs, follows=True)


def _part(kind: str, path: SourcePath, make: Callable[..., Job], *told: object) -> PlanPart:
    """A part of one job about one file."""
    return PlanPart(f"{kind} {path}", partial(_only, make, *told), path)


def _parts(library: Library, texts: SafeTexts, related: Related, pictures: SharePictures, settings: Settings) -> Iterator[PlanPart]:
    others = learned_elsewhere(library)
    subscribed = subscriptions(library, others, settings)
    cards = cards_of(library)
    ties = ties_of(library)
    alike = alike_networks(library, ties)
    feeds = feeds_of_pages(subscribed, settings)
    context = ListContext(cards, introductions_of(library, texts), feeds, alike, settings, by_theme(others))
    views = _ItemViews(library, texts, related, cards, settings, also_learned(others, library, {settings.site_url, settings.first_url}))
    yield PlanPart("elsewhere", lambda: elsewhere_pages(others, library, context))
    yield PlanPart("places", lambda: _places(library, texts, context, pictures))
    for item in library.collection.items:
        yield _part("page", item.path, _item_page, item, views, library, texts)
    yield from _shelves(library, texts, context)
    yield PlanPart("networks in view", lambda: networks_in_view(library, context.introductions, ties, alike))
    yield PlanPart("decks", lambda: deck_pages(library, texts, settings.site_url))
    yield from _feeds(subscribed, views, texts, context, library)
    yield _following("redirects", lambda: redirect_files(library.places.redirects, pictures, library, settings))
    yield _following("redirect maps", lambda: redirect_maps(library.places.redirects, library, settings.site_url))
    online = frozenset(asset.path for asset in texts.assets)
    yield _following("files", lambda: texts.assets)
    yield _following("pictures", lambda: pictures.drawings(library))
    for item in library.collection.items:
        yield PlanPart(f"photograph {item.path}", partial(scaled_photographs, item, library, online), item.path, follows=True)
    yield _following(Theme.KEY, lambda: theme_files(library.declarations.item_types, settings.look))


def _places(library: Library, texts: SafeTexts, context: ListContext, pictures: SharePictures) -> Iterator[Job]:
    """The pages that exist once on a site, and those of the newsletter."""
    introductions, settings = context.introductions, context.settings
    yield home_page(library, context)
    yield agenda_page(library, texts, introductions, settings)
    yield reference_page(library)
    yield from glossary_pages(library, texts, introductions)
    yield planner_page(library, introductions)
    yield planner_data(library)
    yield selection_page(library, introductions)
    yield from learning_agendas(library, texts, introductions, settings)
    yield self_check_page(library, texts, introductions)
    yield from downloads_pages(library, introductions, frozenset(asset.path for asset in texts.assets))
    yield from sayings_pages(library, introductions, pictures, settings.desk)
    yield value_questions_page(library, introductions)
    yield search_page(library, context)
    yield from facet_files(library)
    yield chooser_page(library, introductions, settings)
    yield from month_pages(library, introductions, settings)
    yield from figures_page(library, introductions, settings)


def _item_page(item: ItemEntry, views: "_ItemViews", library: Library, texts: SafeTexts) -> Page:
    if item.fields.status == "withdrawn":
        return withdrawn_page(item, library)
    return item_page(item, views.of(item), texts.body(item.path), library)


def _shelves(library: Library, texts: SafeTexts, context: ListContext) -> Iterator[PlanPart]:
    """The pages that list items: those of frame entries, types, tags and years, and their indices."""
    for frame_entries in library.collection.frame.values():
        for slug, entry in frame_entries.items():
            yield PlanPart(f"shelf {entry.fields.KEY} {slug}", partial(frame_pages, entry, texts, library, context), entry.path)
        for slug, entry in frame_entries.items():
            yield PlanPart(f"margin {entry.fields.KEY} {slug}", partial(margin_lists, entry, library), entry.path)
    yield PlanPart("related lists", lambda: related_lists(library, context.cards))
    yield PlanPart("types", lambda: type_pages(library, context))
    yield PlanPart("indices", lambda: index_pages(library, context.introductions))
    yield PlanPart("maps", lambda: map_pages(library, texts, context.introductions))
    yield PlanPart("patterns", lambda: pattern_pages(library, texts, context.introductions))
    for kind in LISTS:
        yield PlanPart(f"shelves {kind}", partial(shelf_pages, kind, library, context))


def _feeds(
    subscribed: Sequence[Subscription], views: "_ItemViews", texts: SafeTexts, context: ListContext, library: Library
) -> Iterator[PlanPart]:
    settings, places = context.settings, feed_places(subscribed, library)

    def files(subscription: Subscription) -> Job:
        guides = {guide.path: (guide, next(frame_pages(guide, texts, library, context))) for guide in subscription.guides}
        entries: dict[str, FeedEntry] = dict(each(lambda item: (item.fields.id, views.entry(item)), subscription.newest))
        found = {**entries, **guide_entries(guides, library, settings)}
        return feed_files(subscription, places[subscription.page], found, library, settings)

    for subscription in subscribed:
        yield _following(f"feed {subscription.page}", partial(_only, files, subscription))


def introductions_of(library: Library, texts: SafeTexts) -> Introductions:
    """The staff pages that have the address of an index."""
    found = {library.by_path[page.path]: page for page in library.collection.staff_pages}
    places = library.places.introducible()
    return Introductions(Frozen({a: _introduction(page, texts) for a, page in found.items() if a in places}))


def _introduction(page: Document, texts: SafeTexts) -> Introduction:
    tree = page.tree or {}
    title, description = (value if isinstance(value := tree.get(key), str) else None for key in ("title", "description"))
    html = Markup(texts.body(page.path).html)  # noqa: S704  # sanitised in `bodies`
    return Introduction(html, title, description, page.path)


Confirming = Mapping[str, tuple[LearnedElsewhere, ...]]


class _ItemViews:
    """The views of items that are not withdrawn, for pages and feeds, each found once. Whoever asks for one reads the body of its item."""

    def __init__(self, library: Library, texts: SafeTexts, related: Related, cards: Cards, settings: Settings, also: Confirming) -> None:
        terms = explained_terms(library.collection.words.explained, library.term_pages)
        self._context = ItemContext(cards, terms, settings, frozenset(asset.path for asset in texts.assets), related, also)
        self._library = library
        self._texts = texts
        self._views: dict[SourcePath, ItemView] = {}
        self._entries: dict[SourcePath, FeedEntry] = {}

    def of(self, item: ItemEntry) -> ItemView:
        """The view of an item."""
        self._texts.body(item.path)
        if item.path not in self._views:
            self._views[item.path] = item_view(item, self._texts, self._library, self._context)
        return self._views[item.path]

    def entry(self, item: ItemEntry) -> FeedEntry:
        """The item in feeds."""
        view = self.of(item)
        if item.path not in self._entries:
            self._entries[item.path] = entry_of(item, view, self._library, self._context.settings)
        return self._entries[item.path]
