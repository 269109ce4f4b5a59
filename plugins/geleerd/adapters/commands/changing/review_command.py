"""`geleerd review`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.contribute.changing.chosen import items_meant
from geleerd.contribute.changing.reviewed import reviewed


@click.command(name="review")
@click.option("--by", required=True, metavar="DATUM", help="De dag, maand of het jaar, zoals 2027-11 of «november 2027».")
@click.argument("selection", metavar="KEUZE...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
def review_command(by: str, selection: tuple[str, ...], *, dry_run: bool) -> None:
    """Zet bij bijdragen wanneer iemand kijkt of ze nog kloppen. geleerd stale noemt ze als het zover is.

    Een keuze is een id, een bestand of map, een adres (themas/borging, werkvormen) of een hele zoekvraag
    ('/zoeken/?theme=borging&type=tip'). Wat er al stond, wordt vervangen.
    """
    carry_out(lambda library, settings: reviewed(items_meant(selection, library), by, library, settings.today), dry_run=dry_run)
