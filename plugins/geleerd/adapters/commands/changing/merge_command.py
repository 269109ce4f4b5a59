"""`geleerd merge`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.contribute.changing.chosen import frame_entry_meant
from geleerd.contribute.changing.merged import merged


@click.command(name="merge")
@click.argument("old", metavar="ADRES")
@click.argument("into", metavar="IN_ADRES")
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
def merge_command(old: str, into: str, *, dry_run: bool) -> None:
    """Voeg een netwerk, thema of iets anders samen met een ander: het eerste gaat op in het tweede.

    Bijvoorbeeld: geleerd merge netwerken/west netwerken/zuid. Lijsten krijgen wat erbij hoort, zonder dubbele; adressen, links en
    agenda's leiden verder.
    """
    carry_out(
        lambda library, _: merged(frame_entry_meant(old, library), frame_entry_meant(into, library), library),
        dry_run=dry_run,
    )
