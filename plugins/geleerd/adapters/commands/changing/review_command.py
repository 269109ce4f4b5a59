"""`geleerd review`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.contribute.changing.chosen import items_meant
from geleerd.contribute.changing.reviewed import reviewed


@click.command(name="review", cls=SpokenCommand)
@click.option("--by", required=True, metavar="DATE")
@click.argument("selection", metavar="CHOICE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True)
def review_command(by: str, selection: tuple[str, ...], *, dry_run: bool) -> None:
    """Writes in items when somebody looks at them again."""
    carry_out(lambda library, settings: reviewed(items_meant(selection, library), by, library, settings.today), dry_run=dry_run)
