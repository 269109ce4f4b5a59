"""`geleerd move`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.contribute.changing.chosen import item_meant
from geleerd.contribute.changing.moved import in_folder


@click.command(name="move")
@click.argument("item", metavar="ID")
@click.argument("folder", metavar="MAP")
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
def move_command(item: str, folder: str, *, dry_run: bool) -> None:
    """Zet een bijdrage in een andere map, met de bestanden die erbij horen. Het adres op de site blijft hetzelfde.

    Bijvoorbeeld: geleerd move k7m2xq lessons/voor-elkaar.
    """
    carry_out(lambda library, settings: in_folder(item_meant(item, library), folder, library, settings.lessons_dir), dry_run=dry_run)
