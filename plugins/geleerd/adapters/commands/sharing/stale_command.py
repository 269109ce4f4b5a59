"""`geleerd stale`."""

import datetime
from pathlib import Path

import click

from geleerd.adapters.commands.sharing.figures import STALE
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.clock import today
from geleerd.adapters.settings.load import settings_around
from geleerd.reading import library_of


@click.command(name="stale", cls=SpokenCommand)
@click.option("--format", "form", type=click.Choice(tuple(STALE)), default="text", show_default=True)
@click.option("--within", "days", metavar="DAYS", type=click.IntRange(0, 3650), default=0)
def stale_command(form: str, days: int) -> None:
    """Prints the items that need another look."""
    text = STALE[form](library_of(settings_around(Path.cwd())), today() + datetime.timedelta(days))
    click.echo(text.encode(), nl=False)  # in a file, the output has the same bytes on every system
