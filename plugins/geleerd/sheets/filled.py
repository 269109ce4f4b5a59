"""A sheet with what the knowledge base holds: its factors, the steps of its work formats, its sayings and its sources."""

import re
from collections.abc import Iterator
from itertools import groupby

from geleerd.model.declarations.frame_types import Network, SourceEntry, SuccessFactor
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.documents import ItemEntry
from geleerd.relate.library import Library
from geleerd.relate.shelves import place_in_lists
from geleerd.sheets.declared import SaidBlock, SaidFactors, SaidSheet, SaidSteps, SaidTable
from geleerd.sheets.sheet import TICK, PaperSheet, SheetBoxes, SheetPart, SheetTable, SheetText

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_CLOSED = re.compile(r"[.!?]$")


class LackingError(Exception):
    """A sheet asks for something that the knowledge base does not have. It carries the name of what was asked."""


def sheet_of(said: SaidSheet, item: ItemEntry, library: Library, site: str) -> PaperSheet:
    """The sheet with all its words, for the item that it belongs to, under the licence of that item. Raises `LackingError`."""
    parts = (part for block in said.blocks for part in _parts(block, library))
    origin = library.catalogue.say("sheet-from", site=site, licence=item.fields.license)
    credit = " ".join([*filter(None, [said.note]), *_credits(said, library), origin])
    return PaperSheet(
        said.title, library.catalogue.language, said.paper, (SheetText("lead", said.lead), *parts, SheetText("small", credit))
    )


def _parts(block: SaidBlock, library: Library) -> Iterator[SheetPart]:
    if block.heading:
        yield SheetText("heading", block.heading)
    if block.text:
        yield SheetText("text", block.text)
    if block.boxes:
        yield SheetBoxes(2, tuple((box.title, box.hint) for box in block.boxes))
    if block.table:
        yield _table(block.table)
    if block.factors:
        yield from _factors(block.factors, library)
    if block.steps:
        yield from _steps(block.steps, library)
    if block.sayings:
        yield _sayings(block.sayings, library)


def _table(said: SaidTable) -> SheetTable:
    rest = ("",) * (len(said.columns) - 1)
    empty = ((str(number) if said.numbered else "", *rest) for number in range(1, said.rows + 1))
    rows = (*empty, *((TICK, line, *rest[1:]) for line in said.lines))
    return SheetTable(tuple(column.title for column in said.columns), tuple(column.width for column in said.columns), rows, said.height)


def _factors(said: SaidFactors, library: Library) -> Iterator[SheetPart]:
    entries = sorted(library.collection.frame[SuccessFactor.KEY].values(), key=place_in_lists)
    all_factors = [entry.fields for entry in entries if isinstance(entry.fields, SuccessFactor)]
    factors = [factor for factor in all_factors if factor.group and factor.recognise]
    ticks = len(said.columns)
    for group, found in groupby(factors, key=lambda factor: str(factor.group)):
        yield SheetText("heading", group)
        rows = tuple((factor.shown_name, " ".join(factor.recognise), *(TICK,) * ticks) for factor in found)
        yield SheetTable((said.factor, said.signs, *said.columns), (5, 12, *(3,) * ticks), rows)


def _steps(said: SaidSteps, library: Library) -> Iterator[SheetPart]:
    item = library.by_id.get(said.item)
    if item is None or not isinstance(item.fields, WorkFormat):
        raise LackingError(said.item)
    for step in item.fields.steps[: said.first]:
        if said.ticks:
            yield SheetText("heading", step.title)
            yield SheetTable((said.ticks, said.line), (2, 17), tuple((TICK, line) for line in _SENTENCE.split(step.instruction or "")))
        else:
            yield SheetBoxes(1, ((step.title, step.instruction or ""),), said.height)


def _sayings(slug: str, library: Library) -> SheetPart:
    entry = library.collection.frame[Network.KEY].get(slug)
    if entry is None or not isinstance(entry.fields, Network):
        raise LackingError(slug)
    return SheetBoxes(2, (*((quote.text, "") for quote in entry.fields.quotes), ("", "")), large=True)


def _credits(said: SaidSheet, library: Library) -> Iterator[str]:
    sources = library.collection.frame[SourceEntry.KEY]
    for slug in said.sources:
        if slug not in sources or not isinstance(fields := sources[slug].fields, SourceEntry):
            raise LackingError(slug)
        date = library.catalogue.date(fields.date) if fields.date else ""
        title = fields.name or ""
        told = [f"{title}{'' if _CLOSED.search(title) else '.'}", f"{', '.join(filter(None, (fields.maker, date)))}.", fields.url or ""]
        yield library.catalogue.say("sheet-credit", source=" ".join(filter(None, told)))
