"""Metadata of a page for search engines: schema.org as JSON-LD (json-ld.org, schema.org/docs).

It describes an item by its type, a page with breadcrumbs by those, and the home page as a site with a search.
"""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urljoin

from markupsafe import Markup

from geleerd.commonmark.plain_text import plain
from geleerd.model.artefacts import Page
from geleerd.model.declarations.item_types import Item, WorkFormat
from geleerd.model.declarations.part_types import Duration, Step
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute, relative
from geleerd.relate.last_change import updated_on
from geleerd.relate.library import Library
from geleerd.relate.places.addresses import HOME
from geleerd.render.parts.cited import Cited, cited
from geleerd.render.parts.described_item import language_of, organisations_of, themes_of
from geleerd.render.parts.licenses import license_url
from geleerd.render.pictures.which import SharePicture

Node = Mapping[str, object]

_UNITS: Mapping[str, str] = Frozen({"minutes": "PT{}M", "hours": "PT{}H", "days": "P{}D"})
"""The units of a duration in ISO 8601; an ongoing duration has none."""


def structured_data(page: Page, picture: SharePicture | None, library: Library, settings: Settings) -> Markup:
    """The script element with the data of a page; empty when there are none."""
    graph = list(_graph(page, picture, library, settings))
    if not graph:
        return Markup()
    data = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    harmless = data.replace("<", "\\u003c")  # nothing in it can end the element or begin a comment
    return Markup(f'<script type="application/ld+json">{harmless}</script>')  # noqa: S704  # as said above


def _graph(page: Page, picture: SharePicture | None, library: Library, settings: Settings) -> Iterator[Node]:
    if page.address == HOME:
        yield _site(page, library, settings)
    if page.item:
        yield _filled(_item(page.item, page, picture, library, settings))
    if page.breadcrumbs:
        yield _way(page, settings)


def _site(page: Page, library: Library, settings: Settings) -> Node:
    search = _url(page, library.addresses.place("search"), settings)
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    described = {"name": settings.site_name, "description": page.description, "inLanguage": library.catalogue.language}
    return {"@type": "WebSite", "url": _url(page, HOME, settings), **described, "potentialAction": action}


def _item(item: ItemEntry, page: Page, picture: SharePicture | None, library: Library, settings: Settings) -> Node:
    fields, catalogue = item.fields, library.catalogue
    permalink = _url(page, library.addresses.permalink(fields.id), settings)
    kind = _kind(fields)
    return {
        "@type": kind,
        "@id": permalink,
        "url": permalink,
        "identifier": fields.id,
        "name": fields.title,
        "headline": fields.title,
        "description": fields.summary,
        "inLanguage": language_of(item, library),
        "datePublished": str(fields.date) if fields.date else None,
        "dateModified": str(updated) if (updated := updated_on(item, settings.changed)) else None,
        "license": license_url(fields.license),
        "author": [{"@type": "Organization", "name": name} for name in organisations_of(item)],
        "publisher": {"@type": "Organization", "name": settings.site_name, "url": _url(page, HOME, settings)},
        "image": picture.url if picture else None,
        "audience": [{"@type": "Audience", "audienceType": name} for name in _audiences(item, library)],
        "isPartOf": {"@type": "WebSite", "name": settings.site_name, "url": _url(page, HOME, settings)},
        "about": [
            {"@type": "Thing", "name": name, "url": _url(page, library.addresses.shelf("theme", slug), settings)}
            for slug, name in themes_of(item, library)
        ],
        "keywords": list(library.tags(item)),
        "citation": [_source(source) for source in cited(fields.sources, library)],
        "learningResourceType": catalogue.type_name(fields.type) if "LearningResource" in kind else None,
        "creativeWorkStatus": "Obsolete" if fields.status == "superseded" else None,
        **(_how_to(fields) if isinstance(fields, WorkFormat) else {}),
    }


def _kind(fields: Item) -> str | list[str]:
    """Its type at schema.org: one word, or several."""
    first, *others = type(fields).SCHEMA_ORG
    return [first, *others] if others else first


def _audiences(item: ItemEntry, library: Library) -> tuple[str, ...]:
    """The audiences of an item, in the words of the site."""
    choices = library.collection.words.vocabularies["for"]
    return tuple(choices[key].name for key in item.fields.for_ if key in choices)


def _how_to(fields: WorkFormat) -> Node:
    return {
        "totalTime": _duration(fields.duration) if fields.duration else None,
        "supply": [{"@type": "HowToSupply", "name": plain(material)} for material in fields.materials],
        "step": [_step(number, step) for number, step in enumerate(fields.steps, start=1)],
    }


def _step(number: int, step: Step) -> Node:
    minutes = _UNITS["minutes"].format(step.minutes) if step.minutes else None
    text = plain(step.instruction or step.title)
    return _filled({"@type": "HowToStep", "position": number, "name": step.title, "text": text, "timeRequired": minutes})


def _duration(duration: Duration) -> str | None:
    """The time to reserve: the longest time that the item names."""
    longest = duration.max or duration.min
    return _UNITS[duration.unit].format(longest) if longest and duration.unit in _UNITS else None


def _source(source: Cited) -> Node:
    published = str(source.date) if source.date else None
    return _filled(
        {"@type": "CreativeWork", "name": source.title, "url": source.url, "datePublished": published, "publisher": _maker(source)}
    )


def _maker(source: Cited) -> Node | None:
    return {"@type": "Organization", "name": source.maker} if source.maker else None


def _way(page: Page, settings: Settings) -> Node:
    """The breadcrumbs, followed by the page itself."""
    here = _url(page, page.address, settings)
    steps = [(crumb.name, urljoin(here, crumb.href) if settings.site_url else crumb.href) for crumb in page.breadcrumbs]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": url}
        for number, (name, url) in enumerate([*steps, (page.title, here)], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _url(page: Page, address: str, settings: Settings) -> str:
    """A URL on the site; relative to the page for a site without an address."""
    return absolute(settings.site_url, address) if settings.site_url else relative(page.address, quote(address, safe="/"))


def _filled(node: Node) -> Node:
    """The properties that have a value."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}
