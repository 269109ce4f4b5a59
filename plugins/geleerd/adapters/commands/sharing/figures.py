"""`geleerd stats` and `geleerd stale`: the figures, and the items due for review, for people and for programs."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from geleerd.relate.figures.figures import Figure, figures_of
from geleerd.relate.library import Library
from geleerd.relate.review import owners_of, past_review
from geleerd.relate.selection import EVER, Selection, narrowed
from geleerd.render.parts.csv_text import csv_text

Table = tuple[Sequence[str], list[tuple[str, ...]]]
"""The names of the columns, and the rows."""


def figures_as_text(library: Library, day: datetime.date, selection: Selection = EVER) -> str:
    """Every figure as a table with a heading, under the day of the count and what it is about."""
    catalogue = library.catalogue
    counted = catalogue.say("figures-counted", date=catalogue.date(day), count=len(narrowed(library, selection.facets)))
    parts = ["\n".join((counted, *_about(library, selection)))]
    for figure in figures_of(library, day, selection):
        header, rows = (figure.of, *figure.counted), [(tally.name, *map(str, tally.counts)) for tally in figure.tallies]
        notes = [tally.note for tally in figure.tallies]
        lines = _aligned(header, rows)
        parts.append("\n".join([figure.title, next(lines), *(f"{line}  {note}".rstrip() for line, note in zip(lines, notes, strict=True))]))
    return "\n\n".join(parts) + "\n"


def figures_as_csv(library: Library, day: datetime.date, selection: Selection = EVER) -> str:
    """Every count on a row of its own, in one table."""
    say = library.catalogue.say
    header = [say("figure"), say("figure-row"), say("figure-counted"), say("figure-number"), say("counted-on")]
    return csv_text(header, ((*count, day) for figure in figures_of(library, day, selection) for count in _counts(figure)))


def figures_as_json(library: Library, day: datetime.date, selection: Selection = EVER) -> str:
    """Every figure by its key, for programs: keys and dates are the same in every language."""
    figures = {
        figure.key: {
            "title": figure.title,
            "rows": [
                {
                    "name": tally.name,
                    "address": tally.address,
                    **dict(zip(figure.counts, tally.counts, strict=True)),
                    **({"note": tally.note} if tally.note else {}),
                }
                for tally in figure.tallies
            ],
        }
        for figure in figures_of(library, day, selection)
    }
    told = {"date": str(day), **_asked(selection), "items": len(narrowed(library, selection.facets)), "figures": figures}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FIGURE_REPORTS: Mapping[str, Callable[[Library, datetime.date, Selection], str]] = {
    "text": figures_as_text,
    "csv": figures_as_csv,
    "json": figures_as_json,
}
"""The functions that write the figures, by format."""


def stale_as_text(library: Library, day: datetime.date) -> str:
    """The items due for review on a day, as a table, or a sentence when there are none; and a sentence on items without a review date."""
    header, rows = _stale(library, day)
    words = library.catalogue
    lines = list(_aligned(header, rows, numbers=False)) if rows else []
    lines.append(words.console("stale-total" if rows else "stale-none", count=len(rows), date=words.date(day)))
    if undated := sum(item.fields.review_by is None for item in library.published):
        lines.append(words.console("stale-undated", count=undated))
    return "\n".join(lines) + "\n"


def stale_as_csv(library: Library, day: datetime.date) -> str:
    """The same for spreadsheets."""
    return csv_text(*_stale(library, day))


STALE: Mapping[str, Callable[[Library, datetime.date], str]] = {"text": stale_as_text, "csv": stale_as_csv}
"""The functions that write the items due for review, by format."""


def _about(library: Library, selection: Selection) -> Iterator[str]:
    """The period of a selection, and the names of the networks and programmes that it is about."""
    catalogue = library.catalogue
    days = {"since": catalogue.date(selection.since), "until": catalogue.date(selection.until or selection.since)}
    begins, ends = selection.since != EVER.since, selection.until is not None
    if begins or ends:
        yield catalogue.say("figures-between" if begins and ends else "figures-since" if begins else "figures-until", **days)
    if names := [library.shelves[facet][value].name for facet, values in selection.facets.items() for value in values]:
        yield catalogue.say("digest-about", names=", ".join(names))


def _asked(selection: Selection) -> dict[str, object]:
    """What a selection asks, for programs; nothing for everything."""
    since = {"since": str(selection.since)} if selection.since != EVER.since else {}
    until = {"until": str(selection.until)} if selection.until else {}
    return {**since, **until, **{facet: list(values) for facet, values in selection.facets.items()}}


def _counts(figure: Figure) -> Iterator[tuple[object, ...]]:
    for tally in figure.tallies:
        yield from ((figure.title, tally.name, of, count) for of, count in zip(figure.counted, tally.counts, strict=True))


def _stale(library: Library, day: datetime.date) -> Table:
    catalogue = library.catalogue
    header = [catalogue.label("review_by"), catalogue.console("file"), catalogue.label("title"), catalogue.label("networks")]
    networks = library.shelves["network"]
    rows: list[tuple[str, ...]] = [
        (
            str(item.fields.review_by),
            item.path,
            item.fields.title or "",
            "; ".join(networks[slug].name for slug in item.fields.networks),
            "; ".join(owners_of(item, library)),
        )
        for item in past_review(library, day)
    ]
    return [*header, catalogue.label("owner")], rows


def _aligned(header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = True) -> Iterator[str]:
    """The rows with aligned columns: the first column to the left, the others, with numbers, to the right."""
    table = [header, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (
            cell.rjust(width) if numbers and place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(("", *cells)).rstrip()
