"""`geleerd stats`."""

from pathlib import Path

import click

from geleerd.adapters.commands.sharing.figures import FIGURE_REPORTS
from geleerd.adapters.commands.sharing.wanted import Wanted, WantedError, selection_of
from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="stats")
@click.option("--since", metavar="DATE", help="De eerste dag: een dag, een maand of een jaar.")
@click.option("--until", metavar="DATE", help="De laatste dag; zonder deze loopt de periode door.")
@click.option("--network", metavar="SLUG", multiple=True, help="Alleen van dit netwerk; vaker te geven.")
@click.option("--programme", metavar="SLUG", multiple=True, help="Alleen uit dit programma; vaker te geven.")
@click.option(
    "--format", "form", type=click.Choice(tuple(FIGURE_REPORTS)), default="text", show_default=True, help="Voor wie de cijfers zijn."
)
def stats_command(since: str | None, until: str | None, form: str, **facets: tuple[str, ...]) -> None:
    """Geef de cijfers van de kennisbank: dezelfde als op de pagina met cijfers, of die van een periode, een netwerk of een programma.

    Bijvoorbeeld: geleerd stats --since 2026 --programme voor-elkaar --format csv > cijfers.csv
    """
    settings = settings_around(Path.cwd())
    library = library_of(settings)
    try:
        selection = selection_of(Wanted(since, until, facets), library)
    except WantedError as error:
        raise RefusalError(catalogue(settings.language).console(error.key, **error.words)) from None
    text = FIGURE_REPORTS[form](library, today(), selection)
    click.echo(text.encode(), nl=False)  # in a file, the output has the same bytes on every system
