"""The page of an item."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Link, Page, Shown
from geleerd.model.declarations.item_types import BrilliantFailure, Item, LearningQuestion, WorkFormat
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.relate.decks import deck_href
from geleerd.relate.elsewhere import LearnedElsewhere
from geleerd.relate.library import Library
from geleerd.relate.related import Related
from geleerd.relate.review import is_past_review
from geleerd.render.items.asked_elsewhere import AskedElsewhere, asked_elsewhere
from geleerd.render.items.attachments import AttachmentView, PhotographView, attachment_views, photograph_of
from geleerd.render.items.crowns import Crown, crown_of
from geleerd.render.items.explained_terms import ExplainedTerms
from geleerd.render.items.question_line import with_line_of_time
from geleerd.render.items.related_cards import RELATED_SHOWN, answer_cards, near_cards, related_cards, related_ids, relation_cards
from geleerd.render.items.reply_links import ways_back
from geleerd.render.items.standing import Standing, standing_of
from geleerd.render.items.story_texts import texts_of, words_in_stories
from geleerd.render.items.struck_patterns import StruckPattern, struck
from geleerd.render.parts.cards import Card, Cards, ForeignCard, foreign_cards
from geleerd.render.parts.described_item import foreign_language_of
from geleerd.render.parts.field_views import FieldView, FieldViews
from geleerd.render.parts.licenses import license_link
from geleerd.render.parts.linked import LinksFrom
from geleerd.render.parts.permalink_code import permalink_code
from geleerd.render.parts.time_bar import Slice, time_bar
from geleerd.texts.bodies import SafeBody
from geleerd.texts.texts import SafeTexts

MOST_SHOWN_QUESTIONS = 2
"""Questions on a page; the search knows them all."""


MOST_CONFIRMING = 12
"""Items of others on a page that say that the same was learned there."""


@dataclass(frozen=True, slots=True)
class ItemContext:
    """The values that all items' pages share: cards, terms to explain, settings, files, what resembles what, what others learned too."""

    cards: Cards
    terms: ExplainedTerms
    settings: Settings
    accepted: frozenset[str]
    related: Related
    also_learned: Mapping[str, tuple[LearnedElsewhere, ...]] = Frozen()


@dataclass(frozen=True, slots=True)
class ItemView:
    """The view for the template of an item's page."""

    type: str
    type_name: str
    drawing: str
    title: str
    summary: str
    lang: str | None
    editorial: tuple[str, ...]
    breadcrumbs: tuple[Link, ...]
    fields: Frozen[str, FieldView]
    tags: tuple[Link, ...]
    body: Markup
    struck: Frozen[str, tuple[StruckPattern, ...]]
    crown: Crown | None
    also_learned: tuple[ForeignCard, ...]
    standing: Standing
    plan_href: str
    id: str
    selection_href: str
    answers: tuple[Card, ...]
    asked: AskedElsewhere | None
    near: tuple[Card, ...]
    further: tuple[Card, ...]
    more_related: Link | None
    attachments: tuple[AttachmentView, ...]
    photograph: PhotographView | None
    permalink: Link
    successor: Link | None
    superseded: bool
    past_review: bool
    license: Link
    time_bar: tuple[Slice, ...]
    ways_back: tuple[Link, ...]
    share_href: str
    downloads_href: str
    qr: Markup
    deck_href: str | None
    terms: ExplainedTerms


def item_page(item: ItemEntry, view: ItemView, body: SafeBody, library: Library) -> Page:
    """The page of a published or superseded item."""
    return Page(
        address=library.addresses.entry(item),
        title=view.title,
        description=view.summary,
        shown=Shown(f"pages/{item.fields.type}.html", Frozen({"page": view})),
        source=item.path,
        markdown=body.written,
        headings=body.headings,
        subject=item,
        front_matter=_front_matter(item.fields, view),
        breadcrumbs=view.breadcrumbs,
    )


def withdrawn_page(item: ItemEntry, library: Library) -> Page:
    """The page that remains of a withdrawn item, at its permalink: that it is withdrawn, and why, if its file says so."""
    catalogue = library.catalogue
    address = library.addresses.entry(item)
    fields = item.fields
    words = {
        "type_name": catalogue.type_name(fields.type),
        "type_index": relative(address, library.addresses.index(fields.type)),
        "date": catalogue.date(fields.withdrawn_on) if fields.withdrawn_on else None,
        "reason": plain(fields.reason) if fields.reason else None,
    }
    title = catalogue.say("withdrawn")
    shown = Shown("pages/withdrawn.html", Frozen({"title": title, **words}))
    front_matter = {"id": fields.id, "type": fields.type}
    return Page(address, title, catalogue.say("withdrawn-description"), shown, hidden=True, front_matter=front_matter)


