"""`geleerd rename`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.contribute.changing.chosen import entry_meant
from geleerd.contribute.changing.renamed import renamed


@click.command(name="rename", cls=SpokenCommand)
@click.argument("old", metavar="ADDRESS")
@click.argument("new", metavar="NAME")
@click.option("--dry-run", is_flag=True)
def rename_command(old: str, new: str, *, dry_run: bool) -> None:
    """Gives an entry another name in its address."""
    carry_out(lambda library, _: renamed(entry_meant(old, library), new, library), dry_run=dry_run)
