"""The corpus as values: items, the frame that they refer to, and the files beside them; and the edits whose cost is measured."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from benchmarks.corpus.attached import picture, sheet
from benchmarks.corpus.fields import Fields, common_fields, item_id, own_fields
from benchmarks.corpus.frame import NETWORKS, THEMES, Entry, entries, terms
from benchmarks.corpus.sentences import body, sentence, title

TYPES = ("lesson", "lesson", "lesson", "tip", "tip", "brilliant-failure", "work-format", "example", "learning-question")
PARTS = (("wijk", "zorg", "kennis", "team", "jaar", "buurt", "leer", "werk"), ("plan", "gesprek", "netwerk", "aanpak", "vraag", "groep"))
TAGS = [f"{first}{second}" for first in PARTS[0] for second in PARTS[1]]
EDITED_THEME = "thema-3"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what every generator shows of it, the fields that only this product knows, and the files beside it by name."""

    number: int
    type: str
    title: str
    summary: str
    date: str
    networks: tuple[str, ...]
    themes: tuple[str, ...]
    tags: tuple[str, ...]
    fields: Fields
    body: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Items, the entries of the frame, and the terms of the glossary."""

    items: tuple[Item, ...]
    frame: tuple[Entry, ...]
    terms: tuple[Fields, ...]

    def names(self, kind: str) -> Mapping[str, str]:
        """The names of the frame entries of one type, by slug."""
        return {entry.slug: entry.name for entry in self.frame if entry.type == kind}


def corpus_of(count: int) -> Corpus:
    """A corpus of so many items; each links to two others."""
    return Corpus(tuple(_item(number, count) for number in range(count)), entries(), tuple(terms()))


def _item(number: int, count: int) -> Item:
    chance = random.Random(number)  # noqa: S311  # a corpus must be the same every time
    kind = TYPES[number % len(TYPES)]
    shown = f"foto-{number}.png" if number % 10 == 3 else None
    fields = {**common_fields(chance, number, kind, count), **own_fields(chance, number, kind)}
    text = body(chance, (chance.randrange(count), chance.randrange(count)), shown)
    return Item(
        number=number,
        type=kind,
        title=title(chance, number),
        summary=sentence(chance)[:280],
        date=f"{2020 + number % 7}-0{1 + number % 9}-1{number % 10}",
        networks=tuple(f"netwerk-{n}" for n in sorted(chance.sample(range(NETWORKS), 2))),
        themes=tuple(f"thema-{n}" for n in sorted(chance.sample(range(THEMES), 3))),
        tags=tuple(sorted(chance.sample(TAGS, chance.randint(0, 5)))),
        fields={"id": item_id(number), **fields},
        body=f"{text}Bel 06-12345678.\n" if "reviewed" in fields else text,
        files={
            **({shown: picture(number)} if shown else {}),
            **({f"werkblad-{number}.pdf": sheet(number)} if number % 20 == 6 else {}),
            **({f"foto-{number}.png": picture(number)} if number % 20 == 11 else {}),
        },
    )


def edited_item(corpus: Corpus, time: int) -> Item:
    """The item that is edited for the so-manieth time: each time another one, and never one that was taken back."""
    return corpus.items[50 * time % len(corpus.items) + 2]


def body_edited(corpus: Corpus, time: int) -> Corpus:
    """What changes when somebody adds a sentence to a body."""
    item = edited_item(corpus, time)
    return replace(corpus, items=(replace(item, body=f"{item.body}\nToegevoegd, keer {time}.\n"),))


def title_edited(corpus: Corpus, time: int) -> Corpus:
    """What changes when somebody writes another title."""
    item = edited_item(corpus, time)
    return replace(corpus, items=(replace(item, title=f"{item.title}, keer {time}"),))


def theme_renamed(corpus: Corpus, time: int) -> Corpus:
    """What changes when a theme gets another name: the theme, and the items that belong to it."""
    frame = tuple(replace(entry, name=f"{entry.name}, keer {time}") if entry.slug == EDITED_THEME else entry for entry in corpus.frame)
    return replace(corpus, items=tuple(item for item in corpus.items if EDITED_THEME in item.themes), frame=frame)
