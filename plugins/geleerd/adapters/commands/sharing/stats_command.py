"""`geleerd stats`."""

from pathlib import Path

import click

from geleerd.adapters.commands.sharing.figures import FIGURE_REPORTS
from geleerd.adapters.outside.clock import today
from geleerd.adapters.settings.load import settings_around
from geleerd.reading import library_of


@click.command(name="stats")
@click.option(
    "--format", "form", type=click.Choice(tuple(FIGURE_REPORTS)), default="text", show_default=True, help="Voor wie de cijfers zijn."
)
def stats_command(form: str) -> None:
    """Geef de cijfers van de kennisbank: dezelfde als op de pagina met cijfers.

    Bijvoorbeeld: geleerd stats --format csv > cijfers.csv
    """
    text = FIGURE_REPORTS[form](library_of(settings_around(Path.cwd())), today())
    click.echo(text.encode(), nl=False)  # in a file, the output has the same bytes on every system