def item_view(item: ItemEntry, texts: SafeTexts, library: Library, context: ItemContext) -> ItemView:
    """The view of an item for its templates, on its page and in feeds."""
    address = library.addresses.entry(item)
    fields = item.fields
    catalogue = library.catalogue
    permalink = library.addresses.permalink(fields.id)
    links = LinksFrom(library, address)
    told_fields = fields.model_copy(update={"questions": shown_questions(fields)})
    field_texts = texts.of(item.path, address)
    shown = with_line_of_time(
        FieldViews(catalogue, links, field_texts).of(told_fields, fields.type, fields.editorial), item, library, field_texts
    )
    patterns = struck(fields, library, links) if isinstance(fields, BrilliantFailure) else Frozen[str, tuple[StruckPattern, ...]]()
    html = Markup(texts.body(item.path).html)  # noqa: S704  # sanitised in `bodies`
    crown = crown_of(item, library, address)
    relations = tuple(islice(relation_cards(item, library, context.cards, address), RELATED_SHOWN))
    asked = asked_elsewhere(item, library, address, context.settings.desk)
    others = (crown.texts if crown else (), (asked.networks, asked.questions) if asked else ())
    told = tuple(texts_of((fields.title, fields.summary, html, shown, patterns, *others, words_in_stories(catalogue))))
    resembling = related_cards(context.related.of(fields.id), library, context.cards, address)
    near = near_cards(relations, resembling, sum(map(len, told)))
    return ItemView(
        type=fields.type,
        type_name=catalogue.type_name(fields.type),
        drawing=library.drawing_of(fields, address),
        title=fields.title or "",
        summary=fields.summary or "",
        lang=foreign_language_of(item, library),
        editorial=fields.editorial,
        breadcrumbs=_breadcrumbs(item, library, address),
        fields=shown,
        tags=tuple(Link(n, relative(address, library.addresses.shelf("tag", s))) for n, s in library.tags(item).items()),
        body=html,
        struck=patterns,
        crown=crown,
        also_learned=foreign_cards(context.also_learned.get(fields.id, ())[:MOST_CONFIRMING], library),
        id=fields.id,
        selection_href=relative(address, library.addresses.place("selection")),
        plan_href=f"{relative(address, library.addresses.place('planner'))}?add={fields.id}" if isinstance(fields, WorkFormat) else "",
        standing=standing_of(item, library, address, context.settings.desk),
        answers=tuple(islice(answer_cards(item, library, context.cards, address), RELATED_SHOWN)),
        asked=asked,
        near=near,
        further=relations[len(near) :],
        more_related=_more_related(item, library, context.cards, address),
        attachments=attachment_views(item, library, address, context.accepted),
        photograph=photograph_of(item, library, address, context.accepted),
        permalink=Link(f"/{permalink}", relative(address, permalink)),
        successor=links.to("item", fields.superseded_by) if fields.superseded_by else None,
        superseded=fields.status == "superseded",
        past_review=is_past_review(item, context.settings.today),
        license=license_link(fields.license, catalogue.language),
        time_bar=time_bar(fields.steps) if isinstance(fields, WorkFormat) else (),
        ways_back=ways_back(item, library, context.settings.desk),
        share_href=relative(address, library.addresses.form("new")),
        downloads_href=relative(address, library.addresses.place("downloads")),
        qr=permalink_code(fields.id, library, context.settings.site_url) if isinstance(fields, WorkFormat) else Markup(),
        deck_href=deck_href(item, library, address),
        terms=context.terms.on_page(address, told),
    )


def shown_questions(fields: Item) -> tuple[str, ...]:
    """The questions that a page shows: the first of those that serve the search, and none on a page that asks one itself."""
    return () if isinstance(fields, LearningQuestion) else fields.questions[:MOST_SHOWN_QUESTIONS]


def _more_related(item: ItemEntry, library: Library, cards: Cards, address: Address) -> Link | None:
    """The link to all that is related to an item, when its page cannot show them all."""
    count = len(related_ids(item, library, cards))
    if count <= RELATED_SHOWN:
        return None
    further = library.addresses.shelf(item.fields.type, item.slug, 2)
    return Link(library.catalogue.say("show-all-related", count=count), relative(address, further))


def _breadcrumbs(item: ItemEntry, library: Library, address: Address) -> tuple[Link, ...]:
    catalogue = library.catalogue
    kind = item.fields.type
    return (
        Link(catalogue.say("home"), relative(address, "")),
        Link(catalogue.type_name(kind, plural=True), relative(address, library.addresses.index(kind))),
    )


def _front_matter(fields: Item, view: ItemView) -> Mapping[str, object]:
    """The front matter as plain data, for other plugins."""
    data = fields.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {**data, "breadcrumbs": [link.name for link in view.breadcrumbs]}
