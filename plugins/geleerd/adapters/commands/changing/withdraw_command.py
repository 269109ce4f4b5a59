"""`geleerd withdraw`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.contribute.changing.chosen import item_meant
from geleerd.contribute.changing.withdrawn import withdrawn


@click.command(name="withdraw")
@click.argument("item", metavar="ID")
@click.option("--reason", default="", help="Waarom, zoals het op de site komt te staan.")
@click.option("--drop-address", is_flag=True, help="Ook het adres gaat weg: van de oude woorden blijft niets. De vaste link blijft.")
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
def withdraw_command(item: str, reason: str, *, drop_address: bool, dry_run: bool) -> None:
    """Trek een bijdrage in: van de oude woorden blijft alleen het adres, dat zegt dat ze is ingetrokken.

    Bijvoorbeeld: geleerd withdraw k7m2xq. Ook bestanden die alleen deze bijdrage laat zien gaan weg. Wat git onthoudt, blijft: zie
    geleerd forget.
    """
    carry_out(
        lambda library, settings: withdrawn(item_meant(item, library), library, settings.today, reason=reason, drop_address=drop_address),
        dry_run=dry_run,
    )
