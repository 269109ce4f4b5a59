"""`geleerd digest`."""

from pathlib import Path

import click

from geleerd.adapters.commands.sharing.digest import DIGEST_FORMATS, Wanted, WantedError, digest_in, selection_of
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.load import settings_around
from geleerd.locale.catalogue import catalogue
from geleerd.reading import library_of


@click.command(name="digest")
@click.option("--since", required=True, metavar="DATE", help="De eerste dag: een dag, een maand of een jaar.")
@click.option("--until", metavar="DATE", help="De laatste dag; zonder deze loopt de periode door.")
@click.option("--network", metavar="SLUG", multiple=True, help="Alleen van dit netwerk; vaker te geven.")
@click.option("--theme", metavar="SLUG", multiple=True, help="Alleen over dit thema; vaker te geven.")
@click.option("--programme", metavar="SLUG", multiple=True, help="Alleen uit dit programma; vaker te geven.")
@click.option("--type", metavar="TYPE", multiple=True, help="Alleen van deze soort; vaker te geven.")
@click.option("--format", "form", type=click.Choice(DIGEST_FORMATS), default="html", show_default=True, help="Waar het in komt.")
def digest_command(since: str, until: str | None, form: str, **facets: tuple[str, ...]) -> None:
    """Maak de nieuwsbrief: wat er sinds DATE bijkwam, met vaste links.

    Bijvoorbeeld: geleerd digest --since 2026-11 --format eml > nieuwsbrief.eml
    """
    settings = settings_around(Path.cwd())
    library = library_of(settings)
    try:
        selection = selection_of(Wanted(since, until, facets), library, settings.site_url)
    except WantedError as error:
        raise RefusalError(catalogue(settings.language).console(error.key, **error.words)) from None
    click.echo(digest_in(form, selection, library, settings), nl=False)
