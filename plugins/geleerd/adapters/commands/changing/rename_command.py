"""`geleerd rename`."""

import click

from geleerd.adapters.commands.changing.carried_out import carry_out
from geleerd.contribute.changing.chosen import entry_meant
from geleerd.contribute.changing.renamed import renamed


@click.command(name="rename")
@click.argument("old", metavar="ADRES")
@click.argument("new", metavar="NAAM")
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou veranderen.")
def rename_command(old: str, new: str, *, dry_run: bool) -> None:
    """Geef een thema, netwerk, bijdrage of iets anders een nieuwe naam in het adres. Het oude adres blijft werken.

    Bijvoorbeeld: geleerd rename themas/borging blijvend-maken. Alles wat ernaar verwijst, gaat mee. De naam die lezers zien,
    verandert niet: die staat in het bestand.
    """
    carry_out(lambda library, _: renamed(entry_meant(old, library), new, library), dry_run=dry_run)
