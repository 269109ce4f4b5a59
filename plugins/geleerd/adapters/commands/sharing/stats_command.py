"""`geleerd stats`."""

from pathlib import Path

import click

from geleerd.adapters.commands.sharing.figures import FIGURE_REPORTS
from geleerd.adapters.commands.sharing.wanted import Wanted, WantedError, selection_of
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="stats", cls=SpokenCommand)
@click.option("--since", metavar="DATE")
@click.option("--until", metavar="DATE")
@click.option("--network", metavar="NAME", multiple=True)
@click.option("--programme", metavar="NAME", multiple=True)
@click.option("--format", "form", type=click.Choice(tuple(FIGURE_REPORTS)), default="text", show_default=True)
def stats_command(since: str | None, until: str | None, form: str, **facets: tuple[str, ...]) -> None:
    """Prints the figures."""
    settings = settings_around(Path.cwd())
    library = library_of(settings)
    try:
        selection = selection_of(Wanted(since, until, facets), library)
    except WantedError as error:
        raise RefusalError(catalogue(settings.language).console(error.key, **error.words)) from None
    text = FIGURE_REPORTS[form](library, today(), selection)
    click.echo(text.encode(), nl=False)  # in a file, the output has the same bytes on every system
