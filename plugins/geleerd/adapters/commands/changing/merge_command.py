"""`geleerd merge`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.contribute.changing.chosen import frame_entry_meant
from geleerd.contribute.changing.merged import merged


@click.command(name="merge", cls=SpokenCommand)
@click.argument("old", metavar="ADDRESS")
@click.argument("into", metavar="INTO_ADDRESS")
@click.option("--dry-run", is_flag=True)
def merge_command(old: str, into: str, *, dry_run: bool) -> None:
    """Merges two entries of the frame."""
    carry_out(
        lambda library, _: merged(frame_entry_meant(old, library), frame_entry_meant(into, library), library),
        dry_run=dry_run,
    )
