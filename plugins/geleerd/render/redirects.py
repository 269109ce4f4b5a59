"""Addresses that lead to another: permalinks and aliases, as plain HTML that works without scripts and servers."""

from collections.abc import Iterator

from jinja2 import Environment

from geleerd.model.strings import Address, ItemId, file_of, slug_from
from geleerd.relate.library import Library
from geleerd.render.artefacts import TextFile, relative


def redirects(library: Library, env: Environment, site_url: str) -> Iterator[TextFile]:
    """A document for every permalink, for the former address of a withdrawn item, for every synonym of a tag, and for every alias."""
    for item in library.collection.items:
        address = library.addresses.entry(item)
        permalink = library.addresses.permalink(ItemId(item.fields.id))
        if item.fields.status == "withdrawn":
            former = library.addresses.shelf(item.fields.type, item.slug)
            yield _redirect(former, permalink, library.addresses.catalogue.say("withdrawn"), env, site_url)
        else:
            yield _redirect(permalink, address, item.fields.title or "", env, site_url, summary=item.fields.summary or "")
    for synonym, name in library.synonyms.items():
        if slug_from(name) in library.shelves["tag"]:
            target = library.addresses.shelf("tag", slug_from(name))
            yield _redirect(library.addresses.shelf("tag", synonym), target, name, env, site_url)
    for redirect in library.aliases:
        yield _redirect(redirect.address, redirect.target, library.addresses.catalogue.say("moved"), env, site_url)


def _redirect(address: Address, target: Address, title: str, env: Environment, site_url: str, summary: str = "") -> TextFile:
    template = env.get_template("pages/redirect.html")
    words = {"title": title, "summary": summary, "href": relative(address, target), "canonical": f"{site_url}{target}" if site_url else ""}
    return TextFile(file_of(address), template.render(**words))
