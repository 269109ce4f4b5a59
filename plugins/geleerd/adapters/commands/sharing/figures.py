"""`geleerd stats` and `geleerd stale`: the figures, and the items due for review, for people and for programs."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from geleerd.relate.figures import Figure, figures_of
from geleerd.relate.library import Library
from geleerd.relate.review import owners_of, past_review
from geleerd.render.parts.csv_text import csv_text

Table = tuple[Sequence[str], list[tuple[str, ...]]]
"""The names of the columns, and the rows."""


def figures_as_text(library: Library, day: datetime.date) -> str:
    """Every figure as a table with a heading, under the day of the count."""
    catalogue = library.catalogue
    parts = [catalogue.say("figures-counted", date=catalogue.date(day), count=len(library.published))]
    for figure in figures_of(library, day):
        header, rows = (figure.of, *figure.counted), [(tally.name, *map(str, tally.counts)) for tally in figure.tallies]
        parts.append("\n".join([figure.title, *_aligned(header, rows)]))
    return "\n\n".join(parts) + "\n"


def figures_as_csv(library: Library, day: datetime.date) -> str:
    """Every count on a row of its own, in one table."""
    say = library.catalogue.say
    header = [say("figure"), say("figure-row"), say("figure-counted"), say("figure-number"), say("counted-on")]
    return csv_text(header, ((*count, day) for figure in figures_of(library, day) for count in _counts(figure)))


def figures_as_json(library: Library, day: datetime.date) -> str:
    """Every figure by its key, for programs: keys and dates are the same in every language."""
    figures = {
        figure.key: {
            "title": figure.title,
            "rows": [
                {"name": tally.name, "address": tally.address, **dict(zip(figure.counts, tally.counts, strict=True))}
                for tally in figure.tallies
            ],
        }
        for figure in figures_of(library, day)
    }
    return json.dumps({"date": str(day), "items": len(library.published), "figures": figures}, ensure_ascii=False, indent=2) + "\n"


FIGURE_REPORTS: Mapping[str, Callable[[Library, datetime.date], str]] = {
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
