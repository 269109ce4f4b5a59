"""`geleerd stale`."""

import datetime
from pathlib import Path

import click

from geleerd.adapters.commands.sharing.figures import STALE
from geleerd.adapters.outside.clock import today
from geleerd.adapters.settings.load import settings_around
from geleerd.reading import library_of


@click.command(name="stale")
@click.option("--format", "form", type=click.Choice(tuple(STALE)), default="text", show_default=True, help="Voor wie de lijst is.")
@click.option("--within", "days", metavar="DAGEN", type=click.IntRange(0, 3650), default=0, help="Noem ook wat binnen zoveel dagen komt.")
def stale_command(form: str, days: int) -> None:
    """Noem de bijdragen die opnieuw bekeken moeten worden: die waarvan de datum bij review_by voorbij is."""
    text = STALE[form](library_of(settings_around(Path.cwd())), today() + datetime.timedelta(days))
    click.echo(text.encode(), nl=False)  # in a file, the output has the same bytes on every system
