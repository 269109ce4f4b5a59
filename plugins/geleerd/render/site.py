"""The whole site: every page, redirect and file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from jinja2 import Environment
from markupsafe import Markup

from geleerd.guard import each
from geleerd.model.artefacts import Artefact, Page, TextFile, made_from
from geleerd.model.declarations.registry import LISTS
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import ItemId
from geleerd.relate.library import Library
from geleerd.render.feeds.entries import Entries
from geleerd.render.feeds.files import feed_files
from geleerd.render.feeds.subscriptions import Subscription, feeds_of_pages, subscriptions
from geleerd.render.heads.head import with_head
from geleerd.render.items.decks import deck_pages
from geleerd.render.items.explained_terms import explained_terms
from geleerd.render.items.pages import ItemContext, ItemView, item_page, item_view, withdrawn_page
from geleerd.render.newsletter.chooser import chooser_page
from geleerd.render.newsletter.months import month_pages
from geleerd.render.parts.cards import Cards, cards_of
from geleerd.render.parts.introductions import Introduction, Introductions
from geleerd.render.parts.list_context import ListContext
from geleerd.render.pictures.which import SharePictures, share_pictures
from geleerd.render.places.agenda import agenda_page
from geleerd.render.places.figures import figures_page
from geleerd.render.places.glossary import glossary_page
from geleerd.render.places.home import home_page
from geleerd.render.places.reference import reference_page
from geleerd.render.places.search import search_page
from geleerd.render.programs.api_records import record_files
from geleerd.render.programs.files import files_for_programs
from geleerd.render.programs.record_schemas import record_schema_files
from geleerd.render.redirects.pages import redirect_files
from geleerd.render.redirects.servers import redirect_maps
from geleerd.render.shelves.frame_pages import frame_pages
from geleerd.render.shelves.index_pages import index_pages
from geleerd.render.shelves.listings import shelf_pages, type_pages
from geleerd.render.theme_files import theme_files
from geleerd.texts.texts import SafeTexts


def render(library: Library, texts: SafeTexts, forms: Iterable[Page], settings: Settings, env: Environment) -> Iterator[Artefact]:
    """All artefacts of the site, including the pages with forms, but not the staff's own pages: the host renders those."""
    pictures = share_pictures(library, settings)
    artefacts = chain(_artefacts(library, texts, pictures, settings, env), forms)
    made = each(lambda artefact: with_head(artefact, pictures, library, settings), artefacts, made_from)
    yield from made
    yield from files_for_programs(made, library, settings)
    yield from record_files(library, settings)
    yield from record_schema_files(settings.site_url, library.declarations)


def _artefacts(library: Library, texts: SafeTexts, pictures: SharePictures, settings: Settings, env: Environment) -> Iterator[Artefact]:
    subscribed = subscriptions(library, settings)
    cards = cards_of(library)
    context = ListContext(cards, introductions_of(library, texts), feeds_of_pages(subscribed, settings), settings)
    views = _item_views(library, texts, cards, settings)
    yield from _places(library, texts, context, env)
    yield from _item_pages(views, library, texts, env)
    yield from _shelves(library, texts, context, env)
    yield from deck_pages(library, texts, env, settings.site_url)
    yield from _feeds(subscribed, views, library, settings, env)
    yield from redirect_files(library.places.redirects, pictures, library, env, settings)
    yield from redirect_maps(library.places.redirects, library, settings.site_url)
    yield from texts.assets
    yield from pictures.drawings(library)
    yield from theme_files(library.declarations.item_types)


def _places(library: Library, texts: SafeTexts, context: ListContext, env: Environment) -> Iterator[Artefact]:
    """The pages that exist once on a site, and those of the newsletter."""
    introductions, settings = context.introductions, context.settings
    yield home_page(library, context, env)
    yield agenda_page(library, texts, introductions, env, settings)
    yield reference_page(library, env)
    yield glossary_page(library, texts, introductions, env)
    yield search_page(library, introductions, env)
    yield chooser_page(library, introductions, env, settings)
    yield from month_pages(library, introductions, env, settings)
    yield from figures_page(library, introductions, env, settings)


def _item_pages(views: Mapping[ItemId, ItemView], library: Library, texts: SafeTexts, env: Environment) -> Iterator[Page]:
    def page(item: ItemEntry) -> Page:
        view = views.get(item.fields.id)
        return item_page(item, view, texts.body(item.path), library, env) if view else withdrawn_page(item, library, env)

    yield from each(page, library.collection.items)


def _shelves(library: Library, texts: SafeTexts, context: ListContext, env: Environment) -> Iterator[Page]:
    """The pages that list items: those of frame entries, types, tags and years, and their indices."""
    for frame_entries in library.collection.frame.values():
        yield from chain.from_iterable(each(lambda entry: tuple(frame_pages(entry, texts, library, context, env)), frame_entries.values()))
    yield from type_pages(library, context, env)
    yield from index_pages(library, context.introductions, env)
    for kind in LISTS:
        yield from shelf_pages(kind, library, context, env)


def _feeds(
    subscribed: Sequence[Subscription], views: Mapping[ItemId, ItemView], library: Library, settings: Settings, env: Environment
) -> Iterator[TextFile]:
    new = {item.fields.id: item for subscription in subscribed for item in subscription.newest}
    entries = Entries(library, env, settings).of((item, views[item_id]) for item_id, item in new.items())
    yield from feed_files(subscribed, entries, library, settings)


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


def _item_views(library: Library, texts: SafeTexts, cards: Cards, settings: Settings) -> Mapping[ItemId, ItemView]:
    """The views of all items that are not withdrawn, for pages and feeds."""
    terms = explained_terms(library.collection.words.explained, library.addresses.place("glossary"))
    context = ItemContext(cards, terms, settings, frozenset(asset.path for asset in texts.assets))
    shown = (item for item in library.collection.items if item.fields.status != "withdrawn")
    return dict(each(lambda item: (item.fields.id, item_view(item, texts, library, context)), shown))
