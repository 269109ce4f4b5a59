"""Lists of items: the index of a type, a tag, a year, and the further pages of a frame entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from geleerd.locale.catalogue import Catalogue
from geleerd.model.artefacts import Link, Page
from geleerd.model.declarations.registry import ITEM_TYPES
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address, SourcePath
from geleerd.model.urls import relative
from geleerd.relate.library import Library
from geleerd.relate.shelves import Shelf
from geleerd.render.parts.cards import Card, card
from geleerd.render.parts.introductions import NO_INTRODUCTION, Introduction, Introductions
from geleerd.render.parts.pager import Pager, Sheet, pager, sheets


@dataclass(frozen=True, slots=True)
class ListView:
    """Everything that the template of a list shows."""

    title: str
    intro: Markup
    description: str
    of_one: bool
    breadcrumbs: tuple[Link, ...]
    cards: tuple[Card, ...]
    count: int
    pager: Pager
    share_href: str


Crumbs = tuple[tuple[str, Address], ...]


def list_pages(
    title: str,
    parts: Sequence[Sheet[ItemEntry]],
    above: Crumbs,
    library: Library,
    env: Environment,
    introduction: Introduction = NO_INTRODUCTION,
    description: str = "",
) -> Iterator[Page]:
    """One page for each part of a list; the introduction stands on the first."""
    addresses = {part.number: part.address for part in parts}
    # A frame entry's list starts on page 2; its page 1 is the entry itself.
    addresses.setdefault(1, above[-1][1])
    last = parts[-1].number
    count = sum(len(part.entries) for part in parts)
    for part in parts:
        first = part.number == 1
        view = ListView(
            title=introduction.title or title,
            intro=introduction.html if first else Markup(),
            description=description,
            of_one=len({item.fields.type for item in part.entries}) == 1 and bool(description),
            breadcrumbs=tuple(Link(name, relative(part.address, to)) for name, to in above),
            cards=tuple(card(item, library, part.address) for item in part.entries),
            count=count,
            pager=pager(part.number, last, addresses.__getitem__),
            share_href=relative(part.address, library.addresses.form("new")),
        )
        yield _page(view, part, library, env, introduction.source if first else None)


def type_pages(library: Library, introductions: Introductions, env: Environment) -> Iterator[Page]:
    """The index of every type of item."""
    catalogue = library.addresses.catalogue
    for key in ITEM_TYPES:

        def address(page: int, kind: str = key) -> Address:
            return library.addresses.index(kind, page)

        parts = sheets(library.shelves[key][""].items, address)
        title = catalogue.type_name(key, plural=True)
        yield from list_pages(title, parts, _home(library), library, env, introductions.at(address(1)), catalogue.type_description(key))


def shelf_pages(kind: str, library: Library, introductions: Introductions, env: Environment) -> Iterator[Page]:
    """The lists of one kind of shelf that has no entry of its own, such as a tag."""
    for shelf in library.shelves[kind].values():
        yield from _shelf(shelf, library, introductions, env)


def _shelf(shelf: Shelf, library: Library, introductions: Introductions, env: Environment) -> Iterator[Page]:
    catalogue = library.addresses.catalogue

    def address(page: int) -> Address:
        return library.addresses.shelf(shelf.kind, shelf.slug, page)

    above = (*_home(library), (catalogue.type_name(shelf.kind, plural=True), library.addresses.index(shelf.kind)))
    title = f"{catalogue.type_name(shelf.kind)}: {shelf.name}"
    yield from list_pages(title, sheets(shelf.items, address), above, library, env, introductions.at(address(1)))


def _home(library: Library) -> Crumbs:
    return ((library.addresses.catalogue.say("home"), Address("")),)


def _description(view: ListView, catalogue: Catalogue) -> str:
    """How much there is, and what stands on top: enough to know one list from another, and one page of it from the next."""
    if not view.cards:
        return catalogue.say("nothing-here-yet")
    return catalogue.say("list-description", items=catalogue.say("items", count=view.count), name=view.title, first=view.cards[0].title)


def _page(view: ListView, part: Sheet[ItemEntry], library: Library, env: Environment, source: SourcePath | None) -> Page:
    say = library.addresses.catalogue.say
    title = view.title if part.number == 1 else say("page-of", title=view.title, number=part.number)
    return Page(
        address=part.address,
        title=title,
        description=view.description or _description(view, library.addresses.catalogue),
        content=env.get_template("pages/list.html").render(page=view),
        source=source,
        breadcrumbs=view.breadcrumbs,
    )
