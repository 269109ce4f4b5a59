"""The page with figures. Each figure is a table with bars as its chart, and has a file for spreadsheets."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from geleerd.model.artefacts import Artefact, Link, Page, Shown, TextFile
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.model.urls import absolute, relative
from geleerd.relate.figures.figures import Figure, Tally, figure_rows, figures_of
from geleerd.relate.library import Library
from geleerd.render.parts.csv_text import csv_text
from geleerd.render.parts.introductions import Introductions
from geleerd.render.places.growth_chart import GrowthChart, growth_chart

MOST_BARS = 50
"""Most rows of a figure on the page; its file has all of them."""


WIDEST = 3
"""Most columns of numbers that fit on a phone; a wider table scrolls in its own box."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a figure: `share` is the length of its bar, in per cent of the longest bar; empty for a row without."""

    name: str
    href: str | None
    note: str
    counts: tuple[int, ...]
    share: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure for the template. `left_out` is the number of rows that only its file has; `growth` a chart above the table."""

    key: str
    title: str
    note: str
    of: str
    counted: tuple[str, ...]
    bars: tuple[Bar, ...]
    left_out: int
    csv_href: str
    growth: GrowthChart | None

    @property
    def is_wide(self) -> bool:
        """Whether it has more columns than fit on a phone."""
        return len(self.counted) > WIDEST


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The view for the template of the page with figures; `origin` names the site and its address, for a print on paper."""

    title: str
    intro: Markup
    breadcrumbs: tuple[Link, ...]
    counted_on: str
    origin: str
    figures: tuple[FigureView, ...]


def figures_page(library: Library, introductions: Introductions, settings: Settings) -> Iterator[Artefact]:
    """The page with figures, and a file for each of them."""
    catalogue = library.catalogue
    address = library.addresses.place("figures")
    introduction = introductions.at(address)
    title = introduction.title or catalogue.say("figures")
    view = FiguresView(
        title=title,
        intro=introduction.html,
        breadcrumbs=(Link(catalogue.say("home"), relative(address, "")),),
        counted_on=catalogue.say("figures-counted", date=catalogue.date(settings.today), count=len(library.published)),
        origin=f"{settings.site_name}, {absolute(settings.site_url, address)}" if settings.site_url else settings.site_name,
        figures=tuple(_figure(figure, library) for figure in figures_of(library, settings.today)),
    )
    shown = Shown("pages/figures.html", Frozen({"page": view}))
    description = introduction.description or catalogue.say("figures-description")
    yield Page(address, title, description, shown, introduction.source, breadcrumbs=view.breadcrumbs)
    yield from figure_files(library, settings.today)


def _figure(figure: Figure, library: Library) -> FigureView:
    here = library.addresses.place("figures")
    most = max((tally.counts[0] for tally in figure.tallies), default=0)
    shown = _shown(figure)
    return FigureView(
        key=figure.key,
        title=figure.title,
        note=figure.note,
        of=figure.of,
        counted=figure.counted,
        bars=tuple(
            Bar(
                name=tally.name,
                href=None if tally.address is None else relative(here, tally.address),
                note=library.catalogue.say("figure-lacks", what=tally.note) if tally.note else "",
                counts=tally.counts,
                share=_share(tally.counts[0], most) if figure.chart == "bars" else "",
            )
            for tally in shown
        ),
        left_out=len(figure.tallies) - len(shown),
        csv_href=relative(here, library.addresses.figure(figure.key)),
        growth=growth_chart(figure.tallies, library.catalogue) if figure.chart == "growth" else None,
    )


def _share(count: int, most: int) -> str:
    return f"{100 * count / most:.1f}" if most else "0"


def _shown(figure: Figure) -> tuple[Tally, ...]:
    """The rows with most items, or of years the last ones, and what belongs to none of them."""
    named = [tally for tally in figure.tallies if not tally.rest]
    kept = named[-MOST_BARS:] if figure.key == "year" else named[:MOST_BARS]
    return (*kept, *(tally for tally in figure.tallies if tally.rest))


def figure_files(library: Library, day: datetime.date) -> Iterator[TextFile]:
    """A file for every figure, for spreadsheets."""
    for figure in figures_of(library, day):
        yield TextFile(library.addresses.figure(figure.key), csv_text(*figure_rows(figure, day, library)))
