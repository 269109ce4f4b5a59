"""What there is to make for the whole site: every page, redirect and file, in order, each with all that it shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from markupsafe import Markup

from geleerd.guard import each
from geleerd.model.artefacts import Page
from geleerd.model.declarations.registry import LISTS
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import ItemId
from geleerd.relate.library import Library
from geleerd.relate.moves.companions import Companions
from geleerd.relate.related import Resemblance
from geleerd.render.factors.map_pages import map_pages
from geleerd.render.factors.self_check import self_check_page
from geleerd.render.feeds.entries import FeedEntry, entries_of
from geleerd.render.feeds.files import FeedFiles, feed_files
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
from geleerd.render.places.figures import figures_page
from geleerd.render.places.glossary import glossary_pages
from geleerd.render.places.home import home_page
from geleerd.render.places.planner import planner_data, planner_page
from geleerd.render.places.reference import reference_page
from geleerd.render.places.sayings import sayings_pages
from geleerd.render.places.search import facet_files, search_page
from geleerd.render.places.selection import selection_page
from geleerd.render.programs.api_records import record_files
from geleerd.render.programs.files import files_for_programs
from geleerd.render.programs.record_schemas import record_schema_files
from geleerd.render.programs.renditions import markdown_places
from geleerd.render.redirects.pages import redirect_files
from geleerd.render.redirects.servers import redirect_maps
from geleerd.render.shelves.frame_pages import frame_pages
from geleerd.render.shelves.index_pages import index_pages
from geleerd.render.shelves.listings import shelf_pages, type_pages
from geleerd.render.shelves.margin_lists import margin_lists
from geleerd.render.shelves.pattern_finder import pattern_pages
from geleerd.render.shelves.related_lists import related_lists
from geleerd.render.theme_files import theme_files
from geleerd.texts.texts import SafeTexts

Related = Mapping[str, tuple[Resemblance, ...]]
"""What resembles an item, by its id."""


def plan(library: Library, texts: SafeTexts, related: Related, forms: Iterable[Page], settings: Settings) -> Iterator[Job]:
    """What there is to make for the site, the pages with forms included, but not the staff's own pages: the host renders those."""
    pictures, companions = share_pictures(library, settings), Companions(library)

    def finished(job: Job) -> Job:
        if not isinstance(job, Page):
            return job
        return replace(with_head(job, pictures, library, settings), markdown_at=markdown_places(job, library, companions))

    jobs = each(finished, chain(_jobs(library, texts, related, pictures, settings), forms), file_behind)
    yield from jobs
    yield from files_for_programs([job for job in jobs if isinstance(job, Page)], library, settings)
    yield from record_files(library, settings)
    yield from record_schema_files(settings.site_url, library.declarations)


def _jobs(library: Library, texts: SafeTexts, related: Related, pictures: SharePictures, settings: Settings) -> Iterator[Job]:
    subscribed = subscriptions(library, settings)
    cards = cards_of(library)
    context = ListContext(cards, introductions_of(library, texts), feeds_of_pages(subscribed, settings), settings)
    views = _item_views(library, texts, related, cards, settings)
    yield from _places(library, texts, context, pictures)
    yield from _item_pages(views, library, texts)
    yield from _shelves(library, texts, context)
    yield from deck_pages(library, texts, settings.site_url)
    guides = {guide.path: (guide, next(frame_pages(guide, texts, library, context))) for one in subscribed for guide in one.guides}
    yield from _feeds(subscribed, views, guide_entries(guides, library, settings), library, settings)
    yield from redirect_files(library.places.redirects, pictures, library, settings)
    yield from redirect_maps(library.places.redirects, library, settings.site_url)
    yield from texts.assets
    yield from pictures.drawings(library)
    online = frozenset(asset.path for asset in texts.assets)
    yield from chain.from_iterable(each(lambda item: tuple(scaled_photographs(item, library, online)), library.collection.items))
    yield from theme_files(library.declarations.item_types, settings.look)


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
    yield from sayings_pages(library, introductions, pictures)
    yield search_page(library, introductions)
    yield from facet_files(library)
    yield chooser_page(library, introductions, settings)
    yield from month_pages(library, introductions, settings)
    yield from figures_page(library, introductions, settings)


def _item_pages(views: Mapping[ItemId, ItemView], library: Library, texts: SafeTexts) -> Iterator[Page]:
    def page(item: ItemEntry) -> Page:
        view = views.get(item.fields.id)
        return item_page(item, view, texts.body(item.path), library) if view else withdrawn_page(item, library)

    yield from each(page, library.collection.items)


def _shelves(library: Library, texts: SafeTexts, context: ListContext) -> Iterator[Page]:
    """The pages that list items: those of frame entries, types, tags and years, and their indices."""
    for frame_entries in library.collection.frame.values():
        yield from chain.from_iterable(each(lambda entry: tuple(frame_pages(entry, texts, library, context)), frame_entries.values()))
        yield from chain.from_iterable(each(lambda entry: tuple(margin_lists(entry, library)), frame_entries.values()))
    yield from related_lists(library, context.cards)
    yield from type_pages(library, context)
    yield from index_pages(library, context.introductions)
    yield from map_pages(library, texts, context.introductions)
    yield from pattern_pages(library, texts, context.introductions)
    for kind in LISTS:
        yield from shelf_pages(kind, library, context)


def _feeds(
    subscribed: Sequence[Subscription],
    views: Mapping[ItemId, ItemView],
    guides: Mapping[str, FeedEntry],
    library: Library,
    settings: Settings,
) -> Iterator[FeedFiles]:
    new = {item.fields.id: item for subscription in subscribed for item in subscription.newest}
    entries = entries_of(((item, views[item_id]) for item_id, item in new.items()), library, settings)
    yield from feed_files(subscribed, {**entries, **guides}, library, settings)


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


def _item_views(library: Library, texts: SafeTexts, related: Related, cards: Cards, settings: Settings) -> Mapping[ItemId, ItemView]:
    """The views of all items that are not withdrawn, for pages and feeds."""
    terms = explained_terms(library.collection.words.explained, library.term_pages)
    context = ItemContext(cards, terms, settings, frozenset(asset.path for asset in texts.assets), related)
    shown = (item for item in library.collection.items if item.fields.status != "withdrawn")
    return dict(each(lambda item: (item.fields.id, item_view(item, texts, library, context)), shown))
