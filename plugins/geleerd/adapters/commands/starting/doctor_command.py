"""`geleerd doctor`."""

from pathlib import Path

import click

from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.commands.starting.doctor import diagnosis
from geleerd.adapters.settings.load import settings_around, with_folders
from geleerd.locale.catalogue import catalogue


@click.command(name="doctor", cls=SpokenCommand)
def doctor_command() -> None:
    """Prints what a knowledge base is built with, and what of it needs somebody's hand."""
    settings = with_folders(settings_around(Path.cwd()))
    words = catalogue(settings.language)
    found = tuple(diagnosis(settings))
    for finding in found:
        click.echo(words.console("doctor-wrong" if finding.wrong else "doctor-right", sentence=finding.sentence))
    if any(finding.wrong for finding in found):
        raise click.exceptions.Exit(1)
    click.echo(words.console("doctor-well"))
