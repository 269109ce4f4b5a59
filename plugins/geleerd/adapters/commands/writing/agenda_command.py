"""`geleerd agenda`."""

import re
from pathlib import Path

import click

from geleerd.adapters.commands.printable import printable
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.contribute.meeting_script import meeting_parts, minutes_for, script_of
from geleerd.locale.catalogue import catalogue
from geleerd.model.declarations.item_types import WorkFormat
from geleerd.reading import library_of
from geleerd.relate.library import Library


@click.command(name="agenda", cls=SpokenCommand)
@click.argument("ids", metavar="CODE...", nargs=-1, required=True)
@click.option("--start", metavar="TEXT", default="09:00", show_default=True)
@click.option("--minutes", metavar="NUMBER", type=click.IntRange(1, 1440))
def agenda_command(ids: tuple[str, ...], start: str, minutes: int | None) -> None:
    """Prints the script of a meeting that is made of work formats."""
    settings = settings_around(Path.cwd())
    words = catalogue(settings.language, settings.declarations)
    clock = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", start)
    if clock is None:
        raise RefusalError(words.console("agenda-no-time", time=printable(start)[:40]))
    library = library_of(settings)
    formats = [_format(name, library) for name in ids]
    for name, found in zip(ids, formats, strict=True):
        if found is None:
            raise RefusalError(words.console("agenda-no-format", id=printable(name)[:80]))
    parts = meeting_parts([found for found in formats if found])
    for line in script_of(parts, 60 * int(clock[1]) + int(clock[2]), minutes, words):
        click.echo(line)
    made = sum(minutes_for(parts, minutes))
    if minutes is not None and made != minutes:
        click.echo(words.console("agenda-not-fitted", count=made, wanted=minutes), err=True)


def _format(name: str, library: Library) -> WorkFormat | None:
    """The work format with this id, or the one that took its place."""
    item = library.by_id.get(name.strip().lower())
    while item and item.fields.superseded_by:
        item = library.by_id.get(item.fields.superseded_by)
    return item.fields if item and isinstance(item.fields, WorkFormat) else None
