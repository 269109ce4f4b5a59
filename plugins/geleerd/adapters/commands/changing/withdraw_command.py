"""`geleerd withdraw`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.adapters.commands.spoken import SpokenCommand
from geleerd.contribute.changing.chosen import item_meant
from geleerd.contribute.changing.withdrawn import withdrawn


@click.command(name="withdraw", cls=SpokenCommand)
@click.argument("item", metavar="ID")
@click.option("--reason", metavar="TEXT", default="")
@click.option("--drop-address", is_flag=True)
@click.option("--dry-run", is_flag=True)
def withdraw_command(item: str, reason: str, *, drop_address: bool, dry_run: bool) -> None:
    """Withdraws an item."""
    carry_out(
        lambda library, settings: withdrawn(item_meant(item, library), library, settings.today, reason=reason, drop_address=drop_address),
        dry_run=dry_run,
    )
