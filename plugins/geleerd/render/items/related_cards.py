"""The cards under an item: items that somebody related to it and items that resemble it, each with the reason in words."""

from collections.abc import Iterable, Iterator, Sequence

from geleerd.commonmark.plain_text import plain
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import Address
from geleerd.relate.backlinks import Backlink
from geleerd.relate.library import Library
from geleerd.relate.related import Resemblance
from geleerd.render.parts.cards import Card, Cards

RELATED_SHOWN = 24
"""Items that somebody related to an item, and answers to a question, on its own page; all of them stand on its further pages."""


MOST_NEAR, NEAR_A_SHORT_TEXT, SHORT = 3, 2, 2_200
"""Related items in sight, and beside a text of so many characters at most. The others are folded: people came for the text."""


def related_ids(item: ItemEntry, library: Library, cards: Cards) -> tuple[str, ...]:
    """The ids of all items that somebody related to an item, from either end, each once."""
    named = (relation.id for relation in item.fields.relations if relation.id in cards)
    naming = (backlink.source.fields.id for backlink in library.backlinks.get(item.fields.id, ()))
    return tuple(dict.fromkeys((*named, *naming)))


def relation_cards(item: ItemEntry, library: Library, cards: Cards, address: Address) -> Iterator[Card]:
    """The items at the other end of each relation, whichever item names it, without the answers to a question.

    An item stands there once: what the item of the page says of it comes before what it says itself.
    """
    told: set[str] = set()
    for item_id, reason, editorial in _relations(item, library, cards):
        if item_id not in told:
            told.add(item_id)
            yield cards[item_id].on(address, reason, editorial=editorial)


def _relations(item: ItemEntry, library: Library, cards: Cards) -> Iterator[tuple[str, str, bool]]:
    for relation in item.fields.relations:
        if relation.id in cards:
            yield relation.id, _reason("relation", relation.type, relation.note, library), "relations" in item.fields.editorial
    for backlink in library.backlinks.get(item.fields.id, ()):
        if not _answers(item, backlink):
            source = backlink.source.fields
            yield source.id, _reason("back", backlink.type, backlink.note, library), "relations" in source.editorial


def answer_cards(item: ItemEntry, library: Library, cards: Cards, address: Address) -> Iterator[Card]:
    """The items that help to answer a learning question; the reason says how."""
    for backlink in library.backlinks.get(item.fields.id, ()):
        if _answers(item, backlink):
            source = backlink.source.fields
            yield cards[source.id].on(address, plain(backlink.note or ""), editorial="relations" in source.editorial)


def near_cards(relations: Sequence[Card], related: Iterable[Card], length: int) -> tuple[Card, ...]:
    """The few items in sight on a page with a text of this length: those that somebody related, or else some that resemble it."""
    return (*relations, *related)[: NEAR_A_SHORT_TEXT if length <= SHORT else MOST_NEAR]


def related_cards(related: Iterable[Resemblance], library: Library, cards: Cards, address: Address) -> Iterator[Card]:
    """The items that resemble an item; the reason says what they share."""
    for near in related:
        yield cards[near.item.fields.id].on(address, _shared(near, library))


def _answers(item: ItemEntry, backlink: Backlink) -> bool:
    return item.fields.type == "learning-question" and backlink.type == "answers"


def _reason(side: str, kind: str, note: str | None, library: Library) -> str:
    """What ties two items, from one of their sides. That they go together needs no words where a sentence says why."""
    if note and kind == "supports":
        return plain(note)
    how = library.catalogue.value(side, kind)
    sentence = f"{how[0].upper()}{how[1:]}"
    return f"{sentence}: {plain(note)}" if note else sentence


def _shared(near: Resemblance, library: Library) -> str:
    kind, word = near.shared[0]
    name = library.shelves[kind][word].name if word in library.shelves[kind] else word
    return library.catalogue.say(f"same-{kind}", name=name)
