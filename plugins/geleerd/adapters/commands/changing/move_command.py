"""`geleerd move`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.contribute.changing.chosen import item_meant
from geleerd.contribute.changing.moved import in_folder


@click.command(name="move", cls=SpokenCommand)
@click.argument("item", metavar="ID")
@click.argument("folder", metavar="FOLDER")
@click.option("--dry-run", is_flag=True)
def move_command(item: str, folder: str, *, dry_run: bool) -> None:
    """Puts an item in another folder."""
    carry_out(lambda library, settings: in_folder(item_meant(item, library), folder, library, settings.lessons_dir), dry_run=dry_run)
